"""The picture and what is recognized in it: one source at a time, one analysis for the window's life."""

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
from visavis.sources.capture import Camera
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import Command
from visavis.ui.live.gate import Gate
from visavis.ui.live.resilient import ResilientAnalyzer
from visavis.ui.threads import StreamThread

#: Milliseconds that the next source waits for the last one to let go of its camera; one that hangs is left behind.
_PATIENCE_MS = 2000
#: Analyzed where there is no picture yet, so that networks load while a camera opens; its analysis is nobody's.
_BLANK = Frame(np.zeros((120, 160, 3), np.uint8), taken_at=-1.0)


class LiveSession(QObject):
    """Source -> Latest -> pipeline -> Latest -> whoever is connected. All signals are emitted in the GUI thread.

    Every frame goes into two mailboxes, one to be painted and one to be analyzed: video never waits for recognition.
    """

    opened = Signal(str, bool)  #: the source's name for people, and whether it is a camera of this computer
    pictured = Signal(Frame)
    analyzed = Signal(Analysis)
    interrupted = Signal(VisavisError)  #: the source stopped delivering and is tried again
    resumed = Signal()  #: it delivers again
    failed = Signal(VisavisError)  #: the source cannot be read, for good
    ended = Signal()  #: the source has no more frames
    refused = Signal(VisavisError)  #: the pipeline asked for cannot be had; the old one stays
    changed = Signal(Pipeline)  #: another pipeline is in use; the one it began with, where others failed
    stumbled = Signal()  #: analyzing failed by a bug, which is told by `sys.excepthook`; it goes on

    _known = Signal(object, object)  # from the capture thread: what opened it, and the source
    _told = Signal(object)  # from there, too: the error, or None when frames flow again

    def __init__(self, pipeline: Pipeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames: Latest[Frame] = Latest()  # to be painted
        self._unanalyzed: Latest[Frame] = Latest()
        self._analyses: Latest[Analysis] = Latest()
        self.camera_id = ""  #: the stable id of the camera that is shown, if one is
        self._newest: Frame | None = None
        self._since = 0.0
        self._source: Persistent | None = None
        self._capture: StreamThread | None = None
        self._open: Callable[[], Source] | None = None
        self._next: Callable[[], Source] | None = None
        self._broken = False
        self._abandoned: list[StreamThread] = []  # kept until they end: a thread must not lose its object
        self._closing = False
        self._gate = Gate()
        self._attention = Gate()  # of analysis
        self._known.connect(self._announce)
        self._told.connect(self._tell)
        self._analyzer = Analyzer(self._unanalyzed, pipeline, on_change=self.changed.emit, on_error=self.refused.emit)
        self._analysis = StreamThread(
            ResilientAnalyzer(self._analyzer, pipeline, self._stumble), self._analyses, self._unanalyzed.close, self
        )
        self._analysis.available.connect(self._take_analysis)
        self._analysis.start()

    def open(self, open_: Callable[[], Source]) -> None:
        """Show another source. `open_` is called on the capture thread: looking for a camera can take seconds."""
        self._next = open_
        if self._capture is None:
            self._start()
        else:
            self._stop_source()
            QTimer.singleShot(_PATIENCE_MS, self, partial(self._abandon, self._capture))

    @property
    def paused(self) -> bool:
        return not self._gate.is_open

    def pause(self, on: bool) -> None:
        """Stand still, until told otherwise or another source is shown. What is recorded goes on where it was."""
        if on and self._capture is not None:
            self._gate.close()
        else:
            self._gate.open()

    @property
    def attentive(self) -> bool:
        return self._attention.is_open

    def attend(self, on: bool) -> None:
        """Analyze frames, or rest while nobody looks; commands run all the same."""
        if on:
            self._attention.open()
        else:
            self._attention.close()

    def submit(self, command: Command) -> None:
        """Run a command on the analysis thread, soon. Emits `changed` for a new pipeline, or `refused` if it fails.

        A frame is analyzed right after it, even while the source is paused or still opening.
        """
        self._analyzer.submit(command)
        self._unanalyzed.put(self._newest or _BLANK)

    def stop(self) -> None:
        """Ask everything to end, for good."""
        self._closing = True
        self._stop_source()
        self._unanalyzed.close()

    def close(self, limit_s: float) -> bool:
        """End everything; false if a thread has not ended within `limit_s` seconds: a camera hangs, a network loads."""
        self.stop()
        deadline = time.monotonic() + limit_s
        threads = [self._analysis, *self._abandoned, *([self._capture] if self._capture else [])]
        ended = [thread.wait(max(int((deadline - time.monotonic()) * 1000), 0)) for thread in threads]
        return all(ended)

    # Inside

    def _start(self) -> None:
        open_, self._next = self._next, None
        if open_ is None or self._closing:
            return

        def opened() -> Source:
            source = open_()
            self._known.emit(open_, source)
            return source

        self._open = open_
        self._broken = False
        self._since = time.monotonic()
        self._newest = None
        self._frames = Latest()
        source = self._source = Persistent(opened, told=self._told.emit)
        frames = _copied(source, self._unanalyzed, self._gate, self._attention)
        self._capture = StreamThread(frames, self._frames, partial(self._stop, source), self)
        self._capture.available.connect(self._take_frame)
        self._capture.failed.connect(self._fail)
        self._capture.finished.connect(self._finish)
        self._capture.start()

    def _announce(self, open_: Callable[[], Source], source: Source) -> None:
        if open_ is self._open and self._next is None:  # not one that was given up before it opened
            self.camera_id = source.id if isinstance(source, Camera) else ""
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
            self.pictured.emit(frame)

    def _take_analysis(self) -> None:
        analysis = self._analyses.take()
        if analysis is not None and analysis.frame.taken_at >= self._since:  # not of the source before
            self.analyzed.emit(analysis)

    def _stumble(self, error: Exception) -> None:
        """On the analysis thread."""
        if isinstance(error, VisavisError):
            self.refused.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.stumbled.emit()

    def _tell(self, error: VisavisError | None) -> None:
        if error is None:
            self.resumed.emit()
        else:
            self.interrupted.emit(error)

    def _fail(self, error: VisavisError) -> None:
        self._broken = True
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
        elif not self._closing and not self._broken:
            self.ended.emit()

    def _abandon(self, capture: StreamThread) -> None:
        """A source does not let go: go on without it."""
        if self._next is not None and self._capture is capture:
            self._abandoned.append(capture)
            self._capture = None
            self._start()


def _copied(frames: Persistent, to: Latest[Frame], gate: Gate, attention: Gate) -> Iterator[Frame]:
    """Pass frames on while the gate is open, each put into a second mailbox too while there is attention for it."""
    for frame in frames:
        if gate.passes(live=frames.live):
            if attention.is_open:
                to.put(frame)
            yield frame
