"""The people store: what it keeps, what it refuses, and what is left when it is killed."""

import contextlib
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from visavis import disk, exports, images
from visavis.errors import DiskError, PersonNameError, PersonNotFoundError, StoreError
from visavis.people import PeopleStore, Sample, Session

NOON = datetime(2026, 11, 22, 12, 0, 0, 123_456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def picture(shade):
    return np.full((8, 6, 3), shade, np.uint8)


def put(folder, name, shade=1):
    """A picture put in by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(images.encode(picture(shade)))
    return folder / name


def record(folder, **changes):
    """A person.json, right but for `changes`."""
    folder.mkdir(parents=True, exist_ok=True)
    right = {"version": 1, "name": folder.name, "created": NOON.isoformat(), "consent": "", "sessions": []}
    (folder / "person.json").write_text(json.dumps(right | changes))


def named(store):
    return [person.name for person in store.people()]


def contents(store):
    """Everybody's pictures."""
    return {person.name: sorted(each.path.read_bytes() for each in store.samples(person)) for person in store.people()}


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


# People


def test_an_empty_store_has_nobody(store):
    assert store.people() == []
    assert not store.folder.exists()


@pytest.mark.parametrize("name", ["Ada Lovelace", "王伟", "../x", "a/b", "CON", "x" * 300, "محمد", "🦊"])
def test_anybody_can_be_created_and_found(store, name):
    created = store.create(f" {name} ", consent="asked on Sunday")

    [person] = store.people()
    assert person == created == store.find(name)
    assert person.name == name
    assert person.consent == "asked on Sunday"
    assert person.folder == store.folder / person.slug
    assert person.folder.parent.resolve() == store.folder.resolve()
    assert abs(person.created - datetime.now(UTC)) < MINUTE


def test_people_are_sorted_by_name(store):
    for name in ("émile", "Zoë", "ada", "Bob"):
        store.create(name)

    assert named(store) == ["ada", "Bob", "Zoë", "émile"]


@pytest.mark.parametrize("name", ["Ada Lovelace", "ada_lovelace", " ADA  LOVELACE"])
def test_a_name_is_taken_in_every_writing(store, name):
    store.create("Ada_Lovelace")

    with pytest.raises(PersonNameError, match="The name Ada_Lovelace is taken"):
        store.create(name)
    assert store.find_or_create(name) == store.find("Ada_Lovelace")
    assert named(store) == ["Ada_Lovelace"]


def test_an_impossible_name_leaves_nothing(store):
    with pytest.raises(PersonNameError):
        store.create("a\nb")
    assert not store.folder.exists()


def test_names_with_the_same_slug_get_folders_of_their_own(store):
    assert store.create("a/b").slug == "a_b"
    assert store.create("a:b").slug == "a_b-2"


def test_nobody_by_that_name(store):
    for name in ("Ada Lovelace", "Bob"):
        store.create(name)

    with pytest.raises(PersonNotFoundError, match="Nobody is called ada lovelac") as told:
        store.find("ada lovelac")
    assert told.value.hint == "Did you mean Ada Lovelace?"
    with pytest.raises(PersonNotFoundError) as told:
        store.find("xyz")
    assert "visavis people list" in told.value.hint


# Folders made by hand, and records that are wrong


def test_a_folder_made_by_hand_is_someone(store):
    path = put(store.folder / "Ada_Lovelace", "holiday.PNG")

    [person] = store.people()
    assert (person.name, person.slug, person.created) == ("Ada_Lovelace", "Ada_Lovelace", None)
    assert [sample.path for sample in store.samples(person)] == [path]


def test_what_is_nobody(store):
    put(store.folder / ".hidden", "a.jpg")
    put(store.folder / "Deep" / "inside", "a.jpg")
    (store.folder / "Empty").mkdir()
    (store.folder / "Notes").mkdir()
    (store.folder / "Notes" / "a.txt").touch()
    (store.folder / "stray.jpg").touch()

    assert store.people() == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_are_left_alone(store, tmp_path):
    elsewhere = put(tmp_path / "elsewhere", "a.jpg")
    store.folder.mkdir()
    (store.folder / "Linked").symlink_to(elsewhere.parent)
    ada = store.create("Ada")
    (ada.folder / "linked.jpg").symlink_to(elsewhere)

    assert named(store) == ["Ada"]
    assert store.samples(ada) == []


def test_folders_of_one_name_are_one_person(store):
    ada = store.create("Ada Lovelace")
    kept = store.add(ada, picture(10), NOON)
    put(store.folder / "ada_lovelace", "a.jpg", 20)
    put(store.folder / "ADA LOVELACE", "a.jpg", 30)

    [person] = store.people()
    assert (person.slug, person.name) == (ada.slug, "Ada Lovelace")
    assert {sample.person for sample in store.samples(person)} == {ada.slug}
    assert len(store.samples(person)) == 3

    renamed = store.rename(person, "Countess")  # a change gathers them
    assert {sample.path.name for sample in store.samples(renamed)} == {kept.path.name, "a.jpg", "a-2.jpg"}
    assert named(store) == ["Countess"]
    assert [path.name for path in store.folder.iterdir() if not path.name.startswith(".")] == [ada.slug]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"{}",
        b'{"version": "1"}',
        b'{"version": 0}',
        b"[" * 100_000,
        b'{"version": 1, "name": "Ada"}',
    ],
)
def test_a_damaged_record_is_told(store, content):
    store.create("Bob")
    (store.create("Ada").folder / "person.json").write_bytes(content)

    with pytest.raises(StoreError, match=r"Ada.person\.json is damaged\.$") as told:
        store.people()
    assert told.value.hint


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 1},
        {"name": ""},
        {"name": "a\nb"},
        {"created": None},
        {"created": "2026-11-22T12:00:00"},
        {"created": "yesterday"},
        {"consent": None},
        {"sessions": None},
        {"sessions": [{}]},
        {"sessions": [{"started": "2026-11-22T12:00:00Z", "ended": 1}]},
    ],
    ids=str,
)
def test_a_record_of_wrong_values_is_told(store, changes):
    record(store.folder / "Ada")
    assert named(store) == ["Ada"]
    record(store.folder / "Ada", **changes)

    with pytest.raises(StoreError, match=r"person\.json is damaged\.$"):
        store.people()


