"""Finds texts that are cut off: what needs more room than it has, or is shortened without a tool tip."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from visavis.ui.review.candidate_button import CandidateButton
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import ElidingButton
from visavis.ui.widgets.tab_panel import PADDING

#: Width of a line edit beyond its text, in device-independent pixels: padding, border and what Qt keeps free.
_EDIT = 26
#: The same of a drop-down, with its arrow.
_COMBO = 30
#: The same of a cell and of a section of a header: padding and border.
_CELL = 8
#: The same of a tab.
_TAB = 20
#: A text that was shortened. "Train …" has a space, and Chinese has none before an ellipsis.
_SHORTENED = re.compile(r"[^\s…\u2e80-\uffef]…$")


def cut_texts(top):
    """Describe every visible widget, header or cell of a window whose text is cut off."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top or widget.objectName().startswith("qt_"):
            continue
        for text, needed, tip in _texts(widget):
            has_room = widget.width() >= needed.width() - 1 and widget.height() >= needed.height() - 1
            if not has_room or (_SHORTENED.search(text) and not tip):
                yield f"{type(widget).__name__} {text!r}: {widget.size().toTuple()} of {needed.toTuple()}"
        if isinstance(widget, QTabBar):
            yield from _cut_tabs(widget)
        elif isinstance(widget, QHeaderView):
            yield from _cut_sections(widget)
        elif isinstance(widget, QTableView):
            yield from _cut_cells(widget)
        elif isinstance(widget, QAbstractItemView):
            yield from _hidden_items(widget)
        elif isinstance(widget, QScrollArea):
            yield from _cut_page(widget)


def _texts(widget):
    """The text of a widget, the size that it needs, and its tool tip."""
    tip = widget.toolTip()
    if isinstance(widget, ElidingButton | CandidateButton):
        whole = widget.whole if isinstance(widget, ElidingButton) else widget.name
        if whole.replace("&", "") not in tip:
            yield whole, QSize(10_000, 0), tip
    elif isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
        height = widget.heightForWidth(widget.width())
        yield (
            widget.text(),
            QSize(widget.minimumSizeHint().width(), height) if widget.wordWrap() else widget.sizeHint(),
            tip,
        )
    elif isinstance(widget, QRadioButton | QCheckBox) and widget.text():
        yield widget.text(), widget.minimumSizeHint(), tip
    elif isinstance(widget, QAbstractButton) and widget.text() and not is_icon(widget):
        yield widget.text(), _button_size(widget), tip
    elif isinstance(widget, QComboBox):
        yield widget.currentText(), QSize(_width(widget, widget.currentText()) + _COMBO, 0), tip
    elif isinstance(widget, QLineEdit) and not isinstance(widget.parent(), QComboBox):
        yield widget.placeholderText(), QSize(_width(widget, widget.placeholderText()) + _EDIT, 0), tip


def _width(widget, text):
    return widget.fontMetrics().horizontalAdvance(text)


def is_icon(button):
    """Whether a button shows an icon alone; its text is in the tool tip."""
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and not button.icon().isNull() and button.toolButtonStyle() is style


def _button_size(button):
    """The size of the text alone: a style's own hint has room to spare."""
    text = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    margin = button.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, None, button)
    if button.property("kind") == "tab":
        margin = PADDING
        text.setWidth(QFontMetrics(theme.bold_font(button.font(), 1.0)).horizontalAdvance(button.text()))
    return QSize(text.width() + icon + 2 * margin, text.height())


def _cut_page(area):
    """What scrolls only down must be no wider than its view: its right side would be out of reach."""
    page, room = area.widget(), area.viewport().width()
    if area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff and page and page.width() > room:
        yield f"page of {type(area.parent()).__name__}: {page.width()} of {room}"


def _cut_tabs(bar):
    for index in range(bar.count()):
        text, room = bar.tabText(index), bar.tabRect(index).width()
        if room < _width(bar, text) + _TAB and text not in bar.tabToolTip(index):
            yield f"tab {text!r}: {room} of {_width(bar, text) + _TAB}"


def _cut_sections(header):
    model = header.model()
    for section in range(header.count()) if model is not None else ():
        text = str(model.headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        tip = str(model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        is_row = header.orientation() is Qt.Orientation.Horizontal
        room = header.sectionSize(section) if is_row else header.width()
        needed = max(_width(header, line) for line in text.split("\n")) + _CELL
        if not header.isSectionHidden(section) and room < needed and text not in tip:
            yield f"header {text!r}: {room} of {needed}"


def _cut_cells(table):
    model = table.model()
    for row in range(model.rowCount() if model is not None else 0):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            room = sum(table.columnWidth(column + more) for more in range(table.columnSpan(row, column)))
            if not table.isColumnHidden(column) and room < _width(table, text) + _CELL and not tip:
                yield f"cell {text!r}: {room} of {_width(table, text) + _CELL}"


def _hidden_items(view):
    """Items of lists are painted by delegates, which shorten them: each has to have a tool tip."""
    model = view.model()
    for row in range(model.rowCount() if model is not None else 0):
        index = model.index(row, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if text and text.split("\n", maxsplit=1)[0] not in tip and view.visualRect(index).width() < _width(view, text):
            yield f"item {text!r} of {type(view).__name__}"
