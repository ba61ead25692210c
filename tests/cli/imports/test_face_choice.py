"""Asking in the terminal which of several faces is the person's."""

from pathlib import Path

import numpy as np
import pytest

from visavis.cli.imports import face_choice
from visavis.cli.imports.face_choice import TerminalChooser
from visavis.imaging.geometry import Box, Face
from visavis.people.imports.importer import SeveralFaces
from visavis.people.names import PersonName
from visavis.recognition.match import NOBODY, Match

RIGHT, LEFT = Face(Box(60, 0, 20, 20)), Face(Box(10, 30, 20, 20))


@pytest.fixture
def ask(monkeypatch):
    """Choose a face of a picture of Ada: with these answers, where the model takes the faces for these people."""

    def choose(answers, names=(None, None)):
        matches = [Match(name, 0.9) if name else NOBODY for name in names]
        monkeypatch.setattr(face_choice, "create_guesser", lambda loader: lambda image, faces: matches)
        questions, left = [], list(answers)

        def answer(question):
            questions.append(question)
            if not left:
                raise EOFError
            return left.pop(0)

        picture = SeveralFaces(PersonName("Ada"), Path("a.jpg"), np.zeros((50, 100, 3), np.uint8), (RIGHT, LEFT))
        return TerminalChooser(None, answer)(picture), questions

    return choose


def test_faces_are_numbered_from_left_to_right_with_a_guess_each(ask, capsys):
    face, _ = ask(["1"], names=("Bob", None))

    assert face is LEFT
    assert capsys.readouterr().err.splitlines() == [
        "a.jpg has 2 faces. Which is Ada?",
        "  1: 20 pixels wide, 10 from the left: looks like Bob (0.90)",
        "  2: 20 pixels wide, 60 from the left: unknown",
    ]


@pytest.mark.parametrize(("names", "proposed", "taken"), [(("ada", "Bob"), 1, LEFT), ((None, None), 2, RIGHT)])
def test_enter_takes_the_one_that_looks_like_them_else_the_central_one(ask, names, proposed, taken):
    face, questions = ask([""], names)

    assert face is taken
    assert f"[{proposed}]" in questions[0]


def test_none_can_be_chosen_and_what_is_no_number_is_asked_again(ask):
    assert ask(["0"])[0] is None
    assert ask([])[0] is None
    face, questions = ask(["three", "3", "-1", "2"])
    assert (face, len(questions)) == (RIGHT, 4)
