"""Who is in a file, for how long, and whose name the whole file gets."""

import pytest

from support.tagging.face_logs import direction, face_log, tags_of
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.spans import Span


def person(tags, name):
    [found] = [each for each in tags.people if each.name == name]
    return found


def test_spans_screen_time_and_votes():
    tags = tags_of(("Ada", 0, 19), ("Ada", 60, 69), ("Bob", 10, 14))
    ada, bob = person(tags, "Ada"), person(tags, "Bob")
    assert [ada.spans, bob.spans] == [(Span(0, 2), Span(6, 7)), (Span(1, 1.5),)]
    assert [ada.screen_time, bob.screen_time] == pytest.approx([3.0, 0.5])
    assert tags.votes == {"Ada": 30, "Bob": 5}
    assert (tags.duration, tags.frames, tags.rate) == (10.0, 100, 10.0)


def test_enrolled_people_come_first_and_then_the_longest():
    tags = tags_of((None, 0, 90), ("Bob", 0, 4), ("Ada", 10, 40))
    assert [each.name for each in tags.people] == ["Ada", "Bob", "Guest 1"]


def test_time_out_of_sight_is_no_screen_time():
    ada = person(tags_of(("Ada", 0, 9), ("Ada", 15, 19)), "Ada")
    assert ada.spans == (Span(0, 2),)
    assert ada.screen_time == pytest.approx(1.5)


def test_two_faces_with_one_name_in_a_frame_count_once():
    assert person(tags_of(("Ada", 0, 9), ("Ada", 0, 9)), "Ada").screen_time == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("tracks", "label", "most_votes"),
    [
        ([], None, None),
        ([("Ada", 0, 50), ("Bob", 60, 70)], "Ada", "Ada"),
        ([("Ada", 0, 50), ("Bob", 51, 99)], None, "Ada"),  # nobody dominates
        ([("Ada", 0, 2), (None, 0, 99)], None, "Ada"),  # a stranger dominates
        ([("Ada", 0, 50, {"quality": 0.1}), ("Bob", 0, 40)], "Bob", "Ada"),  # seen longer, but worse
        ([("Ada", 0, 50, {"score": 0.2}), ("Bob", 0, 40)], "Bob", "Ada"),  # seen longer, but less sure
        ([(None, 0, 99)], None, None),
    ],
)
def test_the_label_of_the_file(tracks, label, most_votes):
    tags = tags_of(*tracks)
    assert (tags.label, tags.most_votes) == (label, most_votes)


def test_unknown_people_are_guests_and_poor_faces_are_unclear():
    tags = tags_of((None, 0, 9), (None, 20, 29), (None, 50, 59, {"vector": None}))
    assert [(each.name, each.is_guest) for each in tags.people] == [("Guest 1", True), ("Guest 2", True)]
    assert tags.unclear == 1


@pytest.mark.parametrize(("rate", "count"), [(30.0, 0), (1.0, 2)])
def test_what_is_seen_for_a_moment_is_nobody(rate, count):
    """A frame of a common video is too short; one of a time lapse is not."""
    tags = tags_of(("Ada", 10, 10), (None, 20, 21), rate=rate)
    assert (len(tags.people), tags.unclear) == (count, 2 - count)


def test_a_face_in_a_single_picture_is_a_guest():
    tags = tags_of((None, 0, 0), frames=1, is_video=False)
    assert [(each.name, each.spans) for each in tags.people] == [("Guest 1", (Span(0, 0),))]


def test_guests_are_the_same_in_the_next_file():
    group = GuestBook()
    first, _ = tag(face_log((None, 0, 9)), group)
    second, tracks = tag(face_log(("Ada", 0, 9), (None, 20, 29, {"vector": direction(1)})), group)
    assert first.people[0].name == second.people[1].name == "Guest 1"
    assert tracks == {2: "Guest 1"}


def test_the_best_face_is_that_of_the_best_track():
    ada = person(tags_of(("Ada", 0, 9, {"quality": 0.2}), ("Ada", 40, 49, {"quality": 0.8})), "Ada")
    assert ada.best_time == pytest.approx(4.0)
    assert ada.best_box.left == 20


def test_what_is_printed():
    assert tags_of(("Ada", 0, 9), source="a.mp4").as_json() == {
        "source": "a.mp4",
        "duration": 10.0,
        "frames": 100,
        "label": "Ada",
        "most_votes": "Ada",
        "votes": {"Ada": 10},
        "people": [
            {
                "name": "Ada",
                "guest": False,
                "spans": [[0.0, 1.0]],
                "screen_time": 1.0,
                "confidence": 0.9,
                "best": {"time": 0.0, "box": [10, 5, 20, 20]},
            }
        ],
        "unclear": 0,
    }


@pytest.mark.parametrize(("first", "count"), [(10, 1), (7, 2)])
def test_a_face_that_is_found_again_while_it_is_still_shown_is_one_person(first, count):
    """At 10 frames a second, a lost face is shown in one frame more."""
    same = {"vector": direction(1)}
    assert len(tags_of((None, 0, 10, same), (None, first, 29, same)).people) == count
