"""Pictures of one session or of one shot are grouped."""

from datetime import UTC, datetime, timedelta
from itertools import groupby

from visavis.people.person import Person, Session
from visavis.people.samples import Sample, file_name
from visavis_training.data.grouping import cut_sittings, group_samples

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


def chained(count, start=0):
    """Links between each picture and the next, as in a capture."""
    return [(start + row, start + row + 1) for row in range(count - 1)]


def test_a_chain_of_near_duplicates_is_cut_into_blocks_of_time(tmp_path):
    ada = person(tmp_path, sessions=1)
    samples, links = session_of(ada, 0, 28), chained(28)
    grouping = group_samples([ada], samples, links)
    assert len(set(grouping.groups)) == 1
    cut = cut_sittings(grouping, [ada], samples, links)
    assert sizes(cut.groups) == [4] * 7
    assert [group for group, _ in groupby(cut.groups)] == list(dict.fromkeys(cut.groups))  # contiguous
    assert cut.one_session == {"ada"}


def test_frames_put_in_by_hand_are_cut_in_the_order_of_their_names(tmp_path):
    ada = person(tmp_path)
    samples = [Sample(tmp_path / f"frame-{number:06}.jpg", "ada") for number in reversed(range(30))]
    links = chained(30)
    cut = cut_sittings(group_samples([ada], samples, links), [ada], samples, links)
    assert len(set(cut.groups)) == 7
    assert cut.groups[0] != cut.groups[-1]


def test_people_with_three_groups_keep_them(tmp_path):
    ada = person(tmp_path, sessions=3)
    samples = [*session_of(ada, 0, 5), *session_of(ada, 1, 4), *session_of(ada, 2, 3)]
    grouping = group_samples([ada], samples, chained(5))
    assert cut_sittings(grouping, [ada], samples, chained(5)) == grouping


def test_the_same_picture_under_two_names_joins_blocks(tmp_path):
    ada, bob = person(tmp_path / "ada", sessions=1), person(tmp_path / "bob", sessions=1, name="bob")
    samples = [*session_of(ada, 0, 14), *session_of(bob, 0, 14)]
    links = [*chained(14), *chained(14, 14), (3, 20)]
    cut = cut_sittings(group_samples([ada, bob], samples, links), [ada, bob], samples, links)
    assert cut.groups[3] == cut.groups[20]
    assert len(set(cut.groups)) == 13
