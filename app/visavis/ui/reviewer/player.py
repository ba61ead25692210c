"""Playing a video: it can be paused and resumed, and can jump to another time."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.process.mailbox import Latest
from visavis.sources import VideoFile
from visavis.ui.threads import StreamThread

#: Seconds between two frames of a video that gives no rate: a frame within half of that is the one that was jumped to.
_NEAR_S = 1 / 30


class JumpGate:
    """Holds frames back while a video is paused, but for the one that was jumped to."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_open = False
        self._target: float | None = 0.0  # the first frame is shown
        self._may_be_old = False  # the next frame may have waited here since before the jump

    @property
    def is_open(self) -> bool:
        return self._is_open

    def open(self, on: bool) -> None:
        """Let frames pass, or hold them back."""
        with self._changed:
            self._is_open = on
            self._changed.notify_all()

    def expect(self, seconds: float) -> None:
        """Let the first frame from that time pass, and not the one that waits here."""
        with self._changed:
            self._target, self._may_be_old = seconds, True
            self._changed.notify_all()

    def passes(self, frame: Frame) -> bool:
        """Whether to show a frame; waits until that is known."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_open or self._target is not None)
            target, may_be_old = self._target, self._may_be_old
            self._may_be_old = False
            if target is not None and may_be_old and abs(frame.time - target) > max(frame.interval, _NEAR_S) / 2:
                return False
            self._target = None
            return True


class Player(QObject):
    """Plays one video in real time. Its thread only forwards frames."""

    frame_ready = Signal(Frame)
    changed = Signal()  #: it plays or is paused now
    failed = Signal(VisavisError)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._video: VideoFile | None = None
        self._thread: StreamThread | None = None
        self._ending: list[StreamThread] = []  # kept until they end: a running QThread must not be destroyed
        self._frames: Latest[Frame] = Latest()
        self._gate = JumpGate()

    @property
    def is_playing(self) -> bool:
        return self._thread is not None and self._gate.is_open

    def open(self, path: Path) -> None:
        """Show the first frame of a video, paused."""
        self.stop()
        self._path = path
        self._start(0.0)

    def stop(self) -> None:
        """End the thread soon."""
        if self._thread is not None:
            thread, self._thread = self._thread, None
            self._ending.append(thread)
            self._halt()
        self._path = None
        self.changed.emit()

    def play(self, on: bool) -> None:
        """Play or pause. After the end, it begins again."""
        if not on:
            self._gate.open(False)
        elif self._thread is not None:
            self._gate.open(True)
        elif self._path is not None:
            self._start(0.0)
            self._gate.open(True)
        self.changed.emit()

    def seek(self, seconds: float) -> None:
        """Go to a time, in seconds since the first frame; while paused, one frame from there is shown."""
        if self._thread is None:
            if self._path is not None:
                self._start(seconds)
        elif self._video is not None:
            self._gate.expect(seconds)
            self._video.seek(seconds)

    def _start(self, seconds: float) -> None:
        assert self._path is not None  # callers look
        self._gate = JumpGate()
        self._video = video = VideoFile(self._path, paced=True)
        if seconds > 0:
            video.seek(seconds)
        self._frames = Latest()
        gate = self._gate
        frames = (frame for frame in video if gate.passes(frame))
        self._thread = StreamThread(frames, self._frames, self._halt, self)
        self._thread.available.connect(partial(self._take, self._frames))
        self._thread.failed.connect(self.failed)
        self._thread.finished.connect(partial(self._finish, self._thread))
        self._thread.start()

    def _halt(self) -> None:
        if self._video is not None:
            self._video.stop()
        self._gate.open(True)

    def _take(self, frames: Latest[Frame]) -> None:
        frame = frames.take()
        if frame is not None and frames is self._frames and self._thread is not None:
            self.frame_ready.emit(frame)

    def _finish(self, thread: StreamThread) -> None:
        if thread is self._thread:
            self._take(self._frames)
            self._thread = None
            self.changed.emit()
        self._ending = [other for other in self._ending if other is not thread]
        thread.deleteLater()
