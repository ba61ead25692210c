"""The store of sightings: one row a visit, kept as long as the user wants, and true to the people."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from support.visits import NOON
from visavis.errors import DamagedFileError
from visavis.people.names import comparison_key
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange, SightingStore

COOLDOWN = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)
KEPT = Retention(people=timedelta(days=30), unknown=timedelta(hours=8))


@pytest.fixture
def store(tmp_path):
    return SightingStore(tmp_path / "sightings.sqlite")


def visit(name="Ada", first=0, last=1, source="camera", score=0.9, **more):
    """A visit, in minutes after noon."""
    return Sighting(name, source, NOON + first * MINUTE, NOON + last * MINUTE, score, **more)


def identify(name):
    return name.casefold(), name, ""


def save(store, *sightings, is_withdrawn=False):
    changes = [SightingChange(each, is_withdrawn) for each in sightings]
    return store.save(changes, identify, COOLDOWN)


def spans(store):
    return [(each.name, (each.first - NOON) / MINUTE, (each.last - NOON) / MINUTE) for each in store.sightings()]


def test_there_are_none_before_the_first(store):
    assert store.sightings() == []
    assert store.purge(NOON, KEPT) == 0
    assert store.erase(["ada"], ["Ada"], comparison_key) == 0
    store.rename("ada", "Augusta")
    store.reassign("ada", "bob", "Bob")()
    assert store.delete([visit(id=1)]) == 0
    assert store.chip(visit(id=1)) is None
    assert not store.exists()


def test_what_is_stored_is_read(store):
    [(stored, is_continued)] = save(store, visit(chip=b"picture"))
    assert not is_continued
    [read] = store.sightings()
    assert read == replace(stored, chip=None)
    assert (read.person, read.name, read.score, read.first, read.last) == ("ada", "Ada", 0.9, NOON, NOON + MINUTE)
    assert store.chip(read) == b"picture"


def test_a_visit_that_goes_on_stays_one_row(store):
    [(stored, _)] = save(store, visit(score=0.8, chip=b"first"))
    save(store, replace(stored, last=NOON + 3 * MINUTE, score=0.7, chip=b"worse"))
    save(store, replace(stored, last=NOON + 2 * MINUTE, score=0.9, chip=None))
    [read] = store.sightings()
    assert (read.score, store.chip(read)) == (0.9, b"first")
    assert spans(store) == [("Ada", 0, 3)]
    save(store, replace(stored, last=NOON + 4 * MINUTE, score=0.95, chip=b"best"))
    assert store.chip(read) == b"best"


def test_a_visit_within_the_cooldown_continues_the_row(store):
    save(store, visit(first=0, last=10))
    [(again, is_continued)] = save(store, visit(first=14, last=15))
    assert is_continued
    [(_, is_continued)] = save(store, visit(first=21, last=22))
    assert not is_continued
    assert spans(store) == [("Ada", 0, 15), ("Ada", 21, 22)]
    assert again.id == 1


def test_others_other_sources_and_the_future_do_not_continue_a_row(store):
    save(store, visit())
    save(store, visit("Bob", 2, 3), visit(first=2, last=3, source="door"), visit(first=-60, last=-59))
    assert len(store.sightings()) == 4


def test_unknown_people_without_a_number_are_never_the_same(store):
    save(store, visit(None), visit(None, 1, 2))
    assert spans(store) == [(None, 0, 1), (None, 1, 2)]


def test_a_withdrawn_visit_is_gone(store):
    [(stored, _)] = save(store, visit(None))
    assert save(store, stored, is_withdrawn=True) == [(None, False)]
    assert save(store, visit(None), is_withdrawn=True) == [(None, False)]
    assert store.sightings() == []


def test_somebody_who_is_not_known_is_not_stored(store):
    assert store.save([SightingChange(visit())], lambda name: None, COOLDOWN) == [(None, False)]
    assert store.sightings() == []


def test_a_row_that_was_deleted_is_not_written_again(store):
    [(stored, _)] = save(store, visit())
    store.erase(["ada"], [], comparison_key)
    save(store, visit("Bob"))
    assert save(store, replace(stored, last=NOON + 9 * MINUTE)) == [(None, False)]
    assert spans(store) == [("Bob", 0, 1)]


def test_reading_by_person_and_time(store):
    save(store, visit("Ada", 0, 10), visit("Bob", 0, 20), visit("Ada", 30, 40), visit(None, 35, 36))
    assert [each.name for each in store.sightings(person="ada")] == ["Ada", "Ada"]
    assert len(store.sightings(since=NOON + 10 * MINUTE)) == 4
    assert len(store.sightings(since=NOON + 11 * MINUTE)) == 3
    assert [each.last for each in store.sightings(NOON + 11 * MINUTE, "ada")] == [NOON + 40 * MINUTE]


def test_what_was_kept_long_enough_is_purged(store):
    save(store, visit("Ada"), visit(None), visit("Ada", 60, 61), visit(None, 60, 61))
    ended = NOON + MINUTE
    assert store.purge(ended + KEPT.unknown, KEPT) == 0
    assert store.purge(ended + KEPT.unknown + MINUTE, KEPT) == 1
    assert spans(store) == [("Ada", 0, 1), ("Ada", 60, 61), (None, 60, 61)]
    assert store.purge(ended + KEPT.people + MINUTE, KEPT) == 2
    assert spans(store) == [("Ada", 60, 61)]


def test_a_person_is_renamed(store):
    save(store, visit("Ada"), visit("Bob"))
    store.rename("ada", "Augusta")
    assert [each.name for each in store.sightings()] == ["Augusta", "Bob"]


def test_a_merge_is_followed_and_undone(store):
    save(store, visit("Ada", 0, 1), visit("Bob", 0, 1), visit("Ada", 60, 61))
    undo = store.reassign("ada", "bob", "Bob")
    assert {each.person for each in store.sightings()} == {"bob"}
    assert {each.name for each in store.sightings()} == {"Bob"}
    undo()
    assert sorted((each.person, each.name) for each in store.sightings()) == [("ada", "Ada")] * 2 + [("bob", "Bob")]


def test_sightings_are_deleted_one_by_one(store):
    save(store, visit("Ada"), visit("Bob"), visit("Cem"))
    first, _, third = store.sightings()
    assert store.delete([first, third]) == 2
    assert [each.name for each in store.sightings()] == ["Bob"]


SECRETS = ["Åda Quux", "åda quux", "ÅDA QUUX"]


def bytes_of(store):
    """Everything that lies beside the file, too."""
    return b"".join(path.read_bytes() for path in sorted(store.path.parent.glob("*")) if path.is_file())


def test_nothing_of_a_forgotten_person_is_left_in_the_file_its_log_or_its_index(store):
    """Enough rows that pages are split, changed and freed; another program keeps the file open, so the log stays."""
    held = None
    for number in range(400):
        name = "Åda Quux" if number % 3 == 0 else f"Person {number % 7}"
        chip = ("her picture " if name == "Åda Quux" else "a picture ").encode() * (number % 90 + 1)
        [(stored, _)] = save(store, visit(name, number * 10, number * 10 + 1, chip=chip))
        if number == 50:
            held = sqlite3.connect(store.path, isolation_level=None)
            held.execute("SELECT count(*) FROM sightings").fetchone()
        if number % 5 == 0:
            save(store, replace(stored, score=0.99, chip=chip * 3))
    store.rename("person 1", "Somebody")
    save(store, visit("Åda Quux", 5000, 5001))
    assert "Åda Quux".encode() in bytes_of(store)
    assert store.path.with_name("sightings.sqlite-wal").stat().st_size > 0
    others = [each for each in store.sightings() if each.name != "Åda Quux"]
    assert store.erase(["another"], ["ÅDA  quux"], comparison_key) == 135
    content = bytes_of(store)
    for secret in (*SECRETS, "her picture"):
        assert secret.encode() not in content
        assert secret.encode("utf-16-le") not in content
    assert b"Person 1" not in content
    assert store.sightings() == others
    assert store.chip(others[0]) is not None
    held.close()


def test_a_killed_program_that_had_deleted_but_not_erased_is_completed(store):
    save(store, visit("Ada", chip=b"her picture" * 500), visit("Bob"))
    held = sqlite3.connect(store.path, isolation_level=None)  # the log stays, as after a kill
    held.execute("DELETE FROM sightings WHERE person = 'ada'")
    assert b"her picture" in bytes_of(store)
    assert store.erase(["ada"], ["Ada"], comparison_key) == 0
    assert b"her picture" not in bytes_of(store)
    held.close()


def test_a_purge_leaves_nothing_either(store):
    save(store, visit(None, chip=b"somebody unknown" * 500), visit("Ada"))
    held = sqlite3.connect(store.path, isolation_level=None)
    held.execute("SELECT count(*) FROM sightings").fetchone()
    store.purge(NOON + timedelta(hours=9), KEPT)
    assert b"somebody unknown" not in bytes_of(store)
    held.close()


def test_a_damaged_file_is_deleted_when_somebody_is_forgotten(store):
    save(store, visit("Ada"))
    content = store.path.read_bytes()
    store.path.write_bytes(b"x" * 100 + content[100:])
    assert b"Ada" in bytes_of(store)
    with pytest.raises(DamagedFileError):
        store.sightings()
    assert store.erase(["ada"], ["Ada"], comparison_key) == 0
    assert list(store.path.parent.glob("sightings*")) == []


def test_a_log_beside_no_file_is_deleted_when_somebody_is_forgotten(store):
    for ending in ("-wal", "-shm"):
        store.path.with_name(f"sightings.sqlite{ending}").write_bytes(b"Ada")
    store.erase(["ada"], ["Ada"], comparison_key)
    assert list(store.path.parent.glob("sightings*")) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("first", 10**18), ("last", -(10**17)), ("score", 7.0), ("score", float("inf")), ("guest", -(2**63))],
)
def test_values_that_are_none_of_ours_are_damage(store, column, value):
    save(store, visit())
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute(f"UPDATE sightings SET {column} = ?", (value,))
    connection.close()
    if column == "guest":
        assert store.sightings()[0].guest == value
    else:
        with pytest.raises(DamagedFileError):
            store.sightings()


def test_a_text_that_is_none_is_damage(store):
    save(store, visit())
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute("UPDATE sightings SET source = CAST(x'ff41' AS TEXT)")
    connection.close()
    with pytest.raises(DamagedFileError, match="UTF-8"):
        store.sightings()


def save_as(store, person_id, first):
    """Save a visit of a minute of the Ada with that id."""
    change = SightingChange(visit("Ada", first, first + 1))
    store.save([change], lambda name: ("ada", name, person_id), COOLDOWN)


@pytest.fixture
def namesakes(store):
    """A visit of a person called Ada, one of another Ada who got the slug later, and one of an earlier version."""
    for first, person_id in ((0, "1"), (60, "2"), (120, "")):
        store.save(
            [SightingChange(visit("Ada", first, first + 1))], lambda name, own=person_id: ("ada", name, own), COOLDOWN
        )
    return store


def hours(sightings):
    return [(each.first - NOON) // (60 * MINUTE) for each in sightings]


def test_who_gets_the_slug_of_somebody_who_was_deleted_does_not_get_their_visits(namesakes):
    assert hours(namesakes.sightings(person="ada", person_id="1")) == [0, 2]
    assert hours(namesakes.sightings(person="ada", person_id="2")) == [1, 2]
    assert hours(namesakes.sightings(person="ada", name="Ada", person_id="2")) == [1, 2]
    assert hours(namesakes.sightings(person="ada")) == [0, 1, 2]
    assert namesakes.last_seen("ada", "1") == namesakes.last_seen("ada", "2") == NOON + 121 * MINUTE
    namesakes.delete([each for each in namesakes.sightings() if each.person_id is None])
    assert [namesakes.last_seen("ada", each) for each in ("1", "2")] == [NOON + MINUTE, NOON + 61 * MINUTE]


def test_a_visit_of_another_person_with_the_same_slug_is_not_continued(store):
    for first, person_id in ((0, "1"), (2, "2"), (4, "2")):
        store.save(
            [SightingChange(visit("Ada", first, first + 1))], lambda name, own=person_id: ("ada", name, own), COOLDOWN
        )
    assert [(each.person_id, each.last) for each in store.sightings()] == [
        ("1", NOON + MINUTE),
        ("2", NOON + 5 * MINUTE),
    ]


def test_renaming_and_merging_concern_only_their_own(namesakes):
    namesakes.rename("ada", "Augusta", "2")
    assert [each.name for each in namesakes.sightings()] == ["Ada", "Augusta", "Augusta"]
    before = namesakes.sightings()
    undo = namesakes.reassign("ada", "bob", "Bob", "2", "3")
    assert [(each.person, each.person_id) for each in namesakes.sightings()] == [
        ("ada", "1"),
        ("bob", "3"),
        ("bob", "3"),
    ]
    undo()
    assert namesakes.sightings() == before


def test_forgetting_erases_those_of_both(namesakes):
    assert namesakes.erase({"ada"}, {"Ada"}, str.casefold) == 3
