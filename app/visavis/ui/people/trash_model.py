"""The entries of the trash as a list model."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from visavis.people.names import spaced_name
from visavis.people.trash import Trash
from visavis.people.trash_entry import TrashEntry
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import translate
from visavis.ui.widgets.images import portrait
from visavis.ui.widgets.picture_model import DETAILS, ROUNDING, ROW, PictureModel

#: Seconds in a day.
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class TrashItem:
    """An entry of the trash with the picture that stands for it."""

    entry: TrashEntry
    picture: Path | None

    @property
    def title(self) -> str:
        return spaced_name(self.entry.name or "") or translate("Trash", "Unknown person")

    def details(self, now: datetime) -> str:
        """What it contains, and when it leaves the trash."""
        days = ceil((self.entry.expires - now).total_seconds() / _DAY_S)
        when = translate("Trash", "1 day left") if days == 1 else translate("Trash", "%n days left", None, max(days, 0))
        what = picture_count(self.entry.pictures)
        if self.entry.whole:
            what = translate("Trash", "Whole person, {pictures}").format(pictures=what)
        return f"{what}\n{when}"


def load_items(trash: Trash) -> tuple[TrashItem, ...]:
    """Read the trash, newest entries first."""
    items = []
    for entry in trash.entries():
        samples = entry.samples()
        items.append(TrashItem(entry, samples[0].path if samples else None))
    return tuple(items)


class TrashModel(PictureModel):
    """The entries of the trash."""

    def show_items(self, items: Sequence[TrashItem]) -> None:
        """Replace the items."""
        self._show(items)

    @property
    def entries(self) -> tuple[TrashEntry, ...]:
        return tuple(each.entry for each in self._shown)

    def _key(self, row: TrashItem) -> Hashable:
        return row.picture

    def _data(self, row: TrashItem, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and row.picture is not None:
            return self._thumbnails.get(row.picture, partial(portrait, row.picture), ROUNDING)
        if role == ROW:
            return row.entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.title
        if role == DETAILS:
            return row.details(datetime.now(UTC))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.details(datetime.now(UTC))}".replace("\n", ", ")
        return None
