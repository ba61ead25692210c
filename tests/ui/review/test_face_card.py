"""The card of a face lies beside it and blocks nothing: the picture goes on, and everything else can be used."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from support.screens.face_cards import cards_on, open_card
from support.screens.whole_texts import cut_texts
from support.screens.window_screens import LEFT, RIGHT, Screens, scene
from support.ui_fakes import FakeSource
from visavis.people.store import PeopleStore
from visavis.ui.shell.pages import CAPTURE


@pytest.fixture
def program(make, until, folders):
    program = Screens(make, until, folders).program(source=FakeSource([scene(seed) for seed in range(20)]))
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    until(lambda: len(program.window.video.marks) == 2 and program.window.video.analysis is not None)
    return program


def on_page(window, box):
    place = window.video.fit().to_view(box)
    corner = window.video.mapTo(window.live, QPoint(round(place.left), round(place.top)))
    return QRect(corner, QSize(round(place.width), round(place.height)))


def choose(window, key, until):
    return open_card(window, until, lambda: QTest.keyClick(window.video, key))


def click(window, box):
    place = window.video.fit().to_view(box)
    at = QPoint(round(place.left + place.width / 2), round(place.top + place.height / 2))
    QTest.mouseClick(window.video, Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("size", [(1280, 800), (1000, 620)])
@pytest.mark.parametrize(("key", "box"), [(Qt.Key.Key_1, LEFT), (Qt.Key.Key_2, RIGHT)])
def test_the_face_can_be_seen(program, until, size, key, box):
    window = program.window
    window.resize(*size)
    until(lambda: (window.width(), window.height()) == size)
    card = choose(window, key, until)
    assert window.live.rect().contains(card.geometry())
    assert not card.geometry().intersects(on_page(window, box))
    card.ask_why.click()
    until(lambda: "Most of it" in card.grounds.accessibleDescription() or card.grounds.nearest.count() > 0)
    assert window.live.rect().contains(card.geometry())


@pytest.mark.parametrize("room", [200, 330])
def test_its_right_side_is_not_cut_off_where_the_face_leaves_little_room(program, until, room):
    window = program.window
    card = choose(window, Qt.Key.Key_1, until)
    card.ask_why.click()
    until(lambda: bool(card.grounds.legend.text()))
    card.open(lambda: QRect(0, 0, window.live.width() - room, window.live.height()))
    assert [cut for cut in cut_texts(window) if "page of FaceCard" in cut] == []


def test_the_picture_goes_on_and_everything_else_can_be_used(program, until):
    window = program.window
    card = open_card(window, until, lambda: click(window, LEFT))
    assert not card.isModal()
    before = window.video.frame.index
    until(lambda: window.video.frame.index > before + 3)
    window.actions_.capture.trigger()
    assert window.panel.page == CAPTURE
    QTest.keyClicks(window.capture.name, "Cem")
    assert window.capture.name.text() == "Cem"
    assert card.isVisible()


def test_another_face_takes_the_place_of_the_card(program, until):
    window = program.window
    first = choose(window, Qt.Key.Key_1, until)
    window.video.setFocus()

    def is_replaced():
        if cards_on(window) == [first]:
            QTest.keyClick(window.video, Qt.Key.Key_2)
        return len(cards_on(window)) == 1 and cards_on(window) != [first]

    until(is_replaced)


@pytest.mark.parametrize("how", ["escape", "button"])
def test_it_is_closed_without_an_answer_and_the_focus_goes_to_the_picture(program, until, how):
    window = program.window
    card = choose(window, Qt.Key.Key_1, until)
    assert window.focusWidget() is card.name
    if how == "escape":
        QTest.keyClick(card.name, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert not cards_on(window)
    assert window.focusWidget() is window.video


def test_it_closes_with_the_source(program, until):
    window = program.window
    choose(window, Qt.Key.Key_1, until)
    program.live.chosen.reopen()
    assert not cards_on(window)


def test_return_saves_the_name_and_nothing_without_one(program, until, folders):
    window = program.window
    card = choose(window, Qt.Key.Key_2, until)
    card.name.clear()
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert cards_on(window) == [card]
    QTest.keyClicks(card.name, "Bob")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    store = PeopleStore(folders.people)
    until(lambda: len(store.samples(store.find("Bob"))) == 4)
    assert not cards_on(window)


def test_the_button_says_whether_it_confirms_or_corrects(program, until):
    card = choose(program.window, Qt.Key.Key_1, until)
    assert card.name.text() == "Ada"
    assert card.save.text() == "That is right"
    QTest.keyClicks(card.name, "m")
    assert card.save.text() == "Save"


def test_it_stays_beside_the_face_when_the_window_is_resized(program, until):
    window = program.window
    window.resize(1280, 800)
    card = choose(window, Qt.Key.Key_1, until)
    window.resize(1100, 700)
    until(lambda: window.live.rect().contains(card.geometry()))
    assert not card.geometry().intersects(on_page(window, LEFT))
