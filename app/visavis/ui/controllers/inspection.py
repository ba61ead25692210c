"""Inspecting: a face in the picture, or one of the demo, is shown to the networks, and what they see is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.errors import VisavisError
from visavis.imaging.geometry import FaceFinder
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis
from visavis.sources.demo import Stage
from visavis.training_client.inspection import Inspection, NetworkActivations
from visavis.ui.models.inspection_dialog import InspectionDialog
from visavis.ui.threads import Worker

Inspect = Callable[[Callable[[], FaceCrop]], Inspection]


class InspectionController(QObject):
    """Opens the dialog; the look itself is a process, ended with the dialog.

    Parameters
    ----------
    inspect : callable
        A face to a look into the networks.
    detector : callable
        Finds the face of the demo; made and used on a thread of its own.
    """

    failed = Signal(VisavisError)

    def __init__(self, inspect: Inspect, detector: Callable[[], FaceFinder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspect = inspect
        self._detector = detector
        self._inspection: Inspection | None = None
        self._worker = Worker(self, cancel=self._cancel)

    def open(self, analysis: Analysis | None, parent: QWidget) -> InspectionDialog:
        """Look at the largest face of what is shown, or at one of the demo where there is none."""
        seen = largest(analysis)
        inspection = self._inspection = self._inspect(self._of_demo if seen is None else lambda: seen)
        dialog = InspectionDialog(parent)

        def done(insights: tuple[NetworkActivations, ...]) -> None:
            if self._inspection is inspection:
                dialog.show_insights(insights)

        def refuse(error: VisavisError) -> None:
            if self._inspection is inspection:
                dialog.reject()
                self.failed.emit(error)

        dialog.finished.connect(lambda _: self._end(inspection))
        dialog.open()
        self._worker.submit(inspection, done, refuse)
        return dialog

    def _cancel(self) -> None:
        if self._inspection is not None:
            self._end(self._inspection)

    def _end(self, inspection: Inspection) -> None:
        inspection.cancel()
        if self._inspection is inspection:
            self._inspection = None

    def _of_demo(self) -> FaceCrop:
        """On the worker's thread."""
        picture = Stage().picture(0)
        face = max(self._detector()(picture), key=lambda face: face.box.area)
        return FaceCrop.of(picture, face)


def largest(analysis: Analysis | None) -> FaceCrop | None:
    """The largest face of an analysis that was seen there; None where there is none."""
    if analysis is None:
        return None
    height, width = analysis.frame.image.shape[:2]
    faces = [answer.face for answer in analysis.answers if answer.seen]
    faces = [face for face in faces if face.box.clipped(width, height) is not None]
    return FaceCrop.of(analysis.frame.image, max(faces, key=lambda face: face.box.area)) if faces else None
