"""Capture mode: which frames of a person become samples, and why the others are refused."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from visavis.enrollment.coverage import Cell, Coverage, FaceView
from visavis.faces import quality
from visavis.faces.pose import Pose
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.people.samples import sample_cut

#: Maximum distance of the fingerprints (64 bits) of near-duplicates. Measured: 0-4 from frame to frame for a head at
#: rest (two webcam clips), 8 and more between different pictures of one person (LFW).
DUPLICATE_DISTANCE = 4
#: Minimum seconds between two samples, so that they differ by more than the noise of a frame.
SAMPLE_INTERVAL_S = 0.25
#: Minimum seconds between a sample and the next one that covers nothing new: time to follow the request.
REPEAT_INTERVAL_S = 1.0
#: Seconds without a new sample after which only identical fingerprints are duplicates, so that people who cannot move
#: can still finish.
STUCK_S = 3.0
#: Minimum seconds between two frames that are judged; a face looks the same in less.
JUDGE_INTERVAL_S = 0.1
#: Seconds without progress after which another missing view is requested.
REQUEST_TIMEOUT_S = 6.0

_NEVER = float("-inf")


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """The decision on one frame."""

    refusal: Refusal | None  #: None: the frame was accepted
    sample: Image | None = None  #: the picture to keep, BGR: the face with a wide margin
    taken: datetime | None = None  #: when, UTC
    face: Face | None = None  #: the face that was judged, if any


class Enrollment:
    """One capture session: judges frames with their faces, and accepts samples until there are `wanted`.

    It writes nothing: the caller keeps the accepted pictures.
    """

    def __init__(self, wanted: int = 20) -> None:
        self.wanted = wanted
        self.coverage = Coverage(wanted)
        self.refusals: Counter[Refusal] = Counter()
        self.started = datetime.now(UTC)
        self.ended = self.started
        self._fingerprints: list[int] = []
        # in seconds of the source
        self._judged_at = _NEVER
        self._accepted_at = _NEVER
        self._progress_at = _NEVER  # the last needed view, or the last change of the request
        self._started_at = 0.0
        self._source: str | None = None
        self._skipped: tuple[Cell, ...] = ()  # cells whose request timed out

    @property
    def accepted(self) -> int:
        """The number of samples."""
        return len(self._fingerprints)

    @property
    def is_complete(self) -> bool:
        return self.accepted >= self.wanted

    @property
    def requested(self) -> Cell | None:
        """The missing view that is requested now; None if none is missing.

        A view whose request timed out is requested again after all others.
        """
        missing = self.coverage.missing_cells()
        fresh = [cell for cell in missing if cell not in self._skipped]
        return next(iter((*fresh, *missing)), None)

    def is_due(self, frame: Frame) -> bool:
        """Whether the frame should be judged: not too soon after the last one, nor when the session is complete.

        Call it before detecting faces, which takes time.
        """
        if self.is_complete:
            return False
        return self._is_new_source(frame) or (
            frame.time - self._judged_at >= JUDGE_INTERVAL_S and frame.time - self._accepted_at >= SAMPLE_INTERVAL_S
        )

    def offer(self, frame: Frame, faces: Sequence[Face]) -> Verdict | None:
        """Judge a frame; None if it is not due (`is_due`)."""
        if not self.is_due(frame):
            return None
        if self._is_new_source(frame):
            self._accepted_at = self._progress_at = frame.time - REPEAT_INTERVAL_S
            self._started_at = frame.time - (self.ended - self.started).total_seconds()
        self._source, self._judged_at = frame.source, frame.time
        self._update_request(frame.time)
        face = main_face(faces)
        if isinstance(face, Refusal):
            return self._refuse(face)
        measured = quality.measure(frame.image, face.box)
        refusal = _first_refusal(frame.image, face, measured)
        if refusal:
            return self._refuse(refusal, face)
        head = None if face.landmarks is None else Pose.from_landmarks(face.landmarks)
        view = FaceView(head, face.box.width, min(frame.image.shape[:2]), measured.brightness, measured.balance)
        fingerprint = quality.fingerprint(frame.image, face.box)
        if self._is_duplicate(fingerprint, view, frame.time):
            return self._refuse(Refusal.DUPLICATE, face)
        self._fingerprints.append(fingerprint)
        if self.coverage.is_needed(view):
            self._progress_at = frame.time
        self.coverage = self.coverage.plus(view)
        self._accepted_at = frame.time
        self.ended = self.started + timedelta(seconds=frame.time - self._started_at)
        return Verdict(None, sample_cut(frame.image, face), self.ended, face)

    def drop(self, indexes: Iterable[int]) -> None:
        """Remove accepted samples, by their indexes in the order of acceptance."""
        removed = set(indexes)
        self._fingerprints = [each for index, each in enumerate(self._fingerprints) if index not in removed]
        self.coverage = self.coverage.without(removed)

    def extend(self, count: int) -> None:
        """Accept `count` more samples."""
        self.wanted += count

    def _is_new_source(self, frame: Frame) -> bool:
        """Whether the frame is of another source than the previous one, or the source was restarted.

        Each picture of a folder is a source of its own, at time 0.
        """
        return frame.source != self._source or frame.time < self._judged_at

    def _is_duplicate(self, fingerprint: int, view: FaceView, now: float) -> bool:
        """Whether there is such a view already, or it would take the place of the requested one."""
        limit = 0 if now - self._accepted_at >= STUCK_S else DUPLICATE_DISTANCE
        if any(quality.hamming_distance(fingerprint, earlier) <= limit for earlier in self._fingerprints):
            return True
        if view.pose is None or not self.coverage.missing_cells():  # no view is requested
            return False
        return not self.coverage.is_needed(view) and now - self._accepted_at < REPEAT_INTERVAL_S

    def _update_request(self, now: float) -> None:
        """Request another missing view if there was no progress for a while."""
        requested = self.requested
        if requested is None or now - self._progress_at < REQUEST_TIMEOUT_S:
            return
        if self._progress_at > _NEVER:
            skipped = (*self._skipped, requested)
            self._skipped = skipped if set(self.coverage.missing_cells()) - set(skipped) else ()
        self._progress_at = now

    def _refuse(self, refusal: Refusal, face: Face | None = None) -> Verdict:
        self.refusals[refusal] += 1
        return Verdict(refusal, face=face)


def main_face(faces: Sequence[Face]) -> Face | Refusal:
    """The face of the person who is captured; faces less than half as wide are background."""
    if not faces:
        return Refusal.NO_FACE
    largest, *others = sorted(faces, key=lambda face: -face.box.width)
    if any(other.box.width >= largest.box.width / 2 for other in others):
        return Refusal.SEVERAL_FACES
    return largest


def _first_refusal(image: Image, face: Face, measured: quality.Quality) -> Refusal | None:
    """The first check that the main face of a frame fails, or None."""
    if face.box.clip(image.shape[1], image.shape[0]) != face.box:
        return Refusal.CUT_OFF
    head = None if face.landmarks is None else quality.pose_refusal(Pose.from_landmarks(face.landmarks))
    return head or measured.refusal
