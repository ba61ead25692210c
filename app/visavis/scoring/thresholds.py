"""Thresholds for a target FPIR, for any gallery.

The cosines of strangers with templates are normally distributed. Their mean and their deviation depend on what the
samples of the gallery are like (`GalleryTraits`); `models/calibration.json` has these figures, which
`tools/calibration.py` measures. In units of that deviation, the threshold for a target FPIR depends on the number of
people only. What the user's own people say of strangers is in `own_searches`, and both together in `stranger_rates`.
"""

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Literal, Self, get_args

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


#: Strangers' cosines have it, in deviations from their mean.
_NORMAL = NormalDist()


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
        score = _load_shipped().score
        slope = score.slope / self.deviation
        return Calibration(slope, score.offset - slope * self.mean)


@dataclass(frozen=True, slots=True)
class GalleryTraits:
    """What strangers' cosines depend on in a gallery: medians of its people and samples."""

    length: float = 1.0
    """Length of the mean of a person's embeddings, which are of unit length: 1 with one sample, less with several. A
    template is this mean scaled to unit length, so its cosines are those of single samples, divided by this length."""
    quality: float = 1.0  #: of the samples, 0..1 (`visavis.faces.quality.Quality.weight`)
    shake: float = 0.0  #: how much sharper the samples are in one direction than across it (`visavis.faces.shake`)
    outside: float = 0.0  #: share of the chip that lies outside the picture, 0..1: tightly cropped pictures have much

    @classmethod
    def sharp(cls, samples: float) -> Self:
        """Those of sharp, whole pictures, as many of each person, from different days."""
        cosine = _load_shipped().strangers.genuine_cosine
        count = max(samples, 1.0)
        return cls(math.sqrt((1 + (count - 1) * cosine) / count))


@dataclass(frozen=True, slots=True)
class StrangerFigures:
    """How strangers' cosines with templates follow from the traits of a gallery. All are cosines unless noted."""

    mean: float  #: with a single sharp, whole picture
    deviation: float
    genuine_cosine: float  #: of two pictures of one person, from different days
    deviation_per_lost_quality_squared: float  #: blurred and small pictures vary more
    lowered_outside: float  #: how much lower the mean is in tightly cropped pictures
    full_outside: float  #: share of the chip outside the picture from which the mean is so much lower, 0..1
    raised_per_shake: float  #: how much higher the mean is in shaken pictures, per unit of shake
    most_shake: float  #: shake from which the mean rises no more
    deviation_per_lowered_mean: float  #: how much larger the deviation is where the mean is lower: a ratio
    mean_error: float  #: standard deviation of the mean between n people, times n

    def strangers(self, traits: GalleryTraits) -> Strangers:
        """Return the distribution for a gallery."""
        lowered = self.lowered_outside * min(traits.outside / self.full_outside, 1.0)
        raised = self.raised_per_shake * min(traits.shake, self.most_shake)
        wider = self.deviation_per_lost_quality_squared * (1 - traits.quality) ** 2
        wider += self.deviation_per_lowered_mean * lowered
        return Strangers((self.mean - lowered + raised) / traits.length, self.deviation + wider)

    def agreed_strangers(self, expected: Strangers, mean: float, people: int) -> Strangers:
        """Return the expected distribution with the mean nearest to its own that the user's people do not contradict.

        Where the mean is lower, the deviation is larger, as it was measured in pictures of all kinds. The deviation of
        the people's own cosines does not count: measured on twenty people or fewer, it and the thresholds that follow
        from it are too low.

        Parameters
        ----------
        expected : Strangers
            From `strangers`.
        mean : float
            Of the cosines of the people's samples with the templates of the others.
        people : int
            Number of people, at least 2.
        """
        reach = CLEARLY * self.mean_error / people
        agreed = min(max(expected.mean, mean - reach), mean + reach)
        lowered = max(expected.mean - agreed, 0.0)
        return Strangers(agreed, expected.deviation + self.deviation_per_lowered_mean * lowered)


@dataclass(frozen=True, slots=True)
class _Score:
    slope: float
    offset: float


@dataclass(frozen=True, slots=True)
class _Shipped:
    """`models/calibration.json`."""

    strangers: StrangerFigures
    score: _Score


_FORMAT = JsonFormat(_Shipped, version=None, hint=Message("Install Visavis again."))


def deviations(people: int, fpir: float) -> float:
    """Return by how many standard deviations the threshold for `fpir` in a gallery of `people` is above the mean.

    Strangers' cosines with a template are normally distributed, and those with different templates are independent: the
    highest of n stays below z with probability Phi(z)^n. Both were measured from one person to 150: `docs/adr/0030`.

    Raises
    ------
    ValueError
        If the gallery is empty, or the rate is not between 0 and 1.
    """
    if people < 1 or not 0 < fpir < 1:
        raise ValueError(f"no threshold for {people} people at {fpir}")
    return -_NORMAL.inv_cdf(-math.expm1(math.log1p(-fpir) / people))


def fpir_at(people: int, value: float) -> float:
    """Return the share of strangers, 0..1, who are at least `value` standard deviations above the mean.

    The inverse of `deviations`: their similarity with the most similar of `people` templates counts.
    """
    one = math.erfc(value / math.sqrt(2)) / 2  # exact in the upper tail, where 1 - cdf is not
    return -math.expm1(people * math.log1p(-one)) if one < 1 else 1.0


def shipped_strangers(traits: GalleryTraits) -> Strangers:
    """Return the distribution of the published network for a gallery."""
    return shipped_figures().strangers(traits)


def shipped_figures() -> StrangerFigures:
    """Return the figures of the published network."""
    return _load_shipped().strangers


@cache
def _load_shipped() -> _Shipped:
    path = shipped_data_folder("models") / "calibration.json"
    return reader.read_json(path, _FORMAT, lambda record: record)
