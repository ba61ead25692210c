"""Linkage: tracks and tracklets of one scene that show one person, although the face was lost in between.

Agglomerative, the most similar pair first, with constraints that cannot be violated ("cannot-link" [1]_), as methods
that link tracklets offline do [2]_: two faces of one frame are two people, and nobody is at another place a moment
later. The vectors of poor views do not change what a person looks like.

References
----------
.. [1] Wagstaff, K. et al. (2001). Constrained k-means clustering with background knowledge. ICML.
.. [2] Huang, C., Wu, B. and Nevatia, R. (2008). Robust object tracking by hierarchical association of detection
   responses. ECCV. doi:10.1007/978-3-540-88688-4_58
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.recognition.embedder import unit
from visavis.tagging.face_log import FRAME, LEFT, NAME, TRACK, FaceLog
from visavis.tagging.guests import SAME_PERSON_COSINE
from visavis.tagging.tracklets import MAX_GAP_S, Tracklet

#: Cosine of a tracklet with a track from which both are one person. Measured in two film clips and a copy: tracklets of
#: people with a track in their scene have 0.48 to 0.87 with it. Others have at most 0.35 with a track that has a name,
#: and 0.53 with a track of another scene where both are out of focus.
_SAME_PERSON_COSINE = 0.44
#: Lead over tracks of other people in the scene. Faces out of focus resemble each other.
_MIN_LEAD = 0.1
#: How far a face may be after it was lost, in widths of the face: at once, and per second.
_REACH, _REACH_PER_S = 0.75, 1.0
#: Largest ratio of the widths before and after.
_MAX_SIZE_RATIO = 2.0

Frames = NDArray[np.int32]
Vector = NDArray[np.float32]
IsRefused = Callable[[Vector, str], bool]
"""Whether the user said that faces with this embedding are not the person of this name."""


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """A face from one frame to another."""

    frames: Frames  #: in order
    boxes: NDArray[np.int32]  #: shape (frames, 4)

    @classmethod
    def of_track(cls, log: FaceLog, track: int) -> "_Run":
        rows = log.faces[log.faces[:, TRACK] == track]
        return cls(rows[:, FRAME], rows[:, LEFT:])

    @classmethod
    def of_tracklet(cls, tracklet: Tracklet) -> "_Run":
        boxes = [(box.left, box.top, box.width, box.height) for box in tracklet.boxes]
        return cls(np.array(tracklet.frames, np.int32), np.array(boxes, np.int32))

    def without_gaps(self, taken: Frames) -> "_Run":
        """With a box for each frame in between, too, but for those that are taken."""
        between = np.arange(self.frames[0], self.frames[-1] + 1, dtype=np.int32)
        frames = np.setdiff1d(between, taken).astype(np.int32)
        boxes = np.stack([np.interp(frames, self.frames, column) for column in self.boxes.T], axis=1)
        return _Run(frames, np.round(boxes).astype(np.int32))

    def is_beside(self, other: "_Run") -> bool:
        """Whether both are in one frame."""
        return bool(np.intersect1d(self.frames, other.frames, assume_unique=True).size)

    def gap(self, other: "_Run", times: NDArray[np.float64]) -> tuple[float, Box, Box]:
        """How many seconds lie between two runs, and the boxes before and after."""
        first, second = (self, other) if self.frames[0] < other.frames[0] else (other, self)
        before = max(int(np.searchsorted(first.frames, second.frames[0])) - 1, 0)
        seconds = float(times[second.frames[0]] - times[first.frames[before]])
        return seconds, Box(*first.boxes[before].tolist()), Box(*second.boxes[0].tolist())


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A track, or a tracklet."""

    run: _Run
    vector: Vector  #: of length 1
    owner: str | int | None = None  #: a name, or the number of a track without one; None: a tracklet
    track: int | None = None


def link(
    log: FaceLog, tracklets: Sequence[Tracklet], is_refused: IsRefused, undecided: Collection[int] = ()
) -> FaceLog:
    """Return the log with the links that its embeddings suggest.

    A track without a name gets that of a person of its scene. A tracklet becomes a part of the track that it resembles.

    Parameters
    ----------
    tracklets : sequence of Tracklet
        Of the same file.
    is_refused : callable
        Forbids names for a face.
    undecided : collection of int
        Tracks without a name that may get one.
    """
    by_scene: dict[int, list[_Piece]] = {}
    for piece in _track_pieces(log):
        by_scene.setdefault(_scene(log, piece), []).append(piece)
    names: dict[int, str] = {}
    for tracks in by_scene.values():
        loose = [each for each in tracks if each.track in undecided]
        named = [each for each in tracks if isinstance(each.owner, str)]
        for piece, target in _links(log, loose, named, tracks, SAME_PERSON_COSINE, is_refused):
            assert piece.track is not None
            names[piece.track] = str(target.owner)
    log = _with_names(log, names)
    found: list[tuple[_Piece, _Piece]] = []
    for scene, pieces in _by_scene(log, tracklets).items():
        tracks = [
            replace(each, owner=names.get(each.track, each.owner)) if each.track is not None else each
            for each in by_scene.get(scene, [])
        ]
        found += _links(log, pieces, tracks, tracks, _SAME_PERSON_COSINE, is_refused)
    return _with_runs(log, found)


