"""What the history says of a visit, and which visits a filter lets through."""

from datetime import timedelta

import pytest

from support.visits import NOON
from visavis.sightings.sighting import Sighting
from visavis.ui.history.visit_rows import UNKNOWN, VisitFilter, VisitRow, people_of


def row(name=None, guest=None, source="Desk", hours=0, minutes=12.0):
    first = NOON + timedelta(hours=hours)
    person = name.lower() if name else None
    return VisitRow(Sighting(name, source, first, first + timedelta(minutes=minutes), 0.9, person, guest))


ADA, BOB, GUEST, OTHER = row("Ada"), row("Bob", hours=48), row(guest=3), row(source="Door")
ROWS = [ADA, BOB, GUEST, OTHER]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (VisitFilter(), ROWS),
        (VisitFilter(person=ADA.person), [ADA]),
        (VisitFilter(person=(UNKNOWN,)), [GUEST, OTHER]),
        (VisitFilter(person=(UNKNOWN, "3")), [GUEST]),
        (VisitFilter(day=BOB.day), [BOB]),
        (VisitFilter(source="Door"), [OTHER]),
        (VisitFilter(person=ADA.person, source="Door"), []),
    ],
)
def test_a_filter_lets_through_what_it_names(wanted, expected):
    assert wanted.select(ROWS) == expected


def test_the_filter_offers_people_then_the_unknown_then_each_guest():
    offered = people_of([row(guest=12), *ROWS])
    assert [text for text, _ in offered] == ["Ada", "Bob", "Unknown people", "Guest 3", "Guest 12"]


@pytest.mark.parametrize(("minutes", "expected"), [(0.9, "less than a minute"), (1.2, "1 minute"), (75, "75 minutes")])
def test_how_long_somebody_stayed_is_said_in_minutes(minutes, expected):
    assert row("Ada", minutes=minutes).duration == expected


def test_nobody_known_has_no_score():
    assert row("Ada").details == "12 minutes, Desk, 90 %"
    assert GUEST.details == "12 minutes, Desk"
    assert [each.who for each in ROWS] == ["Ada", "Bob", "Guest 3", "Unknown person"]


def test_of_a_file_the_name_is_shown_and_not_the_folder():
    assert row("Ada", source="/home/ada/videos/door.mp4").details == "12 minutes, door.mp4, 90 %"
    assert row("Ada", source="rtsp://10.0.0.1/door").source == "rtsp://10.0.0.1/door"
    assert row("Ada", source="/").source == "/"
