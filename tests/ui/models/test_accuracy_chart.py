"""The chart of a run shows both accuracies, in both themes, and says the newest to screen readers."""

import pytest

from visavis.ui.models.accuracy_chart import AccuracyChart, EpochAccuracy
from visavis.ui.widgets import theme


@pytest.fixture
def chart(qtbot):
    widget = AccuracyChart()
    qtbot.addWidget(widget)
    widget.resize(300, 150)
    return widget


def epoch(accuracy, val_accuracy):
    return EpochAccuracy(accuracy=accuracy, val_accuracy=val_accuracy)


def test_without_epochs_nothing_is_drawn(chart):
    chart.show_epochs([], 10)
    assert chart._plot is None
    assert chart.accessibleDescription() == ""


def test_epochs_are_two_curves(chart):
    chart.show_epochs([epoch(0.2, None), epoch(0.5, 0.4), epoch(0.8, 0.75)], 10)
    curves = {item.name(): item.getData() for item in chart._plot.listDataItems()}
    assert [list(map(float, values)) for values in curves["trained on"]] == [[1, 2, 3], [0.2, 0.5, 0.8]]
    assert [list(map(float, values)) for values in curves["held out"]] == [[2, 3], [0.4, 0.75]]
    assert "75 %" in chart.accessibleDescription()


def test_a_new_run_replaces_the_old_curves(chart):
    chart.show_epochs([epoch(0.2, 0.1), epoch(0.3, 0.2)], 5)
    chart.show_epochs([epoch(0.9, 0.8)], 5)
    assert all(len(item.getData()[0]) == 1 for item in chart._plot.listDataItems())


def test_the_curves_follow_the_theme(chart, qapp):
    before = qapp.palette(), qapp.styleSheet()
    chart.show_epochs([epoch(0.2, 0.1), epoch(0.3, 0.2)], 5)
    try:
        theme.apply(qapp, dark=True)
        [held_out] = [item for item in chart._plot.listDataItems() if item.name() == "held out"]
        assert held_out.opts["pen"].color().name() == theme.DARK.link
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
