"""Exporting copies everybody, or nothing."""

import errno
import os
import re
from pathlib import Path

import pytest

from support.people_files import NOON, picture, put
from visavis.audit.log import AuditLog
from visavis.errors import DiskError, StoreError
from visavis.people import exporter
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.storage import disk


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


def test_exporting_copies_everybody(store, tmp_path):
    sample = store.add(store.create(PersonName("Ada Lovelace")), picture(10), NOON)
    store.add(store.create(PersonName("a/b")), picture(20), NOON)
    put(store.folder / "a_b-2", "c.png", 30)  # a name like the other's folder

    assert exporter.export(store, tmp_path / "out") == 3

    found = {str(path.relative_to(tmp_path / "out")): path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    copy = found[f"Ada Lovelace/{sample.path.name}"]
    assert copy.read_bytes() == sample.path.read_bytes()
    assert copy.stat().st_mtime == pytest.approx(NOON.timestamp(), abs=0.01)
    assert {Path(name).parts[0] for name in found} == {"Ada Lovelace", "a_b", "a_b-2"}


def test_exporting_twice_pictures_of_one_name_keeps_both(store, tmp_path):
    put(store.folder / "Ada L", "a.jpg", 10)
    put(store.folder / "ada_l", "a.jpg", 20)

    assert exporter.export(store, tmp_path / "out") == 2
    assert len(list((tmp_path / "out").rglob("*.jpg"))) == 2


def test_exporting_needs_an_empty_folder(store, tmp_path):
    store.create(PersonName("Ada"))
    (tmp_path / "file").touch()

    for to in (tmp_path, tmp_path / "file"):
        with pytest.raises(StoreError, match="is not an empty folder"):
            exporter.export(store, to)
    with pytest.raises(StoreError, match="inside the people store"):
        exporter.export(store, store.folder / "out")


def test_exporting_an_empty_store_is_an_error(store, tmp_path):
    with pytest.raises(StoreError, match="nobody to export"):
        exporter.export(store, tmp_path / "out")


def test_exporting_to_a_full_disk_leaves_nothing_there(store, small_disk):
    ada = store.create(PersonName("Ada"))
    for number in range(100):
        put(ada.folder, f"{number}.jpg", number)

    with pytest.raises(DiskError, match="no space left"):
        exporter.export(store, small_disk)
    assert not list(small_disk.iterdir())


def second_time_deadly(call):
    times = iter(range(9))
    return lambda *given: os._exit(9) if next(times) else call(*given)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of itself")
@pytest.mark.parametrize("place", ["new", "empty", "linked", "alone"])
def test_a_killed_export_leaves_nothing_in_its_place_and_the_next_one_nothing_beside_it(
    store, tmp_path, monkeypatch, place
):
    for name in ("Ada", "Bob"):
        store.add(store.create(PersonName(name)), picture(len(name)), NOON)
    to = tmp_path / "exports" / "all"
    if place != "new":
        to.mkdir(parents=True)
    if place == "linked":
        (tmp_path / "link").symlink_to(to)
    if place == "alone":  # as if nobody may write beside it
        monkeypatch.setattr(os, "access", lambda *_: False)
    given = tmp_path / "link" if place == "linked" else to
    for name in ("write_whole", "sync"):
        if not (child := os.fork()):
            monkeypatch.setattr(disk, name, second_time_deadly(getattr(disk, name)))
            exporter.export(store, given)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert not to.exists() or [path for path in to.iterdir() if not path.name.startswith(".visavis-export-")] == []
        assert list((tmp_path / "exports").rglob(".visavis-export-*"))
    assert exporter.export(store, given) == 2
    assert sorted(path.name for path in to.iterdir()) == ["Ada", "Bob"]
    assert [path.name for path in (tmp_path / "exports").iterdir()] == ["all"]


def events(store):
    return [line.event for line in AuditLog(store.folder).lines()]


def test_an_export_that_fails_leaves_no_line_in_the_log(store, small_disk, tmp_path):
    ada = store.create(PersonName("Ada"))
    for number in range(100):
        put(ada.folder, f"{number}.jpg", number)
    with pytest.raises(DiskError):
        exporter.export(store, small_disk)
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter").touch()
    with pytest.raises(StoreError, match="not an empty folder"):
        exporter.export(store, tmp_path / "taken")
    assert "exported" not in events(store)
    exporter.export(store, tmp_path / "out")
    assert events(store)[-1] == "exported"


def test_a_data_folder_that_cannot_be_written_is_named_and_not_the_folder_of_the_copies(store, tmp_path, monkeypatch):
    store.add(store.create(PersonName("Ada")), picture(10), NOON)
    log = store.folder / "audit.jsonl"

    def refuse(self, *facts, now=None):
        raise disk.disk_error(OSError(errno.EROFS, "read-only"), log)

    monkeypatch.setattr(AuditLog, "record", refuse)
    with pytest.raises(DiskError, match=re.escape(f"Cannot write {log}: read-only file system.")):
        exporter.export(store, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".visavis-export-*"))
