"""Data files: sealed in an encrypted folder and nowhere else, and read back by whoever has the key."""

import errno
import json
import os
import sys
import tempfile

import numpy as np
import pytest

from support.encryption.folders import encrypt_folder, set_phase
from visavis.encryption import sealed_store, stream
from visavis.encryption.key_file import KEY_FILE, Phase
from visavis.errors import DamagedFileError, LockedFileError, NewerFileError, PictureError
from visavis.imaging import codec, listing, media
from visavis.messages import Message
from visavis.storage import arrays, data_files, disk, reader, sealing

CONTENT = b"Ada Lovelace " * 20_000


@pytest.fixture
def data(tmp_path):
    return disk.make_private(tmp_path / "data")


def test_without_encryption_a_file_is_what_was_written(data):
    disk.write_whole(data / "people" / "a.json", CONTENT)
    assert (data / "people" / "a.json").read_bytes() == CONTENT


def test_in_an_encrypted_folder_nothing_can_be_read_in_a_file_and_the_program_reads_all(data):
    encrypt_folder(data)
    path = data / "people" / "x" / "person.json"
    disk.write_whole(path, CONTENT)
    assert b"Ada" not in path.read_bytes()
    assert data_files.read(path) == CONTENT
    assert data_files.read_head(path, 3) == b"Ada"
    assert reader.read_bytes(path) == CONTENT
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_records_arrays_and_pictures_are_read_as_ever(data):
    encrypt_folder(data)
    image = np.full((20, 30, 3), 90, np.uint8)
    codec.write(data / "people" / "face.jpg", image)
    disk.write_json(data / "a.json", {"version": 1, "name": "Ada"})
    arrays.write(data / "a.npz", {"rows": np.arange(5.0)})
    assert codec.read(data / "people" / "face.jpg").shape == image.shape
    assert media.media_type(data / "people" / "face.jpg") is media.MediaType.JPEG
    assert listing.pictures_in(data / "people").pictures == (data / "people" / "face.jpg",)
    assert json.loads(data_files.read(data / "a.json"))["name"] == "Ada"
    assert arrays.read(data / "a.npz")["rows"].tolist() == [0, 1, 2, 3, 4]


def test_outside_of_the_folder_nothing_is_sealed(data, tmp_path):
    encrypt_folder(data)
    disk.write_whole(tmp_path / "exports" / "a.json", CONTENT)
    assert (tmp_path / "exports" / "a.json").read_bytes() == CONTENT


def test_the_limit_of_a_file_is_that_of_its_content(data):
    encrypt_folder(data)
    disk.write_whole(data / "a", CONTENT)
    assert reader.read_bytes(data / "a", len(CONTENT)) == CONTENT
    with pytest.raises(DamagedFileError, match="larger"):
        reader.read_bytes(data / "a", len(CONTENT) - 1)


def test_without_the_key_nothing_is_read_or_written_and_nothing_is_called_damaged(data):
    store = encrypt_folder(data)
    disk.write_whole(data / "a", CONTENT)
    before = (data / "a").read_bytes()
    sealed_store.forget_key(store.key_file.id)
    with pytest.raises(LockedFileError, match="locked"):
        data_files.read(data / "a")
    with pytest.raises(LockedFileError):
        reader.read_text(data / "a", Message("hint"), 10**6)
    with pytest.raises(LockedFileError):
        disk.write_whole(data / "a", b"new")
    with pytest.raises(PictureError, match="locked"):
        codec.read(data / "a")
    assert (data / "a").read_bytes() == before


def test_the_file_of_another_name_and_the_file_of_another_key_are_damaged(data, tmp_path):
    encrypt_folder(data)
    for name in ("a", "b"):
        disk.write_whole(data / name, name.encode())
    (data / "a").write_bytes((data / "b").read_bytes())
    with pytest.raises(DamagedFileError):
        data_files.read(data / "a")
    other = disk.make_private(tmp_path / "other")
    encrypt_folder(other)
    (other / "b").write_bytes((data / "b").read_bytes())
    with pytest.raises(DamagedFileError):
        data_files.read(other / "b")


@pytest.mark.parametrize(
    "change", [lambda sealed: sealed[:-1], lambda sealed: sealed[:30], lambda sealed: sealed + b"x"]
)
def test_a_cut_or_changed_file_is_damaged_as_any_other(data, change):
    encrypt_folder(data)
    disk.write_whole(data / "a.json", b'{"version": 1}')
    (data / "a.json").write_bytes(change((data / "a.json").read_bytes()))
    with pytest.raises(DamagedFileError):
        reader.read_bytes(data / "a.json")


