"""Capture mode: which frames of a person become samples, and why the others are refused."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from visavis.enrollment.coverage import Cell, Coverage, FaceView
from visavis.enrollment.subject import Subject, Vector
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
#: Consecutive requests without progress after which no slot is reserved: the person cannot move, or it is a video,
#: which does not listen. After the first one, each missing view keeps a single slot. Measured with a film of someone
#: who only tilts their head: ten samples take 20 to 24 s then, and 25 to 41 s if all slots stay reserved until the
#: second.
_MAX_TIMEOUTS = 2
#: Minimum seconds between a face of somebody else and the next comparison, which takes time.
COMPARISON_INTERVAL_S = 0.5
#: Consecutive candidates of somebody else after which the user is asked. One can be the subject in a bad moment.
_MAX_DIFFERENT = 2

_NEVER = float("-inf")

FaceEmbedder = Callable[[Image, Face], Vector]
"""A face of a BGR picture to its embedding of unit length."""


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """The decision on one frame."""

    refusal: Refusal | None  #: None: the frame was accepted
    sample: Image | None = None  #: the picture to keep, BGR: the face with a wide margin
    taken: datetime | None = None  #: when, UTC
    face: Face | None = None  #: the face that was judged, if any


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A picture that passed every check except whose face it shows."""

    image: Image  #: the frame
    face: Face
    time: float  #: in seconds of the source
    taken: datetime  #: the same, UTC
    sample: Image  #: the picture to keep, BGR: the face with a wide margin
    view: FaceView
    fingerprint: int


