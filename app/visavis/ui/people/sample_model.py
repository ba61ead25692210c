"""The samples on someone's page, as a list that reads their pictures when they come into view."""

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
    """The items of a portfolio."""

    def show_items(self, items: tuple[SampleItem, ...]) -> None:
        """List these from now on."""
        self._show(items)

    @property
    def items(self) -> tuple[SampleItem, ...]:
        return self._shown

    def _key(self, row: SampleItem) -> Hashable:
        return row.path

    def _data(self, row: SampleItem, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(row.path, partial(_small, row), ROUNDING)
        if role == ROW:
            return row
        if role in {DETAILS, Qt.ItemDataRole.DisplayRole}:
            return _taken(row.sample)
        if role == DOUBT:
            return row.doubt
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_taken(row.sample)}, {row.doubt}" if row.doubt else _taken(row.sample)
        return None


def _taken(sample: Sample) -> str:
    """When it was taken, in the user's way of writing it; its file's name where that does not say."""
    return sample.path.name if sample.taken is None else moment(sample.taken)


def _small(item: SampleItem) -> Image:
    return head(codec.read(item.path), PORTRAIT)
