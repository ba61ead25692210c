"""What is in the trash, as a list."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from visavis.trash import Entry, Trash
from visavis.ui.language import translate
from visavis.ui.people_list import DETAILS, ROW, Index
from visavis.ui.roster import pictures, portrait
from visavis.ui.sample_list import ROUNDING
from visavis.ui.thumbnails import Thumbnails

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Thrown:
    """An entry of the trash, as it is shown."""

    entry: Entry
    picture: Path | None

    @property
    def title(self) -> str:
        return self.entry.name or translate("Trash", "Nobody knows whose")

    def details(self, now: datetime) -> str:
        """When it leaves the trash."""
        left = ceil((self.entry.leaves - now).total_seconds() / _DAY_S)
        when = translate("Trash", "1 day left") if left == 1 else translate("Trash", "%n days left", None, max(left, 0))
        what = pictures(self.entry.pictures)
        if self.entry.whole:
            what = translate("Trash", "Whole, {pictures}").format(pictures=what)
        return f"{what}\n{when}"


def read(trash: Trash) -> tuple[Thrown, ...]:
    """What there is, the newest first."""
    found = []
    for entry in trash.entries():
        samples = entry.samples()
        found.append(Thrown(entry, samples[0].path if samples else None))
    return tuple(found)


class TrashModel(QAbstractListModel):
    """The entries of the trash."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._thrown: tuple[Thrown, ...] = ()
        self._places: dict[Hashable, int] = {}
        thumbnails.arrived.connect(self._arrived)

    def show_entries(self, thrown: Sequence[Thrown]) -> None:
        """List these from now on."""
        if tuple(thrown) == self._thrown:
            return
        self.beginResetModel()
        self._thrown = tuple(thrown)
        self._places = {each.picture: number for number, each in enumerate(self._thrown)}
        self.endResetModel()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(each.entry for each in self._thrown)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._thrown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        thrown = self._thrown[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and thrown.picture is not None:
            return self._thumbnails.get(thrown.picture, partial(portrait, thrown.picture), ROUNDING)
        if role == ROW:
            return thrown.entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return thrown.title
        if role == DETAILS:
            return thrown.details(datetime.now(UTC))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{thrown.title}, {thrown.details(datetime.now(UTC))}".replace("\n", ", ")
        return None

    def _arrived(self, key: Hashable) -> None:
        number = self._places.get(key)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
