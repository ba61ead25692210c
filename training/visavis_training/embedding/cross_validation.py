"""What fitting a network to people is worth, on samples and on people that it has not learned from.

Everybody is dealt to one of three folds, and everybody's groups to three parts. For each fold a network learns without
the fold's people and without everybody's part of that number. Those samples are then searched: each as its person's,
whose template is of the other parts; and those of the fold's people as strangers', in the gallery without their person.
So every sample is searched once in each way, and no stranger was ever learned. Where strangers lie differs from network
to network, so similarities are in units of it: cosines less the strangers' mean, by their standard deviation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.recognition import gallery
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.scoring.thresholds import Strangers
from visavis_training.data.split import Rows
from visavis_training.embedding.leave_one_out import Trial, strange

FOLDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """One network's part in it; rows are samples."""

    learned: Rows
    probes: Rows  #: searched as their person's
    strangers: Rows  #: searched without their person
    enrolled: Rows  #: what templates are made of


@dataclass(frozen=True, slots=True, eq=False)
class Crossed:
    """What the networks of all folds answer."""

    trial: Trial  #: similarities in units of the strangers' spread
    strangers: Strangers  #: where they lie: the networks' mean


def folds(truth: NDArray[np.intp], groups: Sequence[int], able: Sequence[bool], seed: int) -> list[Fold]:
    """Deal people to folds and their groups to parts.

    Parameters
    ----------
    truth : ndarray of int, shape (samples,)
        Whom each sample shows.
    groups : sequence of int
        The group of each sample: what was taken together, or looks the same, also across people.
    able : sequence of bool
        Of each person, whether they have enough groups to be searched as themselves.
    """
    from sklearn.model_selection import KFold, StratifiedGroupKFold

    of = np.asarray(groups)
    fold = np.empty(len(able), np.intp)
    for number, (_, people) in enumerate(KFold(FOLDS, shuffle=True, random_state=seed).split(fold)):
        fold[people] = number
    part = np.full(len(truth), -1)
    for person in np.flatnonzero(able):
        own = np.flatnonzero(truth == person)
        dealt = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed).split(own, truth[own], of[own])
        for number, (_, rows) in enumerate(dealt):
            part[own[rows]] = number
    found = []
    for number in range(FOLDS):
        outside, searched = fold[truth] == number, part == number
        judged = np.isin(of, of[outside | searched])  # a group shared by two people stays on one side
        rows = (~judged, searched, outside, ~searched)
        found.append(Fold(*(np.flatnonzero(each) for each in rows)))
    return found


def crossed(people: Sequence[SampleEmbeddings], dealt: Sequence[Fold], vectors: Sequence[Vectors]) -> Crossed:
    """Put together what each fold's network says about its part.

    Parameters
    ----------
    people : sequence of Embedded
        Everybody's samples; their vectors do not count.
    vectors : sequence of ndarray of float32, each of shape (samples, 128)
        All samples as each fold's network embeds them.
    """
    truth = np.repeat(np.arange(len(people)), [len(person) for person in people])
    similarities = np.full((len(truth), len(people)), np.nan)
    others = np.full((len(truth), len(people) - 1), np.nan)
    places = []
    for fold, seen in zip(dealt, vectors, strict=True):
        enrolled = np.zeros(len(truth), np.bool_)
        enrolled[fold.enrolled] = True
        templates, _ = made(people, seen, enrolled)
        cosines = (seen @ templates.T).astype(np.float64)
        unlike = strange(cosines, truth)
        mean, deviation = unlike[fold.strangers].mean(), unlike[fold.strangers].std()
        similarities[fold.probes] = (cosines[fold.probes] - mean) / deviation
        others[fold.strangers] = (unlike[fold.strangers] - mean) / deviation
        places.append((mean, deviation))
    strangers = Strangers(*map(float, np.mean(places, axis=0)))
    return Crossed(Trial(truth, similarities, others, templates, tuple(() for _ in people)), strangers)


def made(
    people: Sequence[SampleEmbeddings], vectors: Vectors, enrolled: NDArray[np.bool_]
) -> tuple[Vectors, tuple[tuple[str, ...], ...]]:
    """Everybody's template of their samples among `enrolled`, (people, 128), and their suspects."""
    found, start = [], 0
    for person in people:
        rows = np.flatnonzero(enrolled[start : start + len(person)])
        hashes = tuple(person.hashes[row] for row in rows)
        own = SampleEmbeddings(hashes, vectors[start + rows], person.found[rows], person.quality[rows])
        found.append(gallery.template(own))
        start += len(person)
    return np.stack([template for template, _ in found]), tuple(suspects for _, suspects in found)


def line(trial: Trial, fpir: float) -> float:
    """The similarity that a share `fpir` of strangers reaches with whom they resemble most."""
    return float(np.quantile(trial.others.max(axis=1), 1 - fpir, method="higher"))


def right(trial: Trial, at: float) -> NDArray[np.bool_]:
    """(probes,) whether each is given its own person's name, and no other."""
    rows = trial.similarities[trial.probes]
    own = trial.own[trial.probes]
    return np.asarray((own >= at) & (own >= rows.max(axis=1)))


def best(trials: Sequence[Trial], fpir: float, without: Fold | None = None) -> int:
    """Which of the trials misses fewest probes where a share `fpir` of strangers is let in; the first of equals.

    Parameters
    ----------
    without : Fold, optional
        What may not be looked at, so that choosing by this does not flatter that fold.
    """
    missed = []
    for each in trials:
        seen = each
        if without is not None:
            similarities = each.similarities.copy()
            similarities[without.probes] = np.nan
            seen = replace(each, similarities=similarities, others=np.delete(each.others, without.strangers, axis=0))
        missed.append(int((~right(seen, line(seen, fpir))).sum()))
    return int(np.argmin(missed))
