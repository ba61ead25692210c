"""Turning encryption on and off: the same data before and after, and nothing readable while it is on."""

import contextlib
import errno
import os
import shutil

import pytest

from support.encryption.folders import CHEAP, JPEG_MARK, PASSPHRASE, readable
from support.faulty_world import ADA, BOB, CEM, DORA, EVE, World, new_pictures, noise
from visavis import forgetting
from visavis.backup import restore
from visavis.backup.backup import back_up
from visavis.encryption import sealed_store
from visavis.encryption.key_file import KEY_FILE, Phase
from visavis.errors import DamagedFileError, DiskError, StoreError
from visavis.imaging import codec
from visavis.people.samples import NewPicture
from visavis.storage import data_files, log_lines
from visavis.vault import key_store
from visavis.vault.conversion import Conversion, require_no_recordings

NAMES = (ADA, BOB, CEM, DORA, EVE)


@pytest.fixture
def world(tmp_path):
    return World(tmp_path / "world").build().without_recordings()


def turn_on(world):
    store = key_store.find(world.folders.data) or key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0]
    conversion = Conversion(world.folders)
    conversion.turn_on(store)
    return conversion


def turn_off(world):
    Conversion(world.folders).turn_off(key_store.find(world.folders.data))


def content(world):
    """All files of the data folder but locks, with what is in them."""
    files = [path for path in world.folders.data.rglob("*") if path.is_file() and path.name not in {".lock", ".used"}]
    return {path.relative_to(world.folders.data): path.read_bytes() for path in files}


def test_it_changes_nothing_that_users_see_and_nothing_can_be_read_without_the_key(world):
    before = world.state()
    assert len(readable(world.folders, *NAMES)) > 20
    conversion = turn_on(world)
    assert world.state() == before
    world.check()
    assert readable(world.folders, *NAMES) == []
    assert conversion.unconverted_files() == []
    assert conversion.converted > 30
    assert key_store.find(world.folders.data).key_file.phase is Phase.ON


def test_turning_it_off_gives_back_the_same_files(world):
    before, state = content(world), world.state()
    turn_on(world)
    turn_off(world)
    assert world.state() == state
    after = content(world)
    assert set(after) == set(before)
    changed = {path.name for path in before if before[path] != after[path]}
    assert changed <= {"sightings.sqlite"}  # SQLite may count its writes
    assert key_store.find(world.folders.data) is None


def test_a_second_time_nothing_is_left_to_do(world):
    turn_on(world)
    before = content(world)
    assert turn_on(world).converted == 0
    del before[next(path for path in before if path.name == KEY_FILE)]
    assert before.items() <= content(world).items()


def test_what_a_user_put_there_is_sealed_under_a_name_that_tells_nothing(world):
    folder = world.folders.people / "Zoe Made By Hand"
    folder.mkdir()
    (folder / "Zoe on the beach.png").write_bytes(codec.encode(noise(99), codec.MediaType.PNG))
    (folder / "notes.txt").write_text("hers")
    pictures = world.state()["people"]["Zoe Made By Hand"][0]
    conversion = turn_on(world)
    assert world.state()["people"]["Zoe Made By Hand"][0] == pictures
    assert readable(world.folders, "Zoe Made", "beach") == []
    assert [path.name for path in conversion.foreign_files()] == ["notes.txt"]
    turn_off(world)
    assert "Zoe Made By Hand" in world.names()
    assert (folder / "notes.txt").read_text() == "hers"


def test_what_is_put_there_later_counts_and_a_repeat_seals_it(world):
    turn_on(world)
    folder = world.folders.people / "Zoe Barre"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(codec.encode(noise(99)))
    assert "Zoe Barre" in world.names()
    assert len(Conversion(world.folders).unconverted_files()) == 1
    turn_on(world)
    assert "Zoe Barre" in world.names()
    assert readable(world.folders, *NAMES, "Zoe Barre") == []


def test_people_keep_their_identity_so_models_know_them(world):
    slugs = {person.name: person.slug for person in world.people.people()}
    turn_on(world)
    assert {person.name: person.slug for person in world.people.people()} == slugs
    assert [name for name in slugs if (world.folders.people / name).exists()] == []
    turn_off(world)
    assert {person.name: person.slug for person in world.people.people()} == slugs


def test_embeddings_are_not_computed_again(world):
    before = len(list(world.folders.embeddings.rglob("*.npz")))
    turn_on(world)
    files = list(world.folders.embeddings.rglob("*.npz"))
    assert len(files) == before
    assert all(data_files.is_sealed(path) for path in files)
    hidden = {sealed_store.hide(world.folders.embeddings, slug) for slug in (ADA, BOB, CEM, DORA)}
    assert {path.stem for path in files} == hidden


def test_who_came_after_it_was_turned_on_is_there_after_it_was_turned_off(world):
    turn_on(world)
    world.people.enroll(EVE, new_pictures(90))
    before = world.state()
    turn_off(world)
    assert world.state() == before
    assert (world.folders.people / EVE).is_dir()


