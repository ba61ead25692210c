"""The line and its consequences: dragged, by keyboard, and by preset."""

import pytest
from PySide6.QtCore import Qt

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
    dialog.settled.connect(lambda *values: dialog.events.append(("settled", *values)))
    dialog.show()
    return dialog


def test_it_opens_with_the_threshold_in_use(dialog):
    assert dialog.presets["balanced"].isChecked()
    assert dialog.strangers.text().startswith("About 1 in 5 strangers is given a name.")
    assert dialog.missed.text().startswith("25 % of your own people's pictures")


def test_a_preset_applies_at_once(dialog, qtbot):
    qtbot.mouseClick(dialog.presets["strict"], Qt.MouseButton.LeftButton)
    assert dialog.events == [("moved", 2.0), ("settled", "strict", 0.0)]
    assert dialog.strangers.text() == "None of 5 searches for strangers with your own pictures returned a name."
    assert dialog.missed.text().startswith("50 %")


def test_steps_by_keyboard_apply_at_once_and_settle_once(dialog, qtbot):
    dialog.slider.setFocus()
    with qtbot.waitSignal(dialog.settled):
        qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
        qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
        assert dialog.events == [("moved", pytest.approx(0.1)), ("moved", pytest.approx(0.2))]
        assert not any(button.isChecked() for button in dialog.presets.values())
    assert dialog.events[2:] == [("settled", "balanced", pytest.approx(0.2))]


def test_closing_settles_the_last_step(dialog, qtbot):
    dialog.slider.setFocus()
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Left)
    dialog.reject()
    assert dialog.events[1:] == [("settled", "balanced", pytest.approx(-0.1))]


def test_a_dragged_slider_settles_when_it_is_released(dialog):
    dialog.slider.setSliderDown(True)
    dialog.slider.setValue(5)
    dialog.slider.setValue(7)
    assert [name for name, *_ in dialog.events] == ["moved", "moved"]
    dialog.slider.setSliderDown(False)
    assert dialog.events[2:] == [("settled", "balanced", pytest.approx(0.7))]


def test_a_dragged_line_applies_at_once_and_settles_when_dropped(dialog):
    dialog.plot.dragged.emit(-0.5)
    dialog.plot.released.emit()
    assert dialog.events == [("moved", -0.5), ("settled", "balanced", -0.5)]


def test_an_unknown_share_of_strangers_is_said_so(qtbot):
    report = ModelReport("m", 1, 0.5, SEARCHES[:4], {}, {})
    dialog = ThresholdDialog(report, LINES, "balanced", 0.0, lambda _: StrangerRate(None))
    qtbot.addWidget(dialog)
    assert "is not known" in dialog.strangers.text()
