"""The models as the window lists them, and how one compares with the model in use. Draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.storage import reader
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import QT_TRANSLATE_NOOP, person_name, translate

_CONTEXT = "Models"

#: Minimum difference that is listed, in percentage points: smaller ones are rounding noise.
_MIN_POINTS = 0.5
#: Maximum number of people listed, those whose figures changed most.
_MAX_PEOPLE = 6

#: The figures that are compared: key in the metrics of a card, name, and whether higher is better.
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
    current: bool = False  #: it is the model in use
    obstacle: str = ""  #: why it cannot be used; empty if it can
    classes: int = 0  #: of whole pictures; 0 for a model of faces

    def share(self, key: str) -> float | None:
        """One of its figures, 0..1; None if it was not measured."""
        value = self.metrics.get(key)
        return float(value) if isinstance(value, int | float) else None


def load_rows(store: ModelStore) -> tuple[ModelRow, ...]:
    """Read all models, newest first. A model with an unreadable card is listed with the reason."""
    try:
        current = store.current_id()
    except ModelError:  # reported when the model is loaded; the list is needed to choose another
        current = None
    return tuple(_load_row(store, model_id, current) for model_id in reversed(store.ids()))


def _load_row(store: ModelStore, model_id: str, current: str | None) -> ModelRow:
    try:
        card = store.card(model_id)
    except ModelError as error:
        return ModelRow(model_id, current=model_id == current, obstacle=translate_message(error.message))
    return ModelRow(
        model_id,
        _moment(card),
        card.network,
        len(card.people),
        card.metrics,
        model_id == current,
        _retirement_text(card),
        len(card.classes),
    )


def _retirement_text(card: ModelCard) -> str:
    if not card.retired:
        return ""
    return translate(_CONTEXT, "Retired: {reason}.").format(reason=translate_message(card.retirement))


def _moment(card: ModelCard) -> datetime | None:
    try:
        return reader.parse_time(card.created).astimezone()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Difference of one figure from that of the model in use."""

    what: str  #: name of the figure, or of the person
    points: float  #: percentage points; positive is better
    before: float  #: 0..1
    after: float  #: 0..1
    key: str = ""  #: of the figure in the metrics of a card; empty for a person

    @property
    def text(self) -> str:
        better = translate(_CONTEXT, "{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points better")
        worse = translate(_CONTEXT, "{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points worse")
        return (better if self.points > 0 else worse).format(
            what=person_name(self.what), before=100 * self.before, after=100 * self.after, points=abs(self.points)
        )


def figure_changes(row: ModelRow, current: ModelRow) -> list[FigureChange]:
    """Clear differences from the model in use: its figures, then the people who gain or lose most.

    Each model was measured on its own held-out pictures, so the comparison is a hint and no proof.
    """
    found = []
    for key, name, more_is_better in FIGURES:
        after, before = row.share(key), current.share(key)
        if after is not None and before is not None:
            change = _change(translate(_CONTEXT, name), before, after, better=1 if more_is_better else -1)
            found.append(replace(change, key=key))
    own, theirs = _per_person(row), _per_person(current)
    people = [_change(name, theirs[name], own[name], better=1) for name in own.keys() & theirs.keys()]
    people.sort(key=lambda change: (-abs(change.points), change.what))
    return [change for change in (*found, *people[:_MAX_PEOPLE]) if abs(change.points) >= _MIN_POINTS]


def reference_model(rows: Sequence[ModelRow], model_id: str) -> ModelRow | None:
    """The model that a report compares with: the model in use or, for that model, the newest one before it."""
    current = current_model(rows)
    if current is not None and current.id != model_id:
        return current
    older = [row for row in rows if row.id < model_id and not row.obstacle and not row.classes]  # IDs sort by age
    return max(older, key=lambda row: row.id, default=None)


def _change(what: str, before: float, after: float, *, better: int) -> FigureChange:
    return FigureChange(what, 100 * better * (after - before), before, after)


def _per_person(row: ModelRow) -> dict[str, float]:
    """For each person, the share of held-out pictures that were recognized."""
    per_person = row.metrics.get("per_person") or {}
    return {
        name: 1 - figures["fnir"]
        for name, figures in per_person.items()
        if isinstance(figures.get("fnir"), int | float)
    }


def current_model(rows: Sequence[ModelRow]) -> ModelRow | None:
    """The model in use."""
    return next((row for row in rows if row.current), None)
