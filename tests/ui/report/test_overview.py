"""The overview of a report: plain words, honest shares, the weakest people and the learning curve."""

import pytest

from support.fakes import searched
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.report.context import ReportContext
from visavis.ui.report.overview import ReportOverview, weakest_people
from visavis.ui.report.tiles import headline, report_tiles

UNKNOWN = ReportContext(StrangerRate(None))
RIGHT = searched("Ada", "Ada", "Ada", 0.9)
WRONG = searched("Bob", "Ada", "Ada", 0.8)
MISSED = searched("Bob", None, "Bob", 0.3)


def report(*searches, gallery=2, **figures):
    return ModelReport("m", gallery, 0.5, searches, figures, {})


def texts(overview):
    return {tile.accessibleName(): tile.value.text() for tile in overview.tiles}


@pytest.mark.parametrize(
    ("searches", "gallery", "text"),
    [
        ([RIGHT, RIGHT, WRONG], 2, "2 of 3 test pictures of 2 people got the right name."),
        ([RIGHT, RIGHT], 2, "Every one of the 2 test pictures got the right name."),
        ([], 2, "There were too few pictures for a test."),
        ([RIGHT, RIGHT], 1, "This model knows one person, so there is nobody to mix up."),
    ],
)
def test_the_result_is_a_sentence(searches, gallery, text):
    assert headline(report(*searches, gallery=gallery)).startswith(text)


@pytest.mark.parametrize("gallery", [1, 2, 3])
@pytest.mark.parametrize("searches", [[RIGHT], [RIGHT] * 7, [WRONG], [MISSED] * 4, []])
def test_a_few_pictures_never_make_0_or_100_percent(searches, gallery):
    found = report(*searches, gallery=gallery)
    shown = [headline(found), *(tile.value for tile in report_tiles(found, UNKNOWN))]
    assert [text for text in shown if "100 %" in text or text == "0 %"] == []


def test_tiles_say_how_the_model_changed(qtbot):
    changes = (FigureChange("People missed", 4.0, 0.3, 0.26, "fnir"), FigureChange("x", -2.0, 0.01, 0.03, "fpir"))
    context = ReportContext(StrangerRate(0.03), changes, "the model in use", 1)
    overview = ReportOverview(report(RIGHT, RIGHT, WRONG), context)
    qtbot.addWidget(overview)
    assert texts(overview) == {
        "Recognized": "67 %",
        "Somebody else's name": "33 %",
        "Strangers with a name": "3.0 %",
        "People": "2",
    }
    assert [tile.change.text() for tile in overview.tiles] == [
        "▲ 4 points better",
        "",
        "▼ 2 points worse",
        "1 more than before",
    ]


def test_without_a_test_there_are_no_shares_of_it(qtbot):
    overview = ReportOverview(report(), UNKNOWN)
    qtbot.addWidget(overview)
    assert set(texts(overview)) == {"Strangers with a name", "People"}


def test_the_weakest_people_are_those_who_were_missed_most():
    people = weakest_people(
        report(RIGHT, WRONG, MISSED, searched("Cem", "Cem", "Cem", 0.9), searched("Cem", None, None, None))
    )
    assert [(person.name, str(person.recognized), person.mistaken_for) for person in people] == [
        ("Bob", "0 of 2 (at most 100.0%)", "Ada"),
        ("Cem", "50.0% of 2 (9.5% to 90.5%)", None),
    ]


def test_more_is_offered_only_of_people_who_are_still_enrolled(qtbot):
    context = ReportContext(StrangerRate(None), names={"Bob": "Robert"})
    overview = ReportOverview(report(RIGHT, WRONG, searched("Cem", None, None, None)), context)
    qtbot.addWidget(overview)
    assert list(overview.capture_buttons) == ["Robert"]


def test_the_learning_curve_is_drawn_if_the_network_was_trained(qtbot):
    epochs = [{"epoch": 1, "accuracy": 0.5, "val_accuracy": 0.4}, {"epoch": 2, "accuracy": 0.7, "val_accuracy": None}]
    overview = ReportOverview(report(RIGHT, epochs=epochs), UNKNOWN)
    qtbot.addWidget(overview)
    curves = {item.name(): list(item.getData()[1]) for item in overview.curve._plot.listDataItems()}
    assert curves == {"held out": [0.4], "trained on": [0.5, 0.7]}


@pytest.mark.parametrize("epochs", [None, [], "many", [1]])
def test_without_epochs_there_is_no_curve(qtbot, epochs):
    overview = ReportOverview(report(RIGHT, epochs=epochs), UNKNOWN)
    qtbot.addWidget(overview)
    assert not hasattr(overview, "curve")
