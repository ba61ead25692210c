"""What `visavis tag` keeps of a video among its results: all faces, so that the video reviewer can take them over.

The file is the face log without the embeddings: it shows who was where, and nobody can be recognized by it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

import numpy as np

from visavis.errors import DamagedFileError, FileError, NewerFileError, PersonNameError, SourceError
from visavis.imaging import listing
from visavis.messages import verbatim
from visavis.people.names import PersonName
from visavis.storage import arrays, disk, reader
from visavis.storage.arrays import Column
from visavis.storage.regular_file import open_regular
from visavis.tagging import log_file
from visavis.tagging.face_log import FRAME, HEIGHT, NAME, TRACK, WIDTH, FaceLog
from visavis.tagging.file_tags import tag
from visavis.tagging.tagger import TaggedFile

#: How the names of these files end.
ENDING = ".tags.npz"
#: Version of these files.
_VERSION = 1
#: Bytes at the begin and at the end of a video by which it is told from others.
_COMPARED = 1 << 20

_COLUMNS = {"log": Column("u", ("bytes",)), "facts": Column("u", ("characters",))}


class _Facts(TypedDict):
    version: int
    video: str
    fingerprint: str
    guests: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class KeptTags:
    """What is known of a video from an earlier call."""

    path: Path  #: the file that has it
    video: Path  #: where the video was
    fingerprint: str
    tagged: TaggedFile  #: of the video where it was

    @property
    def time(self) -> float:
        """When it was written, in seconds since 1970."""
        try:
            return self.path.stat().st_mtime
        except OSError:
            return 0.0

    def is_of(self, video: Path) -> bool:
        """Whether a video is the one that was tagged, wherever it is now."""
        try:
            return fingerprint(video) == self.fingerprint
        except OSError:
            return False

    def of(self, video: Path) -> TaggedFile:
        """The same, of the video where it is now."""
        return replace(self.tagged, path=video)


def encode(tagged: TaggedFile) -> bytes:
    """The content of such a file.

    Raises
    ------
    SourceError
        If the video cannot be read.
    """
    video = tagged.path.absolute()
    try:
        identity = fingerprint(video)
    except OSError as error:
        raise SourceError("{path} cannot be opened: {reason}.", path=video, reason=disk.reason(error)) from error
    tracks = {number: replace(summary, vector=None) for number, summary in tagged.log.tracks.items()}
    facts: _Facts = {
        "version": _VERSION,
        "video": os.fspath(video),
        "fingerprint": identity,
        "guests": {str(track): guest for track, guest in sorted(tagged.guests.items())},
    }
    return arrays.encode(
        {
            "log": np.frombuffer(log_file.encode(replace(tagged.log, tracks=tracks)), np.uint8),
            "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
        }
    )


def read(path: Path) -> KeptTags:
    """Read what is known of a video.

    Raises
    ------
    FileNotFoundError, NotADirectoryError
        If there is no such file.
    NewerFileError
        If a newer version of the program wrote it.
    FileError
        If it is damaged, or cannot be read.
    """
    found = arrays.read(path, _COLUMNS)
    try:
        values = reader.parse_json(found["facts"].tobytes())
        if isinstance(values.get("version"), int) and values["version"] > _VERSION:
            raise NewerFileError("{path} was written by a newer version of Visavis.", path=path)
        facts = reader.check(values, _Facts)
        log = log_file.decode(found["log"].tobytes(), path)
        guests = {int(track): guest for track, guest in facts["guests"].items()}
        _require_consistent(log, guests)
        tags, guests = tag(log, lambda _: guests)
    except (ValueError, IndexError, KeyError, OverflowError, PersonNameError) as error:
        raise DamagedFileError("{path} is damaged: {reason}.", path=path, reason=verbatim(str(error))) from error
    video = Path(facts["video"])
    return KeptTags(path, video, facts["fingerprint"], TaggedFile(video, log, tags, guests, path))


def find(video: Path) -> KeptTags | None:
    """What is known of a video by files named after it, beside it or in a folder beside it: the newest of them."""
    named = (path for path in _files_near(video.absolute().parent) if path.name.startswith(video.stem))
    fitting = [kept for kept in _readable(named) if kept.is_of(video)]
    return max(fitting, key=lambda kept: kept.time, default=None)


def files_in(folder: Path) -> list[Path]:
    """The files of what is known of videos in a folder of results."""
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(ENDING) and path.is_file())
    except OSError:
        return []


def is_results(path: Path) -> bool:
    """Whether a path is a file of what is known of a video, or a folder in which some lie."""
    return path.name.endswith(ENDING) or (path.is_dir() and bool(files_in(path)))


def video_of(kept: KeptTags) -> Path:
    """The video that was tagged: where it was, or beside the results, or beside their folder.

    Raises
    ------
    SourceError
        If it is not there any more, or was changed since.
    """
    folder = kept.path.absolute().parent
    for place in (kept.video, folder / kept.video.name, folder.parent / kept.video.name):
        if kept.is_of(place):
            return place
    raise SourceError(
        "The video of {path} is not at {video} any more, or was changed.",
        hint="Put it into the folder of the results, and open them again.",
        path=kept.path,
        video=kept.video,
    )


def fingerprint(video: Path) -> str:
    """What tells a video from others: its size, its begin and its end, as a hash.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    with open_regular(video) as file:
        size = os.fstat(file.fileno()).st_size
        content = hashlib.sha256(str(size).encode() + file.read(_COMPARED))
        file.seek(max(size - _COMPARED, 0))
        content.update(file.read(_COMPARED))
    return content.hexdigest()


def _files_near(folder: Path) -> Iterator[Path]:
    yield from files_in(folder)
    try:
        subfolders = listing.subfolders(folder)
    except OSError:
        return
    for each in subfolders:
        yield from files_in(each)


def _readable(paths: Iterable[Path]) -> Iterator[KeptTags]:
    for path in paths:
        try:
            yield read(path)
        except (FileError, OSError):  # of another program, or damaged: the video is tagged anew
            continue


def _require_consistent(log: FaceLog, guests: dict[int, str]) -> None:
    """Raise a `ValueError` if a log that somebody may have changed has faces of nobody, or of no frame."""
    frames, times = log.faces[:, FRAME], log.times
    is_right = (
        log.is_video
        and len(times) > 0
        and bool((np.diff(times) >= 0).all())
        and log.end >= times[-1]
        and times[0] >= 0
        and bool((np.diff(frames) >= 0).all())
        and bool(((frames >= 0) & (frames < len(times))).all())
        and bool(((log.faces[:, NAME] >= -1) & (log.faces[:, NAME] < len(log.names))).all())
        and bool((log.faces[:, WIDTH : HEIGHT + 1] > 0).all())
        and set(log.faces[:, TRACK].tolist()) <= log.tracks.keys()
        and all(0 <= summary.best_frame < len(times) for summary in log.tracks.values())
        and len(set(log.names)) == len(log.names)
        and not set(log.names) & set(guests.values())
        and all(PersonName(name) == name for name in (*log.names, *guests.values()))
    )
    if not is_right:
        raise ValueError("it contradicts itself")
