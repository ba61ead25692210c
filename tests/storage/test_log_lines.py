"""Logs in an encrypted data folder: nothing can be read in them, and forgetting and problem reports can."""

import io
import logging
import subprocess
import sys

import pytest

from support.encryption.folders import encrypt_folder
from visavis.encryption import sealed_store
from visavis.storage import disk, log_lines, logs


@pytest.fixture
def folder(tmp_path):
    return disk.make_private(tmp_path / "data") / "logs"


@pytest.fixture
def log(monkeypatch):
    """The program's log, whose handlers are removed afterwards."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    root = logging.getLogger("visavis")
    earlier, propagate = root.handlers[:], root.propagate
    yield root
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.handlers, root.propagate = earlier, propagate


def test_a_line_is_as_ever_without_encryption(folder, log):
    logs.start(folder, verbose=False)
    log.info("Ada came")
    assert (folder / "visavis.log").read_text().endswith("Ada came\n")


def test_what_is_logged_cannot_be_read_without_the_key(folder, log):
    encrypt_folder(folder.parent)
    logs.start(folder, verbose=False)
    log.info("Ada came")
    log.info("Bob came")
    raw = (folder / "visavis.log").read_text()
    assert len(raw.splitlines()) == 2
    assert "came" not in raw
    assert [line.split(": ")[-1] for line in log_lines.read(folder / "visavis.log").splitlines()] == [
        "Ada came",
        "Bob came",
    ]


def test_lines_that_name_someone_are_removed_as_ever(folder, log):
    encrypt_folder(folder.parent)
    logs.start(folder, verbose=False)
    for name in ("Ada", "Bob", "Adam"):
        log.info("%s came", name)
    assert logs.remove_lines(folder, ["Ada"]) == 1
    text = log_lines.read(folder / "visavis.log")
    assert "Bob came" in text
    assert "Adam came" in text
    assert "Ada came" not in text


def test_when_another_program_turns_encryption_on_nothing_more_is_written_plainly(folder, log):
    logs.start(folder, verbose=False)
    log.info("Ada came")
    store = encrypt_folder(folder.parent, unlocks=False)
    log.info("Bob came")
    assert "Bob" not in log_lines.read(folder / "visavis.log")
    assert not store.is_unlocked


def test_what_a_child_process_says_is_sealed(folder):
    encrypt_folder(folder.parent)
    with logs.open_process_log(folder, "training") as file:
        program = "import sys; print('Ada', file=sys.stderr); print('Bob')"
        subprocess.run([sys.executable, "-c", program], stdout=file, stderr=file, check=True)
    raw = (folder / "training.log").read_text()
    assert "Ada" not in raw
    assert sorted(log_lines.read(folder / "training.log").split()) == ["Ada", "Bob"]


def test_a_line_that_cannot_be_opened_stays_as_it_is(folder):
    store = encrypt_folder(folder.parent)
    sealed = log_lines.seal_line(folder, "Ada")
    assert log_lines.unseal_line(folder, sealed) == "Ada\n"
    for line in ("~AAAA\n", "~\u00e4\n", sealed[:-4]):
        assert log_lines.unseal_line(folder, line) == line
    sealed_store.forget_key(store.key_file.id)
    assert log_lines.unseal_line(folder, sealed) == sealed
