"""A track's final name holds from its start; frames are yielded in order as soon as their tracks have ended."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import NOBODY, Match
from visavis.tracking import backfill_names

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


def test_the_final_name_holds_from_the_start():
    film = [analysis(0, t1=None), analysis(1, t1=None, t2="Bob"), analysis(2, t1="Ada"), analysis(3)]
    assert names(backfill_names(film)) == [["Ada"], ["Ada", "Bob"], ["Ada"], []]


def test_a_frame_is_yielded_once_its_tracks_have_ended():
    film = itertools.chain((analysis(n, t1="Ada") for n in range(10)), map(analysis, itertools.count(10)))
    given = backfill_names(film)
    assert names(itertools.islice(given, 10)) == [["Ada"]] * 10
    assert next(film).frame.index <= 10 + 0.7 * 25 + 2


def test_frames_are_yielded_without_their_images():
    assert [each.frame.image.size for each in backfill_names([analysis(0, t1="Ada")])] == [0]


def test_the_final_answer_of_a_track_is_decided_once_more():
    film = [analysis(0, t1=None), analysis(1, t1=None)]
    assert names(backfill_names(film, lambda match: Match("Ada", match.score))) == [["Ada"], ["Ada"]]


def test_a_final_name_of_two_tracks_goes_to_the_better_score():
    film = [analysis(0, t1=None, t2="Ada"), analysis(1, t1="Ada"), analysis(2, t1="Ada")]
    [first, *_] = names(backfill_names(film))
    assert sorted(map(str, first)) == ["Ada", "None"]


@given(
    st.lists(st.dictionaries(st.sampled_from(["t1", "t2"]), st.sampled_from(["Ada", "Bob", None])), max_size=60),
    st.integers(1, 80),
)
def test_every_frame_is_yielded_once_and_in_order(faces, max_pending):
    film = [analysis(index, **each) for index, each in enumerate(faces)]
    given = list(backfill_names(film, max_pending=max_pending))
    assert [each.frame.index for each in given] == list(range(len(film)))
    assert [len(each.answers) for each in given] == [len(each.answers) for each in film]


def test_a_track_without_end_does_not_fill_the_memory():
    film = (analysis(n, t1="Ada") for n in itertools.count())
    next(backfill_names(film, max_pending=10))
    assert next(film).frame.index == 11
