"""The live session: one source at a time is captured on a thread of its own, and analyzed with those of others."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.listing import OtherFile
from visavis.pipeline import Analysis
from visavis.process.mailbox import Latest
from visavis.sources import Persistent, Source
from visavis.sources.demo import Demo
from visavis.sources.jumps import Seekable
from visavis.sources.video_capture import Camera
from visavis.tracking.channels.turns import Turns
from visavis.ui.live.channels.live_analysis import LiveAnalysis
from visavis.ui.live.gate import Gate
from visavis.ui.threads import StreamThread

#: Milliseconds that a new source waits for the previous one to release its camera. A hanging source is abandoned then.
_RELEASE_TIMEOUT_MS = 2000
#: Frames that pass while paused after a jump: the one that waits at the gate, and the one from the new time.
_FRAMES_OF_JUMP = 2


class LiveSession(QObject):
    """Source -> mailboxes -> signals, which are all emitted in the GUI thread.

    Each frame goes into two mailboxes, one for painting and one for analysis, so that video never waits for
    recognition.

    Parameters
    ----------
    analysis : LiveAnalysis
        Analyzes the frames of all sessions.
    channel : int
        Number of the session, from 0. Its frames have it.
    """

    opened = Signal(str, bool)  #: display name of the source, and whether it is a camera of this computer
    frame_ready = Signal(Frame)
    analyzed = Signal(Analysis)
    interrupted = Signal(VisavisError)  #: the source stopped delivering and is tried again
    resumed = Signal()  #: it delivers again
    failed = Signal(VisavisError)  #: the source cannot be read and is given up
    ended = Signal()  #: the source has no more frames
    passed_over = Signal(tuple)  #: the `OtherFile`s of the source so far: no pictures, or damaged ones

    _source_opened = Signal(object, object, str)  # from the capture thread: what opened it, the source and its name
    _files_passed_over = Signal(object, tuple)  # from the capture thread: the source, and what it passed over so far
    _source_status = Signal(object)  # from the capture thread: the error, or None once frames flow again

    def __init__(self, analysis: LiveAnalysis, channel: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.analysis = analysis
        self.channel = channel
        self.name = ""  #: display name of the source, as its frames have it
        self._frames: Latest[Frame] = Latest()  # to be painted
        self.camera_id = ""  #: stable ID of the camera shown; empty for other sources
        self._demo: Demo | None = None  # the source shown, if it is the demo
        self._recording: Seekable | None = None  # the source shown, if one can go to another time in it
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
        self._files_passed_over.connect(self._report_passed_over)
        analysis.analyzed.connect(self._take_analysis)

    def open(self, open_: Callable[[], Source]) -> None:
        """Show another source. `open_` is called on the capture thread, because opening a camera can take seconds."""
        self._next = open_
        if self._capture is None:
            self._start()
        else:
            self._stop_source()
            QTimer.singleShot(_RELEASE_TIMEOUT_MS, self, partial(self._abandon, self._capture))

    def close_source(self) -> None:
        """Show nothing any more, until another source is opened. Nothing is emitted of it."""
        self._next, self._open = None, None
        self.name = ""
        self._stop_source()
        self.analysis.remove(self.channel)

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

    def stop(self) -> None:
        """Ask all threads to end."""
        self._closing = True
        self._stop_source()

    def close(self, limit_s: float) -> bool:
        """End all threads; False if one does not end within `limit_s` seconds, because a camera hangs."""
        self.stop()
        deadline = time.monotonic() + limit_s
        threads = [*self._abandoned, *([self._capture] if self._capture else [])]
        ended = [thread.wait(max(int((deadline - time.monotonic()) * 1000), 0)) for thread in threads]
        return all(ended)

    def _start(self) -> None:
        open_, self._next = self._next, None
        if open_ is None or self._closing:
            return

        def open_source() -> Source:
            source = open_()
            self._source_opened.emit(open_, source, self.analysis.roster.add(self.channel, source))
            return source

        self._open = open_
        self._has_failed = False
        self._started_at = time.monotonic()
        self.analysis.remove(self.channel)
        self._frames = Latest()
        source = self._source = Persistent(open_source, on_status=self._source_status.emit)
        frames = self._copy_frames(source)
        self._capture = StreamThread(frames, self._frames, partial(self._stop, source), self)
        self._capture.available.connect(self._take_frame)
        self._capture.failed.connect(self._fail)
        self._capture.finished.connect(self._finish)
        self._capture.start()

    def _announce(self, open_: Callable[[], Source], source: Source, name: str) -> None:
        if open_ is self._open and self._next is None:  # False for a source that was replaced before it opened
            self.camera_id = source.id if isinstance(source, Camera) else ""
            self._recording = source if isinstance(source, Seekable) else None
            self._demo = source if isinstance(source, Demo) else None
            self.name = name
            self.opened.emit(name, isinstance(source, Camera))

    def _stop_source(self) -> None:
        if self._source is not None:
            self._stop(self._source)

    def _stop(self, source: Persistent) -> None:
        self._gate.open()
        source.stop()

    def _take_frame(self) -> None:
        frame = self._frames.take()
        if frame is not None and self._next is None and self._open is not None:
            self.analysis.keep_newest(frame)
            self.frame_ready.emit(frame)

    def _take_analysis(self, analysis: Analysis) -> None:
        if analysis.frame.channel != self.channel or self._open is None:
            return
        if analysis.frame.taken_at >= self._started_at:  # False for the previous source
            self.analyzed.emit(analysis)

    def _report_status(self, error: VisavisError | None) -> None:
        if self._open is None:
            return
        if error is None:
            self.resumed.emit()
        else:
            self.interrupted.emit(error)

    def _report_passed_over(self, source: Persistent, files: tuple[OtherFile, ...]) -> None:
        if source is self._source and self._open is not None and self._next is None:
            self.passed_over.emit(files)

    def _fail(self, error: VisavisError) -> None:
        self._has_failed = True
        if self._next is None and self._open is not None and not self._closing:
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
        elif self._open is not None and not self._closing and not self._has_failed:
            self.ended.emit()

    def _abandon(self, capture: StreamThread) -> None:
        """Start the next source without waiting longer for a hanging one."""
        if self._next is not None and self._capture is capture:
            self._abandoned.append(capture)
            self._capture = None
            self._start()

    def _copy_frames(self, source: Persistent) -> Iterator[Frame]:
        """Yield the frames that pass the gate, and have them analyzed, too, while that gate is open."""
        turns: Turns = self.analysis.turns
        told = 0
        for taken in source:
            told = self._tell_passed_over(source, told)
            number = self.analysis.roster.name(self.channel).removeprefix(source.name)  # of the second of one name
            is_same = taken.channel == self.channel and not number
            frame = taken if is_same else replace(taken, channel=self.channel, source=taken.source + number)
            if self._gate.passes(live=source.live):
                if self._analysis_gate.is_open:
                    turns.put(frame)
                yield frame
        self._tell_passed_over(source, told)

    def _tell_passed_over(self, source: Persistent, told: int) -> int:
        """Tell what a source passed over, if that is more than `told` files; return how many it is."""
        files = source.passed_over
        if len(files) > told:
            self._files_passed_over.emit(source, files)
        return len(files)
