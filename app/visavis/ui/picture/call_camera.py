"""The picture as a camera for calls: with names, or with the faces hidden."""

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.imaging.virtual_camera import OpenVirtualCamera, open_virtual_camera
from visavis.pipeline import Analysis
from visavis.process.mailbox import Latest
from visavis.tagging.redaction import hide_face
from visavis.ui.live.annotator import Annotator
from visavis.ui.threads import StreamThread

#: The rate that is announced to other programs, in pictures a second; fewer may come.
_RATE = 30.0
#: Seconds for which a face stays hidden where it was found last: a search may miss it for a moment.
_HOLD_S = 0.7


class FaceHider:
    """Makes copies of analyzed frames without the faces, for one source after another.

    While whole pictures are classified, no face is looked for: then the copy is black.
    """

    def __init__(self) -> None:
        self._held: list[tuple[float, Box]] = []  # when a box was found, and the box

    def __call__(self, analysis: Analysis) -> Image:
        if analysis.picture is not None:
            return np.zeros_like(analysis.frame.image)
        now = analysis.frame.taken_at
        self._held = [(found, box) for found, box in self._held if now - found <= _HOLD_S]
        self._held += [(now, answer.face.box) for answer in analysis.answers]
        image = analysis.frame.image.copy()
        for _, box in self._held:
            hide_face(image, box)
        return image


class CallCamera(QObject):
    """Sends each analyzed frame to a virtual camera, on a thread of its own that never falls behind.

    Parameters
    ----------
    open_camera : callable
        Seam for tests.
    """

    opened = Signal(str)  #: the name under which other programs list the camera
    failed = Signal(VisavisError)  #: there is no virtual camera, or it takes no pictures; sending has ended
    ended = Signal()

    def __init__(self, parent: QObject, open_camera: OpenVirtualCamera = open_virtual_camera) -> None:
        super().__init__(parent)
        self._open = open_camera
        self._analyses: Latest[Analysis] = Latest()
        self._devices: Latest[str] = Latest()
        self._thread: StreamThread | None = None

    @property
    def is_sending(self) -> bool:
        return self._thread is not None

    def start(self, *, is_hiding: bool) -> None:
        """Send from the next analyzed frame on; again with other settings if it sends already."""
        self.stop()
        self._analyses, self._devices = Latest(), Latest()
        make = FaceHider() if is_hiding else Annotator()
        pictures = _send(self._analyses, make, self._open)
        thread = self._thread = StreamThread(pictures, self._devices, self._analyses.close, self)
        thread.available.connect(self._announce)
        thread.failed.connect(self._fail)
        thread.start()

    def stop(self) -> None:
        """Stop sending; the device is released after the current picture."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._analyses.close()
            thread.wait()
            thread.deleteLater()
            self.ended.emit()

    def see(self, analysis: Analysis) -> None:
        """Send an analyzed frame, if the camera is in use. It replaces one that was not sent yet."""
        if self._thread is not None:
            self._analyses.put(analysis)

    def _announce(self) -> None:
        device = self._devices.take()
        if device is not None:
            self.opened.emit(device)

    def _fail(self, error: VisavisError) -> None:
        self.stop()
        self.failed.emit(error)


def _send(
    analyses: Latest[Analysis], make: Callable[[Analysis], Image], open_camera: OpenVirtualCamera
) -> Iterator[str]:
    """Send pictures until the mailbox is closed; yield the name of the device once it is open."""
    camera = None
    try:
        for analysis in analyses:
            if camera is None:
                height, width = analysis.frame.image.shape[:2]
                camera = open_camera(width, height, _RATE)
                yield camera.device
            camera.send(make(analysis))
    finally:
        if camera is not None:
            camera.close()