class Enrollment:
    """One capture session: judges frames with their faces, and accepts samples of one person until there are `wanted`.

    The first accepted face is the subject. A face of somebody else is refused (`Refusal.OTHER_PERSON`). Where the user
    can be asked, they are once `is_face_changed`: `continue_with_subject` or `accept_different` is the answer.

    `offer` does everything at once. `judge` and `admit` are its halves, for callers whose network is on another thread.

    It writes nothing: the caller keeps the accepted pictures.

    Parameters
    ----------
    wanted : int
        Number of samples.
    embed : FaceEmbedder, optional
        Used by `offer`. Without it, faces are not compared.
    reserves_views : bool
        Whether samples that cover nothing new leave a slot for each missing view, as long as the person follows the
        requests. Only for a person who is told them.
    """

    def __init__(self, wanted: int = 20, embed: FaceEmbedder | None = None, *, reserves_views: bool = False) -> None:
        self.wanted = wanted
        self.coverage = Coverage(wanted)
        self.subject = Subject()
        self.different: tuple[tuple[Candidate, Vector], ...] = ()
        """The latest candidates of somebody else, without one of the subject after them; at most `_MAX_DIFFERENT`."""
        self.refusals: Counter[Refusal] = Counter()
        self.started = datetime.now(UTC)
        self.ended = self.started
        self._embed = embed
        self._reserves_views = reserves_views
        self._timeouts = 0  # consecutive requests without progress
        self._unanswered = 0  # all requests without progress
        self._others = Subject()  # people of whom the user said that they are not the subject
        self._fingerprints: list[int] = []
        # in seconds of the source
        self._judged_at = _NEVER
        self._accepted_at = _NEVER
        self._differed_at = _NEVER  # the last candidate of somebody else
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
    def is_followed(self) -> bool:
        """Whether each request for a view so far was followed in time."""
        return not self._unanswered

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
            frame.time - self._judged_at >= JUDGE_INTERVAL_S
            and frame.time - self._accepted_at >= SAMPLE_INTERVAL_S
            and frame.time - self._differed_at >= COMPARISON_INTERVAL_S
        )

    def offer(self, frame: Frame, faces: Sequence[Face]) -> Verdict | None:
        """Judge a frame, and accept it if it shows the subject; None if it is not due (`is_due`)."""
        judged = self.judge(frame, faces)
        if not isinstance(judged, Candidate):
            return judged
        vector = self._embed(judged.image, judged.face) if self._embed else None
        refusal = self.admit(judged, vector)
        return (
            Verdict(refusal, face=judged.face) if refusal else Verdict(None, judged.sample, judged.taken, judged.face)
        )

    def judge(self, frame: Frame, faces: Sequence[Face]) -> Candidate | Verdict | None:
        """Judge a frame, but not whose face it shows: a candidate for `admit`, or why it is refused.

        None if the frame is not due (`is_due`).
        """
        if not self.is_due(frame):
            return None
        if self._is_new_source(frame):
            self._accepted_at = self._differed_at = self._progress_at = frame.time - REPEAT_INTERVAL_S
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
        taken = self.started + timedelta(seconds=frame.time - self._started_at)
        return Candidate(frame.image, face, frame.time, taken, sample_cut(frame.image, face), view, fingerprint)

    def admit(self, candidate: Candidate, vector: Vector | None) -> Refusal | None:
        """Accept a candidate if its face is the subject's, or return why not.

        The first one is the subject.

        Parameters
        ----------
        vector : ndarray of float32, shape (n,), or None
            Its embedding. Without one, nothing is compared.
        """
        if vector is not None and (self.subject.is_known or self._others.is_known):
            is_other = self._others.has_face(vector)
            is_subject = not self.subject.is_known or self.subject.has_face(vector)
            if is_other and self._others.similarity(vector) > self.subject.similarity(vector):
                return self._refuse_other(candidate)
            if not is_subject:
                self.different = (*self.different, (candidate, vector))[-_MAX_DIFFERENT:]
                return self._refuse_other(candidate)
        self.different = ()
        self._accept(candidate, vector)
        return None

    @property
    def is_face_changed(self) -> bool:
        """Whether several candidates in a row show somebody else of whom the user has not said who they are."""
        return len(self.different) >= _MAX_DIFFERENT

    def continue_with_subject(self) -> None:
        """The faces in `different` are of somebody else: from now on they are refused without asking."""
        for number, (_, vector) in enumerate(self.different):
            self._others = self._others.plus(vector, new_appearance=not number)
        self.different = ()

    def accept_different(self) -> list[Candidate]:
        """The faces in `different` are the subject's: accept them, learn this look, and return them."""
        accepted = list(self.different)
        for number, (candidate, vector) in enumerate(accepted):
            self.refusals[Refusal.OTHER_PERSON] -= 1
            self._accept(candidate, vector, new_appearance=not number)
        self.different = ()
        return [candidate for candidate, _ in accepted]

    @property
    def outliers(self) -> tuple[int, ...]:
        """The indexes of accepted samples that are unlike the others (`Subject.outliers`)."""
        return self.subject.outliers

    def drop(self, indexes: Iterable[int]) -> None:
        """Remove accepted samples, by their indexes in the order of acceptance."""
        removed = set(indexes)
        self._fingerprints = [each for index, each in enumerate(self._fingerprints) if index not in removed]
        self.coverage = self.coverage.without(removed)
        self.subject = self.subject.without(removed)

    def extend(self, count: int) -> None:
        """Accept `count` more samples."""
        self.wanted += count

    def resume(self) -> None:
        """Continue after a pause: reserve slots again although earlier requests were not followed."""
        self._timeouts = 0
        self._progress_at = _NEVER  # nobody follows requests during a pause

    def _is_new_source(self, frame: Frame) -> bool:
        """Whether the frame is of another source than the previous one, or the source was restarted.

        Each picture of a folder is a source of its own, at time 0.
        """
        return frame.source != self._source or frame.time < self._judged_at

    def _is_duplicate(self, fingerprint: int, view: FaceView, now: float) -> bool:
        """Whether there is such a view already, or it would take the place of a missing one."""
        limit = 0 if now - self._accepted_at >= STUCK_S else DUPLICATE_DISTANCE
        if any(quality.hamming_distance(fingerprint, earlier) <= limit for earlier in self._fingerprints):
            return True
        if self.coverage.is_needed(view):
            return False
        if self._has_reserved_rest:
            return True
        if view.pose is None or not self.coverage.missing_cells():  # no view is requested
            return False
        return now - self._accepted_at < REPEAT_INTERVAL_S

    @property
    def _has_reserved_rest(self) -> bool:
        """Whether all slots that are left are reserved for missing views."""
        if not self._reserves_views or self._timeouts >= _MAX_TIMEOUTS:
            return False
        reserved = len(self.coverage.missing_cells()) if self._timeouts else self.coverage.reserved
        return self.wanted - self.accepted <= reserved

    def _update_request(self, now: float) -> None:
        """Request another missing view if there was no progress for a while."""
        requested = self.requested
        if requested is None or now - self._progress_at < REQUEST_TIMEOUT_S:
            return
        if self._progress_at > _NEVER:
            self._timeouts += 1
            self._unanswered += 1
            skipped = (*self._skipped, requested)
            self._skipped = skipped if set(self.coverage.missing_cells()) - set(skipped) else ()
        self._progress_at = now

    def _accept(self, candidate: Candidate, vector: Vector | None, *, new_appearance: bool = False) -> None:
        self._fingerprints.append(candidate.fingerprint)
        if self.coverage.is_needed(candidate.view):
            self._progress_at = candidate.time
            self._timeouts = 0
        self.coverage = self.coverage.plus(candidate.view)
        self.subject = self.subject.plus(vector, new_appearance=new_appearance)
        self._accepted_at = candidate.time
        self.ended = candidate.taken

    def _refuse_other(self, candidate: Candidate) -> Refusal:
        self._differed_at = candidate.time
        self.refusals[Refusal.OTHER_PERSON] += 1
        return Refusal.OTHER_PERSON

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
