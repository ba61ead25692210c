"""The threshold of a gallery of embeddings: the shipped calibration, corrected by the gallery's own people."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.models.card import ModelCard
from visavis.scoring import thresholds
from visavis.scoring.calibration import Calibration
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.thresholds import GalleryTraits, Strangers

#: Smallest lead over the runner-up, in cosine, for a name. Below it the answer is ambiguous. Measured on 178,000
#: searches of Labeled Faces in the Wild, 20 people, one or five samples each, in color, gray, dark, small, blurred and
#: shaken: 10 got another person's name without it and 5 with it. It takes the name from 0.013 % of those who had their
#: own. Of the strangers above the threshold for 5, 1 and 0.1 %, 14, 4 and 0 % get none.
MARGIN = 0.05

Similarities = NDArray[np.floating[Any]]


def estimate_strangers(impostors: Similarities, people: int, traits: GalleryTraits) -> Strangers:
    """Return the distribution of strangers' similarities, as far as these people agree with the shipped one.

    Parameters
    ----------
    impostors : ndarray of float
        Cosines of the samples with the templates of the other people.
    people : int
        Their number.
    traits : GalleryTraits
        What their samples are like.
    """
    figures = thresholds.shipped_figures()
    expected = figures.strangers(traits)
    return figures.agreed_strangers(expected, float(impostors.mean()), people) if people > 1 else expected


def replace_doubtful(impostors: Similarities, is_doubtful: NDArray[np.bool_]) -> Similarities:
    """Return the cosines of strangers with those that may be of one person with themselves replaced by the usual one.

    People who look like one, and samples that may show another person, say nothing of strangers: a person who is
    enrolled twice would raise the threshold until nobody is named.

    Parameters
    ----------
    impostors : ndarray of float, shape (n, people - 1)
        Cosines of the samples with the templates of the other people.
    is_doubtful : ndarray of bool, of that shape

    Returns
    -------
    ndarray of float, of that shape
        The mean of the other cosines stands for the doubtful ones, or the shipped mean if all are doubtful.
    """
    if not is_doubtful.any():
        return impostors
    shipped = thresholds.shipped_strangers(GalleryTraits()).mean
    return np.where(is_doubtful, shipped if is_doubtful.all() else impostors[~is_doubtful].mean(), impostors)


def fit_threshold(card: ModelCard, impostors: Similarities, truth: Sequence[int], marked: Similarities) -> ModelCard:
    """Return a card with its own searches, and with the threshold that they and the calibration give.

    Parameters
    ----------
    card : ModelCard
        With people, distribution of strangers, calibration and margin.
    impostors : ndarray of float, shape (n, people - 1)
        Cosines of each sample with the templates of the other people.
    truth : sequence of int, length n
        The person in each sample.
    marked : ndarray of float, shape (m, people)
        Cosines of faces that the user marked as nobody enrolled.
    """
    people = len(card.people)
    searches, who = [*marked], [*range(people, people + len(marked))]  # nobody knows which of them are one person
    if people > 1:
        searches += [*impostors]
        who += truth
    best = [best_log_odds(card.calibration, card.margin, similarities) for similarities in searches]
    card = replace(card, own_searches=OwnSearches.from_scores(max(people - 1, 1), np.array(best), who))
    return replace(card, threshold=card.threshold_for(people))


def best_log_odds(calibration: Calibration, margin: float, similarities: Similarities) -> float:
    """Return the best candidate's score in log-odds; -inf if two people are equally similar.

    Parameters
    ----------
    margin : float
        Least lead over the runner-up, in log-odds.
    similarities : ndarray of float, shape (people,)
    """
    first, *others = np.sort(calibration.log_odds(similarities))[::-1]
    return -math.inf if others and first - others[0] < margin else float(first)
