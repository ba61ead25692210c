"""Guests: unknown people, grouped by their faces over all files of a call."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from visavis.people.names import comparison_key
from visavis.recognition.embedder import unit

#: Cosine of the mean embeddings of two groups from which they are one person. Measured on LFW with the published
#: network, 20 people with 5 single pictures each and 200 strangers with one, in 8 draws: pairwise precision 0.997,
#: recall 0.988. Over 20 files, one after another: 1.000 and 0.980. At 0.42: 0.94 and 0.995; at 0.55: 1.000 and 0.986.
SAME_PERSON_COSINE = 0.48
#: Number of tracks that are compared with each other at once. Of more, the later ones join the groups of the earlier
#: ones: the time then grows with their number, and not with its square.
_BATCH = 400

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class GuestTrack:
    """One track of somebody unknown."""

    track: int
    vector: Vector  #: weighted sum of its embeddings, shape (n,)
    frames: tuple[int, int]  #: first and last frame in which it is visible


GroupGuests = Callable[[Sequence[GuestTrack]], Mapping[int, str]]
"""Gives the tracks of one file the names of guests: *Guest 1*, *Guest 2*, ..., by track."""


@dataclass(slots=True, eq=False)
class _Group:
    vector: Vector
    number: int | None = None  #: of a guest who was seen before
    tracks: list[GuestTrack] = field(default_factory=list)  #: of the current file

    def is_beside(self, other: "_Group") -> bool:
        """Whether both are in one frame, so that they are two people."""
        return any(
            one.frames[0] <= two.frames[1] and two.frames[0] <= one.frames[1]
            for one in self.tracks
            for two in other.tracks
        )


class GuestBook:
    """Groups the unknown people of files, one file after another. A guest keeps their number.

    Agglomerative clustering by the cosine of the groups' mean embeddings, the most similar pair first. Two faces of
    one frame are two people. A guest of an earlier file may join a group of the next one; two guests never become one.

    Parameters
    ----------
    taken : collection of str
        Names of people, which no guest gets.
    """

    def __init__(self, taken: Collection[str] = (), threshold: float = SAME_PERSON_COSINE) -> None:
        self._taken = {comparison_key(name) for name in taken}
        self._threshold = threshold
        self._groups: list[_Group] = []
        self._names: list[str] = []

    def __call__(self, tracks: Sequence[GuestTrack]) -> dict[int, str]:
        """Give the unknown tracks of one file, or of one picture, the names of guests."""
        for group in self._groups:
            group.tracks = []
        ordered = sorted(tracks, key=lambda track: (track.frames, track.track))
        for start in range(0, len(ordered), _BATCH):
            self._join(ordered[start : start + _BATCH])
        return {
            track.track: self._names[group.number]
            for group in self._groups
            if group.number is not None
            for track in group.tracks
        }

    def _join(self, tracks: Sequence[GuestTrack]) -> None:
        """Merge groups as long as two are similar enough; what is new then becomes a guest."""
        groups = [*self._groups, *(_Group(track.vector, None, [track]) for track in tracks)]
        units = np.stack([unit(group.vector) for group in groups])
        similar = units @ units.T
        known = len(self._groups)
        similar[:known, :known] = -1
        np.fill_diagonal(similar, -1)
        while similar.size:
            first, second = sorted(divmod(int(similar.argmax()), len(groups)))
            if similar[first, second] < self._threshold:
                break
            kept, joined = groups[first], groups[second]
            if kept.is_beside(joined):
                similar[first, second] = similar[second, first] = -1
                continue
            kept.vector = np.asarray(kept.vector + joined.vector, np.float32)
            kept.tracks += joined.tracks
            joined.tracks = []
            units[first], units[second] = unit(kept.vector), 0
            row = units @ units[first]
            row[[index for index, group in enumerate(groups) if not group.tracks and index >= known]] = -1
            row[: known if first < known else 0] = -1
            row[first] = -1
            similar[first], similar[:, first] = row, row
            similar[second], similar[:, second] = -1, -1
        for group in groups[known:]:
            if group.tracks:
                group.number = len(self._groups)
                self._groups.append(group)
                self._names.append(self._new_name())

    def _new_name(self) -> str:
        number = len(self._names) + 1
        while comparison_key(name := f"Guest {number}") in self._taken or name in self._names:
            number += 1
        return name
