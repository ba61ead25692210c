"""Recording a live session: the analyzed frames, without loss, and everything that their answers depend on."""

import contextlib
import logging
import os
import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.encryption import sealed_store
from visavis.errors import DiskError, VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.recordings.index import Limits, RecordedPart, RecordingIndex
from visavis.recordings.store import StoredRecording
from visavis.sources.video_capture import open_video_capture
from visavis.storage import deletion, disk

_log = logging.getLogger(__name__)

#: Frames that wait to be written. When there are more, the analysis waits: skipping one would change later answers.
_WAITING = 16
#: Space that is left on the disk, in bytes: with less, the recording ends.
_RESERVE_BYTES = 200_000_000
#: Number of frames after which the space is looked at.
_CHECK_FRAMES = 10
#: Frame rate that players show the videos at, in frames per second. The times of the frames lie beside them.
_RATE = 30.0


@dataclass(slots=True)
class _RecordedFrame:
    frame: Frame
    limits: Limits


class RecordingWriter:
    """Writes a recording on a thread of its own. It becomes a recording as a whole when it is finished.

    A frame of 640x360 takes 62 kB and 7 ms of processor time with FFV1, the video codec that FFmpeg has for archives;
    as a PNG, 127 kB and 8.5 ms; with the faster HuffYUV, 212 kB and 1 ms (hamilton.mp4, 60 frames).

    Parameters
    ----------
    home : Path
        The folder of all recordings; it is created if it is missing.
    may_keep : callable
        Whether the recording may be kept, given the names in it; False if somebody was forgotten meanwhile.
    on_failure : callable
        Called once, on the writer's thread, with the reason if it ends early. What was recorded until then is kept.

    Raises
    ------
    DiskError
        If the folder cannot be written to, its disk is almost full, or it is encrypted.
    """

    def __init__(
        self,
        home: Path,
        *,
        may_keep: Callable[[frozenset[str]], bool] = lambda _: True,
        on_failure: Callable[[VisavisError], None] = lambda _: None,
    ) -> None:
        self.started = datetime.now(UTC)
        if (sealed := sealed_store.find_store(home)) is not None and sealed.seals:
            raise DiskError(
                "No live session is recorded in an encrypted data folder: its video would not be encrypted.",
                hint="Record into another data folder (--data).",
            )
        self._home = disk.make_private(home)
        self._tracks: list[int] = []
        self._may_keep = may_keep
        self._on_failure = on_failure
        self._names: set[str] = set()
        self._has_unknown = False
        self._frames: list[int] = []
        self._times: list[float] = []
        self._limits: list[tuple[int, Limits]] = []
        self._parts: list[_PartWriter] = []
        self._failure: VisavisError | None = None
        self._held = contextlib.ExitStack()
        self._require_space()
        with disk.translate_errors(home):
            self._folder = Path(tempfile.mkdtemp(dir=home, prefix=disk.TEMPORARY))
            self._held.enter_context(disk.hold(self._folder))
        self._queue: queue.Queue[_RecordedFrame | None] = queue.Queue(_WAITING)
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    @property
    def count(self) -> int:
        """Number of frames recorded so far."""
        return len(self._times)

    def add(self, frame: Frame, names: Collection[str | None], limits: Limits) -> None:
        """Record a frame that was analyzed. It waits while the disk is slower than the analysis.

        Parameters
        ----------
        names : collection of (str or None)
            The answers for its faces; None is unknown.
        limits : tuple
            How much work its analysis was allowed.
        """
        if self._failure is not None or frame.taken_at < 0:  # of no source
            return
        self._names.update(name for name in names if name is not None)
        self._has_unknown = self._has_unknown or None in names
        self._queue.put(_RecordedFrame(frame, limits))

    def add_track(self, number: int) -> None:
        """Record the number of a track that begins in the next frame."""
        self._tracks.append(number)

    def finish(self) -> StoredRecording | None:
        """End the recording; None if it has no frame, or may not be kept. Call it once, after the last `add`.

        Raises
        ------
        DiskError
            If it cannot be completed. Nothing of it is then left.
        """
        self._queue.put(None)
        self._thread.join()
        try:
            with disk.translate_errors(self._home):
                return self._complete()
        finally:
            with contextlib.suppress(DiskError):  # the next start deletes it
                deletion.delete(self._folder, self._home)
            self._held.close()

    def _complete(self) -> StoredRecording | None:
        for part in self._parts:
            part.close()
        counts = [part.count_written() for part in self._parts]
        if counts != [part.count for part in self._parts]:
            self._fail(DiskError("Not all of {path} could be written.", path=self._folder))
        kept = self._valid_parts(counts)
        total = sum(part.frames for part in kept)
        if not total or not self._may_keep(frozenset(self._names)):
            return None
        index = RecordingIndex(
            started=self.started,
            tracks=tuple(self._tracks),
            people=frozenset(self._names),
            has_unknown=self._has_unknown,
            parts=tuple(kept),
            frames=tuple(self._frames[:total]),
            times=tuple(self._times[:total]),
            limits=tuple((at, limits) for at, limits in self._limits if at < total),
        )
        index.save(self._folder)
        disk.sync(self._folder)
        path = disk.unused_path(self._home, f"{self.started:%Y%m%dT%H%M%SZ}")
        os.rename(self._folder, path)
        disk.sync(self._home)
        return StoredRecording(path, index)

    def _valid_parts(self, counts: list[int]) -> list[RecordedPart]:
        """The parts up to the first one that is not complete."""
        kept = []
        for part, count in zip(self._parts, counts, strict=True):
            if count:
                kept.append(RecordedPart(part.path.name, part.source, part.interval, part.size, count))
            if count < part.count:
                break
        return kept

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if self._failure is None:
                try:
                    self._write(item)
                except VisavisError as error:
                    self._fail(error)
                except Exception as error:  # noqa: BLE001  the queue must be emptied, or the analysis waits for ever
                    _log.exception("A recording has ended.")
                    self._fail(DiskError("The recording has ended: {reason}.", reason=str(error)))

    def _write(self, item: _RecordedFrame) -> None:
        frame = item.frame
        if self.count % _CHECK_FRAMES == 0:
            self._require_space()
        part = self._parts[-1] if self._parts else None
        if part is None or not part.takes(frame):
            if part is not None:
                part.close()
            part = _PartWriter(self._folder / f"{len(self._parts) + 1}.mkv", frame)
            self._parts.append(part)
        part.add(frame.image)
        if not self._limits or self._limits[-1][1] != item.limits:
            self._limits.append((self.count, item.limits))
        self._frames.append(frame.index)
        self._times.append(frame.time)

    def _require_space(self) -> None:
        with disk.translate_errors(self._home):
            free = shutil.disk_usage(self._home).free
        if free < _RESERVE_BYTES:
            raise DiskError(
                "The recording has ended: less than {count} MB are free on the disk of {path}.",
                hint="What was recorded until then is kept. Free some space on that disk.",
                count=_RESERVE_BYTES // 1_000_000,
                path=self._home,
            )

    def _fail(self, error: VisavisError) -> None:
        if self._failure is None:
            self._failure = error
            self._on_failure(error)


