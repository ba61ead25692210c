"""The mistakes of a report as pictures. A click or Enter opens one large, with the people it is about."""

from collections.abc import Callable, Mapping
from functools import partial
from threading import Event

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from visavis.imaging.image import Image
from visavis.recognition.report import SearchResult
from visavis.ui.models.report import ModelReport
from visavis.ui.report.mistake_dialog import MistakeDialog, mistake_text
from visavis.ui.report.tables import CONFUSION_ROLE
from visavis.ui.threads import Worker
from visavis.ui.widgets.images import as_pixmap, portrait

#: Side of the picture of a mistake, in device-independent pixels.
_PICTURE = 112
#: Maximum number of mistakes shown.
_MAX_MISTAKES = 60


class MistakeList(QListWidget):
    """Shows mistakes, the worst first. Pictures are read on the disk worker.

    Parameters
    ----------
    names : mapping
        The names now of people who are still enrolled, by their names in the report.
    """

    capture = Signal(str)  #: more pictures of a person
    person = Signal(str)  #: the page of a person

    def __init__(
        self, report: ModelReport, names: Mapping[str, str], disk_worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._disk_worker = disk_worker
        self._is_gone = Event()  # pictures may be read until then
        self.destroyed.connect(self._is_gone.set)
        self._dialog: MistakeDialog | None = None
        self.mistakes = report.mistakes[:_MAX_MISTAKES]
        self.setAccessibleName(self.tr("Mistakes"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(_PICTURE, _PICTURE))
        self.setGridSize(QSize(_PICTURE + 44, _PICTURE + 62))
        self.setWordWrap(True)
        self.setUniformItemSizes(True)
        self.setProperty("kind", "pictures")
        for number, search in enumerate(self.mistakes):
            item = QListWidgetItem(mistake_text(search))
            item.setSizeHint(self.gridSize())
            item.setToolTip(f"{item.text()}\n{self.tr('Click to see it large')}")
            self.addItem(item)
            if search.picture is not None:
                disk_worker.submit(
                    partial(portrait, search.picture), partial(self._show_picture, number), lambda _: None
                )
        if not self.mistakes:
            item = QListWidgetItem(self.tr("There were none."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.setViewMode(QListWidget.ViewMode.ListMode)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.addItem(item)
            return
        self.setCurrentRow(0)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def select(self, wanted: Callable[[SearchResult], bool]) -> bool:
        """Select the first mistake of a kind; return whether there is one."""
        for number, search in enumerate(self.mistakes):
            if wanted(search):
                self.setCurrentRow(number)
                self.scrollToItem(self.item(number))
                return True
        return False

    def select_confusion(self, cell: QModelIndex) -> bool:
        """Select the first mistake that a cell of the matrix of confusions counts; return whether there is one."""
        truth, answer = cell.data(CONFUSION_ROLE) or (None, None)
        return truth != answer and self.select(lambda search: search.truth == truth and search.name == answer)

    def _open(self, index: QModelIndex) -> None:
        if self._dialog is not None:  # a double click is two clicks
            return
        dialog = self._dialog = MistakeDialog(self.mistakes[index.row()], self._names, self._disk_worker, self)
        dialog.capture.connect(self.capture)
        dialog.person.connect(self.person)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show_picture(self, number: int, image: Image) -> None:
        if not self._is_gone.is_set():  # the report may be closed, and its window gone
            self.item(number).setIcon(QIcon(as_pixmap(image, rounding=0.08)))
