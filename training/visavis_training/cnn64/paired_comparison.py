"""Paired comparison of a new `cnn64` network with the current one, on pictures that neither has learned from."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input, engine
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import RowIndices
from visavis_training.metrics.paired_result import PairedResult

#: Batch size for the current model.
_BATCH = 64

Predictor = Callable[[RowIndices], NDArray[np.float32]]
"""From rows to the new network's probabilities, shape (rows, people)."""


def compare_with_current(store: ModelStore, plan: TrainingPlan, predict: Predictor) -> PairedResult | None:
    """Let both networks name the same pictures, among the people whom both know.

    The best candidate counts, without a threshold, because the threshold depends on who is enrolled. Adding people is
    no loss. Models of another network or recipe are not compared: changing those is a choice.

    Returns
    -------
    Contest, optional
        None if there is no current model that can be compared.
    """
    current = _current(store, plan)
    if current is None:
        return None
    slugs = [person.slug for person in plan.faces.people]
    shared = [member.slug for member in current.people if member.slug in set(slugs)]
    rows = _comparable_rows(plan, current, shared)
    if not rows.size:
        return PairedResult(current.id, 0)
    truth = np.array([shared.index(slugs[label]) for label in plan.faces.labels[rows]])
    members = [member.slug for member in current.people]
    before = _best(_predict_current(store, current, plan, rows), [members.index(slug) for slug in shared]) == truth
    after = _best(predict(rows), [slugs.index(slug) for slug in shared]) == truth
    return PairedResult(current.id, len(rows), int((before & ~after).sum()), int((after & ~before).sum()))


def _current(store: ModelStore, plan: TrainingPlan) -> ModelCard | None:
    model_id = store.current_id()
    try:
        card = store.verified_card(model_id) if model_id else None
    except ModelError:  # an unreadable model cannot be compared
        return None
    if card is None or (card.network, card.recipe.get("name")) != ("cnn64", plan.recipe.name):
        return None
    same_input = (card.input.version, card.input.size) == (cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE)
    return card if same_input else None


def _comparable_rows(plan: TrainingPlan, current: ModelCard, shared: list[str]) -> RowIndices:
    """Rows of people whom both know, from groups that neither has learned from."""
    if len(shared) < 2:  # one person cannot be confused with another
        return np.zeros(0, np.intp)
    faces, groups = plan.faces, np.array(plan.grouping.groups)
    learned_before = {
        key for slug, hashes in current.data.items() for key in {*hashes} - {*current.held_out.get(slug, ())}
    }
    learned = np.array([key in learned_before for key in faces.hashes])
    learned[plan.split.train] = learned[plan.split.validation] = True
    both = [label for label, person in enumerate(faces.people) if person.slug in shared]
    is_new = ~np.isin(groups, groups[learned]) & ~np.isin(np.arange(len(faces)), plan.split.left_out)
    return np.flatnonzero(np.isin(faces.labels, both) & is_new)


def _predict_current(store: ModelStore, card: ModelCard, plan: TrainingPlan, rows: RowIndices) -> NDArray[np.float32]:
    network_path, compiled = (store.path(card.id, name) for name in (NETWORK_FILE, COMPILED_FILE))
    network = engine.load(partial(engine.load_keras, network_path), compiled, "cpu")
    parts = [rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH)]
    return np.concatenate([network(cnn64_input.normalize(plan.faces.chips[part])) for part in parts])


def _best(probabilities: NDArray[np.float32], columns: list[int]) -> NDArray[np.intp]:
    return np.asarray(probabilities[:, columns].argmax(axis=1))
