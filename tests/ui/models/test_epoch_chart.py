"""A chart of a run shows both accuracies or both losses, in both themes, and says the newest to screen readers."""

import pytest

from visavis.models.description import EpochAccuracy
from visavis.ui.models.epoch_chart import EpochChart
from visavis.ui.widgets import theme


@pytest.fixture
def chart(qtbot):
    widget = EpochChart()
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


def test_losses_are_two_curves(qtbot):
    chart = EpochChart("loss")
    qtbot.addWidget(chart)
    chart.show_epochs([EpochAccuracy(2.5, 0.1, 3.0, 0.1), EpochAccuracy(0.5, 0.9, None, None)], 2)
    curves = {item.name(): item.getData()[1].tolist() for item in chart._plot.listDataItems()}
    assert curves == {"trained on": [2.5, 0.5], "held out": [3.0]}
    chart.show_epochs([EpochAccuracy(0.5, 0.9, 1.25, 0.8)], 2)
    assert "1.25" in chart.accessibleDescription()
