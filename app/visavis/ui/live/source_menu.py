"""The source menu: cameras by name, a file, an address, the demo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from visavis.sources import CameraInfo
from visavis.ui.file_dialog import StartFolder, ask_file, ask_folder
from visavis.ui.text.file_filters import video_filter
from visavis.ui.threads import Worker
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.question_dialog import QuestionDialog

#: Interval between two listings of the cameras while the menu is open, in milliseconds.
_LISTING_INTERVAL_MS = 1500


class SourceMenu(QToolButton):
    """Shows the current source and offers the others. The list of cameras follows plugging in and out."""

    chosen = Signal(str)  #: a source, as `open_source` takes it

    def __init__(self, cameras: Callable[[], Sequence[CameraInfo]], devices: Worker) -> None:
        super().__init__()
        self._list = cameras
        self._devices = devices
        self.cameras: Sequence[CameraInfo] = ()  #: from the last listing
        self._is_listing = False
        self._current = ""
        self._kind = "film"
        self.setAccessibleName(self.tr("Source"))
        self.setToolTip(self.tr("Choose where the picture comes from"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.file = self._action(self.tr("&Video file …"), "Ctrl+O", self.open_file)
        self.folder = self._action(self.tr("&Folder of pictures …"), "Ctrl+Shift+O", self.open_folder)
        self.address = self._action(self.tr("&Address …"), "Ctrl+L", self.open_address)
        self.demo = self._action(self.tr("&Demo"), "Ctrl+D", partial(self.chosen.emit, "demo"))
        self.sources = QMenu(self.tr("&Source"), self)
        self._listing_timer = QTimer(self, interval=_LISTING_INTERVAL_MS)
        self._listing_timer.timeout.connect(self.list_cameras)
        self.sources.aboutToShow.connect(self.list_cameras)
        self.sources.aboutToShow.connect(self._listing_timer.start)
        self.sources.aboutToHide.connect(self._listing_timer.stop)
        self.setMenu(self.sources)
        self._group = QActionGroup(self.sources)
        self.show_source("", "", camera=False)

    def list_cameras(self) -> None:
        """List the cameras again; until then the menu shows the last listing."""
        if not self._is_listing:  # one listing at a time, however slow the driver
            self._is_listing = True
            self._devices.submit(self._list, self._show_cameras, lambda _: None)

    def show_source(self, text: str, name: str, *, camera: bool) -> str:
        """Show the current source, `text`, whose own name is `name`; return the displayed name."""
        self._current = text
        self._kind = "camera" if camera else "demo" if text == "demo" else "address" if "://" in name else "film"
        displayed = {"demo": self.tr("Demo"), "film": Path(name).name}.get(self._kind, name) or self.tr("Source")
        self.setText(f" {self.fontMetrics().elidedText(displayed, Qt.TextElideMode.ElideMiddle, 240)}  ▾")
        self.setAccessibleDescription(displayed)
        self._fill()
        return displayed

    def open_file(self) -> None:
        """Ask for a video or a picture."""
        title = self.tr("Open a video or a picture")
        ask_file(self, title, StartFolder.VIDEOS, video_filter(), lambda path: self.chosen.emit(str(path)))

    def open_folder(self) -> None:
        """Ask for a folder of pictures, which are shown one after the other."""
        title = self.tr("Open a folder of pictures")
        ask_folder(self, title, StartFolder.PICTURES, lambda path: self.chosen.emit(str(path)))

    def open_address(self) -> None:
        """Ask for the address of a network camera."""
        text = self.tr(
            "Of a network camera or a stream, with user name and password where they are needed. An address with a "
            "password is not stored."
        )
        QuestionDialog(
            self.window(), self.tr("Open an address"), text, self.tr("Open"), self._choose_address, field="rtsp://"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sources"):
            self._fill()

    def _action(self, text: str, shortcut: str, callback: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _: callback())
        return action

    def _choose_address(self, text: str) -> None:
        if text:
            self.chosen.emit(text)

    def _show_cameras(self, cameras: Sequence[CameraInfo]) -> None:
        self._is_listing = False
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
            none = self.sources.addAction(self.tr("No camera found"))
            set_usable(none, False, self.tr("Connect a camera: it appears here by itself."))
        self.sources.addSeparator()
        others = (self.file, self.folder, self.address, self.demo)
        for name, action in zip(("film", "folder", "address", "demo"), others, strict=True):
            action.setIcon(icons.icon(name, color))
            self.sources.addAction(action)
