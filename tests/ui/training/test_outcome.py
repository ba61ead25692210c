"""What came of a training: who improved, and the one thing that would help most."""

import pytest

from support.fakes import searched
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.report.context import ReportContext
from visavis.ui.training.outcome import NextStepKind, build_outcome, find_next_step

RIGHT, MISSED = searched("Ada", "Ada", "Ada", 0.9), searched("Bob", None, "Bob", 0.3)
NAMES = {"Ada": "Ada", "Bob": "Robert"}


def report(*searches, gallery=2, same_person=()):
    return ModelReport("m", gallery, 0.5, searches, {}, {}, same_person)


def context(strangers=0.01, changes=(), against="the model before"):
    return ReportContext(StrangerRate(strangers), changes, against, 2, NAMES)


@pytest.mark.parametrize(
    ("found", "around", "kind", "name"),
    [
        (report(RIGHT, gallery=1), context(), NextStepKind.NEW_PERSON, ""),
        (report(RIGHT, MISSED, same_person=[["Ada", "Ada L"]]), context(), NextStepKind.PEOPLE, ""),
        (report(RIGHT, MISSED), context(0.2), NextStepKind.CAPTURE, "Robert"),
        (report(RIGHT), context(0.2), NextStepKind.THRESHOLD, ""),
        (report(RIGHT), context(), NextStepKind.NOTHING, ""),
        (report(), context(None), NextStepKind.NOTHING, ""),
    ],
)
def test_the_most_helpful_step_comes_first(found, around, kind, name):
    step = find_next_step(found, around)
    assert (step.kind, step.name) == (kind, name)
    assert bool(step.button) == (kind is not NextStepKind.NOTHING)


def test_somebody_who_was_forgotten_since_is_not_to_be_captured():
    gone = ReportContext(StrangerRate(0.01), names={"Ada": "Ada"})
    assert find_next_step(report(RIGHT, MISSED), gone).kind is NextStepKind.NOTHING


def test_who_improved_is_said_first():
    changes = (
        FigureChange("People missed", 4.0, 0.3, 0.26, "fnir"),
        FigureChange("Bob", -6.0, 0.9, 0.84),
        FigureChange("Ada", 30.0, 0.6, 0.9),
    )
    assert build_outcome(report(RIGHT), context(changes=changes)).changes == (
        "Ada is recognized more often: 60 %, now 90 %.",
        "Bob is recognized less often: 90 %, now 84 %.",
    )


def test_without_a_change_nobody_is_named():
    assert build_outcome(report(RIGHT), context()).changes == ("Everybody is recognized as often as before.",)


def test_the_first_model_is_compared_with_none():
    assert build_outcome(report(RIGHT), context(against="")).changes == ()
