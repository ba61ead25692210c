"""From a file to who is in it. What was seen is kept until all files are done: a killed tagging goes on there."""

import contextlib
import hashlib
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import FileError, PictureError
from visavis.imaging import codec, media
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.process.handover import read_ahead
from visavis.sources import VideoFile
from visavis.storage import disk
from visavis.tagging import log_file
from visavis.tagging.face_log import FaceLog
from visavis.tagging.file_tags import FileTags, tag
from visavis.tagging.guests import GroupGuests
from visavis.tagging.tracklets import EmbedFaces
from visavis.tagging.watching import watch_picture, watch_video

#: Folder of what was seen so far, inside the folder of the outputs. It is gone when all files are done.
_UNFINISHED = ".unfinished"

Follow = Callable[[Iterable[Frame], VideoFile], Iterable[Frame]]
"""Is given the frames of a video, and yields them: a progress bar."""


@dataclass(frozen=True, slots=True, eq=False)
class TaggedFile:
    """One file, what was seen in it, and who is in it."""

    path: Path
    log: FaceLog
    tags: FileTags
    guests: dict[int, str]  #: names of guests, by track
    notes: Path
    """Where what was seen is kept until all files are done. It changes with the file, the people and the model."""


class Tagger:
    """Tags files, one after another.

    Parameters
    ----------
    pipeline : Pipeline
        It must embed faces.
    embed : callable
        Embeds faces, so that unknown people can be compared with each other.
    group_guests : callable
        Groups unknown people over all files.
    folder : Path
        Folder of the outputs. What was seen in each file is kept there until `finish`.
    people : str
        Identifies the state of the people and models. What was seen with another one does not count.
    follow : callable
        Wraps the frames of each video.
    await_log : callable
        Called before a file is tagged: what is seen in it elsewhere may be kept first. Raises what the tagger may.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        embed: EmbedFaces,
        group_guests: GroupGuests,
        folder: Path,
        people: str = "",
        follow: Follow = lambda frames, _: frames,
        await_log: Callable[[Path], None] = lambda _: None,
    ) -> None:
        self._await = await_log
        self._pipeline = pipeline
        self._embed = embed
        self._group_guests = group_guests
        self._unfinished = folder / _UNFINISHED
        recognizer = pipeline.recognize
        self._key = repr((people, pipeline.model, tuple(recognizer.names), recognizer.decision, pipeline.device))
        self._follow = follow

    def __call__(self, path: Path) -> TaggedFile:
        """Tag one file.

        Raises
        ------
        PictureError, SourceError
            If it cannot be read.
        DiskError
            If the outputs' folder cannot be written to.
        """
        self._await(path)
        kept = self._kept_path(path)
        log = _read(kept)
        if log is None:
            log = watch(path, self._pipeline, self._embed, self._follow)
            if log.is_video:  # a picture is seen as quickly as its log is read
                log_file.write(kept, log)
        tags, guests = tag(log, self._group_guests)
        return TaggedFile(path, log, tags, guests, kept)

    def is_watched(self, path: Path) -> bool:
        """Whether what was seen in a file is kept already.

        Raises
        ------
        PictureError
            If there is no such file.
        """
        return _read(self._kept_path(path)) is not None

    def keep(self, path: Path, log: bytes) -> None:
        """Keep what was seen in a file elsewhere (`log_file.encode`), so that this tagger goes on from there.

        Raises
        ------
        DiskError
            If the outputs' folder cannot be written to.
        """
        disk.write_whole(self._kept_path(path), log)

    def finish(self) -> None:
        """Remove what was kept to go on after a kill."""
        with disk.translate_errors(self._unfinished), contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self._unfinished)

    def _kept_path(self, path: Path) -> Path:
        """Where the log of a file is kept: under a name that changes with the file, the people and the model."""
        try:
            status = path.stat()
        except OSError as error:
            raise PictureError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
        identity = (self._key, str(path.absolute()), status.st_size, status.st_mtime_ns)
        name = hashlib.sha256(repr(identity).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return self._unfinished / f"{name}.npz"


def watch(path: Path, pipeline: Pipeline, embed: EmbedFaces, follow: Follow) -> FaceLog:
    """See who is in a file; parameters as those of `Tagger`. A pure function of the file and the pipeline.

    Raises
    ------
    PictureError, SourceError
        If it cannot be read.
    """
    if is_video(path):
        video = VideoFile(path, paced=False)
        has_own_space = pipeline.recognize.embedding_space is not None
        return watch_video(follow(read_ahead(video), video), pipeline, None if has_own_space else embed)
    frame = Frame(codec.read(path), time.monotonic(), source=str(path))
    return watch_picture(frame, pipeline, embed)


def is_video(path: Path) -> bool:
    """Whether a file is a video. What cannot be opened is not: reading it as a picture says why."""
    try:
        kind = media.media_type(path)
    except OSError:
        return False
    return kind is not None and kind.is_video


def _read(path: Path) -> FaceLog | None:
    try:
        return log_file.read(path)
    except (FileNotFoundError, NotADirectoryError, FileError, ValueError):
        return None  # it is seen again
