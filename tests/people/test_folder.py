"""Who is somebody in the people's folder, made by hand too, and that it stays private while many use it."""

import os
import shutil
import stat
import threading

import pytest

from support.people_files import MINUTE, NOON, named, picture, put
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.storage import disk


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


def test_an_empty_store_has_no_people(store):
    assert store.people() == []
    assert not store.folder.exists()


def test_people_are_sorted_by_name(store):
    for name in ("émile", "Zoë", "ada", "Bob"):
        store.create(PersonName(name))

    assert named(store) == ["ada", "Bob", "Zoë", "émile"]


def test_a_folder_made_by_hand_is_someone(store):
    path = put(store.folder / "Ada_Lovelace", "holiday.PNG")

    [person] = store.people()
    assert (person.name, person.slug, person.created) == ("Ada_Lovelace", "Ada_Lovelace", None)
    assert [sample.path for sample in store.samples(person)] == [path]


def test_folders_that_are_not_people(store):
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
    ada = store.create(PersonName("Ada"))
    (ada.folder / "linked.jpg").symlink_to(elsewhere)

    assert named(store) == ["Ada"]
    assert store.samples(ada) == []


def test_folders_of_one_name_are_one_person(store):
    ada = store.create(PersonName("Ada Lovelace"))
    kept = store.add(ada, picture(10), NOON)
    put(store.folder / "ada_lovelace", "a.jpg", 20)
    put(store.folder / "ADA LOVELACE", "a.jpg", 30)

    [person] = store.people()
    assert (person.slug, person.name) == (ada.slug, "Ada Lovelace")
    assert {sample.person for sample in store.samples(person)} == {ada.slug}
    assert len(store.samples(person)) == 3

    renamed = store.rename(person, PersonName("Countess"))  # a change gathers them
    assert {sample.path.name for sample in store.samples(renamed)} == {kept.path.name, "a.jpg", "a-2.jpg"}
    assert named(store) == ["Countess"]
    assert [path.name for path in store.folder.iterdir() if path.is_dir()] == [ada.slug]


def test_a_folder_that_vanishes_while_it_is_read_is_no_person(store):
    ada = store.create(PersonName("Ada"))
    store.add(ada, picture(10))
    shutil.rmtree(ada.folder)

    assert store.samples(ada) == []
    assert store.people() == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_everything_is_private(store):
    put(store.folder / "Bob", "b.jpg")
    store.folder.chmod(0o755)  # made by hand
    ada = store.create(PersonName("Ada"))
    store.add(ada, picture(10))

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (store.folder, ada.folder, *ada.folder.iterdir())}
    assert {mode for name, mode in modes.items() if name.endswith(("json", "jpg"))} == {0o600}
    assert {modes["people"], modes["Ada"]} == {0o700}


def test_reading_needs_no_lock(store):
    ada = store.create(PersonName("Ada"))
    with disk.lock(store.folder):
        assert store.people() == [ada]
        assert store.samples(ada) == []


def test_many_writers_lose_nothing(store):
    ada = store.create(PersonName("Ada"))

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
