"""Finds what keeps people from using a window: with the keyboard alone, or by what a screen reader says."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QDateEdit,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)

#: What a user acts on.
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QTabBar)
#: Roles that tell a screen reader nothing.
MUTE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
#: Reached by other means: headers say what columns are, bars scroll as their view does, a tab widget is its bar.
QTS = (QScrollBar, QScrollArea, QMenu, QMenuBar, QHeaderView, QTabWidget)
NOTHING = QAbstractItemView.SelectionMode.NoSelection


def inside(top):
    """The visible widgets of a window, without those that Qt makes for its own use."""
    for widget in top.findChildren(QWidget):
        mine = widget.window() is top and widget.isVisible() and not widget.objectName().startswith("qt_")
        if mine and not isinstance(widget, QTS) and not isinstance(widget.parent(), QLineEdit | QMenuBar):
            yield widget


def controls(top):
    return [widget for widget in inside(top) if isinstance(widget, CONTROLS) and widget.isEnabled()]


def told(widget):
    """(name, role) as assistive technology has them."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name), face.role()


def described(widget):
    return f"{type(widget).__name__} {told(widget)[0]!r} {getattr(widget, 'text', str)()!r}"


def without_name(top):
    """Whatever can be acted on has a name and a role; whatever can have the focus, too."""
    for widget in inside(top):
        reachable = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if reachable or isinstance(widget, (*CONTROLS, QProgressBar)):
            name, role = told(widget)
            if not name.strip() or role in MUTE:
                yield described(widget), role.name


def items_without_name(top):
    for view in inside(top):
        if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView):
            continue
        for row in range(view.model().rowCount(view.rootIndex())):
            if not any(view.model().index(row, 0).data(role) for role in SAID):
                yield described(view), row


def walked(top):
    """What has the focus, Tab by Tab, until it comes round."""
    order = []
    while True:
        QTest.keyClick(top.focusWidget() or top, Qt.Key.Key_Tab)
        if order and top.focusWidget() is order[-1] and isinstance(order[-1], QDateEdit):
            continue  # Tab goes from the year to the month and the day first
        if top.focusWidget() in order:
            return order
        order.append(top.focusWidget())
        assert not order[-1].visibleRegion().isEmpty(), described(order[-1])
        assert len(order) < 100


def out_of_reach(top):
    """Tab reaches every control; of those that exclude each other one, and the arrows the others."""
    reached = walked(top)
    groups = [each.group() for each in reached if isinstance(each, QAbstractButton) and each.group()]
    for widget in controls(top):
        grouped = isinstance(widget, QAbstractButton) and widget.group() in groups
        view = isinstance(widget, QAbstractItemView)
        idle = view and (not widget.model().rowCount() or widget.selectionMode() is NOTHING)
        if widget not in reached and not grouped and not idle and not isinstance(widget.parent(), QTabBar | QComboBox):
            yield described(widget)
    yield from (described(each) for each in reached if not (each.isVisible() and each.isEnabled()))


def against_the_order(top):
    """Within a part of the window, Tab goes down, and along a row from where reading starts."""
    reached = walked(top)
    start = min(range(len(reached)), key=lambda number: corner(reached[number], top))
    order = reached[start:] + reached[:start]
    for first, second in pairwise(order):
        if first.parent() is second.parent() and corner(second, top) < corner(first, top):
            yield described(first), described(second)


def corner(widget, top):
    """(row, place in it): controls of a row are not all as high."""
    middle = widget.mapTo(top, widget.rect().center())
    return middle.y() // 12, middle.x()


def seen(widget, top):
    """The pixels of a widget and a little around it, of shape (height, width * 4)."""
    place = QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size()).adjusted(-3, -3, 3, 3)
    image = top.grab(place.intersected(top.rect())).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.asarray(image.constBits()).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].astype(int)


def without_visible_focus(top):
    """What has the focus looks otherwise than without it: by more than a blinking cursor.

    What is alone always has it.
    """
    reached = walked(top)
    for widget in reached if len(reached) > 1 else ():
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        focused = seen(widget, top)
        widget.clearFocus()
        changed = (np.abs(focused - seen(widget, top)) > 24).sum()
        if changed < 60:
            yield described(widget), int(changed)


def with_the_same_letter(top):
    """No two of a page are pressed by the same letter."""
    texts = [each.text() for each in inside(top) if isinstance(each, QAbstractButton)]
    bars = [each for each in inside(top) if isinstance(each, QTabBar)]
    letters = mnemonics([*texts, *(bar.tabText(number) for bar in bars for number in range(bar.count()))])
    yield from {letter for letter in letters if letters.count(letter) > 1}


def mnemonics(texts):
    return [QKeySequence.mnemonic(text).toString() for text in texts if not QKeySequence.mnemonic(text).isEmpty()]


def larger_than_a_laptop(top):
    """A screen of 1366x768 has 1280x720 beside the desktop's own bars and the window's frame."""
    for size in (top.size(), top.minimumSizeHint(), top.minimumSize()):
        limit = (1280, 720) if isinstance(top, QDialog) else (1280, 800)
        if size.width() > limit[0] or size.height() > limit[1]:
            yield size.toTuple()


CHECKS = (
    without_name,
    items_without_name,
    out_of_reach,
    against_the_order,
    without_visible_focus,
    with_the_same_letter,
    larger_than_a_laptop,
)
