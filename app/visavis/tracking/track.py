"""One face tracked from frame to frame."""

from dataclasses import dataclass, field, replace
from typing import Self

from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.imaging.geometry import Face
from visavis.tracking.glimpse import Glimpse, is_same_view
from visavis.tracking.motion import Motion
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.running_mean import RunningMean, Vector

#: Seconds for which a lost face is still shown at its predicted place, so that a missed detection does not blink.
VISIBLE_S = 0.12
#: Seconds after which a lost track ends.
MAX_LOST_S = 0.7
#: Seconds without a detection after which a track ends, although it was followed: it may follow a pattern on a wall.
#: A head that is turned far is followed but not detected.
MAX_UNDETECTED_S = 4.0
#: Face probability below which a track stays tentative until a second frame confirms it. Measured: O-Net gives 97 % of
#: real faces a higher one.
CONFIRMED_PROBABILITY = 0.99


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A face, its motion, and what is known of its identity. Times are seconds of the source."""

    id: int
    face: Face  #: as last seen
    motion: Motion
    seen_at: float  #: when it was last seen
    detected_at: float  #: when a search last found it
    started_at: float
    confirmed: bool = True  #: False while tentative: a face of low probability waits for a second frame
    embedding: RunningMean = field(default_factory=RunningMean)
    name_state: NameState = field(default_factory=NameState)
    recognized_at: float | None = None  #: when it was last recognized
    doubtful: bool = False  #: whether it may have slid to another face: it was near one, or was lost for a while
    mismatches: int = 0  #: consecutive observations that do not match the earlier ones
    glimpse: Glimpse | None = None  #: its view when it was last seen
    recognized_glimpse: Glimpse | None = None  #: its view when it was last recognized

    @classmethod
    def start(cls, track_id: int, face: Face, time: float, *, confirmed: bool | None = None) -> Self:
        """The track of a newly detected face."""
        if confirmed is None:
            confirmed = face.probability is None or face.probability >= CONFIRMED_PROBABILITY
        return cls(track_id, face, Motion.at_rest(face.box, time), time, time, time, confirmed)

    def with_face(self, face: Face, time: float) -> "Track":
        """With the face seen again at `time`. After a gap it may be another face, so the track becomes doubtful."""
        return replace(
            self,
            face=face,
            motion=self.motion.with_box(face.box, time),
            seen_at=time,
            confirmed=self.confirmed or time > self.seen_at,
            doubtful=self.doubtful or time - self.seen_at > VISIBLE_S,
        )

    def without_face(self, time: float) -> "Track":
        """With the face lost: it is not in the frame of `time`, and the latest positions were another face's."""
        return replace(self, seen_at=min(self.seen_at, time - 2 * VISIBLE_S), doubtful=True, mismatches=0)

    def with_glimpse(self, glimpse: Glimpse | None) -> "Track":
        """With its current view. Where the view of a recognized face changes abruptly, the track becomes doubtful."""
        changed = self.glimpse is not None and not is_same_view(self.glimpse, glimpse)
        return replace(self, glimpse=glimpse, doubtful=self.doubtful or (self.embedding.observations > 0 and changed))

    def with_observation(self, observation: FaceObservation, vector: Vector, time: float) -> "Track":
        """With one more observation that matches the earlier ones, or is too poor to tell."""
        weight, issue = observation.weight, observation.issue
        embedding = self.embedding.with_observation(vector, weight, self.face.box.width, issue)
        if weight <= 0 and (issue is QualityIssue.SMALL or not self.embedding.observations):
            return replace(self, embedding=embedding, recognized_at=time)
        # a poor observation is no reference for the view, except of a turned head: there is no better one
        is_reference = weight > 0 or issue is QualityIssue.TURNED
        return replace(
            self,
            embedding=embedding,
            recognized_at=time,
            doubtful=False,
            mismatches=0,
            recognized_glimpse=self.glimpse if is_reference else self.recognized_glimpse,
        )

    def with_mismatch(self, time: float) -> "Track":
        """With one more observation that does not match the earlier ones. It is not added to the mean."""
        return replace(self, recognized_at=time, doubtful=True, mismatches=self.mismatches + 1)

    def in_place_of(self, other: "Track") -> "Track":
        """Continued at the position of another track."""
        return replace(
            self,
            face=other.face,
            motion=other.motion,
            seen_at=other.seen_at,
            detected_at=other.detected_at,
            glimpse=other.glimpse,
            doubtful=False,
            mismatches=0,
        )

    def restart(self, track_id: int) -> "Track":
        """A track at the same position that knows nothing of the identity."""
        return replace(
            self,
            id=track_id,
            started_at=self.seen_at,
            embedding=RunningMean(),
            name_state=NameState(),
            recognized_at=None,
            doubtful=False,
            mismatches=0,
            recognized_glimpse=None,
        )

    @property
    def has_changed(self) -> bool:
        """Whether the view differs from the one last recognized: the head turned, or it is another face."""
        return not is_same_view(self.recognized_glimpse, self.glimpse)

    def is_visible(self, time: float) -> bool:
        """Whether the face is to be shown at `time`."""
        return self.confirmed and time - self.seen_at <= VISIBLE_S

    def has_ended(self, time: float) -> bool:
        max_lost_s = MAX_LOST_S if self.confirmed else VISIBLE_S
        return time - self.seen_at > max_lost_s or time - self.detected_at > MAX_UNDETECTED_S
