"""The samples of a person as a list model that reads pictures as they come into view."""

from collections.abc import Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.samples import Sample
from visavis.ui.people.person_details import SampleItem
from visavis.ui.text.language import moment
from visavis.ui.widgets.images import PORTRAIT, head
from visavis.ui.widgets.picture_model import DETAILS, DOUBT, ROUNDING, ROW, PictureModel


class SampleModel(PictureModel):
    """The items of a `PersonDetails`."""

    def show_items(self, items: tuple[SampleItem, ...]) -> None:
        """Replace the items."""
        self._show(items)

    @property
    def items(self) -> tuple[SampleItem, ...]:
        return self._shown

    def _key(self, row: SampleItem) -> Hashable:
        return row.path

    def _data(self, row: SampleItem, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(row.path, partial(_thumbnail, row), ROUNDING)
        if role == ROW:
            return row
        if role in {DETAILS, Qt.ItemDataRole.DisplayRole}:
            return _time_text(row.sample)
        if role == DOUBT:
            return row.doubt
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_time_text(row.sample)}, {row.doubt}" if row.doubt else _time_text(row.sample)
        return None


def _time_text(sample: Sample) -> str:
    """Time of capture in the user's format; the file name if that does not tell the time."""
    return sample.path.name if sample.taken is None else moment(sample.taken)


def _thumbnail(item: SampleItem) -> Image:
    return head(codec.read(item.path), PORTRAIT)
