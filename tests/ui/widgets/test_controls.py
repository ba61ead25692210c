"""The list of a combo box shows all its rows, with the focus and without."""

import pytest
from PySide6.QtWidgets import QWidget

from visavis.ui.widgets import theme
from visavis.ui.widgets.controls import ComboBox


@pytest.fixture(autouse=True)
def looks(qapp):
    theme.apply(qapp, dark=False)
    yield
    qapp.setStyleSheet("")


@pytest.mark.parametrize("focused", [True, False])
@pytest.mark.parametrize("rows", [2, 3, 8])
def test_a_short_list_does_not_scroll(qtbot, until, rows, focused):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    box, other = ComboBox(window), ComboBox(window)
    other.move(0, 80)
    box.addItems([f"Row {number}" for number in range(rows)])
    window.show()
    window.activateWindow()
    (box if focused else other).setFocus()
    until(lambda: box.hasFocus() is focused)
    box.showPopup()
    view = box.view()
    until(lambda: view.isVisible() and view.verticalScrollBar().maximum() == 0)
    box.hidePopup()
