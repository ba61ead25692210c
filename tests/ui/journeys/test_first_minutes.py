"""What a new user meets in the first minutes: nothing to look for, and nothing below the edge of a small window."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from support.screens.window_screens import Screens
from support.ui_fakes import names, scene
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.capture.session import ENOUGH_PICTURES
from visavis.ui.shell.pages import CAPTURE, PEOPLE, REVIEW, TRAIN
from visavis.ui.text import language
from visavis.ui.widgets import theme

#: A screen of 1440x900 at 150 %, one of 800x480, and the smallest window.
SIZES = [(960, 560), (800, 440), (640, 400)]


@pytest.fixture(autouse=True)
def looks(qapp):
    theme.apply(qapp, dark=False)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def is_whole_in(window, widget):
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    return (
        widget.isVisible()
        and widget.visibleRegion().boundingRect().size() == widget.size()
        and (window.rect().contains(place))
    )


def agree(window, by_key):
    if by_key:
        window.activateWindow()
        QTest.keyClick(window.welcome.button, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(window.welcome.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("by_key", [False, True])
def test_a_new_user_is_asked_for_the_first_name(make, until, by_key):
    window = make(settings=Settings()).window
    agree(window, by_key)
    until(lambda: window.panel.page == CAPTURE)
    assert window.focusWidget() is window.capture.name


def test_nobody_is_asked_for_a_name_where_people_are_enrolled(make, until, folders):
    PeopleStore(folders.people).create(PersonName("Ada"))
    program = make(settings=Settings())
    until(lambda: names(program) == ["Ada"])
    agree(program.window, by_key=False)
    done = []
    program.disk_worker.run_after(lambda: done.append(True))
    until(lambda: bool(done))
    assert program.window.panel.page == PEOPLE


@pytest.mark.parametrize("size", SIZES)
def test_the_first_page_shows_its_title_and_its_button_at_once(make, size, qtbot):
    window = make(settings=Settings()).window
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    title = next(label for label in window.welcome.findChildren(QLabel) if label.text() == "Welcome to Visavis")
    assert is_whole_in(window, title)
    assert is_whole_in(window, window.welcome.button)


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("screen", ["capture", "capturing", "looking_through", "captured", "face_changed"])
def test_the_buttons_of_a_capture_are_in_view_without_scrolling(screens, until, size, screen):
    window = getattr(screens, screen)()
    window.resize(*size)
    until(lambda: (window.width(), window.height()) == size)
    window.show_page(CAPTURE)
    buttons = [button for button in (window.capture.main, window.capture.other) if button.isVisible()]
    assert buttons
    until(lambda: all(is_whole_in(window, button) for button in buttons))


def test_the_end_of_a_capture_is_offered_once_there_are_enough_pictures(screens, until):
    program = screens._capturing()
    capture, panel = program.capture, program.window.capture
    assert panel.main.property("kind") == "large"
    assert not panel.hint.isVisible()
    until(lambda: capture.session.taken >= ENOUGH_PICTURES and capture.phase is CapturePhase.RUNNING)
    until(lambda: panel.main.property("kind") == "primary")
    assert panel.hint.text().startswith("These are enough")


def test_the_advice_after_a_training_follows_the_people(screens, until, folders):
    window = screens.trained()
    window.show_page(TRAIN)
    before = window.training.next.text
    people = PeopleStore(folders.people)
    cem = people.create(PersonName("Cem"))
    people.add(cem, scene())
    window.activated.emit()
    until(lambda: window.training.next.text != before)
    assert window.training.next.text == "New since this training: Cem. Train again to learn them."
    people.delete(cem)
    window.activated.emit()
    until(lambda: window.training.next.text == before)


@pytest.mark.parametrize("by_key", [False, True])
def test_details_are_unfolded_by_a_button_with_an_arrow(screens, by_key):
    window = screens.trained()
    window.show_page(TRAIN)
    more = window.training.more
    folded = more.icon().pixmap(14, 14).toImage()
    if by_key:
        more.setFocus()
        QTest.keyClick(more, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert window.training.measured.isVisible()
    assert more.icon().pixmap(14, 14).toImage() != folded


@pytest.mark.parametrize("language_code", language.LANGUAGES)
def test_the_number_of_questions_cuts_no_tab(foreign, screens, language_code):
    language.install(foreign, language_code)
    window = screens.live()
    window.panel.mark(REVIEW, "99")
    QApplication.processEvents()
    tabs = [button for button in window.panel.findChildren(QToolButton) if button.property("kind") == "tab"]
    assert len(tabs) == 4
    assert all(tab.width() >= tab.minimumSizeHint().width() for tab in tabs)
    assert sum(tab.width() for tab in tabs) <= window.panel.width()


def test_the_statements_lie_on_the_ground_of_their_card(make):
    window = make(settings=Settings()).window
    image = window.grab().toImage()
    button = window.welcome.button
    beside = button.mapTo(window, QPoint(-20, button.height() // 2))
    above = button.mapTo(window, QPoint(-20, -60))
    assert image.pixelColor(above) == image.pixelColor(beside)
