"""Tracklets: short runs of what may be a face and no track has, such as a head turned far or cut off by the border.

The tracker keeps only faces that O-Net verifies, because it must tell at once. A file is looked at as a whole, so what
was not verified is kept, too. It counts if it turns out to look like somebody who was surely seen in the same scene
(`visavis.tagging.linkage`), as ByteTrack [1]_ keeps detections of low probability that continue a track.

References
----------
.. [1] Zhang, Y. et al. (2022). ByteTrack: multi-object tracking by associating every detection box. ECCV.
   doi:10.1007/978-3-031-20047-2_1
"""

import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import LocalSearch
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.imaging.low_light import enhance
from visavis.recognition.embedder import unit
from visavis.tracking.association import match_boxes
from visavis.tracking.glimpse import Glimpse, glimpse, is_same_view

#: Seconds of video between two searches for candidates while a face is lost, or may be one.
_INTERVAL_S = 0.1
#: Seconds of video between two searches for candidates otherwise.
_CALM_INTERVAL_S = 0.3
#: Seconds for which a face counts as lost; `linkage` links none that was lost for longer.
MAX_GAP_S = 3.0
#: Seconds without a candidate after which a tracklet ends: two searches in a row may miss a face.
_MAX_LOST_S = 0.35
#: Least width of a candidate, in pixels. The eyes of a smaller face are hardly as far apart as recognition needs.
_LEAST_WIDTH = 40.0
#: Least width of a candidate, as a share of the shorter side of the frame.
_LEAST_SHARE = 0.08
#: Least intersection over union of two candidates that follow each other in a tracklet.
_MIN_OVERLAP = 0.3
#: Share of the smaller of two boxes that lies in the other one, above which both are on one face.
_SAME_FACE = 0.5
#: How many times as wide as the face of a track a candidate is that contains this face, and is not it: somebody in the
#: background is seen beside a large profile, and the box of the profile reaches over them.
_IN_FRONT = 1.8
#: Least number of candidates in a tracklet. One alone is often no face.
_MIN_CANDIDATES = 2
#: Tolerance in seconds when times are compared: they are sums of frame durations.
_TOLERANCE_S = 1e-6

Vector = NDArray[np.float32]
FindCandidates = Callable[[Image, LocalSearch], Sequence[Face]]
"""See `Detector.search_candidates`."""
EmbedFaces = Callable[[Image, Sequence[Face]], NDArray[np.float32]]
"""Embeds faces of a BGR picture, shape (faces, n)."""


@dataclass(slots=True, eq=False)
class Tracklet:
    """Candidates that are one face, in the order of their frames."""

    frames: "array.array[int]" = field(default_factory=lambda: array.array("i"))
    boxes: list[Box] = field(default_factory=list)
    vector: Vector | None = None  #: sum of the embeddings, each of length 1, shape (n,)
    seen_at: float = 0.0  #: when it was last seen, in seconds
    _newest: Vector | None = None
    _glimpse: Glimpse | None = None

    def has_view(self, view: Glimpse | None) -> bool:
        """Whether the newest candidate looked the same, so that its embedding serves once more."""
        return is_same_view(self._glimpse, view)

    def add(self, frame: Frame, box: Box, view: Glimpse | None, vector: Vector | None) -> None:
        """Take a candidate; `vector` is its embedding, None if that of the newest one serves."""
        self.frames.append(frame.index)
        self.boxes.append(box)
        self.seen_at = frame.time
        if vector is not None:
            self._newest, self._glimpse = vector, view
        if self._newest is not None:
            self.vector = self._newest if self.vector is None else np.asarray(self.vector + self._newest, np.float32)


class TrackletCollector:
    """Searches the frames of a file for what may be a face beside the tracks, now and then.

    Parameters
    ----------
    find : callable
        Finds candidates.
    embed : callable
        Embeds faces; the vectors must be comparable with those of the tracks.
    """

    def __init__(self, find: FindCandidates, embed: EmbedFaces) -> None:
        self._find = find
        self._embed = embed
        self._open: list[Tracklet] = []
        self._ended: list[Tracklet] = []
        self._searched_at: float | None = None
        self._lost_at: float | None = None
        self._tracks: frozenset[int] = frozenset()

    def add(self, frame: Frame, tracked: Mapping[int, Box], *, is_new_scene: bool = False) -> None:
        """Take a frame, and where its tracks are, by their numbers."""
        if is_new_scene:
            self._end(self._open)
            self._open, self._searched_at, self._lost_at = [], None, None
        elif self._tracks - tracked.keys():
            self._lost_at = frame.time
        self._tracks = frozenset(tracked)
        if self._searched_at is not None and frame.time - self._searched_at < self._interval(frame) - _TOLERANCE_S:
            return
        self._searched_at = frame.time
        lost = [each for each in self._open if frame.time - each.seen_at > _MAX_LOST_S]
        self._end(lost)
        self._open = [each for each in self._open if each not in lost]
        candidates = self._candidates(frame.image, tracked.values())
        if candidates:
            self._continue(frame, candidates)

    def tracklets(self) -> list[Tracklet]:
        """All tracklets so far."""
        self._end(self._open)
        self._open = []
        return self._ended

    def _interval(self, frame: Frame) -> float:
        is_lost = self._lost_at is not None and frame.time - self._lost_at <= MAX_GAP_S
        return _INTERVAL_S if is_lost or self._open else _CALM_INTERVAL_S

    def _end(self, tracklets: Sequence[Tracklet]) -> None:
        self._ended += [each for each in tracklets if len(each.frames) >= _MIN_CANDIDATES]

    def _candidates(self, image: Image, tracked: Collection[Box]) -> list[Face]:
        height, width = image.shape[:2]
        least = max(_LEAST_WIDTH, _LEAST_SHARE * min(height, width))
        found = self._find(enhance(image), LocalSearch(Box(0, 0, width, height), least, float(max(height, width))))
        return [
            face for face in found if face.box.width >= least and not any(_is_on_face(face.box, box) for box in tracked)
        ]

    def _continue(self, frame: Frame, candidates: Sequence[Face]) -> None:
        """Add candidates to the tracklets that they continue; others begin tracklets."""
        newest = {index: tracklet.boxes[-1] for index, tracklet in enumerate(self._open)}
        pairs = match_boxes(newest, {index: face.box for index, face in enumerate(candidates)}, _MIN_OVERLAP)
        continued = {candidate: self._open[tracklet] for tracklet, candidate in pairs.items()}
        tracklets = [continued.get(index) or Tracklet() for index in range(len(candidates))]
        views = [glimpse(frame.image, face.box) for face in candidates]
        changed = [index for index, each in enumerate(tracklets) if not each.has_view(views[index])]
        vectors: dict[int, Vector] = {}
        if changed:
            embedded = self._embed(frame.image, [candidates[index] for index in changed])
            vectors = {index: unit(vector) for index, vector in zip(changed, embedded, strict=True)}
        for index, tracklet in enumerate(tracklets):
            tracklet.add(frame, candidates[index].box, views[index], vectors.get(index))
        self._open += [each for index, each in enumerate(tracklets) if index not in continued]


def _is_on_face(candidate: Box, tracked: Box) -> bool:
    """Whether a candidate is on the face of a track, or on a part of it."""
    return candidate.containment(tracked) > _SAME_FACE and candidate.width <= _IN_FRONT * tracked.width
