"""Scratch folders are private, and gone afterwards, at the latest at the next use."""

import os
import subprocess
import sys
import threading

import pytest

from visavis.storage import tempdirs

HOLDING = """
import sys
from pathlib import Path
from visavis.storage import tempdirs
with tempdirs.create(Path(sys.argv[1])) as folder:
    (folder / "face").write_bytes(b"a face")
    print(folder, flush=True)
    sys.stdin.read()
"""


def inside(home):
    return [path for path in home.iterdir() if path.is_dir()]


@pytest.fixture
def holding(tmp_path):
    """Another program that uses a scratch folder until it is killed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        process.folder = process.stdout.readline().strip()
        yield process
        process.kill()


def test_it_is_private_and_gone_afterwards(tmp_path):
    home = tmp_path / "cache" / "home"
    with tempdirs.create(home) as folder:
        (folder / "face").touch()
        assert inside(home) == [folder]
        if os.name == "posix":
            assert folder.stat().st_mode & 0o777 == home.stat().st_mode & 0o777 == 0o700
    assert inside(home) == []


def test_an_exception_in_the_block_leaves_no_folder(tmp_path):
    with pytest.raises(FileNotFoundError), tempdirs.create(tmp_path) as folder:
        (folder / "deeper" / "face").touch()
    assert inside(tmp_path) == []


def test_two_at_once_do_not_delete_each_others(tmp_path):
    with tempdirs.create(tmp_path) as one, tempdirs.create(tmp_path) as other:
        sweeping = threading.Thread(target=tempdirs.sweep, args=(tmp_path,))
        sweeping.start()
        sweeping.join()
        assert sorted(inside(tmp_path)) == sorted([one, other])
    assert inside(tmp_path) == []


def test_a_folder_used_by_another_program_stays(holding, tmp_path):
    tempdirs.sweep(tmp_path)
    assert [str(path) for path in inside(tmp_path)] == [holding.folder]


def test_the_folder_of_a_killed_program_is_deleted_at_the_next_use(holding, tmp_path):
    holding.kill()
    holding.wait()
    assert [str(path) for path in inside(tmp_path)] == [holding.folder]
    with tempdirs.create(tmp_path) as folder:
        assert inside(tmp_path) == [folder]


def test_a_child_process_is_told_whether_the_folder_still_exists(tmp_path):
    home = tmp_path / "home"
    with tempdirs.create(home) as folder, tempdirs.hold(folder) as there:
        assert there
        sweeping = threading.Thread(target=tempdirs.sweep, args=(home,))
        sweeping.start()
        sweeping.join(0.1)
        assert sweeping.is_alive()  # it waits
    sweeping.join()
    with tempdirs.hold(folder) as there:
        assert not there
    with tempdirs.hold(tmp_path / "never" / "made") as there:
        assert not there
    assert list(tmp_path.iterdir()) == [home]


def test_where_nothing_ever_was_nothing_is_made(tmp_path):
    tempdirs.sweep(tmp_path / "never")
    assert list(tmp_path.iterdir()) == []
