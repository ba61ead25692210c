"""The line and its consequences: dragged, by keyboard, and by preset."""

import pytest
from PySide6.QtCore import Qt

from support.fakes import searched
from visavis.ui.models.report import ModelReport
from visavis.ui.models.threshold_dialog import ThresholdDialog

LINES = {"relaxed": -1.0, "balanced": 0.0, "strict": 2.0}
SEARCHES = (
    *(searched("Ada", "Ada", "Ada", score) for score in (0.3, 0.6, 0.9, 0.95)),
    *(searched(None, None, "Ada", score) for score in (0.02, 0.1, 0.2, 0.4, 0.6)),
)
FOUND = ModelReport("m", 2, 0.5, SEARCHES, {}, {})


@pytest.fixture
def dialog(qtbot):
    dialog = ThresholdDialog(FOUND, LINES, "balanced", 0.0)
    qtbot.addWidget(dialog)
    dialog.told = []
    dialog.moved.connect(lambda *values: dialog.told.append(("moved", *values)))
    dialog.settled.connect(lambda *values: dialog.told.append(("settled", *values)))
    dialog.show()
    return dialog


def test_it_begins_with_what_holds(dialog):
    assert dialog.presets["balanced"].isChecked()
    assert dialog.strangers.text().startswith("About 1 in 5 strangers would be named (")
    assert dialog.missed.text().startswith("25 % of your own people's pictures")


def test_a_preset_holds_at_once(dialog, qtbot):
    qtbot.mouseClick(dialog.presets["strict"], Qt.MouseButton.LeftButton)
    assert dialog.told == [("settled", "strict", 0.0)]
    assert dialog.strangers.text() == "None of 5 strangers would be named: at most 1 in 2."
    assert dialog.missed.text().startswith("50 %")


def test_the_line_moves_by_keyboard(dialog, qtbot):
    dialog.slider.setFocus()
    qtbot.keyClick(dialog.slider, Qt.Key.Key_Right)
    assert dialog.told == [("settled", "balanced", pytest.approx(0.1))]
    assert not any(button.isChecked() for button in dialog.presets.values())


def test_while_it_is_dragged_it_holds_and_where_it_is_let_go_it_stays(dialog):
    dialog.plot.dragged.emit(-0.5)
    dialog.plot.released.emit(-0.5)
    assert dialog.told == [("moved", "balanced", -0.5), ("settled", "balanced", -0.5)]


def test_without_strangers_it_says_so(qtbot):
    dialog = ThresholdDialog(ModelReport("m", 1, 0.5, SEARCHES[:4], {}, {}), LINES, "balanced", 0.0)
    qtbot.addWidget(dialog)
    assert "is not known" in dialog.strangers.text()
