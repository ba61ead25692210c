"""The toast: what was done is said without moving anything, can be undone with one click or key, and leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from support.screens.window_screens import Screens
from visavis.ui.picture.toast import Toast
from visavis.ui.shell.pages import PEOPLE


@pytest.fixture
def window(make, until, folders):
    window = Screens(make, until, folders).live()
    window.activateWindow()
    until(window.isActiveWindow)
    return window


def delete_ada(window, until):
    window.show_page(PEOPLE)
    window.people.select("Ada")
    window.people.list.setFocus()
    QTest.keyClick(window.people.list, Qt.Key.Key_Delete)
    until(lambda: window.toast.text == "Ada was deleted.")


def names(window):
    return [row.name for row in window.people.model.rows]


def test_an_edit_is_said_and_the_picture_stays_where_it_is(window, until):
    before = window.video.geometry(), window.video.mapToGlobal(window.video.rect().topLeft())
    delete_ada(window, until)
    assert (window.video.geometry(), window.video.mapToGlobal(window.video.rect().topLeft())) == before
    assert window.banner.isHidden()


def test_an_edit_is_undone_by_mouse(window, until):
    delete_ada(window, until)
    until(lambda: names(window) == ["Bob"])
    QTest.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    until(lambda: window.toast.text == "Undone: Ada was deleted.")
    until(lambda: names(window) == ["Ada", "Bob"])
    assert window.toast.button.isHidden()


@pytest.mark.parametrize("key", ["button", "shortcut"])
def test_an_edit_is_undone_by_keyboard(window, until, key):
    delete_ada(window, until)
    if key == "button":
        window.toast.button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(window.toast.button, Qt.Key.Key_Space)
    else:
        QTest.keyClick(window.people.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: names(window) == ["Ada", "Bob"])


def test_the_focus_goes_to_the_page_when_the_toast_leaves(window, until):
    delete_ada(window, until)
    window.toast.button.setFocus()
    QTest.keyClick(window.toast.button, Qt.Key.Key_Space)
    until(window.toast.button.isHidden)
    assert window.focusWidget() is window.video


def test_what_cannot_be_undone_any_more_is_not_offered(window, until):
    delete_ada(window, until)
    until(lambda: names(window) == ["Bob"])
    window.people.select("Bob")
    window.actions_.forget.trigger()
    next(child for child in window.children() if child.objectName() == "question").accept()
    until(lambda: not window.toast.text)


def test_it_lies_inside_the_page_and_leaves_what_is_below_free(window, until):
    window.actions_.library.trigger()
    window.library.select("Ada")
    window.actions_.delete.trigger()
    until(lambda: window.toast.text == "Ada was deleted.")
    place = window.toast.geometry()
    assert window.pages.geometry().contains(place)
    foot = window.library.foot.mapTo(window.centralWidget(), window.library.foot.rect().topLeft())
    assert place.bottom() < foot.y()
    window.resize(820, 520)
    until(lambda: window.pages.geometry().contains(window.toast.geometry()))


@pytest.fixture
def quick(qtbot):
    """A toast over an empty page that stays for 20 ms."""
    host, page = QWidget(), QWidget()
    QVBoxLayout(host).addWidget(page)
    qtbot.addWidget(host)
    host.resize(400, 300)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    toast = Toast(page, page.geometry, host, stay_ms=20)
    toast.host = host  # or it is collected
    return toast


def test_it_leaves_by_itself(quick, until):
    quick.say("Done.")
    assert quick.text == "Done."
    until(lambda: not quick.text)


def test_it_stays_while_its_button_has_the_focus(quick, until, qtbot):
    pressed = []
    quick.offer("Done.", "Undo", lambda: pressed.append(True))
    quick.button.setFocus()
    rounds = []
    quick._timer.timeout.connect(lambda: rounds.append(True))
    until(lambda: len(rounds) >= 3)
    assert quick.text == "Done."
    QTest.keyClick(quick.button, Qt.Key.Key_Space)
    assert pressed == [True]
    assert not quick.text


@pytest.mark.parametrize("text", ["Short.", "A long sentence about what was done. " * 8])
def test_the_whole_text_has_room(quick, text):
    quick.offer(text, "Undo", lambda: None)
    label = quick._label
    assert label.height() >= label.heightForWidth(label.width())
    assert quick.parentWidget().rect().contains(quick.geometry())


def test_it_moves_when_buttons_come_below_it(make, until, folders):
    """A selection brings a row of buttons, and a pause the toolbar: the toast covers neither."""
    window = Screens(make, until, folders).library()
    window.resize(800, 480)
    window.library.grid.clearSelection()
    window.toast.say("Ada was deleted.")
    window.library.select("Ada")

    def is_free(part):
        place = part.mapTo(window.toast.parentWidget(), part.rect().topLeft())
        return part.isVisible() and not window.toast.geometry().intersects(part.rect().translated(place))

    until(lambda: is_free(window.library.foot))
    window.show_live()
    window.actions_.pause.trigger()
    until(lambda: is_free(window.pane.toolbar))
    assert window.toast.isVisible()
