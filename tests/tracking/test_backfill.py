"""A track's last word holds from its start, in order, without pictures, and without waiting for the film's end."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import NOBODY, Match
from visavis.tracking import settled

FACE = Face(Box(0, 0, 10, 10))


def analysis(index, **names):
    """Frame `index`: by track number, the name or None."""
    answers = [
        Answer(FACE, Match(name, 0.9 if name else 0.1, name) if name else NOBODY, int(track[1:]))
        for track, name in names.items()
    ]
    return Analysis(Frame(np.zeros((20, 20, 3), np.uint8), 0.0, index, index / 25, "film"), tuple(answers))


def names(analyses):
    return [[answer.match.name for answer in each.answers] for each in analyses]


def test_the_last_name_holds_from_the_start():
    film = [analysis(0, t1=None), analysis(1, t1=None, t2="Bob"), analysis(2, t1="Ada"), analysis(3)]
    assert names(settled(film)) == [["Ada"], ["Ada", "Bob"], ["Ada"], []]


def test_a_frame_is_given_once_its_tracks_have_ended():
    film = itertools.chain((analysis(n, t1="Ada") for n in range(10)), map(analysis, itertools.count(10)))
    given = settled(film)
    assert names(itertools.islice(given, 10)) == [["Ada"]] * 10
    assert next(film).frame.index <= 10 + 0.7 * 25 + 2


def test_frames_are_given_without_their_pictures():
    assert [each.frame.image.size for each in settled([analysis(0, t1="Ada")])] == [0]


def test_what_a_track_ended_with_is_judged_once_more():
    film = [analysis(0, t1=None), analysis(1, t1=None)]
    assert names(settled(film, lambda match: Match("Ada", match.score))) == [["Ada"], ["Ada"]]


def test_a_name_that_two_end_with_goes_to_the_better_score():
    film = [analysis(0, t1=None, t2="Ada"), analysis(1, t1="Ada"), analysis(2, t1="Ada")]
    [first, *_] = names(settled(film))
    assert sorted(map(str, first)) == ["Ada", "None"]


@given(
    st.lists(st.dictionaries(st.sampled_from(["t1", "t2"]), st.sampled_from(["Ada", "Bob", None])), max_size=60),
    st.integers(1, 80),
)
def test_every_frame_is_given_once_and_in_order(faces, most):
    film = [analysis(index, **each) for index, each in enumerate(faces)]
    given = list(settled(film, most=most))
    assert [each.frame.index for each in given] == list(range(len(film)))
    assert [len(each.answers) for each in given] == [len(each.answers) for each in film]


def test_a_track_without_end_does_not_fill_the_memory():
    film = (analysis(n, t1="Ada") for n in itertools.count())
    next(settled(film, most=10))
    assert next(film).frame.index == 11
