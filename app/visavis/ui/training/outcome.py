"""What came of a training, in plain words: the result, who is recognized more or less often, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.people.overview import PeopleOverview
from visavis.ui.report.context import ReportContext
from visavis.ui.report.overview import weakest_people
from visavis.ui.report.tiles import headline
from visavis.ui.text.counts import person_count
from visavis.ui.text.language import format_measured, person_name, translate

_CONTEXT = "TrainingOutcome"
#: Share of recognized pictures below which more pictures of a person are advised.
_GOOD_SHARE = 0.8
#: Share of strangers with a name above which more strictness is advised.
_MANY_STRANGERS = 0.05


class NextStepKind(Enum):
    """Where the button of the next step leads."""

    NEW_PERSON = "new person"
    CAPTURE = "capture"
    THRESHOLD = "threshold"
    PEOPLE = "people"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class AdvisedStep:
    """What to do next."""

    kind: NextStepKind
    text: str
    button: str = ""  #: text of its button; empty without one
    name: str = ""  #: of the person it is about


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    """What came of a training."""

    headline: str
    changes: Sequence[str]  #: a sentence each
    next: AdvisedStep
    people: frozenset[str] = frozenset()  #: slugs of the people whom the model was trained on

    def step_for(self, overview: PeopleOverview) -> AdvisedStep | None:
        """What to do next, now that these people are enrolled: advice about others is out of date. None: nothing."""
        added = [row for row in overview.rows if row.samples and row.person.slug not in self.people]
        if added:
            known = all(row.known for row in added)
            text = (
                translate(_CONTEXT, "New since this training: {people}. Train again to measure how well it goes.")
                if known
                else translate(_CONTEXT, "New since this training: {people}. Train again to learn them.")
            )
            people = person_name(added[0].name) if len(added) == 1 else person_count(len(added))
            return AdvisedStep(NextStepKind.NOTHING, text.format(people=people))
        is_gone = self.next.name and overview.find(self.next.name) is None
        return None if is_gone else self.next


def build_outcome(report: ModelReport, context: ReportContext) -> TrainingOutcome:
    """The outcome of the training that a report is of."""
    return TrainingOutcome(headline(report), _changes(context), find_next_step(report, context), context.people)


def find_next_step(report: ModelReport, context: ReportContext) -> AdvisedStep:
    """The one thing that would help most."""
    if report.gallery == 1:
        text = translate(_CONTEXT, "Introduce a second person. Only then it can learn to tell people apart.")
        return AdvisedStep(NextStepKind.NEW_PERSON, text, translate(_CONTEXT, "New person"))
    if report.same_person:
        one, other = report.same_person[0][:2]
        text = translate(_CONTEXT, "{name} and {other} look like one person. If they are, merge them.")
        text = text.format(name=person_name(one), other=person_name(other))
        return AdvisedStep(NextStepKind.PEOPLE, text, translate(_CONTEXT, "Show the people"))
    for person in weakest_people(report):
        name = context.names.get(person.name)
        if name is not None and (person.recognized.share or 0.0) < _GOOD_SHARE:
            text = translate(
                _CONTEXT,
                "{name} is often missed. Take more pictures, in other light and from other sides, then train again.",
            )
            return AdvisedStep(
                NextStepKind.CAPTURE,
                text.format(name=person_name(name)),
                translate(_CONTEXT, "Take more pictures"),
                name,
            )
    if (context.strangers.share or 0.0) > _MANY_STRANGERS:
        text = translate(_CONTEXT, "Strangers are given a name too often. Ask it to be more careful.")
        return AdvisedStep(NextStepKind.THRESHOLD, text, translate(_CONTEXT, "How sure to be …"))
    return AdvisedStep(
        NextStepKind.NOTHING,
        translate(
            _CONTEXT,
            "All is well. Let somebody it does not know look into the camera: that should be Unknown.",
        ),
    )


def _changes(context: ReportContext) -> Sequence[str]:
    """Who is recognized more often than with the model before, and who less often."""
    if not context.against:
        return ()
    people = [change for change in context.changes if not change.key]
    if not people:
        return (translate(_CONTEXT, "Everybody is recognized as often as before."),)
    return tuple(_change_text(change) for change in sorted(people, key=lambda change: -change.points))


def _change_text(change: FigureChange) -> str:
    better = translate(_CONTEXT, "{name} is recognized more often: {before}, now {after}.")
    worse = translate(_CONTEXT, "{name} is recognized less often: {before}, now {after}.")
    return (better if change.points > 0 else worse).format(
        name=person_name(change.what), before=format_measured(change.before), after=format_measured(change.after)
    )
