"""The capture ring over the live picture, and the spoken prompts of capture mode."""

import time

from PySide6.QtCore import QObject

from visavis.enrollment.coverage import Cell
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.ui.capture import texts
from visavis.ui.capture.mode import CaptureMode, CapturePhase
from visavis.ui.capture.session import CaptureSession, Instruction
from visavis.ui.live.capture_ring import CaptureRing, RingFollower
from visavis.ui.live.video_view import VideoView
from visavis.ui.widgets.announce import announce


class CaptureGuide(QObject):
    """Keeps the ring on the face while a capture runs, and announces each new prompt to screen readers."""

    def __init__(self, capture: CaptureMode, video: VideoView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._capture = capture
        self._video = video
        self._follower = RingFollower()
        self._session: CaptureSession | None = None
        self._announced: Instruction | None = None
        capture.changed.connect(self._refresh)

    def show_frame(self, frame: Frame) -> None:
        """Move the ring to where the face is in a new frame."""
        session = self._capture.session
        if self._capture.phase is not CapturePhase.RUNNING or session is None:
            return
        height, width = frame.image.shape[:2]
        circle = self._follower.to(session.box, (width, height), time.monotonic())
        requested = session.instruction if isinstance(session.instruction, Cell) else None
        coverage = session.enrollment.coverage
        ring = CaptureRing(
            circle,
            {cell: coverage.completeness(cell) for cell in Cell},
            requested,
            texts.format_instruction(session.instruction),
            texts.format_progress(coverage, session.taken),
            coverage.progress,
            several=session.instruction is Refusal.SEVERAL_FACES,
        )
        self._video.show_guide(ring)

    def _refresh(self) -> None:
        session = self._capture.session
        if self._capture.phase is not CapturePhase.RUNNING or session is None:
            self._announced = None
            self._video.show_guide(None)
            return
        if session is not self._session:
            self._session, self._follower = session, RingFollower()
        if session.instruction is not self._announced:
            self._announced = session.instruction
            announce(self._video, texts.format_instruction(session.instruction))
