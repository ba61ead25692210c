"""Why nobody is recognized: only where there is something to mend, and without flicker."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.observation import QualityIssue
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.ui.live.hint_label import _words
from visavis.ui.live.hints import LEAVE_AFTER_S, SAY_AFTER_S, CalmHint, HintReason, find_reason


def seen(*matches, gray=120):
    picture = np.full((120, 160, 3), gray, np.uint8)
    answers = [Answer(Face(Box(0, 0, 20 * n + 20, 20 * n + 20)), match) for n, match in enumerate(matches)]
    return Analysis(Frame(picture, 0.0), tuple(answers))


def unknown(doubt):
    return Match(None, 0.1, "Ada", None, doubt)


@pytest.mark.parametrize(
    ("analysis", "people", "expected"),
    [
        (seen(unknown(QualityIssue.SMALL)), 2, HintReason.SMALL),
        (seen(unknown(QualityIssue.DARK)), 2, HintReason.DARK),
        (seen(unknown(QualityIssue.BLURRED), unknown(QualityIssue.TURNED)), 2, HintReason.TURNED),  # the larger face
        (seen(unknown(QualityIssue.SMALL), Match("Ada", 0.9)), 2, None),  # somebody is recognized
        (seen(unknown(Doubt.FAR)), 2, None),  # a stranger: unknown is the answer
        (seen(unknown(Doubt.NOBODY)), 0, HintReason.PEOPLE),
        (seen(), 2, None),  # an empty room
        (seen(gray=5), 2, HintReason.NIGHT),
    ],
)
def test_a_reason_is_given_where_something_can_be_mended(analysis, people, expected):
    assert find_reason(analysis, people) is expected


def test_every_reason_has_its_words():
    assert all(map(_words, HintReason))
    assert {flaw for flaw in QualityIssue if find_reason(seen(unknown(flaw)), 1)} == set(QualityIssue)


def test_a_reason_is_said_once_it_lasts_and_leaves_once_it_does_not():
    calm = CalmHint()
    assert calm.update(HintReason.SMALL, 0.0) is None
    assert calm.update(HintReason.SMALL, SAY_AFTER_S) is HintReason.SMALL
    assert calm.update(None, SAY_AFTER_S + 0.1) is HintReason.SMALL
    assert calm.update(None, SAY_AFTER_S + LEAVE_AFTER_S) is None


@given(st.lists(st.sampled_from([None, HintReason.SMALL, HintReason.DARK]), max_size=300))
def test_whatever_comes_thirty_times_a_second_what_is_said_stays(reasons):
    calm, changes, said = CalmHint(), [], None
    for number, newest in enumerate(reasons):
        if (now_said := calm.update(newest, number / 30)) is not said:
            changes.append(number / 30)
            said = now_said
    assert all(later - earlier >= SAY_AFTER_S - 1e-6 for earlier, later in itertools.pairwise(changes))