def _track_pieces(log: FaceLog) -> list[_Piece]:
    """The tracks whose embeddings are known."""
    pieces = []
    for track, summary in log.tracks.items():
        run = _Run.of_track(log, track)
        if summary.vector is not None and len(run.frames):
            name = int(log.faces[log.faces[:, TRACK] == track, NAME].max())
            pieces.append(_Piece(run, unit(summary.vector), log.names[name] if name >= 0 else track, track))
    return pieces


def _by_scene(log: FaceLog, tracklets: Sequence[Tracklet]) -> dict[int, list[_Piece]]:
    pieces: dict[int, list[_Piece]] = {}
    for tracklet in tracklets:
        if tracklet.vector is not None:
            piece = _Piece(_Run.of_tracklet(tracklet), unit(tracklet.vector))
            pieces.setdefault(_scene(log, piece), []).append(piece)
    return pieces


def _scene(log: FaceLog, piece: _Piece) -> int:
    return int(np.searchsorted(log.cuts, piece.run.frames[0], side="right"))


def _links(
    log: FaceLog,
    loose: Sequence[_Piece],
    targets: Sequence[_Piece],
    tracks: Sequence[_Piece],
    minimum: float,
    is_refused: IsRefused,
) -> list[tuple[_Piece, _Piece]]:
    """Pairs of a loose piece and the target that shows the same person; `tracks` are all tracks of the scene."""
    if not loose or not targets:
        return []
    pairs = sorted(
        ((cosine, piece, target) for piece in loose for cosine, target in _likely(piece, targets, tracks, minimum)),
        key=lambda pair: -pair[0],
    )
    runs: dict[str | int | None, list[_Run]] = {}
    for track in tracks:
        runs.setdefault(track.owner, []).append(track.run)
    found: dict[_Piece, _Piece] = {}
    while True:  # what is linked may be the neighbor of what was too far away before
        for _, piece, target in pairs:
            own, refused = runs[target.owner], isinstance(target.owner, str) and is_refused(piece.vector, target.owner)
            if piece not in found and not refused and _fits(piece.run, own, log.times):
                found[piece] = target
                own.append(piece.run)
                break
        else:
            return list(found.items())


def _likely(
    piece: _Piece, targets: Sequence[_Piece], tracks: Sequence[_Piece], minimum: float
) -> list[tuple[float, _Piece]]:
    """The targets that a piece resembles, more than it resembles anybody else in the scene, with their cosines."""
    likely = []
    for target in targets:
        cosine = float(piece.vector @ target.vector)
        if cosine < minimum:
            continue
        rivals = [
            other
            for other in tracks
            if other.owner not in {target.owner, piece.owner}
            and float(other.vector @ target.vector) < SAME_PERSON_COSINE
        ]
        if all(float(piece.vector @ other.vector) <= cosine - _MIN_LEAD for other in rivals):
            likely.append((cosine, target))
    return likely


def _fits(run: _Run, others: Sequence[_Run], times: NDArray[np.float64]) -> bool:
    """Whether somebody who was seen in other runs can be seen in this one: never at once, and near the nearest one."""
    if any(run.is_beside(other) for other in others):
        return False
    seconds, before, after = min((run.gap(other, times) for other in others), key=lambda gap: gap[0])
    wide, narrow = max(before.width, after.width), min(before.width, after.width)
    distance = float(np.hypot(*np.subtract(before.center, after.center)))
    return (
        seconds <= MAX_GAP_S
        and wide <= _MAX_SIZE_RATIO * narrow
        and distance <= (_REACH + _REACH_PER_S * seconds) * wide
    )


def _with_names(log: FaceLog, names: Mapping[int, str]) -> FaceLog:
    faces = log.faces.copy()
    for track, name in names.items():
        faces[faces[:, TRACK] == track, NAME] = log.names.index(name)
    tracks = {
        number: replace(summary, may_be_guest=False) if number in names else summary
        for number, summary in log.tracks.items()
    }
    return replace(log, faces=faces, tracks=tracks)


def _with_runs(log: FaceLog, found: Sequence[tuple[_Piece, _Piece]]) -> FaceLog:
    """The log with the faces of these runs, each with the number, the name and the score of its track."""
    faces, scores = [log.faces], [log.scores]
    for piece, target in found:
        own = np.flatnonzero(log.faces[:, TRACK] == target.track)
        first, run = own[0], piece.run.without_gaps(log.faces[own, FRAME])
        count = len(run.frames)
        known = np.broadcast_to(log.faces[first, [TRACK, NAME]], (count, 2))
        faces.append(np.concatenate([run.frames[:, None], known, run.boxes], axis=1).astype(np.int32))
        scores.append(np.full(count, log.scores[first], np.float32))
    joined = np.concatenate(faces)
    order = np.argsort(joined[:, FRAME], kind="stable")
    return replace(log, faces=joined[order], scores=np.concatenate(scores)[order])
