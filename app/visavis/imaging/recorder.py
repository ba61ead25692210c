"""Writing of annotated pictures and videos to a folder, under the names of their sources."""

import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import cv2

from visavis.errors import DiskError
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.storage import disk

#: Frame rate of a video whose source does not give one, in frames per second.
_DEFAULT_RATE = 25.0


class Recorder:
    """Writes frames: pictures as pictures, videos as videos. Files are private, and written whole or not at all.

    Use it in a `with` block: an unfinished video is discarded if an exception leaves the block.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = disk.make_private(folder)
        self._used_names: set[str] = set()
        self._video: _Video | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        elif self._video is not None:
            self._video.discard()

    def add(self, frame: Frame, image: Image) -> None:
        """Write the annotated picture of a frame.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        source = Path(frame.source)
        if codec.is_picture(source):
            self.close()
            codec.write(self._unused_path(source.stem, source.suffix.lower()), image)
            return
        if self._video is None or self._video.source != frame.source:
            self.close()
            self._video = _Video(frame.source, self._unused_path(source.stem or "video", ".mp4"))
        self._video.add(frame, image)

    def close(self) -> None:
        """Finish the current video, if any."""
        if self._video is not None:
            video, self._video = self._video, None
            video.close()

    def _unused_path(self, stem: str, suffix: str) -> Path:
        """A path that this recorder has not used, since sources in different folders can have the same name."""
        number, name = 1, f"{stem}{suffix}"
        while name in self._used_names:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._used_names.add(name)
        return self._folder / name


class _Video:
    """One video. Its frame rate is that of the first two frames."""

    def __init__(self, source: str, path: Path) -> None:
        self.source = source
        self._path = path
        self._partial = path.with_name(f".tmp-{path.name}")
        self._first: tuple[Frame, Image] | None = None
        self._writer: Any = None

    def add(self, frame: Frame, image: Image) -> None:
        if self._writer is not None:
            self._writer.write(image)
        elif self._first is None:
            self._first = (frame, image)
        else:
            interval = frame.time - self._first[0].time
            self._open_writer(1 / interval if interval > 0 else _DEFAULT_RATE).write(image)

    def close(self) -> None:
        if self._writer is None:
            if self._first is None:
                return
            self._open_writer(_DEFAULT_RATE)
        self._writer.release()
        with disk.translate_errors(self._path):
            self._partial.chmod(0o600)
            os.replace(self._partial, self._path)

    def discard(self) -> None:
        if self._writer is not None:
            self._writer.release()
        with disk.translate_errors(self._partial):
            self._partial.unlink(missing_ok=True)

    def _open_writer(self, rate: float) -> Any:
        """Open the writer, and write the first frame."""
        assert self._first is not None
        image = self._first[1]
        size = (image.shape[1], image.shape[0])
        with disk.translate_errors(self._partial):
            self._partial.touch(mode=0o600)
        self._writer = cv2.VideoWriter(str(self._partial), cv2.VideoWriter.fourcc(*"mp4v"), rate, size)
        if not self._writer.isOpened():
            raise DiskError("Cannot write {path}.", hint="Check that the folder can be written to.", path=self._path)
        self._writer.write(image)
        return self._writer
