"""Inspection: shows what the networks compute for a face in the picture, or for a face of the demo."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.imaging.geometry import FaceFinder
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis
from visavis.sources.demo import Stage
from visavis.training_client.inspection import Inspection, NetworkActivations
from visavis.ui.models.inspection_dialog import InspectionDialog
from visavis.ui.picture.grid import PictureGrid
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class InspectionController(QObject):
    """Opens the dialog. The inspection is a child process, which ends with the dialog.

    Parameters
    ----------
    inspect : callable
        Makes the inspection of a face; the face is requested on the inspection's own thread.
    create_detector : callable
        Makes the detector that finds the face of the demo, on the same thread.
    """

    def __init__(
        self,
        inspect: Callable[[Callable[[], FaceCrop]], Inspection],
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
        self._inspection: Inspection | None = None
        self._worker = Worker(self, cancel=self._cancel)

    def open(self) -> None:
        """Inspect the largest face of the picture, or one of the demo if there is none."""
        face = largest_face(self._pictures.chosen.video.analysis)
        inspection = self._inspection = self._inspect(self._demo_face if face is None else lambda: face)
        dialog = InspectionDialog(self._pictures.window())

        def show(activations: tuple[NetworkActivations, ...]) -> None:
            if self._inspection is inspection:
                dialog.show_activations(activations)

        def fail(error: VisavisError) -> None:
            if self._inspection is inspection:
                dialog.reject()
                self._banner.tell(Notice.of(error, "inspection"))

        dialog.finished.connect(lambda _: self._end(inspection))
        dialog.open()
        self._worker.submit(inspection, show, fail)

    def _cancel(self) -> None:
        if self._inspection is not None:
            self._end(self._inspection)

    def _end(self, inspection: Inspection) -> None:
        inspection.cancel()
        if self._inspection is inspection:
            self._inspection = None

    def _demo_face(self) -> FaceCrop:
        """Runs on the worker's thread."""
        picture = Stage().picture(0)
        face = max(self._create_detector()(picture), key=lambda face: face.box.area)
        return FaceCrop.from_image(picture, face)


def largest_face(analysis: Analysis | None) -> FaceCrop | None:
    """The largest face that was detected in the analyzed frame itself; None if there is none."""
    if analysis is None:
        return None
    height, width = analysis.frame.image.shape[:2]
    faces = [answer.face for answer in analysis.answers if answer.is_detected]
    faces = [face for face in faces if face.box.clip(width, height) is not None]
    return FaceCrop.from_image(analysis.frame.image, max(faces, key=lambda face: face.box.area)) if faces else None
