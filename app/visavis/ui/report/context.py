"""What a report is shown with: what strangers get, the model it is compared with, and who of its people is enrolled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from visavis.errors import ModelError
from visavis.models.card import Member
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.rows import FigureChange, figure_changes, load_rows, reference_model
from visavis.ui.text.language import translate


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Everything beside the report itself."""

    strangers: StrangerRate
    changes: Sequence[FigureChange] = ()  #: differences from the model that it is compared with
    against: str = ""  #: which model that is; empty if there is none
    people_before: int = 0  #: how many people that model knows
    names: Mapping[str, str] = field(default_factory=dict)
    """The names now of people who are still enrolled, by their names in the report."""
    people: frozenset[str] = frozenset()  #: slugs of the people whom the model was trained on

    def change(self, key: str) -> FigureChange | None:
        """The change of a figure, by its key in the metrics of a card."""
        return next((change for change in self.changes if change.key == key), None)


def load_context(models: ModelStore, people: PeopleStore, model_id: str, strangers: StrangerRate) -> ReportContext:
    """Read what the report of a model is shown with."""
    rows = load_rows(models)
    row = next((row for row in rows if row.id == model_id), None)
    reference = reference_model(rows, model_id)
    against = ""
    if reference is not None:
        against = (
            translate("ReportDialog", "the model in use")
            if reference.current
            else translate("ReportDialog", "the model before")
        )
    members = _members(models, model_id)
    return ReportContext(
        strangers,
        figure_changes(row, reference) if row and reference else (),
        against,
        reference.people if reference else 0,
        _names_now(members, people),
        frozenset(member.slug for member in members),
    )


def _members(models: ModelStore, model_id: str) -> Sequence[Member]:
    """The people of a model; none if it cannot be read."""
    try:
        return models.card(model_id).people
    except ModelError:
        return ()


def _names_now(members: Sequence[Member], people: PeopleStore) -> dict[str, str]:
    """By the name at the time of the training, the name now of each person who is still enrolled."""
    now = {person.slug: person.name for person in people.people()}
    return {member.name: str(now[member.slug]) for member in members if member.slug in now}
