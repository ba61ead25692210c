"""Capture mode: which frames of someone become samples, and why the others do not."""

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

#: Fingerprints this close are the same view again: a head at rest gives 0-4 from frame to frame (two webcam clips),
#: different pictures of one person 8 and more (LFW).
SAME_VIEW = 4
#: Least seconds between two samples, so that they differ by more than a frame's noise.
PAUSE_S = 0.25
#: Least seconds between a sample and the next that covers nothing new: time to do what is asked.
REPEAT_S = 1.0
#: Seconds without a new sample after which only the very same view is a duplicate: who cannot move gets done, too.
STUCK_S = 3.0
#: Least seconds between two frames that are judged: in less, a face looks the same.
LOOK_S = 0.1
#: Seconds without progress after which something else that is missing is asked for.
ASK_S = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What came of a frame."""

    refusal: Refusal | None  #: None: the frame was accepted
    sample: Image | None = None  #: the picture to keep: the face with wide margin, BGR
    taken: datetime | None = None  #: when, UTC
    face: Face | None = None  #: the face that was judged, if there was one


class Enrollment:
    """One capture session: takes frames with their faces, accepts those worth keeping until there are `wanted`.

    Writes nothing: whoever feeds it keeps the accepted pictures.
    """

    def __init__(self, wanted: int = 20) -> None:
        self.wanted = wanted
        self.coverage = Coverage(wanted)
        self.refusals: Counter[Refusal] = Counter()
        self.started = datetime.now(UTC)
        self.ended = self.started
        self._fingerprints: list[int] = []
        self._judged = self._taken = self._waiting = float("-inf")
        self._source: str | None = None
        self._begun = 0.0  # where in its source the session began, in seconds
        self._passed_over: tuple[Cell, ...] = ()

    @property
    def accepted(self) -> int:
        """How many samples there are."""
        return len(self._fingerprints)

    @property
    def done(self) -> bool:
        return self.accepted >= self.wanted

    @property
    def asked(self) -> Cell | None:
        """What is missing and asked for now; None if nothing is missing.

        What nobody did for some time is asked for again after everything else.
        """
        missing = self.coverage.missing()
        fresh = [cell for cell in missing if cell not in self._passed_over]
        return next(iter((*fresh, *missing)), None)

    def due(self, frame: Frame) -> bool:
        """Whether the frame is to be judged: not too soon after the last one, nor when there are enough.

        Finding faces takes time; ask before.
        """
        if self.done:
            return False
        return self._another(frame) or (frame.time - self._judged >= LOOK_S and frame.time - self._taken >= PAUSE_S)

    def offer(self, frame: Frame, faces: Sequence[Face]) -> Verdict | None:
        """Judge a frame; None where it is not `due`."""
        if not self.due(frame):
            return None
        another = self._another(frame)
        if another:
            self._taken = self._waiting = frame.time - REPEAT_S
            self._begun = frame.time - (self.ended - self.started).total_seconds()
        self._source, self._judged = frame.source, frame.time
        self._move_on(frame.time)
        face = subject(faces)
        if isinstance(face, Refusal):
            return self._refused(face)
        measured = quality.measure(frame.image, face.box)
        refusal = _refusal(frame.image, face, measured)
        if refusal:
            return self._refused(refusal, face)
        head = None if face.landmarks is None else Pose.from_landmarks(face.landmarks)
        view = FaceView(head, face.box.width, min(frame.image.shape[:2]), measured.brightness, measured.balance)
        fingerprint = quality.fingerprint(frame.image, face.box)
        if self._repeats(fingerprint, view, frame.time):
            return self._refused(Refusal.DUPLICATE, face)
        self._fingerprints.append(fingerprint)
        if self.coverage.adds(view):
            self._waiting = frame.time
        self.coverage = self.coverage.added(view)
        self._taken = frame.time
        self.ended = self.started + timedelta(seconds=frame.time - self._begun)
        return Verdict(None, sample_cut(frame.image, face), self.ended, face)

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget accepted samples, by their numbers in the order of acceptance: they are not wanted after all."""
        gone = set(numbers)
        self._fingerprints = [print_ for number, print_ in enumerate(self._fingerprints) if number not in gone]
        self.coverage = self.coverage.without(gone)

    def _another(self, frame: Frame) -> bool:
        """Whether it is from another source than the one before, or from that one begun anew.

        Between a folder's pictures, which are sources of their own, no time passes.
        """
        return frame.source != self._source or frame.time < self._judged

    def _repeats(self, fingerprint: int, view: FaceView, now: float) -> bool:
        """Whether a view is there already, or would crowd out what is asked for."""
        same = 0 if now - self._taken >= STUCK_S else SAME_VIEW
        if any(quality.hamming_distance(fingerprint, earlier) <= same for earlier in self._fingerprints):
            return True
        if view.pose is None or not self.coverage.missing():  # there is nothing to be crowded out
            return False
        return not self.coverage.adds(view) and now - self._taken < REPEAT_S

    def _move_on(self, now: float) -> None:
        """Ask for something else if nothing came of it for a while."""
        asked = self.asked
        if asked is None or now - self._waiting < ASK_S:
            return
        if self._waiting > float("-inf"):
            passed = (*self._passed_over, asked)
            self._passed_over = passed if set(self.coverage.missing()) - set(passed) else ()
        self._waiting = now

    def _refused(self, refusal: Refusal, face: Face | None = None) -> Verdict:
        self.refusals[refusal] += 1
        return Verdict(refusal, face=face)


def _refusal(image: Image, face: Face, measured: quality.Quality) -> Refusal | None:
    """The first gate that a face fails; which of several faces is meant is settled."""
    if face.box.clipped(image.shape[1], image.shape[0]) != face.box:
        return Refusal.CUT_OFF
    head = None if face.landmarks is None else quality.pose_refusal(Pose.from_landmarks(face.landmarks))
    return head or measured.refusal


def subject(faces: Sequence[Face]) -> Face | Refusal:
    """The one face that is meant: others may be in the background, less than half as large."""
    if not faces:
        return Refusal.NO_FACE
    largest, *others = sorted(faces, key=lambda face: -face.box.width)
    if any(other.box.width >= largest.box.width / 2 for other in others):
        return Refusal.SEVERAL_FACES
    return largest
