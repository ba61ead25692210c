"""The file `recording.json`: what was recorded for each frame besides its picture."""

import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from visavis.messages import Message
from visavis.storage import disk, reader
from visavis.storage.reader import JsonFormat

#: The file in the folder of a recording. It is written last, so a folder without it is no recording.
INDEX_FILE = "recording.json"
#: Name of a video of a recording. Others are refused, so that nothing outside the folder is read.
_VIDEO_NAME = re.compile(r"\d{1,9}\.mkv")
#: Maximum size of the index, in bytes. A frame takes 150 at most, so that is 15 hours of 30 frames a second.
_MAX_BYTES = 256_000_000
#: Maximum width and height of a frame, in pixels: what FFV1 takes.
_MAX_SIDE = 65_535

Limits = tuple[float, float, float, int, int | None]
"""How much work a frame was allowed: the fields of `visavis.tracking.schedule.WorkLimits`."""


class _PartRecord(TypedDict):
    file: str
    source: str
    interval: float
    size: tuple[int, int]
    frames: int


class _LimitsRecord(TypedDict):
    frame: int
    limits: Limits


class _IndexRecord(TypedDict):
    started: str
    tracks: list[int]
    people: list[str]
    has_unknown: bool
    parts: list[_PartRecord]
    frames: list[int]
    times: list[float]
    limits: list[_LimitsRecord]


_FORMAT = JsonFormat(
    _IndexRecord, version=1, hint=Message("Delete it: visavis recordings remove NAME."), max_bytes=_MAX_BYTES
)


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """Frames in one video: those that follow each other and have the same source, size and interval."""

    file: str  #: name of the video in the folder
    source: str  #: display name of the source
    interval: float  #: `Frame.interval`, in seconds
    size: tuple[int, int]  #: width and height, in pixels; the video may be one larger, since its sides are even
    frames: int


@dataclass(frozen=True, slots=True)
class RecordingIndex:
    """A recording without its pictures."""

    started: datetime  #: with its time zone
    tracks: tuple[int, ...]  #: the numbers of its tracks, in the order in which these began
    people: frozenset[str]  #: names of the people who were named in it, and those that they were given since
    has_unknown: bool  #: whether a face in it was given no name
    parts: tuple[RecordedPart, ...]
    frames: tuple[int, ...]  #: `Frame.index` of each frame; one may be there twice if it was analyzed twice
    times: tuple[float, ...]  #: `Frame.time` of each frame, in seconds
    limits: tuple[tuple[int, Limits], ...]
    """The position from which on each limits held, beginning with 0."""

    def track_numbers(self) -> Callable[[], int]:
        """Gives the tracks of a replay the numbers that they had; those of a replay with other people go on."""
        return itertools.chain(self.tracks, itertools.count(max(self.tracks, default=0) + 1)).__next__

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the last."""
        return self.times[-1] - self.times[0]

    def save(self, folder: Path) -> None:
        """Write it whole or not at all.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        parts = [
            {
                "file": part.file,
                "source": part.source,
                "interval": part.interval,
                "size": list(part.size),
                "frames": part.frames,
            }
            for part in self.parts
        ]
        disk.write_json(
            folder / INDEX_FILE,
            {
                "version": _FORMAT.version,
                "started": self.started.isoformat(),
                "tracks": list(self.tracks),
                "people": sorted(self.people),
                "has_unknown": self.has_unknown,
                "parts": parts,
                "frames": list(self.frames),
                "times": list(self.times),
                "limits": [{"frame": at, "limits": list(limits)} for at, limits in self.limits],
            },
        )

    @classmethod
    def load(cls, folder: Path) -> "RecordingIndex":
        """Read that of a recording.

        Raises
        ------
        FileNotFoundError, NotADirectoryError
            If the folder is no recording.
        FileError
            If it is damaged, newer than this program, or cannot be opened.
        """
        return reader.read_json(folder / INDEX_FILE, _FORMAT, _from_record)


def _from_record(record: _IndexRecord) -> RecordingIndex:
    parts = tuple(RecordedPart(**part) for part in record["parts"])
    count = sum(part.frames for part in parts)
    frames, times = record["frames"], record["times"]
    limits = tuple((each["frame"], each["limits"]) for each in record["limits"])
    if not parts or len(frames) != count or len(times) != count:
        raise ValueError("the numbers of frames differ")
    for part in parts:
        if not _VIDEO_NAME.fullmatch(part.file) or part.frames < 1:
            raise ValueError(f"{part.file!r} is no video of a recording")
        if not all(0 < side <= _MAX_SIDE for side in part.size) or not _is_duration(part.interval):
            raise ValueError("a video has no size or an interval below 0")
    if min([*frames, *record["tracks"]]) < 0 or not _is_rising(frames):
        raise ValueError("the frames are not in order")
    if not limits or limits[0][0] != 0 or not _is_rising([at for at, _ in limits]) or not all(map(_is_limits, limits)):
        raise ValueError("the limits are not in order")
    return RecordingIndex(
        started=reader.parse_time(record["started"]),
        tracks=tuple(record["tracks"]),
        people=frozenset(record["people"]),
        has_unknown=record["has_unknown"],
        parts=parts,
        frames=tuple(frames),
        times=tuple(times),
        limits=limits,
    )


def _is_limits(limits: tuple[int, Limits]) -> bool:
    search, full, idle, recognitions, face_px = limits[1]
    is_px = face_px is None or 0 < face_px <= _MAX_SIDE
    return all(map(_is_duration, (search, full, idle))) and recognitions >= 0 and is_px


def _is_duration(seconds: float) -> bool:
    return math.isfinite(seconds) and seconds >= 0


def _is_rising(numbers: Sequence[int]) -> bool:
    return all(before <= after for before, after in itertools.pairwise(numbers))