def test_a_moved_file_that_gets_another_name_can_be_read_under_it(data):
    encrypt_folder(data)
    disk.write_whole(data / "a", CONTENT)
    disk.move(data / "a", data / "a-2")
    assert not (data / "a").exists()
    assert data_files.read(data / "a-2") == CONTENT


def test_a_copy_for_libraries_is_plain_and_gone_afterwards(data):
    encrypt_folder(data)
    disk.write_whole(data / "model.keras", CONTENT)
    with data_files.plain_file(data / "model.keras") as copy:
        assert copy.name == "model.keras"
        assert copy.read_bytes() == CONTENT
        assert os.name != "posix" or copy.parent.stat().st_mode & 0o777 == 0o700
    assert not copy.parent.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs files that are in memory only")
def test_if_the_process_is_killed_no_copy_for_libraries_is_left(data, tmp_path, monkeypatch):
    encrypt_folder(data)
    disk.write_whole(data / "model.keras", CONTENT)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    child = os.fork()
    if child == 0:
        with data_files.plain_file(data / "model.keras"):
            os._exit(0)
    os.waitpid(child, 0)
    assert [path.read_bytes() for path in tmp_path.rglob("model.keras") if path.exists() and path.parent != data] == []


def test_whether_a_file_is_sealed_is_not_guessed_where_it_cannot_be_opened(data, monkeypatch):
    encrypt_folder(data)
    disk.write_whole(data / "a", CONTENT)

    def refuse(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    assert not data_files.is_sealed(data / "missing")
    assert not data_files.is_sealed(data)
    monkeypatch.setattr(data_files, "open_regular", refuse)
    with pytest.raises(PermissionError):
        data_files.is_sealed(data / "a")


def test_while_encryption_is_turned_on_or_off_both_kinds_of_files_are_read(data):
    disk.write_whole(data / "plain", b"plain")
    encrypt_folder(data, Phase.TURNING_ON)
    disk.write_whole(data / "sealed", b"sealed")
    for phase in Phase:
        set_phase(data, phase)
        assert [data_files.read(data / name) for name in ("plain", "sealed")] == [b"plain", b"sealed"]
    set_phase(data, Phase.TURNING_OFF)
    disk.write_whole(data / "new", b"new")
    assert not data_files.is_sealed(data / "new")


def test_files_are_sealed_and_opened_where_they_lie(data):
    disk.write_whole(data / "a", CONTENT)
    assert not sealing.seal(data / "a")
    encrypt_folder(data)
    assert sealing.seal(data / "a")
    assert not sealing.seal(data / "a")
    assert data_files.is_sealed(data / "a")
    assert not sealing.unseal(data / "a")
    set_phase(data, Phase.TURNING_OFF)
    assert sealing.unseal(data / "a")
    assert (data / "a").read_bytes() == CONTENT


def test_a_name_is_hidden_the_same_way_each_time_and_only_where_names_are_hidden(data):
    assert sealed_store.hide(data, "Ada") == "Ada"
    encrypt_folder(data)
    hidden = sealed_store.hide(data / "people", "Ada")
    assert hidden == sealed_store.hide(data, "Ada") != sealed_store.hide(data, "Bob")
    assert "Ada" not in hidden
    assert sealed_store.possible_names(data, "Ada") == {"Ada", hidden}
    set_phase(data, Phase.TURNING_OFF)
    assert sealed_store.hide(data, "Ada") == "Ada"


def test_a_damaged_key_file_is_said_and_nothing_is_written(data):
    encrypt_folder(data)
    (data / KEY_FILE).write_bytes(b"{}")
    with pytest.raises(DamagedFileError, match=KEY_FILE):
        disk.write_whole(data / "a", CONTENT)
    assert not (data / "a").exists()


def test_a_newer_program_is_told_from_damage(data):
    encrypt_folder(data)
    disk.write_whole(data / "a", CONTENT)
    sealed = bytearray((data / "a").read_bytes())
    sealed[len(stream.MAGIC)] = 9
    (data / "a").write_bytes(sealed)
    with pytest.raises(NewerFileError):
        data_files.read(data / "a")
