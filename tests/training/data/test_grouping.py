"""Pictures of one sitting and of one shot belong together."""

from datetime import UTC, datetime, timedelta

from visavis.people.person import Person, Session
from visavis.people.samples import Sample, file_name
from visavis_training.data.grouping import group_samples

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def person(folder, sessions=0, name="ada"):
    starts = [NOON + timedelta(days=day) for day in range(sessions)]
    return Person(name, name, folder, sessions=tuple(Session(start, start + timedelta(minutes=1)) for start in starts))


def sitting(person, day, count):
    """Pictures of a session, a second apart."""
    times = [NOON + timedelta(days=day, seconds=second) for second in range(count)]
    return [Sample(person.folder / file_name(time, str(time).encode()), person.slug) for time in times]


def loose(person, count):
    """Pictures put in by hand: nobody knows when they were taken."""
    return [Sample(person.folder / f"{number}.png", person.slug) for number in range(count)]


def sizes(groups):
    return sorted(groups.count(group) for group in set(groups))


def test_pictures_put_in_by_hand_are_each_for_themselves(tmp_path):
    ada = person(tmp_path)
    made = group_samples([ada], loose(ada, 4), [])
    assert sizes(made.groups) == [1, 1, 1, 1]
    assert not made.one_session


def test_three_sessions_stay_whole(tmp_path):
    ada = person(tmp_path, sessions=3)
    made = group_samples([ada], [*sitting(ada, 0, 5), *sitting(ada, 1, 4), *sitting(ada, 2, 3)], [])
    assert sizes(made.groups) == [3, 4, 5]
    assert not made.one_session


def test_one_session_and_enough_others_stays_whole(tmp_path):
    ada = person(tmp_path, sessions=1)
    made = group_samples([ada], [*sitting(ada, 0, 5), *loose(ada, 2)], [])
    assert sizes(made.groups) == [1, 1, 5]


def test_a_single_session_is_cut_into_blocks_of_time_and_said_so(tmp_path):
    ada = person(tmp_path, sessions=1)
    made = group_samples([ada], sitting(ada, 0, 20), [])
    assert made.one_session == {"ada"}
    assert sizes(made.groups) == [2, 3, 3, 3, 3, 3, 3]
    assert list(made.groups) == sorted(made.groups)  # contiguous


def test_a_session_of_few_pictures_is_cut_into_single_ones(tmp_path):
    ada = person(tmp_path, sessions=1)
    assert sizes(group_samples([ada], sitting(ada, 0, 4), []).groups) == [1, 1, 1, 1]


def test_near_duplicates_join_their_groups(tmp_path):
    ada = person(tmp_path)
    made = group_samples([ada], loose(ada, 5), [(0, 1), (3, 1)])
    assert made.groups[0] == made.groups[1] == made.groups[3]
    assert sizes(made.groups) == [1, 1, 3]
    assert not made.cross_person_duplicates


def test_the_same_picture_under_two_names_is_a_suspect(tmp_path):
    ada, bob = person(tmp_path / "ada"), person(tmp_path / "bob", name="bob")
    samples = [*loose(ada, 2), *loose(bob, 2)]
    made = group_samples([ada, bob], samples, [(1, 2)])
    assert made.cross_person_duplicates == ((samples[1].path, samples[2].path),)
    assert made.groups[1] == made.groups[2]
