"""Compares a new model with the current one. A clearly worse model is not published."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError, ModelRefusedError
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.metrics.leave_one_out import HeldOutScores, leave_one_out

#: Significance level of the sign test.
_SIGNIFICANCE = 0.05
#: Smallest net loss, as a share of all searches. With many searches, even a negligible loss is significant.
_MIN_LOSS = 0.01


def is_answered_right(scores: HeldOutScores, card: ModelCard) -> NDArray[np.bool_]:
    """(samples,) whether each sample got its own person's name. False for samples that are no probes."""
    decide = Decision(card.threshold_for(scores.similarities.shape[1]), card.margin)
    people = [str(index) for index in range(scores.similarities.shape[1])]
    calibrated = np.nan_to_num(card.calibration(scores.similarities), nan=0.0)
    answers = [decide([ScoredProbe(row)], people)[0].name for row in calibrated]
    return np.array([answer == str(truth) for answer, truth in zip(answers, scores.truth, strict=True)], np.bool_)


def refuse_if_worse(
    store: ModelStore,
    slugs: Sequence[str],
    people: Sequence[SampleEmbeddings],
    groups: Sequence[Sequence[int]],
    card: ModelCard,
) -> None:
    """Compare a new model with the current one, on the people and samples of both.

    Only models of the same network are compared: changing it is a choice. Each model searches for its own samples, as
    far as they still exist, by leaving them out (`leave_one_out`). The samples of both count. So adding people or
    samples is no loss, but worse templates are.

    Parameters
    ----------
    slugs, people, groups
        The people of the new model, their samples, and the samples' groups.
    card : ModelCard
        The card of the new model.

    Raises
    ------
    ModelRefusedError
        If the new model answers clearly fewer searches right.
    """
    current = _current(store)
    if current is None or current.network != card.network or current.network_id != card.network_id:
        return
    shared = [
        (new, old, of)
        for slug, new, of in zip(slugs, people, groups, strict=True)
        if len(old := _shared_samples(new, set(current.data.get(slug, ()))))
    ]
    if not shared:
        return
    before = _right_by_hash([old for _, old, _ in shared], [_groups_of_old(*each) for each in shared], current)
    after = _right_by_hash([new for new, _, _ in shared], [of for _, _, of in shared], card)
    both = before.keys() & after.keys()
    lost = sum(before[key] and not after[key] for key in both)
    won = sum(after[key] and not before[key] for key in both)
    refuse_if_clear_loss(current.id, lost, won, len(both))


def refuse_if_clear_loss(current: str, lost: int, won: int, searches: int) -> None:
    """Refuse a model that answers clearly fewer searches right than the model with the ID `current`.

    Raises
    ------
    ModelRefusedError
        If it does.
    """
    if is_clear_loss(lost, won, searches):
        raise ModelRefusedError(
            "The new model is worse than {current}: of {searches} searches for people whom both know, "
            "it answers {lost} wrong that were right, and {won} right that were wrong.",
            current=current,
            searches=searches,
            lost=lost,
            won=won,
        )


def is_clear_loss(lost: int, won: int, searches: int) -> bool:
    """Whether these counts of lost and won answers show a clearly worse model.

    It is the exact one-sided sign test (McNemar's [1]_) on the answers that differ.

    References
    ----------
    .. [1] McNemar, Q. (1947). Note on the sampling error of the difference between correlated proportions.
       Psychometrika 12.
    """
    differing = lost + won
    if lost <= won or lost - won < _MIN_LOSS * searches:
        return False
    p_value = sum(math.comb(differing, k) for k in range(lost, differing + 1)) / 2**differing
    return bool(p_value < _SIGNIFICANCE)


def _current(store: ModelStore) -> ModelCard | None:
    model_id = store.current_id()
    try:
        return store.card(model_id) if model_id else None
    except ModelError:  # an unreadable model cannot be compared
        return None


def _shared_samples(person: SampleEmbeddings, hashes: set[str]) -> SampleEmbeddings:
    """The samples that the current model was made from."""
    return person.select([key in hashes for key in person.hashes])


def _groups_of_old(new: SampleEmbeddings, old: SampleEmbeddings, groups: Sequence[int]) -> list[int]:
    of = dict(zip(new.hashes, groups, strict=True))
    return [of[key] for key in old.hashes]


def _right_by_hash(
    people: Sequence[SampleEmbeddings], groups: Sequence[Sequence[int]], card: ModelCard
) -> dict[str, bool]:
    """Whether each probe is answered right, by its hash."""
    scores = leave_one_out(people, groups)
    keys = [key for person in people for key in person.hashes]
    right = is_answered_right(scores, card)
    return {key: bool(ok) for key, ok, is_probe in zip(keys, right, scores.is_probe, strict=True) if is_probe}
