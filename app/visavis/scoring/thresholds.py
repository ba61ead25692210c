"""Thresholds for a target FPIR, for any gallery.

The cosines of strangers with templates have a mean and a standard deviation that depend on the number of samples in a
template, and on their blur. In units of that deviation, the threshold for a target FPIR depends on the number of people
only, from one person on: in color, gray, dark, small and tightly cropped pictures alike. The shipped calibration has
these figures. What the user's own people say of them is in `own_searches`, and both together in `stranger_rates`.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypedDict, get_args

from visavis.messages import Message
from visavis.scoring.calibration import Calibration
from visavis.scoring.confidence import CLEARLY
from visavis.storage import reader
from visavis.storage.paths import shipped_data_folder
from visavis.storage.reader import JsonFormat

Strictness = Literal["relaxed", "balanced", "strict"]
STRICTNESSES: tuple[Strictness, ...] = get_args(Strictness)
#: Largest share of strangers that may be named.
TARGET_FPIR: dict[Strictness, float] = {"relaxed": 0.05, "balanced": 0.01, "strict": 0.001}


class _DistributionRecord(TypedDict):
    mean: float
    deviation: float


class _StrangersRecord(TypedDict):
    one_sample: _DistributionRecord
    several: _DistributionRecord
    samples: float
    per_lost_quality_squared: float
    deviation_per_lowered_mean: float
    mean_error: float


class _LineRecord(TypedDict):
    fpir: float
    one: float
    log: float


class _ScoreRecord(TypedDict):
    slope: float
    offset: float


class _CalibrationRecord(TypedDict):
    strangers: _StrangersRecord
    lines: list[_LineRecord]
    score: _ScoreRecord


_FORMAT = JsonFormat(_CalibrationRecord, version=None, hint=Message("Install Visavis again."))


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

    The maximum of the similarities with n templates grows with log n. Between and beyond the rates that were measured,
    the deviations are linear in log(fpir).
    """
    if people < 1 or not 0 < fpir < 1:
        raise ValueError(f"no threshold for {people} people at {fpir}")
    rates, lines = _measured_lines(people)
    return _interpolate(math.log(fpir), rates, lines)


def fpir_at(people: int, value: float) -> float:
    """Return the share of strangers, 0..1, who are at least `value` standard deviations above the mean.

    The inverse of `deviations`: their similarity with the most similar of `people` templates counts.
    """
    rates, lines = _measured_lines(people)
    return min(math.exp(_interpolate(value, lines[::-1], rates[::-1])), 1.0)


def _measured_lines(people: int) -> tuple[list[float], list[float]]:
    """The logarithms of the measured rates, ascending, and the threshold for each in deviations, descending."""
    rows = sorted(_load_shipped()["lines"], key=lambda row: row["fpir"])
    size = math.log(people)
    return [math.log(row["fpir"]) for row in rows], [row["one"] + row["log"] * size for row in rows]


def _interpolate(value: float, inputs: list[float], outputs: list[float]) -> float:
    """Piecewise linear through the points, and linear beyond the first and the last. The inputs ascend."""
    last = len(inputs) - 2
    index = next((index for index in range(last) if value < inputs[index + 1]), last)
    slope = (outputs[index + 1] - outputs[index]) / (inputs[index + 1] - inputs[index])
    return outputs[index] + slope * (value - inputs[index])


def shipped_strangers(samples: float, quality: float = 1.0) -> Strangers:
    """Return the measured distribution for a gallery.

    Parameters
    ----------
    samples : float
        Median number of samples in a template. Templates of one sample are less similar to any face.
    quality : float
        Median quality of the samples, 0..1 (`visavis.faces.quality.Quality.weight`). Strangers are more
        similar to templates of blurred and small pictures.
    """
    values = _load_shipped()["strangers"]
    single = math.exp(-(max(samples, 1.0) - 1.0) / values["samples"])
    one, several = values["one_sample"], values["several"]
    mean = single * one["mean"] + (1 - single) * several["mean"]
    deviation = single * one["deviation"] + (1 - single) * several["deviation"]
    return Strangers(mean, deviation * (1 + values["per_lost_quality_squared"] * (1 - quality) ** 2))


def agreed_strangers(shipped: Strangers, mean: float, people: int) -> Strangers:
    """Return the shipped distribution with the mean nearest to its own that the user's people do not contradict.

    Where the mean is lower, the deviation is larger, as it was measured in pictures of all kinds. The deviation of the
    people's own cosines does not count: measured on twenty people or fewer, it and the thresholds that follow from it
    are too low.

    Parameters
    ----------
    mean : float
        Of the cosines of the people's samples with the templates of the others.
    people : int
        Number of people, at least 2.
    """
    values = _load_shipped()["strangers"]
    reach = CLEARLY * values["mean_error"] / people
    agreed = min(max(shipped.mean, mean - reach), mean + reach)
    lowered = max(shipped.mean - agreed, 0.0)
    return Strangers(agreed, shipped.deviation + values["deviation_per_lowered_mean"] * lowered)


@cache
def _load_shipped() -> _CalibrationRecord:
    path = shipped_data_folder("models") / "calibration.json"
    return reader.read_json(path, _FORMAT, lambda record: record)
