"""What lists with pictures have in common: pictures that come when they are seen, and roles that Qt lacks."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from visavis.ui.widgets.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives what it stands for."""
DETAILS = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives the line below its picture."""
DOUBT = Qt.ItemDataRole.UserRole + 2
"""The role under which a sample's index says what is doubtful about it."""
RECALL = Qt.ItemDataRole.UserRole + 3
"""The role under which an index gives how well someone is recognized, 0..1; None where that is not known."""

#: Of a picture's corners in a grid, as a share of its width.
ROUNDING = 0.09


class PictureModel(QAbstractListModel):
    """Rows with pictures, read off the GUI thread when they first come into view.

    What a row is, and what it says under each role, is the subclass's.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._shown: tuple[Any, ...] = ()
        self._places: dict[Hashable, int] = {}
        thumbnails.arrived.connect(self._arrived)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._said(self._shown[index.row()], role) if index.isValid() else None

    def _show(self, rows: Sequence[Any]) -> None:
        """List these from now on."""
        if tuple(rows) == self._shown:
            return
        self.beginResetModel()
        self._shown = tuple(rows)
        self._places = {self._key(row): number for number, row in enumerate(self._shown)}
        self.endResetModel()

    def _key(self, row: Any) -> Hashable:
        """Under what `Thumbnails` has its picture."""
        raise NotImplementedError

    def _said(self, row: Any, role: int) -> Any:
        """What a row gives under a role; None where it has nothing to say."""
        raise NotImplementedError

    def _arrived(self, key: Hashable) -> None:
        number = self._places.get(key)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
