"""Who is in a file: the people of a `FaceLog`, with their spans, and the label of the whole file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.tagging.face_log import FRAME, NAME, TRACK, FaceLog
from visavis.tagging.guests import GroupGuests, GuestTrack
from visavis.tagging.spans import Span, spans_of
from visavis.tracking.track import VISIBLE_S

#: How many times as much weight as the second person the first one needs, for the file to be labeled with their name.
_DOMINANCE = 1.5
#: Least weight of a face in a vote, so that one of poor quality still counts when there is no better one.
_MIN_WEIGHT = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class TaggedPerson:
    """One person in one file."""

    name: str
    is_guest: bool
    spans: tuple[Span, ...]
    screen_time: float  #: for how long they are visible, in seconds
    confidence: float  #: 0..1: the mean score of their faces; of a guest, how sure it is that nobody enrolled is meant
    weight: float  #: their share in the votes, 0..1
    best_time: float  #: when they are seen best, in seconds
    best_box: Box  #: where, in pixels of the frame
    picture: bytes  #: that face, a JPEG
    frames: NDArray[np.int32]  #: the frames in which they are visible, in order

    def as_json(self) -> dict[str, Any]:
        box = self.best_box
        return {
            "name": self.name,
            "guest": self.is_guest,
            "spans": [[round(span.start, 3), round(span.end, 3)] for span in self.spans],
            "screen_time": round(self.screen_time, 3),
            "confidence": round(self.confidence, 4),
            "best": {"time": round(self.best_time, 3), "box": [box.left, box.top, box.width, box.height]},
        }


@dataclass(frozen=True, slots=True, eq=False)
class FileTags:
    """Who is in one file."""

    source: str
    is_video: bool
    size: tuple[int, int]  #: width and height of the frames, in pixels
    duration: float  #: in seconds; 0 for a picture
    rate: float  #: frames per second
    frames: int
    label: str | None  #: the person whom the file shows; None if nobody enrolled dominates
    most_votes: str | None  #: the name with most votes, as the book has it; None if nobody is known
    votes: Mapping[str, int]  #: number of frames by name
    people: tuple[TaggedPerson, ...]  #: enrolled people before guests, those with the most screen time first
    unclear: int  #: number of tracks that are nobody's: too poor or too brief to tell who it is

    def as_json(self) -> dict[str, Any]:
        """Return what `tag --json` prints (docs/formats.md)."""
        return {
            "source": self.source,
            "duration": round(self.duration, 3),
            "frames": self.frames,
            "label": self.label,
            "most_votes": self.most_votes,
            "votes": dict(self.votes),
            "people": [person.as_json() for person in self.people],
            "unclear": self.unclear,
        }


def tag(log: FaceLog, group_guests: GroupGuests) -> tuple[FileTags, dict[int, str]]:
    """Tell who is in a file; also give the names of guests by track."""
    guests = dict(group_guests(_guest_tracks(log)))
    names = [*log.names, *dict.fromkeys(guests.values())]
    owners = _owners(log, guests, names)
    weights = _weights(log, owners, len(log.names))
    shares = np.bincount(owners[owners >= 0], weights[owners >= 0], len(names))
    shares = shares / max(shares.sum(), 1e-9)
    people = [
        _tagged_person(log, owners == index, name, index >= len(log.names), weights, float(shares[index]))
        for index, name in enumerate(names)
        if (owners == index).any()
    ]
    people.sort(key=lambda person: (person.is_guest, -person.screen_time, person.spans[0].start, person.name))
    votes = {person.name: len(person.frames) for person in people if not person.is_guest}
    unknown = {int(track) for track in log.faces[owners < 0, TRACK]}
    tags = FileTags(
        source=log.source,
        is_video=log.is_video,
        size=log.size,
        duration=log.end,
        rate=log.rate,
        frames=len(log.times),
        label=_label(people),
        most_votes=max(votes, key=lambda name: votes[name], default=None),
        votes=votes,
        people=tuple(people),
        unclear=len(unknown - guests.keys()),
    )
    return tags, guests


def _label(people: list[TaggedPerson]) -> str | None:
    """The person whom a file shows: enrolled, and clearly ahead of everybody else, guests included."""
    ordered = sorted(people, key=lambda person: -person.weight)
    if not ordered or ordered[0].is_guest:
        return None
    is_ahead = len(ordered) == 1 or ordered[0].weight >= _DOMINANCE * ordered[1].weight
    return ordered[0].name if is_ahead else None


def _guest_tracks(log: FaceLog) -> list[GuestTrack]:
    """The tracks of unknown people that are good and long enough to tell them apart."""
    found = []
    for track, summary in log.tracks.items():
        frames = log.frames_of(track)
        if summary.may_be_guest and summary.vector is not None and len(frames) and not log.is_brief(track):
            found.append(GuestTrack(track, summary.vector, _seen_frames(log, frames)))
    return found


def _seen_frames(log: FaceLog, frames: NDArray[np.int32]) -> tuple[int, int]:
    """The first and the last frame in which a face was surely seen.

    A face that is lost is shown for a moment longer. Found again meanwhile, it is in two tracks, and yet one person.
    """
    first, last = int(frames[0]), int(frames[-1])
    surely = int(np.searchsorted(log.times, log.times[last] - VISIBLE_S, side="right")) - 1
    return first, max(surely, first) if log.is_video else last


def _owners(log: FaceLog, guests: Mapping[int, str], names: list[str]) -> NDArray[np.int64]:
    """Whose each face of a log is: an index in `names`, or -1."""
    owners = log.faces[:, NAME].astype(np.int64)
    numbers = {track: names.index(name, len(log.names)) for track, name in guests.items()}
    for row in np.flatnonzero(owners < 0):
        owners[row] = numbers.get(int(log.faces[row, TRACK]), -1)
    return owners


def _weights(log: FaceLog, owners: NDArray[np.int64], known: int) -> NDArray[np.float64]:
    """How much each face counts: by the quality of its track and its score. Those of one frame share one vote.

    The score of a guest is how sure it is that nobody enrolled is meant.
    """
    qualities = {track: max(summary.quality, _MIN_WEIGHT) for track, summary in log.tracks.items()}
    quality = np.array([qualities[int(track)] for track in log.faces[:, TRACK]], np.float64)
    sure = np.where(owners < known, log.scores, 1 - log.scores)
    weights = quality * np.maximum(sure, _MIN_WEIGHT)
    frames = log.faces[:, FRAME]
    totals = np.bincount(frames, weights, len(log.times))
    return np.asarray(weights / totals[frames], np.float64) if len(frames) else weights


def _tagged_person(
    log: FaceLog, is_theirs: NDArray[np.bool_], name: str, is_guest: bool, weights: NDArray[np.float64], share: float
) -> TaggedPerson:
    faces, scores = log.faces[is_theirs], log.scores[is_theirs]
    frames = np.unique(faces[:, FRAME])
    best = max((log.tracks[int(track)] for track in np.unique(faces[:, TRACK])), key=lambda each: each.best_rank)
    sure = 1 - scores if is_guest else scores
    return TaggedPerson(
        name=name,
        is_guest=is_guest,
        spans=spans_of(frames, log.times, log.durations),
        screen_time=float(log.durations[frames].sum()),
        confidence=float(np.average(sure, weights=weights[is_theirs])),
        weight=share,
        best_time=float(log.times[best.best_frame]),
        best_box=best.best_box,
        picture=best.picture,
        frames=np.asarray(frames, np.int32),
    )
