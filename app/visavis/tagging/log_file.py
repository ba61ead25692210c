"""A `FaceLog` as a file, so that tagging can go on after it was killed."""

import json
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.storage import arrays, disk, reader
from visavis.storage.arrays import Column
from visavis.tagging.face_log import FaceLog, TrackSummary

_COLUMNS = {
    "times": Column("f", ("frames",)),
    "faces": Column("i", ("faces", 7)),
    "scores": Column("f", ("faces",)),
    "cuts": Column("i", ("cuts",)),
    "tracks": Column("i", ("tracks", 6)),
    "qualities": Column("f", ("tracks", 2)),
    "guests": Column("b", ("tracks",)),
    "vectors": Column("f", ("tracks", "vector")),
    "picture_ends": Column("i", ("tracks",)),
    "pictures": Column("u", ("bytes",)),
    "facts": Column("u", ("characters",)),
}


class _Facts(TypedDict):
    source: str
    is_video: bool
    size: tuple[int, int]
    end: float
    names: list[str]


def write(path: Path, log: FaceLog) -> None:
    """Write a log, whole or not at all.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    disk.write_whole(path, encode(log))


def encode(log: FaceLog) -> bytes:
    """The content of the file of a log; the same log always has the same."""
    facts = {
        "source": log.source,
        "is_video": log.is_video,
        "size": log.size,
        "end": log.end,
        "names": log.names,
    }
    summaries = list(log.tracks.values())
    return arrays.encode(
        {
            "times": log.times,
            "faces": log.faces,
            "scores": log.scores,
            "cuts": log.cuts,
            "tracks": np.array([_whole_numbers(*item) for item in log.tracks.items()], np.int64).reshape(-1, 6),
            "qualities": np.array([(each.quality, each.best_rank) for each in summaries], np.float64).reshape(-1, 2),
            "guests": np.array([each.may_be_guest for each in summaries], np.bool_),
            "vectors": _vectors(summaries),
            "picture_ends": np.cumsum([len(each.picture) for each in summaries], dtype=np.int64),
            "pictures": np.frombuffer(b"".join(each.picture for each in summaries), np.uint8),
            "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
        },
    )


def read(path: Path) -> FaceLog:
    """Read a log.

    Raises
    ------
    FileNotFoundError
        If there is none.
    FileError
        If it is damaged, or cannot be read.
    """
    return decode(reader.read_bytes(path, arrays.MAX_BYTES), path)


def decode(content: bytes, path: Path) -> FaceLog:
    """The log that `encode` wrote; `path` names its file in errors.

    Raises
    ------
    FileError
        If it is something else.
    """
    found = arrays.decode(content, _COLUMNS, path)
    facts = reader.check(reader.parse_json(found["facts"].tobytes()), _Facts)
    pictures, ends = found["pictures"].tobytes(), found["picture_ends"].tolist()
    tracks: dict[int, TrackSummary] = {}
    rows = zip(found["tracks"].tolist(), found["qualities"].tolist(), found["guests"].tolist(), strict=True)
    for index, ((track, frame, *box), (quality, rank), may_be_guest) in enumerate(rows):
        vector = found["vectors"][index]
        picture = pictures[ends[index - 1] if index else 0 : ends[index]]
        known = vector if vector.any() else None
        tracks[track] = TrackSummary(known, quality, may_be_guest, frame, Box(*box), rank, picture)
    return FaceLog(
        facts["source"],
        facts["is_video"],
        facts["size"],
        found["times"],
        facts["end"],
        tuple(facts["names"]),
        found["faces"],
        found["scores"],
        tracks,
        found["cuts"],
    )


def _whole_numbers(track: int, summary: TrackSummary) -> tuple[int, ...]:
    box = summary.best_box
    return track, summary.best_frame, box.left, box.top, box.width, box.height


def _vectors(summaries: list[TrackSummary]) -> NDArray[Any]:
    """The vectors as rows; zeros where a track has none."""
    length = max((len(each.vector) for each in summaries if each.vector is not None), default=0)
    rows = [np.zeros(length, np.float32) if each.vector is None else each.vector for each in summaries]
    return np.array(rows, np.float32).reshape(len(summaries), length)
