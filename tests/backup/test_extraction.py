"""A backup from anybody: what is wrong with it costs one sentence, and nothing outside of the new folder."""

import json

import pytest

from support.backups.archives import HEAD, PICTURE, described, hostile, tar
from visavis.backup import extraction, restore
from visavis.errors import DamagedFileError, NewerFileError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders

CASES = hostile()


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_backup_costs_one_sentence_and_nothing(folders, tmp_path, case):
    PeopleStore(folders.people).create(PersonName("Bob"))
    path = tmp_path / "x.backup"
    path.write_bytes(CASES[case])
    before = {each: each.is_file() and each.read_bytes() for each in tmp_path.rglob("*") if ".lock" not in each.name}
    with pytest.raises(DamagedFileError, match="is not a complete backup") as told:
        restore.restore(folders, path, merges=True)
    assert "\n" not in str(told.value)
    after = {each: each.is_file() and each.read_bytes() for each in tmp_path.rglob("*") if ".lock" not in each.name}
    assert after == before


def test_a_right_one_is_unpacked_with_its_head(folders, tmp_path):
    path = tmp_path / "x.backup"
    path.write_bytes(tar(*described()))
    head = extraction.unpack(path, folders)
    assert (head.people, head.program) == (1, HEAD["program"])
    assert (folders.people / "Ada" / "1.jpg").read_bytes() == PICTURE
    assert (folders.people / "Ada" / "1.jpg").stat().st_mode & 0o777 == 0o600
    assert folders.people.stat().st_mode & 0o777 == 0o700


def test_a_newer_one_is_refused_at_once(folders, tmp_path):
    path = tmp_path / "x.backup"
    path.write_bytes(tar(("visavis-backup.json", json.dumps({"version": 2, "what": "ever"}).encode())))
    for read in (lambda: extraction.read_head(path), lambda: extraction.unpack(path, folders)):
        with pytest.raises(NewerFileError):
            read()


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(extraction.FileError, match="cannot be opened"):
            extraction.is_locked(path)


def test_places_are_those_of_a_data_folder(tmp_path):
    folders = DataFolders(tmp_path / "data", tmp_path / "cache")
    assert extraction.place_of("people/王伟/1.jpg", folders) == folders.people / "王伟" / "1.jpg"
    assert extraction.place_of("settings.toml", folders) == folders.settings