def test_a_newer_record_is_refused(store):
    record(store.folder / "Ada", version=2)

    with pytest.raises(StoreError, match=r"person\.json is of a newer version of Visavis\.$") as told:
        store.people()
    assert "Update" in told.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_folder_whose_name_is_not_text_is_told(store):
    put(store.folder / os.fsdecode(b"Ad\xe9"), "a.jpg")

    with pytest.raises(StoreError, match="cannot be a person") as told:
        store.people()
    str(told.value).encode()


# Samples


def test_a_sample_says_when_it_was_taken_and_what_it_is(store):
    ada = store.create("Ada")

    sample = store.add(ada, picture(10), NOON.astimezone(timezone(timedelta(hours=9))))

    assert sample.path.name.startswith("20261122T120000.123Z-")
    assert sample.taken == NOON.replace(microsecond=123_000)
    assert sample.path.name == f"20261122T120000.123Z-{sample.hash}.jpg"
    assert sample.person == ada.slug
    assert store.samples(ada) == [sample]
    assert images.read(sample.path).shape == (8, 6, 3)


def test_without_a_time_a_sample_is_of_now(store):
    assert abs(store.add(store.create("Ada"), picture(10)).taken - datetime.now(UTC)) < MINUTE


def test_a_time_without_a_zone_is_a_bug(store):
    with pytest.raises(ValueError, match="time zone"):
        store.add(store.create("Ada"), picture(10), datetime(2026, 11, 22))  # noqa: DTZ001


def test_the_same_picture_is_kept_once(store):
    ada = store.create("Ada")
    first = store.add(ada, picture(10), NOON)

    assert store.add(ada, picture(10), NOON + MINUTE) == first
    assert store.samples(ada) == [first]
    assert store.add(store.create("Bob"), picture(10), NOON).hash == first.hash


@pytest.mark.parametrize("name", ["a.jpg", "20261322T120000.123Z-0123456789abcdef.jpg", "20261122T120000.123Z-01.jpg"])
def test_a_sample_put_in_by_hand(store, name):
    path = put(store.folder / "Ada", name)

    [sample] = store.samples(store.find("Ada"))
    assert sample.taken is None
    if "01234567" not in name:  # a hash of our form is believed, though there is no such month
        assert sample.hash == Sample(put(store.folder / "Bob", "b.jpg"), "Bob").hash
    assert path.exists()


def test_a_sample_can_be_removed(store):
    ada = store.create("Ada")
    one, other = (store.add(ada, picture(shade), NOON) for shade in (10, 20))

    store.remove(one)
    store.remove(one)

    assert store.samples(ada) == [other]


