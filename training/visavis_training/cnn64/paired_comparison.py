"""A new `cnn64` network against the one in use, on pictures that neither has learned from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input
from visavis.networks import engine as inference
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import Rows

#: Pictures that the model in use answers at once.
_ANSWERED = 64

Answers = Callable[[Rows], NDArray[np.float32]]
"""The new network's probabilities, shape (rows, people)."""


@dataclass(frozen=True, slots=True)
class Contest:
    """How both answered the same searches."""

    model: str  #: the one in use
    searches: int  #: 0 where there is no picture of people whom both know that neither has learned from
    lost: int = 0  #: right by the one in use, wrong by the new one
    won: int = 0  #: wrong by the one in use, right by the new one


def contest(store: ModelStore, plan: TrainingPlan, answers: Answers) -> Contest | None:
    """Try both networks on the same pictures, among the people whom both know.

    The best candidate counts, thresholds aside: where *unknown* begins follows from who is enrolled, and adding people
    is no loss. Another network or another recipe is a choice, not a loss, and not compared.

    Returns
    -------
    Contest, optional
        None where no model is in use that can be compared.
    """
    current = _current(store, plan)
    if current is None:
        return None
    slugs = [person.slug for person in plan.faces.people]
    shared = [member.slug for member in current.people if member.slug in set(slugs)]
    rows = _judged(plan, current, shared)
    if not rows.size:
        return Contest(current.id, 0)
    truth = np.array([shared.index(slugs[label]) for label in plan.faces.labels[rows]])
    known = [member.slug for member in current.people]
    before = _best(_answers(store, current, plan, rows), [known.index(slug) for slug in shared]) == truth
    after = _best(answers(rows), [slugs.index(slug) for slug in shared]) == truth
    return Contest(current.id, len(rows), int((before & ~after).sum()), int((after & ~before).sum()))


def _current(store: ModelStore, plan: TrainingPlan) -> ModelCard | None:
    model_id = store.current_id()
    try:
        card = store.verified_card(model_id) if model_id else None
    except ModelError:  # a model that cannot be read cannot be lost either
        return None
    if card is None or (card.network, card.recipe.get("name")) != ("cnn64", plan.recipe.name):
        return None
    same_input = (card.input.version, card.input.size) == (cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE)
    return card if same_input else None


def _judged(plan: TrainingPlan, current: ModelCard, shared: list[str]) -> Rows:
    """Rows of the test part that are of people both know, and of no group from which either has learned."""
    if len(shared) < 2:  # among one there is nothing to tell apart
        return np.zeros(0, np.intp)
    faces, groups = plan.faces, np.array(plan.grouping.groups)
    before = {key for slug, hashes in current.data.items() for key in {*hashes} - {*current.held_out.get(slug, ())}}
    learned = np.array([key in before for key in faces.hashes])
    learned[plan.used.train] = learned[plan.used.validation] = True
    both = [label for label, person in enumerate(faces.people) if person.slug in shared]
    return np.flatnonzero(np.isin(faces.labels, both) & ~np.isin(groups, groups[learned]))


def _answers(store: ModelStore, card: ModelCard, plan: TrainingPlan, rows: Rows) -> NDArray[np.float32]:
    engine = inference.load(store.path(card.id, NETWORK_FILE), store.path(card.id, COMPILED_FILE), "cpu")
    parts = [rows[start : start + _ANSWERED] for start in range(0, len(rows), _ANSWERED)]
    return np.concatenate([engine(cnn64_input.normalize(plan.faces.chips[part])) for part in parts])


def _best(probabilities: NDArray[np.float32], columns: list[int]) -> NDArray[np.intp]:
    return np.asarray(probabilities[:, columns].argmax(axis=1))
