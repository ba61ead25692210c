"""The line and its consequences: dragged, by keyboard, and by preset."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from support.fakes import searched
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.threshold_dialog import ThresholdDialog

LINES = {"relaxed": -1.0, "balanced": 0.0, "strict": 2.0}
SEARCHES = (
    *(searched("Ada", "Ada", "Ada", score) for score in (0.3, 0.6, 0.9, 0.95)),
    *(searched(None, None, "Ada", score) for score in (0.02, 0.1, 0.2, 0.4, 0.6)),
)
FOUND = ModelReport("m", 2, 0.5, SEARCHES, {}, {})


def stranger_rate(threshold):
    """One of five strangers up to the middle, none above it."""
    return StrangerRate(0.2, 1, 5) if threshold <= 0.5 else StrangerRate(0.0, 0, 5)


@pytest.fixture
def dialog(qtbot):
    dialog = ThresholdDialog(FOUND, LINES, "balanced", 0.0, stranger_rate)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.events = []
    dialog.moved.connect(lambda threshold: dialog.events.append(("moved", threshold)))
    dialog.applied.connect(lambda *values: dialog.events.append(("applied", *values)))
    dialog.show()
    return dialog


def test_it_opens_with_the_threshold_in_use(dialog):
    assert dialog.presets["balanced"].isChecked()
    assert dialog.strangers.text().startswith("About 1 in 5 strangers is given a name.")
    assert dialog.missed.text().startswith("25 % of your own people's pictures")


def test_a_preset_is_seen_at_once_and_kept_by_apply(dialog, qtbot):
    qtbot.mouseClick(dialog.presets["strict"], Qt.MouseButton.LeftButton)
    assert dialog.events == [("moved", 2.0)]
    assert dialog.strangers.text() == "With your own pictures as strangers, none of 5 was given a name."
    assert dialog.missed.text().startswith("50 %")
    qtbot.mouseClick(button(dialog, "Apply"), Qt.MouseButton.LeftButton)
    assert dialog.events[1:] == [("applied", "strict", 0.0)]
    assert not dialog.isVisible()


def test_steps_by_keyboard_are_seen_at_once_and_saved_once(dialog, qtbot):
    dialog.slider.setFocus()
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    assert dialog.events == [("moved", pytest.approx(0.1)), ("moved", pytest.approx(0.2))]
    assert not any(preset.isChecked() for preset in dialog.presets.values())
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Return)
    assert dialog.events[2:] == [("applied", "balanced", pytest.approx(0.2))]


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_cancel_goes_back_to_the_threshold_in_use_and_saves_nothing(dialog, qtbot, way):
    dialog.plot.dragged.emit(-0.5)
    if way == "button":
        qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.events == [("moved", -0.5), ("moved", 0.0)]
    assert not dialog.isVisible()


def test_the_legend_is_above_the_tallest_bar(dialog, qtbot):
    qtbot.waitExposed(dialog)
    plot = dialog.plot._plot
    top = plot.getViewBox().viewRange()[1][1]
    tallest = max(float(np.max(curve.getData()[1])) for curve in plot.listDataItems())
    legend = plot.plotItem.legend
    below = plot.getViewBox().mapSceneToView(legend.mapToScene(legend.boundingRect().bottomLeft())).y()
    assert tallest < below < top


def test_what_follows_from_the_threshold_is_seen_without_scrolling(dialog, qtbot):
    qtbot.waitExposed(dialog)
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert len(labels) == 3  # both sentences, and how they were measured
    for label in labels:
        assert label.visibleRegion().boundingRect().size() == label.size()


def button(dialog, text):
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


def test_an_unknown_share_of_strangers_is_said_so(qtbot):
    report = ModelReport("m", 1, 0.5, SEARCHES[:4], {}, {})
    dialog = ThresholdDialog(report, LINES, "balanced", 0.0, lambda _: StrangerRate(None))
    qtbot.addWidget(dialog)
    assert "is not known" in dialog.strangers.text()
