"""One face followed from frame to frame."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.imaging.geometry import Box, Face
from visavis.tracking.glimpse import Glimpse, alike
from visavis.tracking.motion import Motion
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.running_mean import RunningMean, Vector

#: Seconds for which a face is still shown where it should be although it was not found: a blink is no departure.
SHOWN_S = 0.12
#: Seconds after which a track that nobody sees ends.
LOST_S = 0.7
#: Seconds after which a track ends that no search has confirmed: whoever only follows may follow a pattern on a wall.
#: A head that is turned far is followed, but not found.
UNCONFIRMED_S = 4.0
#: A face less likely than this is no track before a second frame agrees. Measured: O-Net gives 97 % of real faces more.
SURE = 0.99


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A face, where it is going, and what is known of who it is. Times are seconds of the source."""

    id: int
    face: Face  #: as it was seen last
    motion: Motion
    seen: float  #: when it was seen last
    found: float  #: when a search found it last
    began: float  #: when this track did
    born: bool = True  #: false while a doubtful face waits for a second frame
    evidence: RunningMean = field(default_factory=RunningMean)
    standing: NameState = field(default_factory=NameState)
    asked: float | None = None  #: when it was looked at last, by the network that recognizes
    doubtful: bool = False  #: whether it may have slid to another face: it was near one, or was lost for a while
    strikes: int = 0  #: looks in a row that were unlike those before
    glimpse: Glimpse | None = None  #: how it looked when it was seen last ...
    known: Glimpse | None = None  #: ... and when it was looked at last

    @classmethod
    def of(cls, number: int, face: Face, time: float, *, born: bool | None = None) -> "Track":
        """The track of a face that a search found."""
        sure = face.probability is None or face.probability >= SURE
        return cls(number, face, Motion.of(face.box, time), time, time, time, sure if born is None else born)

    def follows(self, face: Face, time: float) -> "Track":
        """The track with the face seen once more; one that was lost meanwhile may have come back as another."""
        gap = time - self.seen > SHOWN_S
        return replace(
            self,
            face=face,
            motion=self.motion.seen(face.box, time),
            seen=time,
            born=self.born or time > self.seen,
            doubtful=self.doubtful or gap,
        )

    def glimpsed(self, glimpse: Glimpse | None) -> "Track":
        """The track with how it looks by now; where that is otherwise all at once, it may be someone else."""
        sudden = bool(self.evidence.looks) and self.glimpse is not None and not alike(self.glimpse, glimpse)
        return replace(self, glimpse=glimpse, doubtful=self.doubtful or sudden)

    def learned(self, look: FaceObservation, vector: Vector, time: float) -> "Track":
        """The track with one look more that is like those before, or too poor to tell."""
        evidence = self.evidence.learned(vector, look.weight, self.face.box.width, look.flaw)
        if look.weight <= 0 and (look.flaw is QualityIssue.SMALL or not self.evidence.looks):
            return replace(self, evidence=evidence, asked=time)
        # a poor look is no measure of how the face looks, but where a head is turned there is no better one
        known = self.glimpse if look.weight > 0 or look.flaw is QualityIssue.TURNED else self.known
        return replace(self, evidence=evidence, asked=time, doubtful=False, strikes=0, known=known)

    def struck(self, time: float) -> "Track":
        """The track with one look more that is unlike those before; it is not learned."""
        return replace(self, asked=time, doubtful=True, strikes=self.strikes + 1)

    def in_place_of(self, other: "Track") -> "Track":
        """The track, continued where another one was thought to be."""
        return replace(
            self,
            face=other.face,
            motion=other.motion,
            seen=other.seen,
            found=other.found,
            glimpse=other.glimpse,
            doubtful=False,
            strikes=0,
        )

    def restarted(self, number: int) -> "Track":
        """A new track in the same place, of which nothing is known."""
        return replace(
            self,
            id=number,
            began=self.seen,
            evidence=RunningMean(),
            standing=NameState(),
            asked=None,
            doubtful=False,
            strikes=0,
            known=None,
        )

    def lost(self, time: float) -> "Track":
        """The track, its face not in this frame, nor where it was thought to be in the last ones."""
        return replace(self, seen=min(self.seen, time - 2 * SHOWN_S), doubtful=True, strikes=0)

    @property
    def changed(self) -> bool:
        """Whether it looks otherwise than when it was looked at last: turned, or somebody else."""
        return not alike(self.known, self.glimpse)

    def shown(self, time: float) -> bool:
        """Whether the face is in the picture at that time, as far as anyone knows."""
        return self.born and time - self.seen <= SHOWN_S

    def over(self, time: float) -> bool:
        """Whether the track has ended."""
        patience = LOST_S if self.born else SHOWN_S
        return time - self.seen > patience or time - self.found > UNCONFIRMED_S


def paired(boxes: Sequence[Box], others: Sequence[Box], least: float) -> dict[int, int]:
    """Which of `boxes` belongs to which of `others`: those that overlap most first, each once.

    Parameters
    ----------
    least : float
        The intersection over union, 0..1, that two of a pair have at least.

    Returns
    -------
    dict
        Index into `boxes` to index into `others`; who has no partner is missing.
    """
    overlaps = sorted(
        (
            (-overlap, first, second)
            for first, box in enumerate(boxes)
            for second, other in enumerate(others)
            if (overlap := box.overlap(other)) >= least
        )
    )
    pairs: dict[int, int] = {}
    for _, first, second in overlaps:
        if first not in pairs and second not in pairs.values():
            pairs[first] = second
    return pairs
