"""The label of a whole picture: the class with its score, the runner-up, and what an unknown picture is like."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.recognition.match import Doubt, Match
from visavis.ui.live.annotator import Annotator
from visavis.ui.live.overlay import MAX_AGE_S
from visavis.ui.live.picture_answer.label import current_label, label_of

CAT = Match("cat", 0.934, "cat", ("dog", 0.052))


def frame(taken_at=0.0):
    return Frame(np.zeros((120, 160, 3), np.uint8), taken_at)


@pytest.mark.parametrize(
    ("match", "text"),
    [
        (CAT, "cat 93 %, then dog, 5 %"),
        (Match("cat", 1.0, "cat", ("dog", 0.004)), "cat 99 %"),
        (Match(None, 0.4, "cat", ("dog", 0.3), Doubt.FAR), "Unknown, most like cat, 40 %"),
        (Match(None, 0.001, "cat", ("dog", 0.0), Doubt.FAR), "Unknown"),
    ],
)
def test_the_words(match, text):
    assert label_of(match).text == text


@pytest.mark.parametrize(("age", "is_shown"), [(0.0, True), (MAX_AGE_S, True), (MAX_AGE_S + 0.1, False)])
def test_a_label_goes_when_its_analysis_is_old(age, is_shown):
    label = current_label(Analysis(frame(), (), picture=CAT), frame(age))
    assert (label is not None) == is_shown


def test_a_label_of_an_earlier_scene_is_not_painted():
    assert current_label(Analysis(frame(), (), picture=CAT), frame(0.2), scene_began=0.1) is None


def test_there_is_no_label_while_faces_are_looked_for():
    assert current_label(Analysis(frame(), ()), frame()) is None


@pytest.mark.parametrize("name", ["cat", "a very long name of a class that no picture has room for " * 3, "猫"])
def test_the_annotator_paints_it_within_the_upper_part_of_the_picture(name):
    painted = Annotator()(Analysis(frame(), (), picture=Match(name, 0.9, name, ("dog", 0.05))))
    assert painted[:80].any()
    assert not painted[100:].any()
    assert not painted[:, :2].any()
    assert not painted[:, -2:].any()
