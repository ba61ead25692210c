"""The answer for one face: a name or *unknown*, and why."""

from dataclasses import dataclass
from enum import Enum

from visavis.faces.observation import QualityIssue


class Doubt(Enum):
    """Why a face of sufficient quality is unknown, in a few words. Insufficient quality is a `QualityIssue`."""

    NOBODY = "nobody to compare with"
    PENDING = "not compared yet"
    FAR = "like nobody enough"
    AMBIGUOUS = "like two people"
    TAKEN = "another face has the name"
    VETOED = "said to be someone else"


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for one face."""

    name: str | None  #: None exactly when the face is unknown
    score: float = 0.0  #: of the best candidate, 0..1, also when the face is unknown
    best: str | None = None  #: the best candidate, whether the face got that name or not
    runner_up: tuple[str, float] | None = None  #: the second candidate and its score
    doubt: Doubt | QualityIssue | None = None  #: why the face is unknown; None when it has a name
    candidates: tuple[tuple[str, float], ...] = ()
    """The best candidates by score alone, best first, with their scores: as many as `Decision.listed` says."""


#: The answer when no model is in use, or the gallery is empty.
NOBODY = Match(None, doubt=Doubt.NOBODY)
#: The answer for a face of a video before the first decision on it.
PENDING = Match(None, doubt=Doubt.PENDING)
