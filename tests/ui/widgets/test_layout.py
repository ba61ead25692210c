"""Areas scroll to what gets the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visavis.ui.widgets.layout import ScrollArea


@pytest.fixture
def area(qtbot):
    """An area of 100 pixels with children that take the focus, of these heights; the children.

    They are plain widgets: a style sheet that another test left would give buttons other heights.
    """

    def build(*heights):
        page = QWidget()
        layout = QVBoxLayout(page)
        children = [QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus) for _ in heights]
        for child, height in zip(children, heights, strict=True):
            child.setFixedHeight(height)
            layout.addWidget(child)
        area = ScrollArea(page)
        area.resize(200, 100)
        qtbot.addWidget(area)
        area.show()
        qtbot.waitExposed(area)
        area.activateWindow()
        qtbot.waitUntil(lambda: area.isActiveWindow() and area.verticalScrollBar().maximum() > 0)
        return area, children

    return build


def test_it_scrolls_to_a_child_that_gets_the_focus(area, qtbot):
    shown, [_, last] = area(300, 40)
    last.setFocus()
    qtbot.waitUntil(lambda: shown.verticalScrollBar().value() > 0)
    assert not last.visibleRegion().isEmpty()


def test_a_child_that_is_larger_stays_where_it_is(area, qtbot):
    shown, [first, _] = area(300, 40)
    shown.verticalScrollBar().setValue(0)
    first.clearFocus()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert shown.verticalScrollBar().value() == 0
