"""Cross-validation of a fine-tuned network, on samples and on people that it has not learned from.

People are split into three folds, and each person's groups into three parts. The network of a fold is trained without
the fold's people and without the part of that number of all other people. It then searches for these samples: those of
enrolled people among templates made from the other parts, and those of the fold's people as impostors, in the gallery
without their person. So each sample is searched for once in each way, and no impostor was trained on.

The impostor distribution differs between networks. Similarities are therefore given in its units: the cosine less the
impostors' mean, divided by their standard deviation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.recognition import gallery
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.scoring.thresholds import Strangers
from visavis_training.data.split import RowIndices
from visavis_training.metrics.leave_one_out import HeldOutScores, without_own_person

#: Number of folds, and of networks that are trained for them.
FOLDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """The samples of one network."""

    train: RowIndices
    probes: RowIndices  #: searched for as enrolled
    impostors: RowIndices  #: searched for in the gallery without their person
    enrolled: RowIndices  #: make the templates


@dataclass(frozen=True, slots=True, eq=False)
class CrossValidation:
    """The scores of all folds' networks."""

    scores: HeldOutScores  #: similarities in units of each network's impostor distribution
    strangers: Strangers  #: mean of the networks' impostor distributions, in cosines


def assign_folds(truth: NDArray[np.intp], groups: Sequence[int], eligible: Sequence[bool], seed: int) -> list[Fold]:
    """Assign people to folds, and each person's groups to parts.

    Parameters
    ----------
    truth : ndarray of int, shape (samples,)
        The person in each sample.
    groups : sequence of int
        The group of each sample: samples taken together or of one shot, also across people.
    eligible : sequence of bool
        For each person, whether they have enough groups to be searched for as enrolled.
    """
    from sklearn.model_selection import KFold, StratifiedGroupKFold

    group = np.asarray(groups)
    fold = np.empty(len(eligible), np.intp)
    for number, (_, people) in enumerate(KFold(FOLDS, shuffle=True, random_state=seed).split(fold)):
        fold[people] = number
    part = np.full(len(truth), -1)
    for person in np.flatnonzero(eligible):  # one by one, so that each has samples in all parts
        own = np.flatnonzero(truth == person)
        splits = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed).split(own, truth[own], group[own])
        for number, (_, rows) in enumerate(splits):
            part[own[rows]] = number
    folds = []
    for number in range(FOLDS):
        impostors, probes = fold[truth] == number, part == number
        searched = np.isin(group, group[impostors | probes])  # a group shared by two people stays on one side
        folds.append(Fold(*(np.flatnonzero(rows) for rows in (~searched, probes, impostors, ~probes))))
    return folds


def combine_folds(
    people: Sequence[SampleEmbeddings], folds: Sequence[Fold], vectors: Sequence[Vectors]
) -> CrossValidation:
    """Combine the scores of all folds' networks.

    Parameters
    ----------
    people : sequence of SampleEmbeddings
        The samples of each person. Their vectors are ignored.
    vectors : sequence of ndarray of float32, each of shape (samples, 128)
        The embeddings of all samples by the network of each fold.
    """
    truth = np.repeat(np.arange(len(people)), [len(person) for person in people])
    similarities = np.full((len(truth), len(people)), np.nan)
    impostor_similarities = np.full((len(truth), len(people) - 1), np.nan)
    distributions = []
    for fold, fold_vectors in zip(folds, vectors, strict=True):
        enrolled = np.zeros(len(truth), np.bool_)
        enrolled[fold.enrolled] = True
        templates, _ = build_templates(people, fold_vectors, enrolled)
        cosines = (fold_vectors @ templates.T).astype(np.float64)
        impostor_cosines = without_own_person(cosines, truth)[fold.impostors]
        mean, deviation = impostor_cosines.mean(), impostor_cosines.std()
        similarities[fold.probes] = (cosines[fold.probes] - mean) / deviation
        impostor_similarities[fold.impostors] = (impostor_cosines - mean) / deviation
        distributions.append((mean, deviation))
    scores = HeldOutScores(truth, similarities, impostor_similarities, templates, tuple(() for _ in people))
    return CrossValidation(scores, Strangers(*map(float, np.mean(distributions, axis=0))))


def build_templates(
    people: Sequence[SampleEmbeddings], vectors: Vectors, enrolled: NDArray[np.bool_]
) -> tuple[Vectors, tuple[tuple[str, ...], ...]]:
    """The template of each person's enrolled samples, (people, 128), and the suspects among them."""
    pairs, start = [], 0
    for person in people:
        rows = np.flatnonzero(enrolled[start : start + len(person)])
        hashes = tuple(person.hashes[row] for row in rows)
        own = SampleEmbeddings(hashes, vectors[start + rows], person.found[rows], person.quality[rows])
        pairs.append(gallery.template(own))
        start += len(person)
    return np.stack([template for template, _ in pairs]), tuple(suspects for _, suspects in pairs)


def threshold_at(scores: HeldOutScores, fpir: float) -> float:
    """The similarity that a share `fpir` of the impostors reaches with its best candidate."""
    return float(np.quantile(scores.impostor_similarities.max(axis=1), 1 - fpir, method="higher"))


def is_identified(scores: HeldOutScores, threshold: float) -> NDArray[np.bool_]:
    """(probes,) whether each probe gets its own person's name."""
    rows = scores.similarities[scores.is_probe]
    genuine = scores.genuine_similarities[scores.is_probe]
    return np.asarray((genuine >= threshold) & (genuine >= rows.max(axis=1)))


def best_candidate(candidates: Sequence[HeldOutScores], fpir: float, excluded: Fold | None = None) -> int:
    """The index of the scores with the fewest missed probes at this FPIR; the first of equal ones.

    Parameters
    ----------
    excluded : Fold, optional
        Samples to ignore, so that the choice is independent of them.
    """
    missed = []
    for candidate in candidates:
        scores = candidate
        if excluded is not None:
            similarities = candidate.similarities.copy()
            similarities[excluded.probes] = np.nan
            impostors = np.delete(candidate.impostor_similarities, excluded.impostors, axis=0)
            scores = replace(candidate, similarities=similarities, impostor_similarities=impostors)
        missed.append(int((~is_identified(scores, threshold_at(scores, fpir))).sum()))
    return int(np.argmin(missed))
