"""Writing: whole or absent, private, one writer at a time."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from visavis.errors import DiskError
from visavis.storage import disk
from visavis.storage.paths import DataFolders

posix = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request):
    before = os.umask(request.param)
    yield
    os.umask(before)


@posix
def test_files_and_folders_are_private_whatever_the_umask(tmp_path, umask):
    disk.write_whole(tmp_path / "a" / "b" / "file", b"content")
    with disk.lock(tmp_path / "a"):
        pass

    assert {path.name: mode(path) for path in tmp_path.rglob("*")} == {
        "a": 0o700,
        "b": 0o700,
        "file": 0o600,
        ".lock": 0o600,
    }


@posix
def test_folders_that_exist_keep_their_modes(tmp_path):
    tmp_path.chmod(0o755)

    disk.make_private(tmp_path / "new")

    assert mode(tmp_path) == 0o755


@posix
def test_an_open_file_becomes_private_when_replaced(tmp_path):
    path = tmp_path / "file"
    path.touch()
    path.chmod(0o644)

    disk.write_whole(path, b"")

    assert mode(path) == 0o600


@pytest.mark.parametrize("name", ["plain", "王伟 محمد 🦊", "with space", "-rf"])
def test_written_content_is_read_back(tmp_path, name):
    path = tmp_path / name / f"{name}.bin"

    disk.write_whole(path, b"old")
    disk.write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_json_is_text_for_people(tmp_path):
    disk.write_json(tmp_path / "x.json", {"version": 1, "name": "王伟"})

    assert "王伟" in (tmp_path / "x.json").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "x.json").read_bytes()) == {"version": 1, "name": "王伟"}


def test_json_without_a_version_is_a_bug(tmp_path):
    with pytest.raises(ValueError, match="version"):
        disk.write_json(tmp_path / "x.json", {})


def test_a_full_disk_is_an_error_and_keeps_the_old_file(small_disk):
    path = small_disk / "file"
    disk.write_whole(path, b"old")

    with pytest.raises(DiskError, match=r"file: no space left on device\.$") as told:
        disk.write_whole(path, b"x" * 1_000_000)

    assert "Free some space" in str(told.value.hint)
    assert path.read_bytes() == b"old"
    assert list(small_disk.iterdir()) == [path]


def test_a_file_in_place_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "file").touch()

    for refused in (disk.make_private, lambda path: disk.write_whole(path / "x", b"")):
        with pytest.raises(DiskError, match="not a directory"):
            refused(tmp_path / "file" / "below")


def test_a_name_that_is_too_long_is_an_error(tmp_path):
    with pytest.raises(DiskError, match="file name too long"):
        disk.write_whole(tmp_path / ("x" * 300), b"")

    assert not list(tmp_path.iterdir())


def test_an_interrupted_write_leaves_no_litter(tmp_path):
    path = tmp_path / "folder-in-the-way"
    (path / "full").mkdir(parents=True)

    with pytest.raises(DiskError):
        disk.write_whole(path, b"content")

    assert list(tmp_path.iterdir()) == [path]


def test_only_temporary_files_are_removed(tmp_path):
    for name in (".tmp-abc", "kept", ".lock"):
        (tmp_path / name).touch()

    disk.remove_temporary_files(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"kept", ".lock"}


def test_a_temporary_file_that_is_being_written_stays(tmp_path):
    handle, path = disk._create_temporary(tmp_path)
    disk.remove_temporary_files(tmp_path)
    assert os.path.exists(path)
    os.close(handle)  # as when its writer is killed
    disk.remove_temporary_files(tmp_path)
    assert not os.path.exists(path)


def test_a_temporary_file_may_lie_elsewhere_on_the_disk(tmp_path, monkeypatch):
    replace, used = os.replace, []

    def record(source, target):
        used.append(os.path.dirname(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", record)
    disk.write_whole(tmp_path / "deep" / "file", b"", scratch=tmp_path)
    assert used == [str(tmp_path)]


def test_an_unused_path(tmp_path):
    assert disk.unused_path(tmp_path, "a.jpg") == tmp_path / "a.jpg"
    (tmp_path / "a.jpg").touch()
    (tmp_path / "a-2.jpg").touch()
    assert disk.unused_path(tmp_path, "a.jpg") == tmp_path / "a-3.jpg"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_refusals_have_a_way_out(tmp_path, number):
    assert disk.disk_error(OSError(number, os.strerror(number)), tmp_path).hint


HOLDER = """
import sys
from pathlib import Path
from visavis.storage import disk
from visavis.storage.paths import DataFolders
with disk.lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another program that holds the lock."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_lock_held_by_another_program_is_an_error(tmp_path, holder):
    with pytest.raises(DiskError, match="Another program is writing"), disk.lock(tmp_path, wait_s=0.05):
        pytest.fail("both held it")


