"""What a capture takes from the live picture and shows over it: the ring, prompts, and one person of the demo."""

import time

from PySide6.QtCore import QObject

from visavis.enrollment.coverage import Cell
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.capture import texts
from visavis.ui.capture.mode import CaptureMode, CapturePhase
from visavis.ui.capture.session import CaptureSession, Instruction
from visavis.ui.live.capture_ring import CaptureRing, RingFollower
from visavis.ui.live.session import LiveSession
from visavis.ui.live.video_view import VideoView
from visavis.ui.people.overview import OverviewStore
from visavis.ui.widgets.announce import announce


class CaptureGuide(QObject):
    """Keeps the ring on the face while a capture runs, and announces each new prompt to screen readers.

    While someone is captured on the demo, one of its people is alone in view: another one for each person.
    """

    def __init__(
        self,
        capture: CaptureMode,
        video: VideoView,
        live: LiveSession,
        overview: OverviewStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._capture = capture
        self._video = video
        self._live = live
        self._overview = overview
        self._solo: int | None = None  # who is alone in the demo while someone is captured
        self._follower = RingFollower()
        self._session: CaptureSession | None = None
        self._announced: Instruction | None = None
        capture.changed.connect(self._refresh)
        capture.changed.connect(self._stage_demo)
        live.analyzed.connect(self._take)
        live.frame_ready.connect(self.show_frame)

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

    def _take(self, analysis: Analysis) -> None:
        if self._live.is_staged(analysis.frame):
            self._capture.take(analysis)

    def _stage_demo(self) -> None:
        if self._capture.phase not in {CapturePhase.RUNNING, CapturePhase.ASKING}:
            self._solo = None
        elif self._solo is None:
            self._solo = len(self._overview.current.rows) % 2
        self._live.set_solo(self._solo)

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
