"""The samples on someone's page, as a list that reads their pictures when they come into view."""

from collections.abc import Hashable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QObject, Qt

from visavis import images
from visavis.images import Image
from visavis.samples import Sample
from visavis.ui.people_list import DETAILS, DOUBT, ROW, Index
from visavis.ui.portfolio import Item
from visavis.ui.roster import PORTRAIT, head
from visavis.ui.thumbnails import Thumbnails

#: Of a thumbnail's corners, as a share of its width.
ROUNDING = 0.09


class SampleModel(QAbstractListModel):
    """The items of a portfolio."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._items: tuple[Item, ...] = ()
        self._places: dict[Hashable, int] = {}
        thumbnails.arrived.connect(self._arrived)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """List these from now on."""
        if items == self._items:
            return
        self.beginResetModel()
        self._items = items
        self._places = {item.path: number for number, item in enumerate(items)}
        self.endResetModel()

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(item.path, partial(_small, item), ROUNDING)
        if role == ROW:
            return item
        if role in {DETAILS, Qt.ItemDataRole.DisplayRole}:
            return moment(item.sample)
        if role == DOUBT:
            return item.doubt
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{moment(item.sample)}, {item.doubt}" if item.doubt else moment(item.sample)
        return None

    def _arrived(self, key: Hashable) -> None:
        number = self._places.get(key)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


def moment(sample: Sample) -> str:
    """When it was taken, in the user's way of writing it; its file's name where that does not say."""
    if sample.taken is None:
        return sample.path.name
    there = QDateTime.fromSecsSinceEpoch(int(sample.taken.timestamp()))
    return QLocale().toString(there, QLocale.FormatType.ShortFormat)


def _small(item: Item) -> Image:
    return head(images.read(item.path), PORTRAIT)
