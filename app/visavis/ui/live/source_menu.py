"""The source chooser: cameras by name, a file, an address, the demo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from visavis.sources import CameraInfo
from visavis.ui.text.language import translate
from visavis.ui.threads import Worker
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.question_dialog import QuestionDialog

_SUFFIXES = "*.mp4 *.mkv *.mov *.avi *.webm *.m4v *.jpg *.jpeg *.png *.webp *.bmp"
#: How often it is looked which cameras there are while the menu is open, in milliseconds.
_LOOK_MS = 1500


def videos() -> str:
    """What a dialog that opens videos offers."""
    films, all_ = translate("SourceMenu", "Videos and pictures"), translate("SourceMenu", "All files")
    return f"{films} ({_SUFFIXES});;{all_} (*)"


class SourceMenu(QToolButton):
    """Says which source is shown, and offers the others. The list of cameras follows plugging in and out."""

    chosen = Signal(str)  #: a source, as `open_source` takes it

    def __init__(self, cameras: Callable[[], Sequence[CameraInfo]], devices: Worker) -> None:
        super().__init__()
        self._list = cameras
        self._devices = devices
        self.cameras: Sequence[CameraInfo] = ()  #: those last seen
        self._asked = False
        self._current = ""
        self._kind = "film"
        self.setAccessibleName(self.tr("Source"))
        self.setToolTip(self.tr("Choose where the picture comes from"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.file = self._action(self.tr("&Video file …"), "Ctrl+O", self.open_file)
        self.address = self._action(self.tr("&Address …"), "Ctrl+L", self.open_address)
        self.demo = self._action(self.tr("&Demo"), "Ctrl+D", partial(self.chosen.emit, "demo"))
        self.sources = QMenu(self.tr("&Source"), self)
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self.sources.aboutToShow.connect(self.look)
        self.sources.aboutToShow.connect(self._looking.start)
        self.sources.aboutToHide.connect(self._looking.stop)
        self.setMenu(self.sources)
        self._group = QActionGroup(self.sources)
        self.show_source("", "", camera=False)

    def look(self) -> None:
        """See which cameras there are now; the menu shows the last known until then."""
        if not self._asked:  # a driver that answers slowly is not asked again meanwhile
            self._asked = True
            self._devices.submit(self._list, self._found, lambda _: None)

    def show_source(self, text: str, name: str, *, camera: bool) -> str:
        """Source `text` is shown now, which calls itself `name`; return what it is called here."""
        self._current = text
        self._kind = "camera" if camera else "demo" if text == "demo" else "address" if "://" in name else "film"
        shown = {"demo": self.tr("Demo"), "film": Path(name).name}.get(self._kind, name) or self.tr("Source")
        self.setText(f" {self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 240)}  ▾")
        self.setAccessibleDescription(shown)
        self._fill()
        return shown

    def open_file(self) -> None:
        """Ask for a video or a picture."""
        dialog = QFileDialog(self.window(), self.tr("Open a video"), "", videos())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()

    def open_address(self) -> None:
        """Ask for the address of a network camera."""
        text = self.tr("Of a network camera or a stream, with user name and password where they are needed.")
        QuestionDialog(self.window(), self.tr("Open an address"), text, self.tr("Open"), self._typed, field="rtsp://")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sources"):
            self._fill()

    def _action(self, text: str, shortcut: str, called: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _: called())
        return action

    def _typed(self, text: str) -> None:
        if text:
            self.chosen.emit(text)

    def _found(self, cameras: Sequence[CameraInfo]) -> None:
        self._asked = False
        if list(cameras) != list(self.cameras):
            self.cameras = cameras
            self._fill()

    def _fill(self) -> None:
        color = theme.current().text
        self.setIcon(icons.icon(self._kind, color))
        self.sources.clear()
        for camera in self.cameras:
            text = camera.id or str(camera.index)
            action = self.sources.addAction(icons.icon("camera", color), camera.name, partial(self.chosen.emit, text))
            action.setCheckable(True)
            action.setChecked(self._current in {text, str(camera.index), camera.name})
            self._group.addAction(action)
        if not self.cameras:
            self.sources.addAction(self.tr("No camera found")).setEnabled(False)
        self.sources.addSeparator()
        for name, action in (("film", self.file), ("address", self.address), ("demo", self.demo)):
            action.setIcon(icons.icon(name, color))
            self.sources.addAction(action)