def test_nothing_is_added_to_the_forgotten(store):
    ada = store.create("Ada")
    store.forget(ada)

    with pytest.raises(PersonNotFoundError, match="Ada is no longer there"):
        store.add(ada, picture(10))
    with pytest.raises(PersonNotFoundError):
        store.record_session(ada, NOON, NOON)
    assert store.people() == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_everything_is_private(store):
    put(store.folder / "Bob", "b.jpg")
    store.folder.chmod(0o755)  # made by hand
    ada = store.create("Ada")
    store.add(ada, picture(10))

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (store.folder, ada.folder, *ada.folder.iterdir())}
    assert {mode for name, mode in modes.items() if name.endswith(("json", "jpg"))} == {0o600}
    assert {modes["people"], modes["Ada"]} == {0o700}


# Changes


def test_sessions_are_remembered_in_order(store):
    ada = store.create("Ada")

    for start in (NOON + MINUTE, NOON, NOON):
        store.record_session(ada, start, start + MINUTE / 2)

    assert store.find("Ada").sessions == (Session(NOON, NOON + MINUTE / 2), Session(NOON + MINUTE, NOON + MINUTE * 1.5))


def test_a_session_covers_what_was_taken_in_it(store):
    ada = store.create("Ada")
    session = Session(NOON, NOON + MINUTE)

    assert session.covers(store.add(ada, picture(10), NOON))
    assert not session.covers(store.add(ada, picture(20), NOON + 2 * MINUTE))
    assert not session.covers(Sample(put(ada.folder, "a.jpg"), ada.slug))


def test_a_session_gives_a_folder_made_by_hand_its_record(store):
    put(store.folder / "Ada", "a.jpg")

    store.record_session(store.find("Ada"), NOON, NOON + MINUTE)

    assert store.find("Ada").created is not None
    assert store.find("Ada").sessions == (Session(NOON, NOON + MINUTE),)


def test_renaming_keeps_the_slug(store):
    ada = store.create("Ada", consent="yes")
    sample = store.add(ada, picture(10))

    renamed = store.rename(ada, " Augusta ")

    assert (renamed.name, renamed.slug, renamed.consent) == ("Augusta", ada.slug, "yes")
    assert store.people() == [renamed]
    assert store.samples(renamed) == [sample]
    assert store.rename(renamed, "AUGUSTA").name == "AUGUSTA"  # another writing of the same name


def test_nobody_gets_anothers_name(store):
    ada, _ = store.create("Ada"), store.create("Bob King")

    with pytest.raises(PersonNameError, match="Bob King is taken"):
        store.rename(ada, "bob_king")
    assert named(store) == ["Ada", "Bob King"]


def test_merging(store):
    ada, double = store.create("Ada"), store.create("Ada 2", consent="yes")
    store.add(ada, picture(10), NOON)
    store.add(double, picture(10), NOON + MINUTE)  # the same content
    store.add(double, picture(20), NOON)
    put(double.folder, "a.jpg", 30)
    put(ada.folder, "a.jpg", 40)
    store.record_session(ada, NOON + MINUTE, NOON + MINUTE)
    store.record_session(double, NOON, NOON)

    merged = store.merge(double, ada)

    assert store.people() == [merged]
    assert (merged.slug, merged.name, merged.consent) == (ada.slug, "Ada", "yes")
    assert merged.sessions == (Session(NOON, NOON), Session(NOON + MINUTE, NOON + MINUTE))
    expected = sorted(images.encode(picture(shade)) for shade in (10, 20, 30, 40))
    assert contents(store) == {"Ada": expected}
    assert not double.folder.exists()


def test_merging_keeps_what_is_not_ours(store):
    ada, double = store.create("Ada"), store.create("Ada 2")
    (double.folder / "notes.txt").touch()

    store.merge(double, ada)

    assert [path.name for path in double.folder.iterdir()] == ["notes.txt"]
    assert named(store) == ["Ada"]


def test_nobody_is_merged_with_themselves(store):
    ada = store.create("Ada")
    store.add(ada, picture(10))

    with pytest.raises(StoreError, match="the same person"):
        store.merge(ada, ada)
    assert len(store.samples(ada)) == 1


