"""Whose the faces are in pictures with several: one picture after the other, or all at once."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from visavis.imaging.geometry import Box, Face
from visavis.people.imports.importer import SeveralFaces
from visavis.people.names import PersonName
from visavis.recognition.match import NOBODY, Match
from visavis.ui.imports.face_choice_dialog import FaceChoiceDialog
from visavis.ui.imports.group_picture import GroupPicture

#: Large and at the left, small and central, in a picture of 100x60.
LEFT, CENTRAL = Face(Box(0, 10, 30, 30)), Face(Box(40, 20, 20, 20))


def question(file="a.jpg", guesses=(None, None)):
    """About a picture of Ada."""
    matches = [Match(name, 0.9) if name else NOBODY for name in guesses]
    picture = SeveralFaces(PersonName("Ada"), Path(file), np.full((60, 100, 3), 90, np.uint8), (CENTRAL, LEFT))
    return GroupPicture.create(picture, lambda image, faces: matches)


@pytest.fixture
def ask(qtbot):
    """The dialog about these questions, and what it decided."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(*questions):
        dialog, decided = FaceChoiceDialog(parent, questions, ["Bob", "Cem"]), []
        dialog.decided.connect(
            lambda choices: decided.append([(name, str(path), face) for name, path, face in choices])
        )
        dialog.open()
        return dialog, decided

    return show


def fields(dialog):
    return [tile.name for tile in dialog._tiles]


def test_the_face_that_looks_like_the_person_is_proposed_else_the_central_one(ask):
    assert fields(ask(question())[0]) == ["", "Ada"]
    dialog, _ = ask(question(guesses=("ADA", "Bob")))
    assert fields(dialog) == ["Ada", ""]
    assert [tile.guess.text() for tile in dialog._tiles] == ["Looks like ADA, 90 %", "Looks like Bob, 90 %"]


def test_each_picture_is_decided_on_its_own_and_several_people_can_be_taken(ask):
    dialog, decided = ask(question("a.jpg"), question("b.jpg"))
    dialog._tiles[0].field.setCurrentText(" Eve ")
    assert dialog.next.text() == "Next"
    dialog.next.click()
    assert (dialog.next.text(), decided) == ("Import", [])
    dialog._tiles[1].field.setCurrentText("")
    dialog.next.click()

    assert decided == [[("Eve", "a.jpg", LEFT), ("Ada", "a.jpg", CENTRAL)]]


def test_a_picture_can_be_decided_again(ask):
    dialog, decided = ask(question("a.jpg"), question("b.jpg"))
    assert not dialog.back.isVisible()
    dialog.next.click()
    dialog.back.click()
    dialog._tiles[1].field.setCurrentText("Bob")
    dialog.next.click()
    dialog.next.click()

    assert decided == [[("Bob", "a.jpg", CENTRAL), ("Ada", "b.jpg", CENTRAL)]]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("central", [("Ada", "b.jpg", CENTRAL), ("Ada", "c.jpg", CENTRAL)]),
        ("largest", [("Ada", "b.jpg", LEFT), ("Ada", "c.jpg", LEFT)]),
        ("alike", [("Bob", "b.jpg", LEFT), ("Ada", "c.jpg", CENTRAL)]),
    ],
)
def test_all_that_are_left_can_be_decided_at_once(ask, rule, expected):
    dialog, decided = ask(
        question("a.jpg"), question("b.jpg", guesses=("Bob", None)), question("c.jpg", guesses=(None, "Ada"))
    )
    dialog.next.click()
    getattr(dialog, rule).click()

    assert decided == [[("Ada", "a.jpg", CENTRAL), *expected]]


def test_without_guesses_nobody_can_be_taken_by_likeness(ask):
    dialog, _ = ask(question())
    assert not dialog.alike.isVisible()
    assert {tile.guess.text() for tile in dialog._tiles} == {"Not recognized"}


def test_a_name_that_cannot_be_used_is_said_and_nothing_is_decided(ask):
    dialog, decided = ask(question())
    dialog._tiles[0].field.setCurrentText("\u200b")
    dialog.next.click()

    assert decided == []
    assert "visible letter" in dialog._problem.text()
    assert dialog._problem.isVisible()
