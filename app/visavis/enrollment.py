"""Capture mode: which frames of someone become samples, and why the others do not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from visavis import quality
from visavis.frames import Frame
from visavis.geometry import Box, Face
from visavis.images import Image
from visavis.quality import Refusal
from visavis.samples import sample_cut

#: Fingerprints this close are the same view again: a head at rest gives 0-4 from frame to frame (two webcam clips),
#: different pictures of one person 8 and more (LFW).
SAME_VIEW = 4
#: Least seconds between two samples, so that they differ by more than a frame's noise.
PAUSE_S = 0.25
#: Least seconds between two frames that are judged: in less, a face looks the same.
LOOK_S = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What came of a frame."""

    refusal: Refusal | None  #: None: the frame was accepted
    sample: Image | None = None  #: the picture to keep: the face with wide margin, BGR
    taken: datetime | None = None  #: when, UTC


class Enrollment:
    """One capture session: takes frames with their faces, accepts those worth keeping until there are `wanted`.

    Writes nothing: whoever feeds it keeps the accepted pictures.
    """

    def __init__(self, wanted: int = 20) -> None:
        self.wanted = wanted
        self.accepted = 0
        self.refusals: Counter[Refusal] = Counter()
        self.started = datetime.now(UTC)
        self.ended = self.started
        self._views: list[int] = []
        self._judged = self._taken = float("-inf")
        self._source: str | None = None

    @property
    def done(self) -> bool:
        return self.accepted >= self.wanted

    def due(self, frame: Frame) -> bool:
        """Whether the frame is to be judged: not too soon after the last one, nor when there are enough.

        Finding faces takes time; ask before.
        """
        if self.done:
            return False
        another = frame.source != self._source  # a folder's pictures: no time passes between them
        return another or (frame.time - self._judged >= LOOK_S and frame.time - self._taken >= PAUSE_S)

    def offer(self, frame: Frame, faces: Sequence[Face]) -> Verdict | None:
        """Judge a frame; None where it is not `due`."""
        if not self.due(frame):
            return None
        self._source, self._judged = frame.source, frame.time
        face = _subject(faces)
        if isinstance(face, Refusal):
            return self._refused(face)
        refusal = Refusal.CUT_OFF if _cut_off(face.box, frame.image) else quality.measure(frame.image, face.box).refusal
        if refusal:
            return self._refused(refusal)
        view = quality.fingerprint(frame.image, face.box)
        if any(quality.distance(view, earlier) <= SAME_VIEW for earlier in self._views):
            return self._refused(Refusal.DUPLICATE)
        self._views.append(view)
        self._taken = frame.time
        self.accepted += 1
        self.ended = self.started + timedelta(seconds=frame.time)
        return Verdict(None, sample_cut(frame.image, face), self.ended)

    def _refused(self, refusal: Refusal) -> Verdict:
        self.refusals[refusal] += 1
        return Verdict(refusal)


def _subject(faces: Sequence[Face]) -> Face | Refusal:
    """The one face that is meant: others may be in the background, less than half as large."""
    if not faces:
        return Refusal.NO_FACE
    largest, *others = sorted(faces, key=lambda face: -face.box.width)
    if any(other.box.width >= largest.box.width / 2 for other in others):
        return Refusal.SEVERAL_FACES
    return largest


def _cut_off(box: Box, image: Image) -> bool:
    inside = box.clipped(image.shape[1], image.shape[0])
    return inside != box