def test_moving_takes_the_session_along(store):
    ada, bob = store.create("Ada"), store.create("Bob")
    store.record_session(ada, NOON, NOON + MINUTE)
    store.record_session(ada, NOON + 5 * MINUTE, NOON + 6 * MINUTE)
    wrong, right = (store.add(ada, picture(shade), NOON) for shade in (10, 20))

    moved = store.move([wrong], bob)

    assert [sample.hash for sample in store.samples(moved)] == [wrong.hash]
    assert store.samples(ada) == [right]
    assert moved.sessions == (Session(NOON, NOON + MINUTE),)
    assert store.move(store.samples(moved), moved) == moved  # to themselves
    assert len(store.samples(moved)) == 1


def test_moving_what_has_gone_moves_nothing(store):
    ada, bob = store.create("Ada"), store.create("Bob")
    one, other = (store.add(ada, picture(shade), NOON) for shade in (10, 20))
    other.path.unlink()

    with pytest.raises(StoreError, match="no longer there"):
        store.move([one, other], bob)
    assert store.samples(ada) == [one]


def test_forgetting_takes_everything(store):
    ada = store.create("Ada")
    store.add(ada, picture(10))
    put(store.folder / "ada", "a.jpg", 20)
    (ada.folder / "deeper").mkdir()
    (ada.folder / "deeper" / "notes.txt").touch()

    assert store.forget(ada) == 2

    assert [path.name for path in store.folder.iterdir()] == [".lock"]


def test_a_folder_that_vanishes_while_it_is_read_is_nobody(store):
    ada = store.create("Ada")
    store.add(ada, picture(10))
    shutil.rmtree(ada.folder)

    assert store.samples(ada) == []
    assert store.people() == []


# Export


def test_exporting_copies_everybody(store, tmp_path):
    sample = store.add(store.create("Ada Lovelace"), picture(10), NOON)
    store.add(store.create("a/b"), picture(20), NOON)
    put(store.folder / "a_b-2", "c.png", 30)  # a name like the other's folder

    assert exports.export(store, tmp_path / "out") == 3

    found = {str(path.relative_to(tmp_path / "out")): path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    copy = found[f"Ada Lovelace/{sample.path.name}"]
    assert copy.read_bytes() == sample.path.read_bytes()
    assert copy.stat().st_mtime == pytest.approx(NOON.timestamp(), abs=0.01)
    assert {Path(name).parts[0] for name in found} == {"Ada Lovelace", "a_b", "a_b-2"}


def test_exporting_twice_pictures_of_one_name_keeps_both(store, tmp_path):
    put(store.folder / "Ada L", "a.jpg", 10)
    put(store.folder / "ada_l", "a.jpg", 20)

    assert exports.export(store, tmp_path / "out") == 2
    assert len(list((tmp_path / "out").rglob("*.jpg"))) == 2


def test_exporting_needs_an_empty_folder(store, tmp_path):
    store.create("Ada")
    (tmp_path / "file").touch()

    for to in (tmp_path, tmp_path / "file"):
        with pytest.raises(StoreError, match="is not an empty folder"):
            exports.export(store, to)
    with pytest.raises(StoreError, match="inside the people store"):
        exports.export(store, store.folder / "out")


def test_exporting_nobody_is_told(store, tmp_path):
    with pytest.raises(StoreError, match="nobody to export"):
        exports.export(store, tmp_path / "out")


def test_exporting_to_a_full_disk_leaves_nothing_there(store, small_disk):
    ada = store.create("Ada")
    for number in range(100):
        put(ada.folder, f"{number}.jpg", number)

    with pytest.raises(DiskError, match="no space left"):
        exports.export(store, small_disk)
    assert not list(small_disk.iterdir())


# A full disk


def fill(folder):
    """Take all the space there is."""
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1000))


def test_a_full_disk_changes_nothing(small_disk):
    store = PeopleStore(small_disk / "people")
    ada, bob = store.create("Ada"), store.create("Bob")
    sample = store.add(ada, picture(10), NOON)
    fill(small_disk)

    for change in (
        lambda: store.create("Eve"),
        lambda: store.find_or_create("Eve"),
        lambda: store.add(bob, picture(20)),
        lambda: store.rename(ada, "Augusta"),
        lambda: store.merge(ada, bob),
        lambda: store.record_session(ada, NOON, NOON),
        lambda: store.move([sample], bob),
    ):
        with pytest.raises(DiskError, match="no space left"):
            change()
    assert store.people() == [ada, bob]
    assert store.samples(ada) == [sample]
    assert {path.name for path in store.folder.iterdir()} == {".lock", "Ada", "Bob"}

    assert store.forget(ada) == 1  # this makes room
    assert named(store) == ["Bob"]


