"""Pictures of one session or of one shot are grouped."""

from datetime import UTC, datetime, timedelta

from visavis.people.person import Person, Session
from visavis.people.samples import Sample, file_name
from visavis_training.data.grouping import group_samples

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def person(folder, sessions=0, name="ada"):
    starts = [NOON + timedelta(days=day) for day in range(sessions)]
    return Person(name, name, folder, sessions=tuple(Session(start, start + timedelta(minutes=1)) for start in starts))


def session_of(person, day, count):
    """Pictures of a session, a second apart."""
    times = [NOON + timedelta(days=day, seconds=second) for second in range(count)]
    return [Sample(person.folder / file_name(time, str(time).encode()), person.slug) for time in times]


def pictures_of(person, count):
    """Pictures without a time, as put in by hand."""
    return [Sample(person.folder / f"{number}.png", person.slug) for number in range(count)]


def sizes(groups):
    return sorted(groups.count(group) for group in set(groups))


def test_pictures_outside_of_sessions_are_single_groups(tmp_path):
    ada = person(tmp_path)
    grouping = group_samples([ada], pictures_of(ada, 4), [])
    assert sizes(grouping.groups) == [1, 1, 1, 1]
    assert not grouping.one_session


def test_three_sessions_are_three_groups(tmp_path):
    ada = person(tmp_path, sessions=3)
    grouping = group_samples([ada], [*session_of(ada, 0, 5), *session_of(ada, 1, 4), *session_of(ada, 2, 3)], [])
    assert sizes(grouping.groups) == [3, 4, 5]
    assert not grouping.one_session


def test_a_session_with_two_other_pictures_is_not_cut(tmp_path):
    ada = person(tmp_path, sessions=1)
    grouping = group_samples([ada], [*session_of(ada, 0, 5), *pictures_of(ada, 2)], [])
    assert sizes(grouping.groups) == [1, 1, 5]


def test_a_single_session_is_cut_into_time_blocks(tmp_path):
    ada = person(tmp_path, sessions=1)
    grouping = group_samples([ada], session_of(ada, 0, 20), [])
    assert grouping.one_session == {"ada"}
    assert sizes(grouping.groups) == [2, 3, 3, 3, 3, 3, 3]
    assert list(grouping.groups) == sorted(grouping.groups)  # contiguous


def test_a_short_session_is_cut_into_single_pictures(tmp_path):
    ada = person(tmp_path, sessions=1)
    assert sizes(group_samples([ada], session_of(ada, 0, 4), []).groups) == [1, 1, 1, 1]


def test_near_duplicates_merge_groups(tmp_path):
    ada = person(tmp_path)
    grouping = group_samples([ada], pictures_of(ada, 5), [(0, 1), (3, 1)])
    assert grouping.groups[0] == grouping.groups[1] == grouping.groups[3]
    assert sizes(grouping.groups) == [1, 1, 3]
    assert not grouping.cross_person_duplicates


def test_the_same_picture_under_two_names_is_a_suspect(tmp_path):
    ada, bob = person(tmp_path / "ada"), person(tmp_path / "bob", name="bob")
    samples = [*pictures_of(ada, 2), *pictures_of(bob, 2)]
    grouping = group_samples([ada, bob], samples, [(1, 2)])
    assert grouping.cross_person_duplicates == ((samples[1].path, samples[2].path),)
    assert grouping.groups[1] == grouping.groups[2]
