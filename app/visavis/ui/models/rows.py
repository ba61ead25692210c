"""The models as the window lists them, and what one is beside the one in use. Decides; draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.ui.text.core_messages import said
from visavis.ui.text.language import QT_TRANSLATE_NOOP, isolated, translate

_CONTEXT = "Models"

#: Differences smaller than this are noise of the rounding, in points of a hundred.
_LEAST_POINTS = 0.5
#: So many people are named whose figures changed most.
_MOST_PEOPLE = 6

#: The figures that are compared: key in a card's metrics, what it is called, and whether more is better.
FIGURES = (
    ("accuracy", QT_TRANSLATE_NOOP("Models", "Best candidate right"), True),
    ("fnir", QT_TRANSLATE_NOOP("Models", "People missed"), False),
    ("fpir", QT_TRANSLATE_NOOP("Models", "Strangers named"), False),
)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model of the list."""

    id: str
    created: datetime | None = None
    network: str = ""
    people: int = 0
    metrics: Mapping[str, Any] = field(default_factory=dict)
    current: bool = False  #: it is the one in use
    obstacle: str = ""  #: why it cannot be used; empty if it can

    def share(self, key: str) -> float | None:
        """One of its figures, 0..1, where it was measured."""
        value = self.metrics.get(key)
        return float(value) if isinstance(value, int | float) else None


def load_rows(store: ModelStore) -> tuple[ModelRow, ...]:
    """All models, newest first. A card that cannot be read is listed with its reason."""
    current = store.current_id()
    return tuple(_load_row(store, model_id, current) for model_id in reversed(store.ids()))


def _load_row(store: ModelStore, model_id: str, current: str | None) -> ModelRow:
    try:
        card = store.card(model_id)
    except ModelError as error:
        return ModelRow(model_id, current=model_id == current, obstacle=said(str(error)))
    return ModelRow(
        model_id,
        _moment(card),
        card.network,
        len(card.people),
        card.metrics,
        model_id == current,
        translate(_CONTEXT, "Retired: {reason}.").format(reason=said(card.retired)) if card.retired else "",
    )


def _moment(card: ModelCard) -> datetime | None:
    try:
        return datetime.fromisoformat(card.created).astimezone()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """How one figure differs from that of the model in use."""

    what: str  #: a figure's name, or a person's
    points: float  #: of a hundred; above 0 is better
    before: float  #: 0..1
    after: float  #: 0..1

    @property
    def text(self) -> str:
        better = translate(_CONTEXT, "{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points better")
        worse = translate(_CONTEXT, "{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points worse")
        return (better if self.points > 0 else worse).format(
            what=isolated(self.what), before=100 * self.before, after=100 * self.after, points=abs(self.points)
        )


def figure_changes(row: ModelRow, current: ModelRow) -> list[FigureChange]:
    """What differs clearly from the model in use: its figures, then the people who gain or lose most.

    Each model was measured on its own held-back pictures: the comparison says where to look, and proves nothing.
    """
    found = []
    for key, name, more_is_better in FIGURES:
        after, before = row.share(key), current.share(key)
        if after is not None and before is not None:
            found.append(_change(translate(_CONTEXT, name), before, after, better=1 if more_is_better else -1))
    own, theirs = _per_person(row), _per_person(current)
    people = [_change(name, theirs[name], own[name], better=1) for name in own.keys() & theirs.keys()]
    people.sort(key=lambda change: (-abs(change.points), change.what))
    return [change for change in (*found, *people[:_MOST_PEOPLE]) if abs(change.points) >= _LEAST_POINTS]


def reference_model(rows: Sequence[ModelRow], model_id: str) -> ModelRow | None:
    """The model beside which another's report is read: the one in use, or, for that, the newest before it."""
    current = current_model(rows)
    if current is not None and current.id != model_id:
        return current
    older = [row for row in rows if row.id < model_id and not row.obstacle]  # IDs sort by age
    return max(older, key=lambda row: row.id, default=None)


def _change(what: str, before: float, after: float, *, better: int) -> FigureChange:
    return FigureChange(what, 100 * better * (after - before), before, after)


def _per_person(row: ModelRow) -> dict[str, float]:
    """Of each person, the share of their held-back pictures that was named rightly."""
    per_person = row.metrics.get("per_person") or {}
    return {
        name: 1 - figures["fnir"]
        for name, figures in per_person.items()
        if isinstance(figures.get("fnir"), int | float)
    }


def current_model(rows: Sequence[ModelRow]) -> ModelRow | None:
    """The model in use."""
    return next((row for row in rows if row.current), None)
