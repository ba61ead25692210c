"""People's portraits, for whoever shows people."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from visavis.imaging.image import Image
from visavis.ui.people.overview import PersonRow
from visavis.ui.widgets.thumbnails import Thumbnails


@dataclass(frozen=True, slots=True, eq=False)
class Portraits:
    """Small pictures of people, read by `read` off the GUI thread when they come into view."""

    thumbnails: Thumbnails
    read: Callable[[PersonRow], Image]

    def key(self, row: PersonRow, rounding: float) -> Hashable:
        """What `Thumbnails.arrived` says when that portrait is there; another one once their pictures change."""
        return ("portrait", rounding, row.person.slug, row.samples, row.portrait)

    def get(self, row: PersonRow, rounding: float) -> QPixmap | None:
        """A portrait, its corners rounded by a share of its width; None if it is on its way, or there is none."""
        if row.portrait is None:
            return None
        return self.thumbnails.get(self.key(row, rounding), lambda: self.read(row), rounding)
