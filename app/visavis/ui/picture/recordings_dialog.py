"""The dialog of the recordings: which there are and whom they show, with buttons to play and to delete."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from visavis.people.names import comparison_key
from visavis.people.store import PeopleStore
from visavis.recordings.store import RecordingStore, StoredRecording
from visavis.storage.paths import DataFolders
from visavis.ui.picture.timeline import format_time
from visavis.ui.text.language import moment, person_name, translate
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH, _HEIGHT = 680, 420


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording in the list."""

    recording: StoredRecording
    names: tuple[str, ...]  #: who was named in it, by the names that they have now
    size: int  #: in bytes

    @property
    def cells(self) -> list[str]:
        """Its texts, by column."""
        index, size = self.recording.index, QLocale().formattedDataSize(self.size)
        if index is None:
            return [self.recording.name, "", translate("RecordingsDialog", "Damaged"), size]
        people = [person_name(name) for name in self.names]
        people += [translate("RecordingsDialog", "unknown people")] * index.has_unknown
        who = ", ".join(people) or translate("RecordingsDialog", "Nobody")
        return [moment(index.started), format_time(index.duration), who, size]


def load_recordings(folders: DataFolders) -> list[RecordingRow]:
    """All recordings, newest first.

    Raises
    ------
    DiskError, FileError
        If the recordings or the people cannot be read.
    """
    people = [(person.name, comparison_key(person.name)) for person in PeopleStore(folders.people).people()]
    rows = []
    for recording in reversed(RecordingStore(folders.recordings).recordings()):
        names = recording.index.people if recording.index else frozenset[str]()
        keys = {comparison_key(name) for name in names}
        current = sorted(str(name) for name, key in people if key in keys)
        rows.append(RecordingRow(recording, tuple(current or sorted(names)), recording.size))
    return rows


class RecordingsDialog(QDialog):
    """Enter or a double click plays the selected recording, Delete asks whether to delete it."""

    played = Signal(RecordingRow)
    delete_wanted = Signal(RecordingRow)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("recordings")
        self.setWindowTitle(self.tr("Recordings"))
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._rows: list[RecordingRow] = []
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels([self.tr("When"), self.tr("Length"), self.tr("Who"), self.tr("Size")])
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.list.setRootIsDecorated(False)
        self.empty = QLabel(
            self.tr("There are no recordings. Record, in the menu Picture, makes one."),
            wordWrap=True,
            textFormat=Qt.TextFormat.PlainText,
        )
        self.empty.hide()
        self.play, self.delete = QPushButton(self.tr("Play")), QPushButton(self.tr("Delete …"))
        self.close_ = QPushButton(self.tr("Close"))
        self.play.setProperty("kind", "primary")
        self.play.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        buttons.addWidget(self.play)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.list.itemSelectionChanged.connect(self._update)
        self.list.itemActivated.connect(lambda *_: self.play.click())
        self.play.clicked.connect(self._play)
        self.delete.clicked.connect(self._ask_delete)
        self.close_.clicked.connect(self.reject)
        self._update()
        self.list.setFocus()

    @property
    def chosen(self) -> RecordingRow | None:
        """The selected row; None without one."""
        items = self.list.selectedItems()
        return self._rows[self.list.indexOfTopLevelItem(items[0])] if items else None

    def show_rows(self, rows: Sequence[RecordingRow]) -> None:
        """Show the recordings, and select the one where the selection was."""
        place = max(self.list.currentIndex().row(), 0)
        self._rows = list(rows)
        self.list.clear()
        for row in rows:
            item = QTreeWidgetItem(self.list, row.cells)
            item.setToolTip(2, row.cells[2])
        self.empty.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.list.model().index(min(place, len(rows) - 1), 0))
        self._update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete.click()
        else:
            super().keyPressEvent(event)

    def _update(self) -> None:
        row = self.chosen
        choose = self.tr("Choose a recording first.")
        set_usable(self.delete, row is not None, choose)
        damaged = row is not None and row.recording.index is None
        can_play = row is not None and not damaged
        set_usable(self.play, can_play, self.tr("It is damaged and cannot be played.") if damaged else choose)

    def _play(self) -> None:
        if (row := self.chosen) is not None:
            self.played.emit(row)
            self.accept()

    def _ask_delete(self) -> None:
        if (row := self.chosen) is not None:
            self.delete_wanted.emit(row)