def test_a_lock_is_waited_for(tmp_path, holder):
    release = threading.Timer(0.05, holder.stdin.close)
    release.start()

    with disk.lock(tmp_path):
        assert holder.wait() == 0
    release.join()


def test_the_lock_of_a_killed_program_is_free(tmp_path, holder):
    holder.kill()
    holder.wait()

    with disk.lock(tmp_path, wait_s=0.05):
        pass


def test_two_threads_exclude_each_other(tmp_path):
    told = []

    def other():
        try:
            with disk.lock(tmp_path, wait_s=0.05):
                told.append("held")
        except DiskError as error:
            told.append(type(error))

    with disk.lock(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()

    assert told == [DiskError]


@pytest.fixture
def two_disks(tmp_path, monkeypatch):
    """Two folders between which nothing can be renamed, as between two disks."""
    rename, one, other = os.rename, tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()

    def within(source, target):
        if Path(source).is_relative_to(one) != Path(target).is_relative_to(one):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        rename(source, target)

    monkeypatch.setattr(os, "rename", within)
    return one, other


def test_what_is_moved_to_another_disk_is_whole_there_and_gone_here(two_disks):
    one, other = two_disks
    (one / "Ada" / "aside").mkdir(parents=True)
    (one / "Ada" / "aside" / "a.jpg").write_bytes(b"a")
    (one / "Ada" / "link").symlink_to("/etc/passwd")
    (one / "b.jpg").write_bytes(b"b")
    disk.move(one / "Ada", other / "Bob")
    disk.move(one / "b.jpg", other / "c.jpg")
    assert list(one.iterdir()) == []
    assert sorted(path.name for path in other.iterdir()) == ["Bob", "c.jpg"]
    assert (other / "Bob" / "aside" / "a.jpg").read_bytes() == b"a"
    assert (other / "Bob" / "link").is_symlink()
    assert (other / "c.jpg").read_bytes() == b"b"


@pytest.mark.parametrize("name", ["copytree", "copy2"])
def test_what_cannot_be_copied_to_another_disk_stays(two_disks, monkeypatch, name):
    one, other = two_disks
    (one / "Ada").mkdir()
    (one / "Ada" / "a.jpg").write_bytes(b"a")

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, name, full)
    source = one / "Ada" if name == "copytree" else one / "Ada" / "a.jpg"
    with pytest.raises(OSError, match="No space left"):
        disk.move(source, other / "Ada")
    assert (one / "Ada" / "a.jpg").read_bytes() == b"a"
    assert list(other.iterdir()) == []


def test_folders_that_a_crash_left_are_removed_too(tmp_path):
    (tmp_path / ".tmp-a" / "Ada").mkdir(parents=True)
    (tmp_path / ".tmp-b").write_bytes(b"")
    disk.remove_temporary_files(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT])
def test_only_in_a_data_folder_another_data_folder_is_a_help(tmp_path, number):
    data = DataFolders.of_user(tmp_path / "data").data
    error = OSError(number, os.strerror(number))
    for inside in (data, data / "people" / "Ada"):
        assert "--data" in str(disk.disk_error(error, inside).hint)
    for outside in (tmp_path / "annotated", tmp_path):
        hint = str(disk.disk_error(error, outside).hint)
        assert hint
        assert "--data" not in hint
