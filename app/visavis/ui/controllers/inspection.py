"""Inspection: shows what the networks compute for a face in the picture, or for a face of the demo."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.geometry import FaceFinder
from visavis.insight.inspection import InsightEvent, Inspection
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis
from visavis.sources.demo import Stage
from visavis.ui.models.inspection_dialog import InspectionDialog
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


@dataclass(eq=False)
class _Look:
    """A dialog, and the inspection that fills it."""

    dialog: InspectionDialog
    inspection: Inspection | None = None


class InspectionController(QObject):
    """Opens the dialog. The inspection is a child process, which ends with the dialog.

    Parameters
    ----------
    inspect : callable
        Makes the inspection of a face; the face is requested on the inspection's own thread, which also passes on the
        events.
    create_detector : callable
        Makes the detector that finds the face of the demo, on the same thread.
    """

    _arrived = Signal(object, object)  # the part of a look, or how far it is: the `_Look`, and the event

    def __init__(
        self,
        inspect: Callable[[Callable[[], FaceCrop], Callable[[InsightEvent], object]], Inspection],
        create_detector: Callable[[], FaceFinder],
        pictures: PictureGrid,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._inspect = inspect
        self._create_detector = create_detector
        self._pictures = pictures
        self._banner = banner
        self._look: _Look | None = None
        self._arrived.connect(self._show)
        self._worker = Worker(self, cancel=self._cancel)

    def open(self) -> None:
        """Inspect the largest face of the picture, or one of the demo if there is none."""
        face = largest_face(self._pictures.chosen.video.analysis)
        look = self._look = _Look(InspectionDialog(self._pictures.window()))
        look.inspection = self._inspect(
            self._demo_face if face is None else lambda: face, lambda event: self._arrived.emit(look, event)
        )

        def finish(_: object) -> None:
            if self._look is look:
                look.dialog.show_end()

        def fail(error: VisavisError) -> None:
            if self._look is look:
                look.dialog.reject()
                self._banner.tell(Notice.of(error, "inspection"))

        look.dialog.finished.connect(lambda _: self._end(look))
        look.dialog.open()
        self._worker.submit(look.inspection, finish, fail)

    def _show(self, look: "_Look", event: InsightEvent) -> None:
        if self._look is look:
            look.dialog.show_event(event)

    def _cancel(self) -> None:
        if self._look is not None:
            self._end(self._look)

    def _end(self, look: "_Look") -> None:
        if look.inspection is not None:
            look.inspection.cancel()
        if self._look is look:
            self._look = None

    def _demo_face(self) -> FaceCrop:
        """Runs on the worker's thread."""
        picture = Stage().picture(0)
        face = max(self._create_detector()(picture), key=lambda face: face.box.area)
        return FaceCrop(picture, face)


def largest_face(analysis: Analysis | None) -> FaceCrop | None:
    """The largest face that was detected in the analyzed frame itself, with the whole frame; None if there is none."""
    if analysis is None:
        return None
    height, width = analysis.frame.image.shape[:2]
    faces = [answer.face for answer in analysis.answers if answer.is_detected]
    faces = [face for face in faces if face.box.clip(width, height) is not None]
    return FaceCrop(analysis.frame.image, max(faces, key=lambda face: face.box.area)) if faces else None
