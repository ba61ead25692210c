"""On the page of people: somebody new, pictures of two people split, and deleting kept apart from forgetting."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from support.screens.window_screens import Screens
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.ui.shell.pages import CAPTURE


@pytest.fixture
def screens(make, until, folders):
    return Screens(make, until, folders)


def press(button, by):
    if by == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)


def question_of(window, until):
    def found():
        return [child for child in window.children() if child.objectName() == "question" and child.isVisible()]

    until(lambda: len(found()) == 1)
    return found()[0]


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_somebody_new_is_begun_from_the_page_of_people(screens, until, by):
    window = screens.library()
    window.activateWindow()
    until(window.isActiveWindow)
    press(window.library.new, by)
    assert not window.in_library
    assert window.panel.page == CAPTURE
    until(window.capture.name.hasFocus)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_pictures_of_two_people_are_split(make, until, folders, by):
    store = PeopleStore(folders.people)
    ada = store.create(PersonName("Ada"))
    for shade in (10, 20, 30, 240, 250):
        store.add(ada, np.full((60, 60, 3), shade, np.uint8))

    def look(image):
        vector = np.zeros(128, np.float32)
        vector[int(image.mean() > 100)] = 1
        return EmbeddedSample(vector, True)

    EmbeddingCache(folders.embeddings, "v1", look).load(ada.slug, store.samples(ada))
    window = make().window
    until(lambda: window.people.model.rowCount() == 1)
    window.actions_.library.trigger()
    window.library.select(ada.slug)
    window.actions_.open.trigger()
    until(lambda: window.library.details is not None)
    window.activateWindow()
    until(window.isActiveWindow)
    [split] = [each for each in window.library.person.findChildren(QPushButton) if each.text() == "Split …"]
    press(split, by)
    question = question_of(window, until)
    assert len(window.library.selected_samples()) == 2  # seen behind the question
    question.field.setText("Bea")
    question.accept()
    until(lambda: {each.name: len(store.samples(each)) for each in store.people()} == {"Ada": 3, "Bea": 2})


def test_deleting_and_forgetting_are_explained_and_apart(screens, until):
    window = screens.library()
    foot = [each for each in window.library.foot.findChildren(QPushButton) if each.isVisible()]
    delete = next(each for each in foot if each.text() == "Delete")
    forget = next(each for each in foot if each.text() == "Forget …")
    assert "put back for a week" in delete.toolTip()
    assert "cannot be undone" in forget.toolTip()
    if delete.y() == forget.y():
        assert forget.x() - delete.geometry().right() > 24


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_who_was_to_be_forgotten_can_be_deleted_instead(screens, until, by):
    window = screens.library()
    window.actions_.forget.trigger()
    question = question_of(window, until)
    assert "put back for a week" in question.accessibleDescription()
    press(question.also[0], by)
    until(lambda: window.library.people.rowCount() == 1)
    until(lambda: "deleted" in window.toast.text)
    window.actions_.undo.trigger()
    until(lambda: window.library.people.rowCount() == 2)
