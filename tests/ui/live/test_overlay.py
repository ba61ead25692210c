"""What is painted over the picture, and where."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.liveness.hint import ConfirmCue, DenyCue, TurnSide, decide
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.ui.live.face_painter import label_text, label_title
from visavis.ui.live.overlay import (
    MAX_AGE_S,
    FaceMark,
    LabelRoom,
    LabelSide,
    LabelSides,
    PictureFit,
    Rect,
    compute_marks,
)

PICTURE = np.zeros((48, 64, 3), np.uint8)


def analysis(*matches, taken_at=0.0):
    box = Box(1, 2, 30, 40)
    return Analysis(Frame(PICTURE, taken_at), tuple(Answer(Face(box), match) for match in matches))


def test_a_name_comes_with_its_score_and_an_unknown_face_with_a_word():
    shown = compute_marks(analysis(Match("Ada", 0.934), Match(None, 0.41, "Bob")), Frame(PICTURE, 0.1))
    assert [label_text(mark) for mark in shown] == ["Ada 93 %", "Unknown"]


def test_between_two_people_both_are_named_in_an_order_that_stays():
    ahead = Match(None, 0.9, "Bob", ("Ada", 0.89), Doubt.AMBIGUOUS)
    behind = Match(None, 0.9, "Ada", ("Bob", 0.89), Doubt.AMBIGUOUS)
    far = Match(None, 0.2, "Ada", ("Bob", 0.1), Doubt.FAR)
    shown = compute_marks(analysis(ahead, behind, far), Frame(PICTURE, 0.1))
    assert [label_text(mark) for mark in shown] == ["Ada or Bob?", "Ada or Bob?", "Unknown"]


def test_a_score_is_never_rounded_up_to_certainty():
    assert compute_marks(analysis(Match("Ada", 0.9999)), Frame(PICTURE, 0.0))[0].score == "99 %"
    assert compute_marks(analysis(Match("Ada", 1.0)), Frame(PICTURE, 0.0))[0].score == "99 %"


def test_boxes_go_on_with_their_faces_and_not_for_long():
    face = Answer(Face(Box(10, 20, 30, 40)), Match("Ada", 0.9), 1, velocity=(100.0, -50.0))
    answers = Analysis(Frame(PICTURE, 5.0), (face,))

    def place(taken_at):
        [mark] = compute_marks(answers, Frame(PICTURE, taken_at))
        return mark.box.left, mark.box.top

    assert place(5.0) == (10, 20)
    assert place(5.1) == (20, 15)
    assert place(5.9) == place(5.25)
    assert place(4.9) == (10, 20)  # analyzed first, painted later: a frame may be older than the newest answers


def test_answers_that_are_too_old_are_not_painted():
    assert compute_marks(analysis(Match("Ada")), Frame(PICTURE, MAX_AGE_S))
    assert not compute_marks(analysis(Match("Ada")), Frame(PICTURE, MAX_AGE_S + 0.1))
    assert not compute_marks(None, Frame(PICTURE, 0.0))


@given(
    width=st.integers(1, 4000),
    height=st.integers(1, 4000),
    view_width=st.floats(1, 4000),
    view_height=st.floats(1, 4000),
)
def test_a_picture_is_whole_undistorted_and_in_the_middle(width, height, view_width, view_height):
    area = PictureFit.of((width, height), (view_width, view_height)).area
    assert area.left >= -1e-6
    assert area.top >= -1e-6
    assert area.left + area.right == pytest.approx(view_width)
    assert area.top + area.bottom == pytest.approx(view_height)
    assert area.width * height == pytest.approx(area.height * width, rel=1e-6)
    assert area.width == pytest.approx(view_width) or area.height == pytest.approx(view_height)


def test_a_box_is_placed_with_its_picture():
    assert PictureFit.of((64, 48), (128, 200)).to_view(Box(1, 2, 30, 40)) == Rect(2, 52 + 4, 60, 80)


def test_a_mirrored_box_changes_sides():
    plain, mirrored = PictureFit.of((64, 48), (64, 48)), PictureFit.of((64, 48), (64, 48), mirrored=True)
    assert plain.to_view(Box(0, 0, 10, 10)).left == 0
    assert mirrored.to_view(Box(0, 0, 10, 10)).right == 64
    assert mirrored.to_view(Box(-5, 0, 10, 10)).right == 69  # reaching over the border


AREA = Rect(10, 20, 640, 480)
SIDES = st.sampled_from([None, *LabelSide])


@given(
    left=st.floats(-200, 800), top=st.floats(-200, 600), side=st.floats(1, 600), width=st.floats(1, 400), before=SIDES
)
def test_a_label_never_leaves_the_picture(left, top, side, width, before):
    room = LabelRoom(Rect(left, top, side, side), 24, AREA)
    place = room.place(room.choose_side(before), width)
    assert place.left >= AREA.left
    assert place.right <= AREA.right + 1e-9
    assert place.top >= AREA.top
    assert place.bottom <= AREA.bottom


@pytest.mark.parametrize(("top", "expected"), [(100, 70), (0, 206), (-100, 106)])
def test_a_label_is_above_the_box_or_else_below(top, expected):
    room = LabelRoom(Rect(50, top, 200, 200), 24, Rect(0, 0, 640, 480))
    assert room.place(room.choose_side(), 80).top == expected


def test_a_label_of_a_face_that_fills_the_picture_is_inside():
    room = LabelRoom(Rect(0, 0, 640, 480), 24, Rect(0, 0, 640, 480))
    assert room.place(room.choose_side(), 80).top == 6


@given(top=st.floats(-100, 500), side=st.floats(20, 470), jitter=st.lists(st.floats(-5.9, 5.9), min_size=2))
def test_a_label_does_not_hop_while_its_box_jitters(top, side, jitter):
    sides = LabelSides()
    chosen = [sides.choose(1, LabelRoom(Rect(50, top + each, side, side), 24, AREA)) for each in jitter]
    assert len(set(chosen)) == 1


def test_a_label_changes_sides_with_a_face_that_moves():
    sides = LabelSides()
    tops = [*range(150, 20, -1), *range(20, 150)]
    chosen = [sides.choose(1, LabelRoom(Rect(50, top, 200, 200), 24, AREA)) for top in tops]
    changes = [chosen[0], *(now for before, now in pairwise(chosen) if now is not before)]
    assert changes == [LabelSide.ABOVE, LabelSide.BELOW, LabelSide.ABOVE]


def test_another_track_at_the_same_place_has_no_earlier_side():
    sides, edge = LabelSides(), LabelRoom(Rect(50, 45, 200, 200), 24, AREA)
    sides.choose(1, LabelRoom(Rect(50, 100, 200, 200), 24, AREA))
    assert sides.choose(1, edge) is LabelSide.ABOVE
    assert sides.choose(2, edge) is LabelSide.BELOW
    sides.keep([2])
    assert sides.choose(1, edge) is LabelSide.BELOW


def test_answers_of_an_earlier_scene_are_not_painted():
    answers = analysis(Match("Ada"), taken_at=5.0)
    assert compute_marks(answers, Frame(PICTURE, 5.2), scene_began=5.0)
    assert not compute_marks(answers, Frame(PICTURE, 5.2), scene_began=5.1)


def test_a_liveness_hint_stands_beside_the_name_and_never_instead_of_it():
    hints = [decide((), (), TurnSide.LEFT), decide({ConfirmCue.BLINKED}, ()), decide((), {DenyCue.FLAT})]
    answers = tuple(Answer(Face(Box(1, 2, 30, 40)), Match("Ada", 0.93), liveness=hint) for hint in hints)
    shown = compute_marks(Analysis(Frame(PICTURE, 0.0), answers), Frame(PICTURE, 0.0))
    assert [label_title(mark) for mark in shown] == ["Ada"] * 3
    assert [label_text(mark) for mark in shown] == [
        "Ada 93 % not confirmed live: turn left",
        "Ada 93 % live: blinked",
        "Ada 93 % looks flat, like a photo",
    ]


def test_every_cue_and_side_has_words():
    hints = [*(decide({cue}, ()) for cue in ConfirmCue), *(decide((), {cue}) for cue in DenyCue)]
    hints += [decide((), (), side) for side in (None, *TurnSide)]
    texts = {label_text(FaceMark(Box(0, 0, 1, 1), "Ada", liveness=hint)) for hint in hints}
    assert len(texts) == len(hints)


def test_a_mark_reads_as_it_looks():
    assert label_title(FaceMark(Box(0, 0, 1, 1), None)) == "Unknown"
    assert label_text(FaceMark(Box(0, 0, 1, 1), None, guest="Guest 1")) == "Guest 1"
    assert label_title(FaceMark(Box(0, 0, 1, 1), "unknown")) == "“unknown”"  # somebody is called that
    assert label_title(FaceMark(Box(0, 0, 1, 1), "A\u202eb\n")) == "A\\u202eb"  # white space is one space
