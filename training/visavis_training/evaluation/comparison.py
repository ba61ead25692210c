"""Whether a new model is clearly worse than the one in use: then it is not published."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError, ModelRefusedError
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.embedding.leave_one_out import Trial, trial

#: A loss this improbable, if both models were equally good, is a clear one ...
_IMPROBABLE = 0.05
#: ... when it is also this share of the searches or more: of many searches, a trifle is not improbable.
_SHARE = 0.01


def answered_right(result: Trial, card: ModelCard) -> NDArray[np.bool_]:
    """(samples,) whether each sample was given its own person's name; false where it cannot be judged."""
    decide = Decision(card.threshold_for(result.similarities.shape[1]), card.margin)
    people = [str(index) for index in range(result.similarities.shape[1])]
    scores = np.nan_to_num(card.calibration(result.similarities), nan=0.0)
    answers = [decide([ScoredProbe(row)], people)[0].name for row in scores]
    return np.array([answer == str(truth) for answer, truth in zip(answers, result.truth, strict=True)], np.bool_)


def refuse_worse(
    store: ModelStore,
    slugs: Sequence[str],
    people: Sequence[SampleEmbeddings],
    groups: Sequence[Sequence[int]],
    card: ModelCard,
) -> None:
    """Compare with the model in use, on the people and the samples that both know.

    Another network is a choice, not a loss: only models of one network are compared. Each model's samples, where they
    still exist, are tried by leaving them out (`leave_one_out`); the samples judged are those of both. Adding people or
    samples is no loss, then; worse templates are.

    Parameters
    ----------
    slugs, people, groups
        The new model's people, their samples, and the samples' groups.
    card : ModelCard
        The new model's.

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
        if len(old := _kept(new, set(current.data.get(slug, ()))))
    ]
    if not shared:
        return
    before = _right([old for _, old, _ in shared], [_groups(*each) for each in shared], current)
    after = _right([new for new, _, _ in shared], [of for _, _, of in shared], card)
    both = before.keys() & after.keys()
    lost = sum(before[key] and not after[key] for key in both)
    won = sum(after[key] and not before[key] for key in both)
    refuse_loss(current.id, lost, won, len(both))


def refuse_loss(current: str, lost: int, won: int, searches: int) -> None:
    """Refuse a model that answers clearly fewer searches right than `current`, the ID of the one in use.

    Raises
    ------
    ModelRefusedError
        If it does.
    """
    if clear_loss(lost, won, searches):
        raise ModelRefusedError(
            "The new model is worse than {current}: of {searches} searches for people whom both know, "
            "it answers {lost} wrong that were right, and {won} right that were wrong.",
            current=current,
            searches=searches,
            lost=lost,
            won=won,
        )


def clear_loss(lost: int, won: int, searches: int) -> bool:
    """Whether so many answers lost, and won, of so many, mean a worse model.

    The exact sign test [1]_, one-sided, on the answers that differ.

    References
    ----------
    .. [1] McNemar, Q. (1947). Note on the sampling error of the difference between correlated proportions.
       Psychometrika 12.
    """
    differing = lost + won
    if lost <= won or lost - won < _SHARE * searches:
        return False
    chance = sum(math.comb(differing, k) for k in range(lost, differing + 1)) / 2**differing
    return bool(chance < _IMPROBABLE)


def _current(store: ModelStore) -> ModelCard | None:
    model_id = store.current_id()
    try:
        return store.card(model_id) if model_id else None
    except ModelError:  # a model that cannot be read cannot be lost either
        return None


def _kept(person: SampleEmbeddings, hashes: set[str]) -> SampleEmbeddings:
    """The samples that the model in use was made from."""
    rows = [row for row, key in enumerate(person.hashes) if key in hashes]
    return SampleEmbeddings(
        tuple(person.hashes[row] for row in rows), person.vectors[rows], person.found[rows], person.quality[rows]
    )


def _groups(new: SampleEmbeddings, old: SampleEmbeddings, groups: Sequence[int]) -> list[int]:
    of = dict(zip(new.hashes, groups, strict=True))
    return [of[key] for key in old.hashes]


def _right(people: Sequence[SampleEmbeddings], groups: Sequence[Sequence[int]], card: ModelCard) -> dict[str, bool]:
    """Whether each sample that can be judged is answered right, by its hash."""
    result = trial(people, groups)
    keys = [key for person in people for key in person.hashes]
    right = answered_right(result, card)
    return {key: bool(ok) for key, ok, judged in zip(keys, right, result.probes, strict=True) if judged}
