"""Thresholds for a target FPIR, for any gallery and any camera.

The similarities of strangers with templates have a mean and a standard deviation that depend on the pictures (gray,
dark and small ones are more alike) and on the number of samples in a template. In units of that deviation, the
threshold for a target FPIR was the same in all domains measured, and depends on the number of people only. So the
enrolled people, each of whom is a stranger to the others, give the mean and the deviation, and the shipped calibration
says how many deviations above the mean the threshold is. With few people, the shipped mean and deviation count more.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.calibration import Calibration
from visavis.storage.paths import shipped_data_folder

Strictness = Literal["relaxed", "balanced", "strict"]
STRICTNESSES: tuple[Strictness, ...] = get_args(Strictness)
#: Largest share of strangers that may be named.
TARGET_FPIR: dict[Strictness, float] = {"relaxed": 0.05, "balanced": 0.01, "strict": 0.001}

#: Smaller galleries are treated as galleries of this size.
MIN_PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Strangers:
    """The distribution of the cosines of strangers' embeddings with templates."""

    mean: float
    deviation: float

    def threshold(self, people: int, fpir: float) -> float:
        """Return the cosine that a share `fpir` of strangers reaches with the most similar of `people` templates."""
        return self.mean + self.deviation * deviations(people, fpir)

    @property
    def calibration(self) -> Calibration:
        """The scores: 0.5 is where genuine and impostor similarities were equally likely in the measurement."""
        values = _load_shipped()["score"]
        slope = values["slope"] / self.deviation
        return Calibration(slope, values["offset"] - slope * self.mean)


def deviations(people: int, fpir: float) -> float:
    """Return by how many standard deviations the threshold for `fpir` in a gallery of `people` is above the mean.

    It is never lower than for `MIN_PEOPLE`: in front of one person's camera, strangers of the same sex and age are more
    frequent than in the pictures that were measured. (Of a clip of another person, 6 % of the frames were above the
    threshold for one person, and none above that for ten.)

    The maximum of the similarities with n templates grows with log n. Between the rates that were measured, its
    coefficients are interpolated over log(fpir); beyond them, the nearest are used.
    """
    if people < 1 or not 0 < fpir < 1:
        raise ValueError(f"no threshold for {people} people at {fpir}")
    rows = sorted(_load_shipped()["lines"], key=lambda row: row["fpir"])
    rates = [math.log(row["fpir"]) for row in rows]
    at_one, per_log = (float(np.interp(math.log(fpir), rates, [row[key] for row in rows])) for key in ("one", "log"))
    return at_one + per_log * math.log(max(people, MIN_PEOPLE))


def estimate_strangers(impostors: NDArray[np.floating[Any]], people: int, samples: float) -> Strangers:
    """Estimate the distribution of strangers for a gallery.

    Parameters
    ----------
    impostors : ndarray of float
        Cosines of samples with the templates of other people, and of known strangers with all templates.
    people : int
        Number of different people in these samples.
    samples : float
        Median number of samples in a template. Templates of one sample are less similar to any face.
    """
    values = _load_shipped()["strangers"]
    single = math.exp(-(max(samples, 1.0) - 1.0))  # measured for 1, 5 and 15 samples: hardly any change from 3 on
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
def _load_shipped() -> Any:
    return json.loads((shipped_data_folder("models") / "calibration.json").read_text(encoding="utf-8"))
