"""The lanes: a click goes there, the keyboard goes everywhere, and screen readers hear who is there when."""

import pytest
from PySide6.QtCore import Qt

from support.tagging.reviewed_clip import tagged_clip
from visavis.ui.reviewer.lanes import Lanes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lanes(qtbot, tmp_path):
    widget = Lanes()
    qtbot.addWidget(widget)
    widget.resize(600, widget.sizeHint().height())
    tags = tagged_clip(tmp_path / "film.mp4").tags
    widget.show_people(tags.people, tags.duration)
    widget.resize(600, widget.sizeHint().height())
    widget.show()
    return widget


def test_there_is_a_lane_for_each_person_guests_last(lanes):
    assert [person.name for person in lanes.people] == ["Ada", "Bob", "Guest 1"]


@pytest.mark.parametrize(("row", "seconds"), [(0, 1.0), (1, 4.0), (2, 9.9)])
def test_a_click_chooses_the_lane_and_goes_to_the_time(lanes, qtbot, row, seconds):
    with qtbot.waitSignal(lanes.sought) as sought:
        qtbot.mouseClick(lanes, LEFT, pos=lanes.place_of(row, seconds).toPoint())
    assert sought.args[0] == pytest.approx(seconds, abs=0.05)
    assert lanes.row == row


def test_a_click_on_a_name_only_chooses(lanes, qtbot):
    with qtbot.assertNotEmitted(lanes.sought):
        qtbot.mouseClick(lanes, LEFT, pos=lanes.place_of(1, 0).toPoint() / 2)
    assert lanes.people[lanes.row].name in {"Ada", "Bob"}


@pytest.mark.parametrize(
    ("key", "seconds"),
    [
        (Qt.Key.Key_Left, 0.0),
        (Qt.Key.Key_Right, 9.0),
        (Qt.Key.Key_PageUp, 0.0),
        (Qt.Key.Key_PageDown, 10.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 10.0),
    ],
)
def test_keys_go_to_other_times(lanes, qtbot, key, seconds):
    lanes.show_time(4.0)
    with qtbot.waitSignal(lanes.sought) as sought:
        qtbot.keyClick(lanes, key)
    assert sought.args == [seconds]


def test_up_and_down_choose_a_lane_and_stop_at_the_ends(lanes, qtbot):
    rows = []
    for key in (Qt.Key.Key_Up, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Up):
        qtbot.keyClick(lanes, key)
        rows.append(lanes.row)
    assert rows == [0, 1, 2, 2, 1]


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [(0.0, None, 7.0), (0.2, None, 7.0), (2.0, 0.0, 7.0), (7.2, 0.0, None), (9.5, 7.0, None)],
)
def test_the_appearances_before_and_after(lanes, now, before, after):
    lanes.show_time(now)
    assert (lanes.previous_start(), lanes.next_start()) == (before, after)


def test_the_appearance_at_a_time(lanes):
    lanes.show_time(2.0)
    assert (lanes.chosen_span.person.name, lanes.chosen_span.span.end) == ("Ada", 3.0)
    lanes.show_time(5.0)
    assert lanes.chosen_span is None
    lanes.choose("Bob")
    assert lanes.chosen_span.person.name == "Bob"


def test_the_chosen_lane_stays_with_its_person(lanes):
    lanes.choose("Guest 1")
    lanes.show_people(lanes.people[1:], 10.0)
    assert lanes.people[lanes.row].name == "Guest 1"


def test_screen_readers_hear_who_is_there_when_and_the_time(lanes):
    lanes.show_time(4.0)
    said = lanes.accessibleDescription()
    assert "Ada" in said
    assert "0:00-0:03, 0:07-0:09" in said
    assert "0:04 of 0:10" in said


def test_without_people_nothing_fails(qtbot):
    widget = Lanes()
    qtbot.addWidget(widget)
    widget.show()
    widget.show_people((), 0.0)
    qtbot.keyClick(widget, Qt.Key.Key_Down)
    assert (widget.next_start(), widget.previous_start(), widget.chosen_span) == (None, None, None)
