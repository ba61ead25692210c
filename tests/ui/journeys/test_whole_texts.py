"""No text is cut off, in any language, on a small and on an ordinary screen; what is shortened has a tool tip."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from support.screens.screen import open_screen
from support.screens.whole_texts import cut_texts
from support.screens.window_screens import NAMES, Screens
from visavis.ui.text import language
from visavis.ui.widgets import dialog, theme

#: Free for a window on a screen of 800x480 and one of 1280x800, in device-independent pixels, below a title bar.
SMALL, ORDINARY = QSize(800, 440), QSize(1280, 760)


@pytest.fixture
def screens(make, until, folders, foreign, monkeypatch, request):
    language.install(foreign, request.param)
    theme.apply(foreign, dark=False)
    monkeypatch.setattr(dialog, "available_size", lambda window: SMALL)
    yield Screens(make, until, folders)
    foreign.setStyleSheet("")


def settle():
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents()  # of what changed last


@pytest.mark.parametrize("screens", language.LANGUAGES, indirect=True)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_cut_off(screens, name):
    top = open_screen(screens, name).window()
    smallest = top.size() if isinstance(top, QDialog) else top.minimumSize()
    for size in (smallest, smallest.expandedTo(SMALL), ORDINARY):
        top.resize(size)
        settle()
        assert list(cut_texts(top)) == [], f"{top.width()}x{top.height()}"


# What counts as cut off

LONG = "A text that has no room here"


def label(text, *, wrap=False, tip=""):
    made = QLabel(text, wordWrap=wrap)
    made.setToolTip(tip)
    return made


def table(tip):
    made, model = QTableView(), QStandardItemModel(1, 1)
    header = QStandardItem(LONG)
    header.setToolTip(tip)
    model.setHorizontalHeaderItem(0, header)
    made.setModel(model)
    made.setColumnWidth(0, 40)
    made.verticalHeader().hide()
    model.setParent(made)
    return made


@pytest.mark.parametrize(
    ("make_widget", "cut"),
    [
        (lambda: label(LONG), True),
        (lambda: label(LONG, wrap=True), True),  # of several lines, of which one is seen
        (lambda: label("A te…"), True),
        (lambda: label("A te…", tip=LONG), False),
        (lambda: label("…"), False),
        (lambda: QPushButton(LONG), True),
        (lambda: QPushButton("OK"), False),
        (lambda: QLineEdit(placeholderText=LONG), True),
        (lambda: table(""), True),
        (lambda: table(LONG), False),
    ],
)
def test_what_needs_more_room_than_it_has_is_found(qtbot, make_widget, cut):
    top = QWidget()
    qtbot.addWidget(top)
    widget = make_widget()
    widget.setParent(top)
    widget.setGeometry(0, 0, 60, 200 if isinstance(widget, QTableView) else 16)
    top.show()
    settle()
    assert bool(list(cut_texts(top))) is cut
