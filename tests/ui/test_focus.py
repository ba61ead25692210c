"""Keys mean one thing at a time, work wherever the focus is, and a widget that goes hands the focus to a neighbor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget

from support.screens.window_screens import NAMES, Screens
from visavis.ui.focus import FocusKeeper
from visavis.ui.shell.pages import CAPTURE, PEOPLE
from visavis.ui.window import Window


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def heard_keys(window, focused):
    """The keys that are heard now while a widget has the focus: of actions, and of shortcuts of what is shown."""
    for action in window.actions():
        if action.isEnabled() and action.shortcutContext() is Qt.ShortcutContext.WindowShortcut:
            yield from (key.toString() for key in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        part = shortcut.parent()
        if not shortcut.isEnabled() or not part.isVisible() or part.window() is not window:
            continue
        if shortcut.context() is Qt.ShortcutContext.WindowShortcut or part is focused or part.isAncestorOf(focused):
            yield shortcut.key().toString()


def ambiguous_keys(window):
    """The keys that do nothing while a widget has the focus, because they mean two things, and that widget."""
    for focused in window.findChildren(QWidget):
        if focused.isVisible() and focused.window() is window and focused.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            keys = [key for key in heard_keys(window, focused) if key]
            yield from ((key, focused) for key in set(keys) if keys.count(key) > 1)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_means_two_things(screens, name):
    assert list(ambiguous_keys(getattr(screens, name)().window())) == []


@pytest.mark.parametrize("name", ["live", "library", "history", "reviewer"])
@pytest.mark.parametrize("event", ["question", "panel"])
def test_no_key_means_two_things_after_what_happens_meanwhile(screens, name, event):
    """The live picture goes on behind the other pages: questions come up, and the panel is closed and opened."""
    window = getattr(screens, name)().window()
    questions = (window.review.question,) if window.review.question is not None else ()
    if event == "question":
        window.show_questions(questions, has_answered=False)
    else:
        window.actions_.panel.toggle()
    assert list(ambiguous_keys(window)) == []


@pytest.mark.parametrize("place", ["video", "review", "panel"])
def test_in_the_review_space_skips_wherever_the_focus_is(screens, until, place):
    window = screens.review()
    asked = window.review.question
    assert asked is not None
    {"video": window.video, "review": window.review, "panel": window.panel}[place].setFocus()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Space)
    until(lambda: window.review.question is not asked)
    assert not window.actions_.pause.isChecked()


def test_outside_the_review_space_pauses(screens, until):
    window = screens.review()
    window.show_page(PEOPLE)
    window.video.setFocus()
    QTest.keyClick(window.video, Qt.Key.Key_Space)
    until(window.actions_.pause.isChecked)


def test_a_digit_chooses_a_face_wherever_the_focus_is(screens, until):
    window = screens.live()
    chosen = []
    window.video.chosen.connect(lambda analysis, answer: chosen.append(answer))
    window.people.list.setFocus()
    QTest.keyClick(window.people.list, Qt.Key.Key_2)
    until(lambda: len(chosen) == 1)


def test_a_digit_in_a_text_is_a_text(screens):
    window = screens.live()
    chosen = []
    window.video.chosen.connect(lambda analysis, answer: chosen.append(answer))
    window.show_page(CAPTURE)
    window.capture.name.setFocus()
    QTest.keyClicks(window.capture.name, "R2 D2")
    assert window.capture.name.text().endswith("R2 D2")
    assert not window.actions_.pause.isChecked()
    assert chosen == []


def test_return_presses_the_focused_button(screens):
    window = screens.live()
    button = window.people.all
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]


def test_a_focused_card_that_goes_hands_the_focus_to_the_picture(screens, until):
    window = screens.live()
    window.next_step.offer("A sentence", "Do it", lambda: None)
    window.next_step.button.setFocus()
    until(window.next_step.button.hasFocus)
    window.next_step.hide()
    assert window.focusWidget() is window.video


@pytest.mark.parametrize("going", ["hide", "disable"])
def test_a_focused_button_that_goes_hands_the_focus_to_the_next_one(qtbot, going):
    window, part = QWidget(), QWidget()
    outer, inner = QVBoxLayout(window), QVBoxLayout(part)
    tab = QPushButton("tab")
    buttons = [QPushButton(str(number)) for number in range(3)]
    outer.addWidget(tab)
    outer.addWidget(part)
    for button in buttons:
        inner.addWidget(button)
    FocusKeeper(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    buttons[2].setFocus()
    qtbot.waitUntil(buttons[2].hasFocus)
    buttons[2].hide() if going == "hide" else buttons[2].setEnabled(False)
    assert window.focusWidget() is buttons[0]


@pytest.mark.parametrize("name", ["review", "capturing", "looking_through", "captured", "trained"])
def test_no_hidden_button_leaves_the_focus_on_a_tab(screens, name):
    window = getattr(screens, name)().window()
    assert isinstance(window, Window)
    page = window.panel
    for button in page.findChildren(QAbstractButton):
        if not button.isVisible() or button.property("kind") == "tab":
            continue
        button.setFocus()
        if not button.hasFocus():
            continue
        button.hide()
        focused = window.focusWidget()
        assert focused is None or focused.property("kind") != "tab", button.text()
        button.show()


@pytest.fixture
def wanted_to_close(screens):
    """The window of the program on the live picture, and how often it was asked to close; it stays."""
    window = screens.library().window()
    window.show_page(PEOPLE)
    asked = []

    def may_close():
        asked.append(True)
        return False

    usual, window.may_close = window.may_close, may_close
    yield window, asked
    window.may_close = usual


def test_q_ends_the_live_window(wanted_to_close):
    window, asked = wanted_to_close
    window.video.setFocus()
    QTest.keyClick(window.video, Qt.Key.Key_Q)
    assert len(asked) == 1


def test_q_is_typed_where_text_is_edited(wanted_to_close):
    window, asked = wanted_to_close
    window.people.search.setFocus()
    QTest.keyClick(window.people.search, Qt.Key.Key_Q)
    assert (window.people.search.text(), asked) == ("q", [])


def test_q_finds_an_item_of_a_list_that_has_the_focus(wanted_to_close):
    window, asked = wanted_to_close
    window.people.list.setFocus()
    QTest.keyClick(window.people.list, Qt.Key.Key_Q)
    assert asked == []


def test_on_other_pages_q_means_nothing(wanted_to_close):
    window, asked = wanted_to_close
    window.show_library()
    window.library.setFocus()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Q)
    assert asked == []
