"""Finds controls of a window that cannot be seen whole, however it is scrolled."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)
#: What of a list has to be visible, in pixels: the rest scrolls.
ROW = 40


def settle():
    """Let layouts settle."""
    for _ in range(5):
        QApplication.processEvents()


def _scroll_to(widget):
    """Scroll as the wheel does; the focus alone scrolls only when it moves."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def out_of_reach(top, part):
    """Describe the controls of a part of a window that cannot be seen."""
    for widget in part.findChildren(QWidget):
        mine = widget.window() is top and widget.isVisible() and not widget.objectName().startswith("qt_")
        if (
            not mine
            or not isinstance(widget, CONTROLS)
            or isinstance(widget, QScrollBar)
            or isinstance(widget.parent(), QLineEdit | QMenuBar | QComboBox)
        ):
            continue
        widget.setFocus()
        _scroll_to(widget)
        settle()
        seen, needed = widget.visibleRegion().boundingRect().size(), widget.size()
        if isinstance(widget, QAbstractItemView):
            needed = needed.boundedTo(QSize(ROW, ROW))
        if seen.width() < needed.width() - 1 or seen.height() < needed.height() - 1:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            yield f"{type(widget).__name__} {name!r}: {seen} of {needed}"