class _PartWriter:
    """One video of a recording."""

    def __init__(self, path: Path, first: Frame) -> None:
        height, width = first.image.shape[:2]
        self.path = path
        self.source, self.interval, self.size = first.source, first.interval, (width, height)
        self.count = 0
        self._last: Image | None = None
        self._written: int | None = None
        with disk.translate_errors(path):
            path.touch(mode=0o600)
        codec = cv2.VideoWriter.fourcc(*"FFV1")
        size = (width + width % 2, height + height % 2)  # OpenCV cuts odd sides
        self._writer: Any = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, codec, _RATE, size)
        if not self._writer.isOpened():
            raise DiskError("Cannot write {path}.", hint="Check that the folder can be written to.", path=path)

    def takes(self, frame: Frame) -> bool:
        """Whether a frame belongs into the same video."""
        height, width = frame.image.shape[:2]
        return (self.source, self.interval, self.size) == (frame.source, frame.interval, (width, height))

    def add(self, image: Image) -> None:
        width, height = self.size
        if width % 2 or height % 2:
            padded = cv2.copyMakeBorder(image, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
            image = np.asarray(padded, np.uint8)
        self._writer.write(image)
        self._last = image
        self.count += 1

    def close(self) -> None:
        """Finish the file, and look how much of it is there: the writer does not say."""
        if self._written is not None:
            return
        self._writer.release()
        with disk.translate_errors(self.path):
            disk.sync(self.path)
        self._written = self.count if self._has_last() else self._count_frames()
        self._last = None

    def count_written(self) -> int:
        """Number of frames in the closed file that can be read."""
        return self._written or 0

    def _has_last(self) -> bool:
        """Whether the last frame can be read, and is as it was."""
        with _open(self.path) as capture:
            capture.set(cv2.CAP_PROP_POS_FRAMES, self.count - 1)
            is_read, image = capture.read()
            return bool(is_read) and self._last is not None and np.array_equal(image, self._last)

    def _count_frames(self) -> int:
        with _open(self.path) as capture:
            count = 0
            while count < self.count and capture.grab():
                count += 1
            return count


@contextlib.contextmanager
def _open(path: Path) -> Any:
    capture = open_video_capture(str(path), cv2.CAP_FFMPEG)
    try:
        yield capture
    finally:
        capture.release()
