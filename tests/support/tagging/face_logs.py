"""Logs of faces, made up: who is visible in which frames."""

import numpy as np

from visavis.imaging.geometry import Box
from visavis.tagging.face_log import FaceLog, TrackSummary
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook

#: The smallest JPEG that is one by its beginning.
PICTURE = b"\xff\xd8\xff\xd9"


def direction(index, length=16):
    """The vector of one person: at right angles to those of all others."""
    vector = np.zeros(length, np.float32)
    vector[index] = 1
    return vector


def face_log(*tracks, frames=100, rate=10.0, source="film.mp4", is_video=True, times=None, cuts=()):
    """A log of one file. A track is (name or None, first frame, last frame, and options of `TrackSummary`)."""
    times = np.arange(frames) / rate if times is None else np.asarray(times, float)
    names = list(dict.fromkeys(name for name, *_ in tracks if name is not None))
    rows, scores, summaries = [], [], {}
    for number, (name, first, last, *options) in enumerate(tracks, start=1):
        values = {"vector": direction(number), "quality": 1.0, "score": 0.9 if name else 0.1, **dict(*options)}
        box = Box(10 * number, 5, 20, 20)
        for frame in range(first, last + 1):
            row = (frame, number, -1 if name is None else names.index(name), box.left, box.top, box.width, box.height)
            rows.append(row)
            scores.append(values["score"])
        summaries[number] = TrackSummary(
            values["vector"], values["quality"], name is None, first, box, values["quality"], PICTURE
        )
    order = sorted(range(len(rows)), key=lambda index: rows[index][0])
    log = FaceLog(
        source=source,
        is_video=is_video,
        size=(640, 360),
        times=times,
        end=float(times[-1]) + 1 / rate if is_video else 0.0,
        names=tuple(names),
        faces=np.array([rows[index] for index in order], np.int32).reshape(-1, 7),
        scores=np.array([scores[index] for index in order], np.float32),
        tracks=summaries,
        cuts=np.array(cuts, np.int32),
    )
    return log.without_brief_names()


def tags_of(*tracks, **options):
    return tag(face_log(*tracks, **options), GuestBook())[0]