# Other programs


def test_reading_needs_no_lock(store):
    ada = store.create("Ada")
    with disk.locked(store.folder):
        assert store.people() == [ada]
        assert store.samples(ada) == []


def test_many_writers_lose_nothing(store):
    ada = store.create("Ada")

    def write(first):
        for shade in range(first, first + 10):
            PeopleStore(store.folder).add(ada, picture(shade), NOON)
            PeopleStore(store.folder).record_session(ada, NOON + shade * MINUTE, NOON + shade * MINUTE)

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 100, 200)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert named(store) == ["Ada"]
        store.samples(ada)
    for writer in writers:
        writer.join()

    assert len(store.samples(ada)) == 30
    assert len(store.find("Ada").sessions) == 30


KILLED = '''
"""Does one change in many copies of a store, each time killed one file operation later, until one is let through."""
import os, shutil, signal, sys
from pathlib import Path
from visavis.people import PeopleStore

template, change = Path(sys.argv[1]), sys.argv[2]
CHANGES = {
    "create": lambda store: store.create("Eve"),
    "rename": lambda store: store.rename(store.find("Ada"), "Augusta"),
    "merge": lambda store: store.merge(store.find("Ada"), store.find("Bob")),
    "move": lambda store: store.move(store.samples(store.find("Ada")), store.find("Bob")),
    "forget": lambda store: store.forget(store.find("Ada")),
}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}
left = 0

def count(event, arguments):
    global left
    if event in EVENTS and armed and str(folder) in str(arguments[0]):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

armed = False
for step in range(1000):
    folder = template.parent / str(step)
    shutil.copytree(template, folder)
    if not (child := os.fork()):
        left, armed = step, True
        sys.addaudithook(count)
        CHANGES[change](PeopleStore(folder))
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(step)
'''


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of itself")
@pytest.mark.parametrize("change", ["create", "rename", "merge", "move", "forget"])
def test_killed_at_any_step_nothing_is_lost_and_again_completes_it(tmp_path, change):
    template = PeopleStore(tmp_path / "template")
    ada, bob = template.create("Ada"), template.create("Bob")
    for shade in (10, 20, 30):
        template.add(ada, picture(shade), NOON)
    template.add(bob, picture(10), NOON)
    put(ada.folder, "a.jpg", 40)
    put(bob.folder, "a.jpg", 50)
    template.record_session(bob, NOON, NOON)
    template.record_session(ada, NOON - MINUTE, NOON + MINUTE)
    put(template.folder / "ada", "b.jpg", 60)  # a folder to gather
    before = contents(template)
    pictures = sorted({each for everybody in before.values() for each in everybody})

    script = [sys.executable, "-c", KILLED, str(template.folder), change]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(script, check=True, capture_output=True, text=True, env=environment, timeout=60)

    steps = int(done.stdout)
    assert steps > 3
    for step in range(steps + 1):
        store = PeopleStore(tmp_path / str(step))
        after = contents(store)
        if change == "forget":
            assert len(after.get("Ada", before["Ada"])) >= 1
            assert after["Bob"] == before["Bob"]
        else:
            assert sorted({each for everybody in after.values() for each in everybody}) == pictures
        again(store, change)
        assert not list(store.folder.rglob(".tmp-*"))
        assert not list(store.folder.glob(".litter-*"))


def again(store, change):
    """The same once more, where it was not done: then it is done."""
    everybody = {person.name: person for person in store.people()}
    match change:
        case "create":
            assert store.find_or_create("Eve").name == "Eve"
        case "rename":
            if "Ada" in everybody:
                store.rename(everybody["Ada"], "Augusta")
            assert named(store) == ["Augusta", "Bob"]
            assert len(store.samples(store.find("Augusta"))) == 5
        case "merge":
            if "Ada" in everybody:
                store.merge(everybody["Ada"], everybody["Bob"])
            [bob] = store.people()
            assert len(store.samples(bob)) == 6
            assert len(bob.sessions) == 2
        case "move":
            bob = everybody["Bob"]
            if "Ada" in everybody:
                bob = store.move(store.samples(everybody["Ada"]), bob)
            assert len(store.samples(bob)) == 6
            assert len(bob.sessions) == 2
        case "forget":
            if "Ada" in everybody:
                store.forget(everybody["Ada"])
            store.create("Eve")  # the next change finishes what was left
            assert named(store) == ["Bob", "Eve"]
