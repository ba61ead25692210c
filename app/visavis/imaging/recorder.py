"""Writing of annotated pictures and videos to a folder, under the names of their sources.

Videos are H.264 with the sound of their source where PyAV is installed, else MPEG-4 without sound.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.video.output import VideoOutput, open_video
from visavis.storage import disk


class Recorder:
    """Writes frames: pictures as pictures, videos as videos. Files are private, and written whole or not at all.

    Use it in a `with` block: an unfinished video is discarded if an exception leaves the block.

    Parameters
    ----------
    folder : Path
        It is created if it is missing.
    sources : sequence of Path
        Files that nothing may replace, and folders with such files.
    """

    def __init__(self, folder: Path, sources: Sequence[Path] = ()) -> None:
        self._folder = disk.make_private(folder)
        self._sources = [os.path.realpath(path) for path in sources]
        self._used_names: set[str] = set()
        self._video: VideoOutput | None = None
        self._video_source = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        elif self._video is not None:
            self._video.discard()

    def add(self, frame: Frame, image: Image, *, is_still: bool) -> None:
        """Write the annotated picture of a frame.

        A still keeps its name, and its format if it is one that we write. Otherwise it becomes a JPEG.

        Parameters
        ----------
        is_still : bool
            Whether it is a picture of its own, not a frame of a video.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        source = Path(frame.source)
        if is_still:
            self.close()
            extension = source.suffix.lower()
            is_written = extension in codec.WRITTEN_EXTENSIONS
            codec.write(self._unused_path(source.stem, extension if is_written else ".jpg"), image)
            return
        if self._video is None or self._video_source != frame.source:
            self.close()
            path = self._unused_path(source.stem or "video", ".mp4")
            self._video = open_video(path, source)
            self._video_source = frame.source
        self._video.add(frame, image)

    def close(self) -> None:
        """Finish the current video, if any."""
        if self._video is not None:
            video, self._video = self._video, None
            video.close()

    def _unused_path(self, stem: str, suffix: str) -> Path:
        """A path that is neither used nor a source's: sources in different folders can have the same name."""
        number, name = 1, f"{stem}{suffix}"
        while name in self._used_names or self._is_source(self._folder / name):
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._used_names.add(name)
        return self._folder / name

    def _is_source(self, path: Path) -> bool:
        """Whether there is a file that is read, or may be read next."""
        if not os.path.lexists(path):
            return False
        place = Path(os.path.realpath(path.parent), path.name)
        return any(place.is_relative_to(source) for source in self._sources)
