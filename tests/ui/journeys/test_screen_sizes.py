"""Every page and dialog fits a small and an ordinary screen, and every control on it is reached.

A screen of 1920x1200 at 200 % has 960x600 device-independent pixels, one of 1280x800 at 150 % has 853x533.
"""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QDialog, QSizePolicy, QWidget

from support.screens.reach import out_of_reach, settle
from support.screens.screen import open_screen
from support.screens.window_screens import NAMES, Screens
from support.ui_fakes import FakeSource, scene
from visavis.people.store import PeopleStore
from visavis.recognition.duplicate_enrollment import DuplicateEnrollment
from visavis.ui.review.face_card import FaceCard
from visavis.ui.widgets import dialog, theme
from visavis.ui.widgets.layout import ScrollArea

#: Height of a desktop's title bar, in device-independent pixels.
TITLE_BAR = 40
#: Free for windows, in device-independent pixels.
SIZES = [(800, 480), (1280, 800)]
#: The largest windows on a screen of 1920x1200 at 200 %, and on the smallest one.
LAPTOP, SMALLEST = QSize(960, 600 - TITLE_BAR), QSize(800, 480 - TITLE_BAR)
#: The screens of the page on which people are captured.
CAPTURES = ("capture", "capturing", "looking_through", "outliers", "captured")


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


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_reached(screens, room, name):
    shown = open_screen(screens, name)
    top = shown.window()
    if not isinstance(top, QDialog):
        top.resize(top.size().boundedTo(room).expandedTo(QSize(800, 440).boundedTo(room)))
    settle()
    assert top.width() <= room.width()
    assert top.height() <= room.height()
    part = shown if isinstance(shown, FaceCard) else top  # a card covers some of the page as long as it is open
    assert list(out_of_reach(top, part)) == []


def scrolled(top):
    """The parts beside which a bar is shown."""
    for area in top.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.verticalScrollBar().isVisible():
            yield area


@pytest.mark.parametrize("size", [LAPTOP, SMALLEST], ids=["laptop", "smallest"])
@pytest.mark.parametrize("name", [*CAPTURES, "review", "library", "person", "history", "reviewer", "trained"])
def test_what_scrolls_lies_in_nothing_else_that_scrolls(screens, name, size):
    """Of two bars beside each other, nobody knows which one to use."""
    window = open_screen(screens, name).window()
    window.resize(size)
    if name in CAPTURES:
        window.capture.strip.show_pictures([scene() for _ in range(15)], set())
    if name == "person":
        page = window.library.person
        page.model.show_items(list(page.details.items) * 8)
    settle()
    assert nested(scrolled(window)) == []


@pytest.mark.parametrize("size", [LAPTOP, SMALLEST], ids=["laptop", "smallest"])
def test_a_question_above_the_people_scrolls_with_them(make, until, folders, size):
    """Once it is answered, the list scrolls by itself again."""
    screens, store = Screens(make, until, folders, names=tuple("ABCDEFGH")), PeopleStore(folders.people)
    window = screens.program(search_duplicates=lambda: [DuplicateEnrollment(*store.people()[:2], 0.9)]).window
    people = window.people
    until(lambda: bool(people.same_person.text))
    window.resize(size)
    settle()
    assert len({least_height(people.list, turn) for turn in range(20)}) == 1
    parts = list(scrolled(window.panel))
    assert [isinstance(part, ScrollArea) for part in parts] == [True]
    parts[0].ensureWidgetVisible(people.new)
    assert not people.new.visibleRegion().isEmpty()
    people.same_person.close_button.click()
    until(lambda: not people.same_person.text)
    settle()
    assert list(scrolled(window.panel)) == [people.list]


def least_height(view, _turn):
    """What a list asks for, after one more turn of the event loop."""
    QApplication.processEvents()
    return view.minimumHeight()


def nested(parts):
    """Those that lie in one another."""
    parts = list(parts)
    return [(outer, inner) for outer in parts for inner in parts if inner in outer.findChildren(QWidget)]


def test_lists_of_pages_that_scroll_ask_for_their_least_height_only(screens):
    """A page scrolls for what its list asks for, and a list that is longer than that scrolls in it."""
    views = screens.live().findChildren(QAbstractItemView)
    inside = [view for view in views if 0 < view.minimumHeight() < view.maximumHeight() and lies_on_a_page(view)]
    assert len(inside) >= 2
    greedy = [view for view in inside if view.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Ignored]
    assert greedy == []


def lies_on_a_page(view):
    part = view.parentWidget()
    while part is not None and not isinstance(part, ScrollArea):
        part = part.parentWidget()
    return part is not None


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
