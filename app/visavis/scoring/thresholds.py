"""Where strangers end and people begin: thresholds for a target FPIR, whoever is enrolled and whatever the camera.

How similar a stranger is to a template has a location and a spread that depend on the pictures (gray, dark and small
ones are more alike) and on the size of the templates. In units of that spread, the line for a target FPIR was the same
in all domains measured; it depends on the number of people only. So the user's own people, each a stranger to the
others, say where strangers lie here, and the shipped calibration says how far out the line is. With few people the
shipped location counts more.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.calibration import Calibration
from visavis.storage.paths import shipped

Strictness = Literal["relaxed", "balanced", "strict"]
STRICTNESSES: tuple[Strictness, ...] = get_args(Strictness)
#: Share of strangers searched who may be given a name.
TARGET_FPIR: dict[Strictness, float] = {"relaxed": 0.05, "balanced": 0.01, "strict": 0.001}

#: A smaller gallery is treated as one of this size.
LEAST_PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Strangers:
    """How similar strangers' embeddings are to templates: cosines."""

    mean: float
    deviation: float

    def line(self, people: int, fpir: float) -> float:
        """The similarity that a share `fpir` of strangers reaches with the most similar of `people` templates."""
        return self.mean + self.deviation * deviations(people, fpir)

    @property
    def calibration(self) -> Calibration:
        """Scores: 0.5 where genuine and impostor similarities were equally likely when the table was measured."""
        values = _shipped()["score"]
        slope = values["slope"] / self.deviation
        return Calibration(slope, values["offset"] - slope * self.mean)


def deviations(people: int, fpir: float) -> float:
    """How many standard deviations above the mean the line for `fpir` lies in a gallery of `people`.

    It never lies lower than for `LEAST_PEOPLE`: in front of one person's camera, strangers of the same sex and age are
    more frequent than in the pictures that were measured. (A clip of someone else had 6 % of its frames above the line
    for one person, and none above that for ten.)

    The maximum of similarities with n templates grows with log n; between the rates that were measured, the
    coefficients are interpolated over log(fpir), and beyond them the nearest are used.
    """
    if people < 1 or not 0 < fpir < 1:
        raise ValueError(f"no line for {people} people at {fpir}")
    rows = sorted(_shipped()["lines"], key=lambda row: row["fpir"])
    rates = [math.log(row["fpir"]) for row in rows]
    at_one, per_log = (float(np.interp(math.log(fpir), rates, [row[key] for row in rows])) for key in ("one", "log"))
    return at_one + per_log * math.log(max(people, LEAST_PEOPLE))


def estimated(impostors: NDArray[np.floating[Any]], people: int, samples: float) -> Strangers:
    """Where strangers lie for this gallery.

    Parameters
    ----------
    impostors : ndarray of float
        Cosines of people's samples with the other people's templates, and of known strangers with everybody's.
    people : int
        How many different people these samples show.
    samples : float
        Median number of samples behind a template: those of one picture are less like anyone.
    """
    values = _shipped()["strangers"]
    single = math.exp(-(max(samples, 1.0) - 1.0))  # measured for 1, 5 and 15 samples: from 3 on it hardly changes
    prior = Strangers(
        *(single * values["one_sample"][key] + (1 - single) * values["several"][key] for key in ("mean", "deviation"))
    )
    if people < 2 or not impostors.size:
        return prior
    weight = people / (people + values["prior_people"])
    return Strangers(
        weight * float(impostors.mean()) + (1 - weight) * prior.mean,
        weight * float(impostors.std()) + (1 - weight) * prior.deviation,
    )


@cache
def _shipped() -> Any:
    return json.loads((shipped("models") / "calibration.json").read_text(encoding="utf-8"))
