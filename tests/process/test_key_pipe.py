"""The key on its way to a child process: it arrives, and neither arguments nor environment have it."""

import os
import subprocess
import sys

import pytest

from support.encryption.folders import encrypt_folder
from visavis.process import key_pipe
from visavis.storage import disk

#: What a child does: it takes the key and reads a file.
CHILD = """
import os, sys
from pathlib import Path
from visavis.process import key_pipe
from visavis.storage import data_files
key_pipe.accept()
assert "VISAVIS_KEY_PIPE" not in os.environ
print(data_files.read(Path(sys.argv[1])).decode())
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="handles are not inherited there")


def start(folder, path):
    with key_pipe.hand_over(folder) as (variables, handles):
        return subprocess.run(
            [sys.executable, "-c", CHILD, str(path)],
            env={**os.environ, **variables},
            pass_fds=handles,
            capture_output=True,
            text=True,
            check=False,
        )


def test_a_child_reads_what_its_parent_can_read(tmp_path):
    store = encrypt_folder(disk.make_private(tmp_path / "data"))
    disk.write_whole(store.folder / "a", b"Ada")
    assert start(store.folder, store.folder / "a").stdout == "Ada\n"


def test_the_environment_does_not_have_the_key(tmp_path):
    store = encrypt_folder(disk.make_private(tmp_path / "data"))
    with key_pipe.hand_over(store.folder) as (variables, handles):
        assert {name: value.isdecimal() for name, value in variables.items()} == {"VISAVIS_KEY_PIPE": True}
        assert len(handles) == 1


def test_a_locked_parent_has_nothing_to_give(tmp_path):
    store = encrypt_folder(disk.make_private(tmp_path / "data"), unlocks=False)
    with key_pipe.hand_over(store.folder) as given:
        assert given == ({}, ())
    with key_pipe.hand_over(tmp_path) as given:
        assert given == ({}, ())


@pytest.mark.parametrize("number", ["", "x", "987654"])
def test_a_variable_without_a_pipe_gives_nothing(monkeypatch, number):
    monkeypatch.setenv("VISAVIS_KEY_PIPE", number)
    key_pipe.accept()
    assert "VISAVIS_KEY_PIPE" not in os.environ
