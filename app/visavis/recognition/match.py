"""The answer for one face: a name or *unknown*, and why."""

from dataclasses import dataclass
from enum import Enum

from visavis.faces.observation import QualityIssue


class Doubt(Enum):
    """Why a face is unknown, where its look is not too poor (`look.Flaw`); the value says it in a few words."""

    NOBODY = "nobody to compare with"
    FAR = "like nobody enough"
    AMBIGUOUS = "like two people"
    TAKEN = "another face has the name"
    VETOED = "said to be someone else"


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for a face."""

    name: str | None  #: None exactly when the face is unknown
    score: float = 0.0  #: the best candidate's, 0..1, also when unknown
    best: str | None = None  #: the best candidate, named or not
    runner_up: tuple[str, float] | None = None  #: the second candidate and their score
    doubt: Doubt | QualityIssue | None = None  #: why the face is unknown; None where it has a name


#: The answer where no model is in use.
NOBODY = Match(None, doubt=Doubt.NOBODY)
