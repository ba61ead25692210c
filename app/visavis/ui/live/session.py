"""The live session: one source at a time is captured and analyzed, each on a thread of its own."""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.process.mailbox import Latest
from visavis.sources import Persistent, Source
from visavis.sources.demo import Demo
from visavis.sources.jumps import Seekable
from visavis.sources.video_capture import Camera
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import Command
from visavis.ui.live.gate import Gate
from visavis.ui.live.resilient import ResilientAnalyzer
from visavis.ui.threads import StreamThread

#: Milliseconds that a new source waits for the previous one to release its camera. A hanging source is abandoned then.
_RELEASE_TIMEOUT_MS = 2000
#: Frames that pass while paused after a jump: the one that waits at the gate, and the one from the new time.
_FRAMES_OF_JUMP = 2
#: Analyzed while there is no frame yet, so that networks load while a camera opens. Its analysis is dropped.
_BLANK = Frame(np.zeros((120, 160, 3), np.uint8), taken_at=-1.0)


class LiveSession(QObject):
    """Source -> Latest -> Analyzer -> Latest -> signals, which are all emitted in the GUI thread.

    Each frame goes into two mailboxes, one for painting and one for analysis, so that video never waits for
    recognition. The analysis thread lives as long as the window.

    Parameters
    ----------
    on_analysis : callable
        Called with each analysis on the analysis thread.
    """

    opened = Signal(str, bool)  #: display name of the source, and whether it is a camera of this computer
    frame_ready = Signal(Frame)
    analyzed = Signal(Analysis)
    interrupted = Signal(VisavisError)  #: the source stopped delivering and is tried again
    resumed = Signal()  #: it delivers again
    failed = Signal(VisavisError)  #: the source cannot be read and is given up
    ended = Signal()  #: the source has no more frames
    command_failed = Signal(VisavisError)  #: a command failed; the pipeline in use stays
    pipeline_changed = Signal(Pipeline)  #: another pipeline is in use; the initial one after too many failures
    analysis_failed = Signal()  #: analysis met a bug, which `sys.excepthook` reports, and continues

    _source_opened = Signal(object, object)  # from the capture thread: the function that opened it, and the source
    _source_status = Signal(object)  # from the capture thread: the error, or None once frames flow again

    def __init__(
        self,
        pipeline: Pipeline,
        parent: QObject | None = None,
        *,
        on_analysis: Callable[[Analysis], None] = lambda _: None,
    ) -> None:
        super().__init__(parent)
        self._frames: Latest[Frame] = Latest()  # to be painted
        self._unanalyzed: Latest[Frame] = Latest()
        self._analyses: Latest[Analysis] = Latest()
        self.camera_id = ""  #: stable ID of the camera shown; empty for other sources
        self._demo: Demo | None = None  # the source shown, if it is the demo
        self._recording: Seekable | None = None  # the source shown, if one can go to another time in it
        self._newest: Frame | None = None
        self._started_at = 0.0
        self._source: Persistent | None = None
        self._capture: StreamThread | None = None
        self._open: Callable[[], Source] | None = None
        self._next: Callable[[], Source] | None = None
        self._has_failed = False
        self._abandoned: list[StreamThread] = []  # kept until they end: a running QThread must not be destroyed
        self._closing = False
        self._gate = Gate()
        self._analysis_gate = Gate()
        self._source_opened.connect(self._announce)
        self._source_status.connect(self._report_status)
        self._analyzer = Analyzer(
            self._unanalyzed,
            pipeline,
            on_change=self.pipeline_changed.emit,
            on_error=self.command_failed.emit,
            on_analysis=on_analysis,
        )
        self._analysis = StreamThread(
            ResilientAnalyzer(self._analyzer, pipeline, self._report_failure),
            self._analyses,
            self._unanalyzed.close,
            self,
        )
        self._analysis.available.connect(self._take_analysis)
        self._analysis.start()

    def open(self, open_: Callable[[], Source]) -> None:
        """Show another source. `open_` is called on the capture thread, because opening a camera can take seconds."""
        self._next = open_
        if self._capture is None:
            self._start()
        else:
            self._stop_source()
            QTimer.singleShot(_RELEASE_TIMEOUT_MS, self, partial(self._abandon, self._capture))

    @property
    def is_paused(self) -> bool:
        return not self._gate.is_open

    def pause(self, on: bool) -> None:
        """Pause or resume the picture. A new source is never paused. A recording resumes where it was paused."""
        if on and self._capture is not None:
            self._gate.close()
        else:
            self._gate.open()

    @property
    def duration(self) -> float:
        """Seconds that the source lasts; 0 if it has no end or the end is unknown."""
        return self._recording.duration if self._recording is not None else 0.0

    def seek(self, seconds: float) -> bool:
        """Go to another time of a recording. While paused, one picture from there is shown.

        Returns
        -------
        bool
            False if nothing plays that could go there; after the end the source must be opened again.
        """
        if self._recording is None or self._capture is None or self._next is not None:
            return False
        self._recording.seek(seconds)
        self._gate.allow(_FRAMES_OF_JUMP)
        return True

    @property
    def is_analyzing(self) -> bool:
        return self._analysis_gate.is_open

    def set_analyzing(self, on: bool) -> None:
        """Analyze frames or not. Commands run in either case."""
        if on:
            self._analysis_gate.open()
        else:
            self._analysis_gate.close()

    def set_solo(self, person: int | None) -> None:
        """Let one person of the demo, 0 or 1, be alone in view, or both (None). Other sources are not changed."""
        if self._demo is not None:
            self._demo.solo = person

    def is_staged(self, frame: Frame) -> bool:
        """Whether a frame shows what `set_solo` wants; true for other sources than the demo."""
        return self._demo is None or self._demo.is_staged(frame)

    def submit(self, command: Command) -> None:
        """Have a command run on the analysis thread. Emits `pipeline_changed` or `command_failed`.

        A frame is analyzed right after it, even while the source is paused or still opening.
        """
        self._analyzer.submit(command)
        self._unanalyzed.put(self._newest or _BLANK)

    def stop(self) -> None:
        """Ask all threads to end."""
        self._closing = True
        self._stop_source()
        self._unanalyzed.close()

    def close(self, limit_s: float) -> bool:
        """End all threads; False if one does not end within `limit_s` seconds: a camera hangs, or a network loads."""
        self.stop()
        deadline = time.monotonic() + limit_s
        threads = [self._analysis, *self._abandoned, *([self._capture] if self._capture else [])]
        ended = [thread.wait(max(int((deadline - time.monotonic()) * 1000), 0)) for thread in threads]
        return all(ended)

    def _start(self) -> None:
        open_, self._next = self._next, None
        if open_ is None or self._closing:
            return

        def open_source() -> Source:
            source = open_()
            self._source_opened.emit(open_, source)
            return source

        self._open = open_
        self._has_failed = False
        self._started_at = time.monotonic()
        self._newest = None
        self._frames = Latest()
        source = self._source = Persistent(open_source, on_status=self._source_status.emit)
        frames = _copy_frames(source, self._unanalyzed, self._gate, self._analysis_gate)
        self._capture = StreamThread(frames, self._frames, partial(self._stop, source), self)
        self._capture.available.connect(self._take_frame)
        self._capture.failed.connect(self._fail)
        self._capture.finished.connect(self._finish)
        self._capture.start()

    def _announce(self, open_: Callable[[], Source], source: Source) -> None:
        if open_ is self._open and self._next is None:  # False for a source that was replaced before it opened
            self.camera_id = source.id if isinstance(source, Camera) else ""
            self._recording = source if isinstance(source, Seekable) else None
            self._demo = source if isinstance(source, Demo) else None
            self.opened.emit(source.name, isinstance(source, Camera))

    def _stop_source(self) -> None:
        if self._source is not None:
            self._stop(self._source)

    def _stop(self, source: Persistent) -> None:
        self._gate.open()
        source.stop()

    def _take_frame(self) -> None:
        frame = self._frames.take()
        if frame is not None and self._next is None:
            self._newest = frame
            self.frame_ready.emit(frame)

    def _take_analysis(self) -> None:
        analysis = self._analyses.take()
        if analysis is not None and analysis.frame.taken_at >= self._started_at:  # False for the previous source
            self.analyzed.emit(analysis)

    def _report_failure(self, error: Exception) -> None:
        """Report an error of the analysis, on the analysis thread."""
        if isinstance(error, VisavisError):
            self.command_failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.analysis_failed.emit()

    def _report_status(self, error: VisavisError | None) -> None:
        if error is None:
            self.resumed.emit()
        else:
            self.interrupted.emit(error)

    def _fail(self, error: VisavisError) -> None:
        self._has_failed = True
        if self._next is None and not self._closing:
            self.failed.emit(error)

    def _finish(self) -> None:
        stream = self.sender()
        if stream is not self._capture:
            self._abandoned = [other for other in self._abandoned if other is not stream]
            return
        self._take_frame()
        self._capture = None
        if self._next is not None:
            self._start()
        elif not self._closing and not self._has_failed:
            self.ended.emit()

    def _abandon(self, capture: StreamThread) -> None:
        """Start the next source without waiting longer for a hanging one."""
        if self._next is not None and self._capture is capture:
            self._abandoned.append(capture)
            self._capture = None
            self._start()


def _copy_frames(frames: Persistent, to: Latest[Frame], gate: Gate, analysis_gate: Gate) -> Iterator[Frame]:
    """Yield the frames that pass the gate, and put each into a second mailbox too while the analysis gate is open."""
    for frame in frames:
        if gate.passes(live=frames.live):
            if analysis_gate.is_open:
                to.put(frame)
            yield frame
