"""A visit begins with several agreeing looks, ends with an absence, and goes on after a short one."""

import pytest

from visavis.presence.visits import Look, Visits

COOLDOWN_S = 300


@pytest.fixture
def visits():
    return Visits(COOLDOWN_S)


def ada(track=1, score=0.9):
    return Look("Ada", "Ada", track, score)


def stranger(track):
    return Look(track, None, track, 0.2)


def see(visits, start, end, *looks, step=0.5, source="camera"):
    """Look from one time to another; return the reports."""
    reports, now = [], start
    while now <= end:
        reports += visits.see(source, now, looks)
        now += step
    return reports


def spans(reports):
    """The last report of each visit: who, from when to when."""
    newest = {report.number: report for report in reports}
    return [(each.name, each.first, each.last) for each in newest.values() if not each.is_withdrawn]


def test_several_agreeing_looks_make_an_arrival(visits):
    assert visits.see("camera", 0.0, [ada()]) == []
    assert visits.see("camera", 0.1, [ada()]) == []  # too soon to be independent
    assert visits.see("camera", 0.2, [ada()]) == []
    [arrival] = visits.see("camera", 0.6, [ada()])
    assert (arrival.name, arrival.first, arrival.last, arrival.is_present) == ("Ada", 0.0, 0.6, True)
    assert visits.present == [arrival]


def test_a_name_of_one_or_two_frames_is_no_visit(visits):
    reports = see(visits, 0, 0.5, ada(), step=0.5)
    reports += see(visits, 10, 10.5, ada(), step=0.5)
    assert reports == []
    assert visits.present == []


def test_looks_that_contradict_each_other_do_not_agree(visits):
    reports = []
    for number in range(20):  # one face, called by two names in turns
        name = ("Ada", "Bob")[number % 2]
        reports += visits.see("camera", number * 0.2, [Look(name, name, 1, 0.9)])
    assert reports == []


def test_a_visit_ends_with_an_absence(visits):
    reports = see(visits, 0, 60, ada())
    reports += visits.pass_time(65)
    assert visits.present  # the head was turned away
    reports += visits.pass_time(71)
    assert not visits.present
    assert spans(reports) == [("Ada", 0, 60)]
    assert reports[-1].is_present is False


def test_who_returns_within_the_cooldown_is_on_the_same_visit(visits):
    reports = see(visits, 0, 60, ada())
    reports += visits.pass_time(200)
    reports += see(visits, 60 + COOLDOWN_S, 60 + COOLDOWN_S + 30, ada(track=7))
    reports += visits.end()
    assert spans(reports) == [("Ada", 0, 60 + COOLDOWN_S + 30)]


def test_who_returns_after_the_cooldown_is_on_another_visit(visits):
    reports = see(visits, 0, 60, ada())
    reports += see(visits, 60 + COOLDOWN_S + 1, 400, ada())
    reports += visits.end()
    assert spans(reports) == [("Ada", 0, 60), ("Ada", 361, 400)]


def test_a_single_look_does_not_prolong_a_visit(visits):
    reports = see(visits, 0, 60, ada())
    reports += visits.see("camera", 300, [ada()])
    reports += visits.end()
    assert spans(reports) == [("Ada", 0, 60)]


def places(reports):
    """The last report of each visit: where, who, from when to when."""
    newest = {report.number: report for report in reports}
    return sorted((each.source, each.name, each.first, each.last) for each in newest.values())


def test_several_people_have_visits_of_their_own(visits):
    reports = see(visits, 0, 29.5, ada(1), Look("Bob", "Bob", 2, 0.8))
    reports += visits.end()
    assert spans(reports) == [("Ada", 0, 29.5), ("Bob", 0, 29.5)]


def test_who_is_in_two_pictures_at_once_is_on_one_visit(visits):
    reports = []
    for number in range(60):
        reports += visits.see("door", number * 0.5, [ada(("door", 1)), Look("Bob", "Bob", ("door", 2), 0.8)])
        reports += visits.see("desk", number * 0.5, [ada(("desk", 1), score=0.95)])
    assert [(each.name, each.source, each.score) for each in visits.present] == [
        ("Ada", "door", 0.95),
        ("Bob", "door", 0.8),
    ]
    reports += visits.end()
    assert places(reports) == [("door", "Ada", 0, 29.5), ("door", "Bob", 0, 29.5)]


def test_who_walks_from_one_picture_to_another_stays_on_the_visit(visits):
    reports = []
    for number in range(240):
        now = number * 0.5
        at_door, at_desk = now < 20 or now > 80, 40 < now < 70  # in neither for twenty and for ten seconds
        reports += visits.see("door", now, [ada(("door", now > 80))] if at_door else [])
        reports += visits.see("desk", now, [ada(("desk", 1))] if at_desk else [])
    reports += visits.end()
    assert places(reports) == [("door", "Ada", 0, 119.5)]


def test_a_source_that_is_shown_after_another_has_visits_of_its_own(visits):
    reports = see(visits, 0, 30, ada(1), source="a.mp4")
    reports += see(visits, 33, 60, ada(2), source="b.mp4")
    reports += visits.end()
    assert places(reports) == [("a.mp4", "Ada", 0, 30), ("b.mp4", "Ada", 33, 60)]


def test_a_source_that_is_closed_ends_its_visit_and_the_other_source_begins_one(visits):
    reports = []
    for number in range(60):
        reports += visits.see("door", number * 0.5, [ada(("door", 1))])
        reports += visits.see("desk", number * 0.5, [ada(("desk", 1))])
    reports += see(visits, 30, 60, ada(("desk", 1)), source="desk")
    reports += visits.end()
    assert [(where, who) for where, who, _, _ in places(reports)] == [("desk", "Ada"), ("door", "Ada")]
    (_, _, begun, last), (_, _, first, ended) = places(reports)
    assert (first, last) == (0, 60)
    assert ended <= begun  # at no time are there two


def test_the_best_score_is_kept(visits):
    for number, score in enumerate((0.7, 0.8, 0.75, 0.9, 0.6)):
        visits.see("camera", number * 0.5, [ada(score=score)])
    assert visits.present[0].score == 0.9


def test_a_long_visit_is_reported_now_and_then(visits):
    reports = see(visits, 0, 3600, ada())
    assert 200 < len(reports) < 260
    assert {each.number for each in reports} == {1}


def test_somebody_unknown_needs_more_looks_and_is_withdrawn_when_the_face_gets_a_name(visits):
    assert see(visits, 0, 1.5, stranger(4)) == []
    [arrival] = see(visits, 2, 2.5, stranger(4))
    assert arrival.name is None
    reports = see(visits, 3, 4, ada(track=4))
    assert [(each.name, each.is_withdrawn) for each in reports] == [(None, True), ("Ada", False)]
    assert [each.name for each in visits.present] == ["Ada"]


def test_a_file_that_begins_again_ends_the_visits(visits):
    reports = see(visits, 0, 60, ada())
    reports += see(visits, 0, 30, ada())
    reports += visits.end()
    assert spans(reports) == [("Ada", 0, 60), ("Ada", 0, 30)]


def test_nobody_is_remembered_after_the_cooldown(visits):
    for track in range(500):
        see(visits, track * 10, track * 10 + 3, stranger(track))
    visits.pass_time(10_000)
    assert visits._visitors == {}
