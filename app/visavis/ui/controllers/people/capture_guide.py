"""What a capture takes from the live picture and shows over it: the ring, prompts, and one person of the demo.

Pictures that were discarded are offered back.
"""

import time

from PySide6.QtCore import QObject

from visavis.enrollment.coverage import Cell
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.capture import texts
from visavis.ui.capture.mode import CaptureMode, CapturePhase
from visavis.ui.capture.session import CaptureSession, Instruction
from visavis.ui.controllers.live import LiveController
from visavis.ui.live.capture_ring import CaptureRing, RingFollower
from visavis.ui.live.video_view import VideoView
from visavis.ui.people.overview import OverviewStore
from visavis.ui.picture.toast import Toast
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import person_name
from visavis.ui.widgets.announce import announce


class CaptureGuide(QObject):
    """Keeps the ring on the face while a capture runs, and announces each new prompt to screen readers.

    Of two pictures, a capture uses the one that is chosen when it begins, until it ends.

    While someone is captured on the demo, one of its people is alone in view: another one for each person.
    """

    def __init__(
        self,
        capture: CaptureMode,
        live: LiveController,
        overview: OverviewStore,
        toast: Toast,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._capture = capture
        self._live = live
        self._display = live.chosen
        self._overview = overview
        self._toast = toast
        self._solo: int | None = None  # who is alone in the demo while someone is captured
        self._follower = RingFollower()
        self._session: CaptureSession | None = None
        self._announced: Instruction | None = None
        capture.changed.connect(self._refresh)
        capture.changed.connect(self._stage_demo)
        capture.discarded.connect(self._offer_to_restore)
        live.analyzed.connect(self._take)
        live.frame_ready.connect(self.show_frame)
        live.closed.connect(self._end)

    def show_frame(self, frame: Frame) -> None:
        """Move the ring to where the face is in a new frame."""
        session = self._capture.session
        if self._capture.phase is not CapturePhase.RUNNING or session is None or not self._is_captured(frame):
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
        if self._is_captured(analysis.frame) and self._display.session.is_staged(analysis.frame):
            self._capture.take(analysis)

    @property
    def _video(self) -> VideoView:
        return self._display.pane.video

    def _is_captured(self, frame: Frame) -> bool:
        return frame.channel == self._display.session.channel

    def _end(self, channel: int) -> None:
        """End the capture if its source has ended, or another one is opened in its picture."""
        if channel == self._display.session.channel:
            self._capture.stop()

    def _choose_display(self) -> None:
        """Capture from the chosen picture, once a capture begins."""
        display = self._live.chosen
        if display is not self._display:
            self._video.show_guide(None)
            self._display.session.set_solo(None)
            self._display = display

    def _stage_demo(self) -> None:
        if self._capture.phase not in {CapturePhase.RUNNING, CapturePhase.ASKING}:
            self._solo = None
        elif self._solo is None:
            self._solo = len(self._overview.current.rows) % 2
        self._display.session.set_solo(self._solo)

    def _offer_to_restore(self, session: CaptureSession) -> None:
        """Offer to bring back the pictures of a capture that was cancelled or discarded."""
        text = self.tr("{pictures} of {name} discarded.")
        self._toast.offer(
            text.format(pictures=picture_count(len(session.kept)), name=person_name(session.name)),
            self.tr("Undo"),
            self._restore,
        )

    def _restore(self) -> None:
        if not self._capture.restore():
            self._toast.say(self.tr("The pictures are gone: somebody was captured since."))

    def _refresh(self) -> None:
        session = self._capture.session
        if self._capture.phase is not CapturePhase.RUNNING or session is None:
            self._announced = None
            self._video.show_guide(None)
            return
        if session is not self._session:
            self._choose_display()
            self._session, self._follower = session, RingFollower()
        if session.instruction is not self._announced:
            self._announced = session.instruction
            announce(self._video, texts.format_instruction(session.instruction))
