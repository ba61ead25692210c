"""The source menu: cameras by name, a file, an address, the demo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
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
    added = Signal(str)  #: a source for a second picture
    removed = Signal()  #: the second picture is to go

    def __init__(self, cameras: Callable[[], Sequence[CameraInfo]], devices: Worker) -> None:
        super().__init__()
        self._list = cameras
        self._devices = devices
        self.cameras: Sequence[CameraInfo] = ()  #: from the last listing
        self._is_listing = False
        self._current = ""
        self._kind = "film"
        self._has_second = False
        self._is_offered = True  # a second picture, after the user has agreed to the first page
        self.setAccessibleName(self.tr("Source"))
        self.setToolTip(self.tr("Choose where the picture comes from"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.file, self.folder, self.address, self.demo = self._create_actions(
            self.chosen, ("Ctrl+O", "Ctrl+Shift+O", "Ctrl+L", "Ctrl+D")
        )
        self.sources = QMenu(self.tr("&Source"), self)
        self.second = QMenu(self.tr("Add a &second camera"), self.sources)
        self.second.setToolTipsVisible(True)
        self._others = self._create_actions(self.added, ("Ctrl+Alt+O", "Ctrl+Alt+Shift+O", "Ctrl+Alt+L", "Ctrl+Alt+D"))
        self.remove = QAction(self.tr("&Remove the second camera"), self)
        self.remove.setShortcut("Ctrl+Alt+W")
        self.remove.triggered.connect(lambda _: self.removed.emit())
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

    def displayed_name(self, text: str, name: str, *, camera: bool) -> str:
        """How a source, `text`, whose own name is `name`, is called in the window."""
        names = {"demo": self.tr("Demo") + name.removeprefix(text), "film": Path(name).name}
        return names.get(_kind(text, name, camera=camera), name) or self.tr("Source")

    def offer_second(self, on: bool) -> None:
        """Offer a second picture at all, or not yet."""
        self._is_offered = on
        self._fill()

    def show_second(self, on: bool) -> None:
        """Offer to remove the second picture, or to add one."""
        self._has_second = on
        self._fill()

    def show_source(self, text: str, name: str, *, camera: bool) -> str:
        """Show the current source, `text`, whose own name is `name`; return the displayed name."""
        self._current = text
        self._kind = _kind(text, name, camera=camera)
        displayed = self.displayed_name(text, name, camera=camera)
        self.setText(f" {self.fontMetrics().elidedText(displayed, Qt.TextElideMode.ElideMiddle, 240)}  ▾")
        self.setAccessibleDescription(displayed)
        self._fill()
        return displayed

    def open_file(self, signal: SignalInstance) -> None:
        """Ask for a video or a picture."""
        title = self.tr("Open a video or a picture")
        ask_file(self, title, StartFolder.VIDEOS, video_filter(), lambda path: signal.emit(str(path)))

    def open_folder(self, signal: SignalInstance) -> None:
        """Ask for a folder of pictures, which are shown one after the other."""
        title = self.tr("Open a folder of pictures")
        ask_folder(self, title, StartFolder.PICTURES, lambda path: signal.emit(str(path)))

    def open_address(self, signal: SignalInstance) -> None:
        """Ask for the address of a network camera."""
        text = self.tr(
            "Of a network camera or a stream, with user name and password where they are needed. An address with a "
            "password is not stored."
        )
        QuestionDialog(
            self.window(),
            self.tr("Open an address"),
            text,
            self.tr("Open"),
            lambda address: signal.emit(address) if address else None,
            field="rtsp://",
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "sources"):
            self._fill()

    def _create_actions(self, signal: SignalInstance, shortcuts: Sequence[str]) -> tuple[QAction, ...]:
        """The actions for a file, a folder, an address and the demo, which emit what was chosen."""
        kinds: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("&Video file …"), partial(self.open_file, signal)),
            (self.tr("&Folder of pictures …"), partial(self.open_folder, signal)),
            (self.tr("&Address …"), partial(self.open_address, signal)),
            (self.tr("&Demo"), partial(signal.emit, "demo")),
        )
        actions = []
        for number, (text, callback) in enumerate(kinds):
            action = QAction(text, self)
            action.setShortcut(shortcuts[number])
            action.triggered.connect(callback)
            actions.append(action)
        return tuple(actions)

    def _show_cameras(self, cameras: Sequence[CameraInfo]) -> None:
        self._is_listing = False
        if list(cameras) != list(self.cameras):
            self.cameras = cameras
            self._fill()

    def _fill(self) -> None:
        color = theme.current().text
        self.setIcon(icons.icon(self._kind, color))
        self._fill_menu(self.sources, self.chosen, (self.file, self.folder, self.address, self.demo))
        self.sources.addSeparator()
        self._fill_menu(self.second, self.added, self._others)
        self.sources.addMenu(self.second)
        self.sources.addAction(self.remove)
        may_add = self._is_offered and not self._has_second
        refusal = (
            self.tr("Two pictures are shown already.") if self._has_second else self.tr("Leave the welcome page first.")
        )
        set_usable(self.second.menuAction(), may_add, refusal)
        set_usable(self.remove, self._has_second, self.tr("There is only one picture."))
        for action in self._others:
            set_usable(action, may_add, refusal)

    def _fill_menu(self, menu: QMenu, signal: SignalInstance, others: Sequence[QAction]) -> None:
        color = theme.current().text
        menu.clear()
        for camera in self.cameras:
            text = camera.id or str(camera.index)
            action = menu.addAction(icons.icon("camera", color), camera.name, partial(signal.emit, text))
            is_shown = self._current in {text, str(camera.index), camera.name}
            if menu is self.sources:
                action.setCheckable(True)
                action.setChecked(is_shown)
                self._group.addAction(action)
            else:
                set_usable(action, not is_shown, self.tr("This camera is shown already."))
        if not self.cameras:
            none = menu.addAction(self.tr("No camera found"))
            set_usable(none, False, self.tr("Connect a camera: it appears here by itself."))
        menu.addSeparator()
        for name, action in zip(("film", "folder", "address", "demo"), others, strict=True):
            action.setIcon(icons.icon(name, color))
            menu.addAction(action)


def _kind(text: str, name: str, *, camera: bool) -> str:
    """The kind of a source, by which its icon is called."""
    return "camera" if camera else "demo" if text == "demo" else "address" if "://" in name else "film"
