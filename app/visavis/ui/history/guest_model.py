"""The unknown people who come again, as a list model: each is one card, however often they came."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt

from visavis.errors import PictureError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.sightings.guest_store import Guest, GuestStore
from visavis.ui.history.visit_rows import guest_name
from visavis.ui.text.language import moment, translate
from visavis.ui.widgets.images import PORTRAIT, head
from visavis.ui.widgets.picture_model import DETAILS, ROUNDING, ROW, PictureModel
from visavis.ui.widgets.thumbnails import Thumbnails


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One guest of the list."""

    guest: Guest

    @property
    def name(self) -> str:
        """What they are called until they have a name."""
        return guest_name(self.guest.id)

    @property
    def details(self) -> str:
        """How often they came, and when last."""
        guest = self.guest
        if guest.is_ignored:
            return translate("History", "Ignored\nnot recorded any more")
        one, several = translate("History", "1 visit"), translate("History", "%n visits", None, guest.visits)
        last = moment(guest.last) if guest.last is not None else ""
        return f"{one if guest.visits == 1 else several}\n{last}".strip()


class GuestModel(PictureModel):
    """The guests that are listed."""

    def __init__(self, store: GuestStore, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(thumbnails, parent)
        self._store = store

    def show_rows(self, rows: Sequence[GuestRow]) -> None:
        """Replace the guests."""
        self._show(rows)

    @property
    def rows(self) -> tuple[GuestRow, ...]:
        return self._shown

    def _key(self, row: GuestRow) -> Hashable:
        return "guest", row.guest.id, row.guest.last

    def _data(self, row: GuestRow, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(self._key(row), partial(read_portrait, self._store, row.guest), ROUNDING)
        if role == ROW:
            return row
        if role == DETAILS:
            return row.details
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.details}".replace("\n", ", ")
        return None


def read_portrait(store: GuestStore, guest: Guest) -> Image:
    """The newest picture of a guest, shape (PORTRAIT, PORTRAIT, 3), BGR.

    Raises
    ------
    PictureError
        If none was kept, or it cannot be read.
    """
    pictures = store.pictures(guest)
    if not pictures:
        raise PictureError("No picture of {guest} was kept.", guest=guest.name)
    return head(codec.decode(pictures[-1][0], guest.name), PORTRAIT)
