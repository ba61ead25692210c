"""Analyzed pictures and videos written to a folder, under the names they came with."""

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

#: Where a source does not say: frames a second of what is written.
_RATE = 25.0


class Recording:
    """Writes the frames of sources: a picture becomes a picture, a video a video. Whole or not at all, and private.

    In a `with` block, where a video that is not finished is thrown away if something goes wrong.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = disk.make_private(folder)
        self._taken: set[str] = set()
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
        """Write the picture made of a frame.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        source = Path(frame.source)
        if codec.is_picture(source):
            self.close()
            codec.write(self._free(source.stem, source.suffix.lower()), image)
            return
        if self._video is None or self._video.source != frame.source:
            self.close()
            self._video = _Video(frame.source, self._free(source.stem or "video", ".mp4"))
        self._video.add(frame, image)

    def close(self) -> None:
        """Finish the video that is being written, if any."""
        if self._video is not None:
            video, self._video = self._video, None
            video.close()

    def _free(self, stem: str, suffix: str) -> Path:
        """A path in the folder that this recording has not used: sources in different folders share names."""
        number, name = 1, f"{stem}{suffix}"
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name)
        return self._folder / name


class _Video:
    """One video: the first two frames say how fast it is."""

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
            between = frame.time - self._first[0].time
            self._opened(1 / between if between > 0 else _RATE).write(image)

    def close(self) -> None:
        if self._writer is None:
            if self._first is None:
                return
            self._opened(_RATE)
        self._writer.release()
        with disk.translate_errors(self._path):
            self._partial.chmod(0o600)
            os.replace(self._partial, self._path)

    def discard(self) -> None:
        if self._writer is not None:
            self._writer.release()
        with disk.translate_errors(self._partial):
            self._partial.unlink(missing_ok=True)

    def _opened(self, rate: float) -> Any:
        """The writer, with the first frame written."""
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