def test_who_is_in_the_trash_is_restored_under_a_name_that_tells_nothing(world):
    turn_on(world)
    [entry] = [entry for entry in world.trash.entries() if entry.whole]
    world.trash.restore(entry)
    assert DORA in world.names()
    assert readable(world.folders, *NAMES) == []


def test_a_forgetting_leaves_nothing_for_whoever_has_the_key_either(world):
    secrets = world.secrets(ADA)
    turn_on(world)
    receipt = forgetting.forget(world.folders, world.find(ADA))
    assert receipt.problems == ()
    assert receipt.samples == 3
    assert world.traces(secrets) == []
    world.check_recovered()


def test_with_too_little_space_nothing_is_rewritten_and_the_user_is_told(world, monkeypatch):
    before = world.state()
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**9, 10**9 - 5000, 5000))
    with pytest.raises(DiskError, match="MB of free space are needed"):
        turn_on(world)
    assert world.state() == before
    monkeypatch.undo()
    turn_on(world)
    assert readable(world.folders, *NAMES) == []


def test_a_backup_of_encrypted_data_tells_nothing_and_the_passphrase_opens_it_elsewhere(world, tmp_path):
    turn_on(world)
    back_up(world.folders, tmp_path / "x.backup")
    assert [name for name in NAMES if name.encode() in (tmp_path / "x.backup").read_bytes()] == []
    assert JPEG_MARK not in (tmp_path / "x.backup").read_bytes()
    other = World(tmp_path / "there")
    restore.restore(other.folders, tmp_path / "x.backup")
    assert readable(other.folders, *NAMES) == []
    before, after = world.state(), other.state()
    assert {key: after[key] for key in ("people", "models", "sightings", "trash")} == {
        key: before[key] for key in ("people", "models", "sightings", "trash")
    }
    turn_off(other)
    assert other.state()["people"] == before["people"]


def test_recordings_of_live_sessions_have_to_go_first(tmp_path):
    world = World(tmp_path / "other").build()
    before = content(world)
    with pytest.raises(StoreError, match="2 recordings of live sessions cannot be encrypted"):
        require_no_recordings(world.folders)
    assert content(world) == before


def test_a_damaged_record_is_said_before_its_folder_loses_its_name(world):
    (world.find(ADA).folder / "person.json").write_bytes(b"{")
    with pytest.raises(DamagedFileError, match=r"person\.json"):
        turn_on(world)
    assert (world.folders.people / ADA).is_dir()


def test_a_file_that_cannot_be_decrypted_keeps_the_key(world):
    turn_on(world)
    path = world.people.samples(world.find(BOB))[0].path
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamagedFileError):
        turn_off(world)
    assert (world.folders.data / KEY_FILE).is_file()
    next(world.folders.people.rglob(path.name)).unlink()
    turn_off(world)
    assert not (world.folders.data / KEY_FILE).exists()
    assert JPEG_MARK in world.people.samples(world.find(BOB))[0].path.read_bytes()


@pytest.mark.parametrize("refused", range(1, 5))
def test_a_file_that_cannot_be_opened_for_a_moment_is_decrypted_now_or_by_a_repeat(world, monkeypatch, refused):
    before = world.state()
    turn_on(world)
    path = world.people.samples(world.find(BOB))[0].path
    open_regular, opened = data_files.open_regular, []

    def refuse(place):
        opened.append(place)
        if opened.count(path) == refused and place == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return open_regular(place)

    with monkeypatch.context() as patch:
        patch.setattr(data_files, "open_regular", refuse)
        with contextlib.suppress(DiskError):
            turn_off(world)
    if (world.folders.data / KEY_FILE).exists():
        world.unlock()
        turn_off(world)
    assert world.state() == before


def test_logs_are_converted_line_by_line(world):
    path = world.folders.logs / "visavis.log"
    before = path.read_text(encoding="utf-8")
    turn_on(world)
    assert str(BOB) not in path.read_text(encoding="utf-8")
    assert log_lines.read(path) == before
    turn_off(world)
    assert path.read_text(encoding="utf-8") == before


def test_progress_is_told(world):
    store = key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0]
    told = []
    Conversion(world.folders, told.append).turn_on(store)
    done = [message.values["done"] for message in told]
    assert done == list(range(1, len(told) + 1))
    assert len(told) <= told[0].values["total"]


def test_a_picture_keeps_its_name_and_its_bytes(world):
    picture = NewPicture(codec.encode(noise(123)), new_pictures(0)[0].taken)
    turn_on(world)
    person = world.people.enroll(EVE, [picture])
    assert [sample.path.name for sample in world.people.samples(person)] == [picture.file_name]
    turn_off(world)
    [sample] = world.people.samples(world.find(EVE))
    assert sample.path.read_bytes() == picture.content
