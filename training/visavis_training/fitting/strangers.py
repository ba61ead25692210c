"""Fits the figures of strangers' cosines (`StrangerFigures`) to embedded people and strangers."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import gallery_traits, template
from visavis.scoring.thresholds import (
    TARGET_FPIR,
    GalleryTraits,
    StrangerFigures,
    Strictness,
    deviations,
    shipped_figures,
)

#: Numbers of samples in a template for which the distribution is fitted.
_SAMPLES = (1, 3, 5)
#: Templates drawn per person.
_DRAWS = 20
#: How much the distance from the cosine of each rate counts: the rarer a name is to be, the more it matters that the
#: threshold is not too low.
_WEIGHTS: dict[Strictness, float] = {"relaxed": 1.0, "balanced": 2.0, "strict": 2.0}
#: Square of the lost quality from which pictures count as blurred. Their tail is heavier than normal, so the deviation
#: is widened until the rarest rate has no threshold that is too low.
_BLURRED = 0.4
#: Least number of strangers and of people from whom anything can be fitted.
_LEAST = 5


@dataclass(frozen=True, slots=True, eq=False)
class CalibrationSet:
    """People and strangers in one kind of picture, embedded."""

    people: Mapping[str, SampleEmbeddings]
    strangers: SampleEmbeddings  #: one picture each

    def select(self, people: Collection[str], strangers: Collection[str]) -> "CalibrationSet":
        """Return the set of some people, by name, and some strangers, by hash."""
        chosen = {name: own for name, own in self.people.items() if name in people}
        return CalibrationSet(chosen, self.strangers.select([key in strangers for key in self.strangers.hashes]))


def draw_samples(own: SampleEmbeddings, count: int, random: np.random.Generator) -> SampleEmbeddings:
    """Return some of a person's samples at random: all of them if there are no more."""
    return own.select(np.isin(np.arange(len(own)), random.permutation(len(own))[:count]).tolist())


def fit_strangers(kinds: Sequence[CalibrationSet], seed: int = 0) -> StrangerFigures:
    """Fit the figures by least squares: the cosines that 5, 1 and 0.1 % of strangers reach with one template.

    Each kind of picture and each number of samples counts the same. What has no linear effect is kept as shipped
    (`full_outside`, `most_shake`, `deviation_per_lowered_mean`, `mean_error`).

    Raises
    ------
    ValueError
        If there are fewer than five people or strangers.
    """
    if any(min(len(kind.people), len(kind.strangers)) < _LEAST for kind in kinds) or not kinds:
        raise ValueError(f"fitting takes at least {_LEAST} people and {_LEAST} strangers")
    random = np.random.default_rng(seed)
    shipped = shipped_figures()
    rows, cosines, weights = [], [], []
    for kind in kinds:
        for samples in _SAMPLES:
            templates, traits = _draw_templates(kind, samples, random)
            similarities = kind.strangers.vectors @ templates.T
            for strictness, fpir in TARGET_FPIR.items():
                rows.append(_effects(shipped, traits, deviations(1, fpir)))
                cosines.append(float(np.quantile(similarities, 1 - fpir)))
                weights.append(_WEIGHTS[strictness])
    effects, reached, weight = np.array(rows), np.array(cosines), np.array(weights)
    solution = np.linalg.lstsq(effects * weight[:, np.newaxis], reached * weight, rcond=None)[0]
    mean, deviation, lowered, raised, lost = solution.tolist()
    rarest = (effects[:, 1] == effects[:, 1].max()) & (effects[:, -1] > _BLURRED * effects[:, 1])
    if rarest.any():
        lost += max(float(((reached - effects @ solution)[rarest] / effects[rarest, -1]).mean()), 0.0)
    return replace(
        shipped,
        mean=mean,
        deviation=deviation,
        genuine_cosine=_genuine_cosine(kinds),
        lowered_outside=max(lowered, 0.0),
        raised_per_shake=max(raised, 0.0),
        deviation_per_lost_quality_squared=max(lost, 0.0),
    )


def _draw_templates(
    kind: CalibrationSet, samples: int, random: np.random.Generator
) -> tuple[Vectors, list[GalleryTraits]]:
    """Templates of so many samples of each person, and the traits of a gallery of each alone."""
    drawn = [draw_samples(own, samples, random) for own in kind.people.values() if len(own) for _ in range(_DRAWS)]
    return np.stack([template(own)[0] for own in drawn]), [gallery_traits([own]) for own in drawn]


def _effects(shipped: StrangerFigures, traits: Sequence[GalleryTraits], line: float) -> NDArray[np.float64]:
    """By how much each fitted figure moves the cosine at `line` deviations, on average, shape (5,)."""
    rows = []
    for each in traits:
        outside = min(each.outside / shipped.full_outside, 1.0)
        rows.append(
            (
                1 / each.length,
                line,
                outside * (shipped.deviation_per_lowered_mean * line - 1 / each.length),
                min(each.shake, shipped.most_shake) / each.length,
                line * (1 - each.quality) ** 2,
            )
        )
    return np.asarray(np.mean(rows, axis=0), np.float64)


def _genuine_cosine(kinds: Sequence[CalibrationSet]) -> float:
    """The mean cosine of two pictures of one person."""
    means = []
    for kind in kinds:
        for own in kind.people.values():
            count = len(own)
            if count > 1:  # the squared length of a sum of unit vectors counts each pair twice, and each vector once
                means.append((float(np.linalg.norm(own.vectors.sum(axis=0)) ** 2) - count) / (count * (count - 1)))
    return float(np.mean(means)) if means else math.nan
