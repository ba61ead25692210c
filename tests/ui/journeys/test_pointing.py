"""What the wheel and a drop do: nothing that the user did not ask for."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QDateTimeEdit, QScrollBar

from support.screens.window_screens import NAMES, Screens
from visavis.ui.widgets.controls import ComboBox, Slider


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def turn_wheel(widget, steps=-1):
    middle = QPointF(widget.rect().center())
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * steps),
        buttons,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def adjustable(top):
    """What the wheel could change: not what only scrolls, and not what is disabled, which it passes through."""
    for kind in (QAbstractSlider, QComboBox, QAbstractSpinBox):
        found = (widget for widget in top.findChildren(kind) if not isinstance(widget, QScrollBar))
        yield from (widget for widget in found if widget.isEnabled())


def value(widget):
    if isinstance(widget, QDateTimeEdit):
        return widget.dateTime()
    return widget.currentIndex() if isinstance(widget, QComboBox) else widget.value()


@pytest.mark.parametrize("name", NAMES)
def test_the_wheel_changes_nothing_without_the_focus(screens, name):
    top = getattr(screens, name)().window()
    for widget in adjustable(top):
        widget.clearFocus()
        before = value(widget)
        for steps in (-1, 1):
            assert not turn_wheel(widget, steps)  # so that it reaches the page, which scrolls
        assert value(widget) == before
        assert not widget.hasFocus()


def test_the_wheel_changes_what_has_the_focus(qtbot):
    box, slider = ComboBox(), Slider(Qt.Orientation.Horizontal)
    box.addItems(["a", "b", "c"])
    for widget in (box, slider):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        before = value(widget)
        turn_wheel(widget, -1 if widget is box else 1)
        assert value(widget) != before


@pytest.mark.parametrize("proposed", [Qt.DropAction.MoveAction, Qt.DropAction.CopyAction, Qt.DropAction.LinkAction])
def test_a_drop_is_a_copy(screens, tmp_path, proposed):
    """A file manager deletes what was moved."""
    window = screens.live()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    any_action = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
    event = QDropEvent(QPointF(9, 9), any_action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(proposed)
    window.dropEvent(event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
