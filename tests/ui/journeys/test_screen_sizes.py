"""Every page and dialog fits a small and an ordinary screen, and every control on it is reached.

A screen of 1920x1200 at 200 % has 960x600 device-independent pixels, one of 1280x800 at 150 % has 853x533.
"""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from support.ui_fakes import FakeSource
from support.ui_screens import NAMES, Screens
from visavis.ui.review.face_card import FaceCard
from visavis.ui.widgets import dialog, theme

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)
#: Height of a desktop's title bar, in device-independent pixels.
TITLE_BAR = 40
#: Free for windows, in device-independent pixels.
SIZES = [(800, 480), (1280, 800)]
#: What of a list has to be visible, in pixels: the rest scrolls.
ROW = 40


@pytest.fixture(autouse=True)
def looks(qapp):
    theme.apply(qapp, dark=False)
    yield
    qapp.setStyleSheet("")


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def room(request, monkeypatch):
    """The largest window on that screen."""
    width, height = request.param
    free = QSize(width, height - TITLE_BAR)
    monkeypatch.setattr(dialog, "available_size", lambda window: free)
    return free


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def settle():
    for _ in range(5):
        QApplication.processEvents()


def scroll_to(widget):
    """Scroll as the wheel does; the focus alone scrolls only when it moves."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def out_of_reach(top, part):
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
        scroll_to(widget)
        settle()
        seen, needed = widget.visibleRegion().boundingRect().size(), widget.size()
        if isinstance(widget, QAbstractItemView):
            needed = needed.boundedTo(QSize(ROW, ROW))
        if seen.width() < needed.width() - 1 or seen.height() < needed.height() - 1:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            yield f"{type(widget).__name__} {name!r}: {seen} of {needed}"


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_reached(screens, room, name):
    shown = getattr(screens, name)()
    top = shown.window()
    if not isinstance(top, QDialog):
        top.resize(top.size().boundedTo(room).expandedTo(QSize(800, 440).boundedTo(room)))
    settle()
    assert top.width() <= room.width()
    assert top.height() <= room.height()
    part = shown if isinstance(shown, FaceCard) else top  # a card covers some of the page as long as it is open
    assert list(out_of_reach(top, part)) == []


@pytest.mark.parametrize("cameras", [1, 2])
def test_at_the_smallest_size_nothing_lies_beyond_the_edge(screens, until, cameras):
    window = screens.program(open_source=lambda text: FakeSource(name=text)).window
    if cameras == 2:
        window.chooser.added.emit("desk")
        until(lambda: window.pictures.panes[1].video.frame is not None)
    window.actions_.hud.trigger()
    for pane in window.pictures.panes:
        pane.show_toolbar()
    window.resize(window.minimumSize())
    until(lambda: window.size() == window.minimumSize())
    settle()
    parts = [window.pictures, window.panel, window.statusBar(), window.bar, window.banner]
    for part in filter(QWidget.isVisible, parts):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert corner.x() < window.width(), part
        assert corner.y() < window.height(), part
