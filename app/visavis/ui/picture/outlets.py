"""Where the labeled picture goes besides the window: the mini view, and a camera for calls."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.virtual_camera import OpenVirtualCamera
from visavis.pipeline import Analysis
from visavis.ui.picture.call_camera import CallCamera
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.picture.mini_view import MiniView


class Outlets(QObject):
    """Connects the outlets with the actions that turn them on and off. They show the chosen picture.

    Parameters
    ----------
    mini, call, hide_faces : QAction
        Checkable.
    tell : callable
        Shows a sentence.
    open_camera : callable
        Opens a virtual camera.
    """

    failed = Signal(VisavisError)  #: the camera for calls cannot be used
    window_wanted = Signal()  #: bring the window to the front

    def __init__(
        self,
        pictures: PictureGrid,
        actions: tuple[QAction, QAction, QAction],
        tell: Callable[[str], None],
        open_camera: OpenVirtualCamera,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._mini_action, self._call_action, self._hide_action = actions
        self._pictures = pictures
        self._tell = tell
        self.mini = MiniView()
        self.camera = CallCamera(self, open_camera)
        self._mini_action.toggled.connect(self._toggle_mini)
        self.mini.closed.connect(lambda: self._mini_action.setChecked(False))
        self.mini.activated.connect(self.window_wanted)
        self._call_action.toggled.connect(self._toggle_camera)
        self._hide_action.toggled.connect(self._restart_camera)
        self.camera.opened.connect(self._announce)
        self.camera.failed.connect(self._fail)

    @property
    def is_used(self) -> bool:
        """Whether the picture is seen elsewhere, so that it is analyzed while the window is minimized."""
        return self.mini.isVisible() or self.camera.is_sending

    def show_frame(self, frame: Frame) -> None:
        """Show a frame of the chosen picture."""
        self.mini.show_frame(frame)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what was found in a frame of the chosen picture."""
        self.mini.show_analysis(analysis)
        self.camera.see(analysis)

    def update_mirror(self) -> None:
        """Mirror the mini view as the chosen picture is mirrored."""
        self.mini.video.set_mirrored(self._pictures.chosen.video.mirrored)

    def close(self) -> None:
        """Close the mini view, and release the camera."""
        self.mini.close()
        self.camera.stop()

    def _toggle_mini(self, on: bool) -> None:
        if not on:
            self.mini.close()
            return
        self.update_mirror()
        self.mini.open()

    def _toggle_camera(self, on: bool) -> None:
        if on:
            self.camera.start(is_hiding=self._hide_action.isChecked())
        else:
            self.camera.stop()

    def _restart_camera(self, _: bool) -> None:
        if self.camera.is_sending:
            self.camera.start(is_hiding=self._hide_action.isChecked())

    def _announce(self, device: str) -> None:
        text = self.tr("Choose the camera “{device}” in the program for calls.")
        self._tell(text.format(device=device))

    def _fail(self, error: VisavisError) -> None:
        self._call_action.setChecked(False)
        self.failed.emit(error)
