"""`visavis encryption` as users and scripts run it."""

import json
import os
import pty
import subprocess
import sys

import pytest

from support.encryption.folders import NEW_PASSPHRASE, PASSPHRASE, readable
from support.faulty_world import ADA, BOB, World
from visavis.cli import main
from visavis.encryption import sealed_store
from visavis.vault import key_store


@pytest.fixture
def world(tmp_path, monkeypatch):
    monkeypatch.setattr(key_store, "ScryptCost", lambda: key_store.wrapping.ScryptCost(n=2))
    return World(tmp_path / "world").build().without_recordings()


@pytest.fixture
def run(world, capsys, monkeypatch):
    """Runs a command as a new process would: without the key; returns its status, its JSON and what it said."""

    def call(*words, **variables):
        if store := key_store.find(world.folders.data):
            sealed_store.forget_key(store.key_file.id)
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            status = main(["--data", str(world.folders.data), *words])
        output, said = capsys.readouterr()
        return status, [json.loads(line) for line in output.splitlines() if line.startswith("{")], said

    return call


def test_from_on_to_off(run, world):
    given = {"VISAVIS_PASSPHRASE": PASSPHRASE}
    before = world.state()
    assert run("encryption", "status", "--json")[1] == [{"encrypted": False, "phase": None, "locks": [], "files": 0}]
    status, [done], _ = run("encryption", "on", "--json", **given)
    assert status == 0
    assert done["encrypted"]
    assert done["files"] > 20
    assert readable(world.folders, ADA, BOB) == []
    status, [state], _ = run("encryption", "status", "--json")
    assert state == {"encrypted": True, "phase": "on", "locks": ["recovery", "passphrase"], "files": 0}
    status, people, _ = run("people", "list", "--json", **given)
    assert [person["name"] for person in people] == sorted(before["people"])
    assert run("encryption", "off", VISAVIS_PASSPHRASE=done["recovery_code"])[0] == 1
    status, [undone], _ = run("encryption", "off", "--yes", "--json", VISAVIS_PASSPHRASE=done["recovery_code"])
    assert (status, undone["encrypted"]) == (0, False)
    assert world.state() == before


def test_without_the_passphrase_a_command_says_one_sentence_and_changes_nothing(run, world):
    run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    for words in (("people", "list"), ("people", "forget", ADA, "--yes"), ("live", "--headless", "--source", "demo")):
        status, _, said = run(*words)
        assert status == 1
        assert "passphrase is needed" in said
        assert "Traceback" not in said
    status, _, said = run("people", "list", VISAVIS_PASSPHRASE="wrong one")
    assert status == 1
    assert "neither" in said
    world.check()


def test_the_passphrase_can_be_changed_and_the_code_renewed(run):
    run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    given = {"VISAVIS_PASSPHRASE": PASSPHRASE}
    assert run("encryption", "change", VISAVIS_NEW_PASSPHRASE=NEW_PASSPHRASE, **given)[0] == 0
    assert run("people", "list", **given)[0] == 1
    given = {"VISAVIS_PASSPHRASE": NEW_PASSPHRASE}
    [renewed] = run("encryption", "recovery", "--json", **given)[1]
    assert run("people", "list", VISAVIS_PASSPHRASE=renewed["recovery_code"])[0] == 0


def test_the_recovery_code_is_shown_once_and_not_on_standard_output(run, capsys):
    status, _, said = run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    assert status == 0
    assert said.count("Recovery code: ") == 1
    assert run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)[2].count("Recovery code") == 0


def test_what_needs_encrypted_data_says_that_they_are_not(run):
    for action in ("off", "change", "recovery"):
        status, _, said = run("encryption", action)
        assert status == 1
        assert "not encrypted" in said


def test_on_without_a_terminal_and_without_a_passphrase_says_what_is_needed(run, world):
    status, _, said = run("encryption", "on")
    assert status == 1
    assert "VISAVIS_PASSPHRASE" in said
    assert key_store.find(world.folders.data) is None


def test_encrypted_twice_says_how_to_change_what_opens_the_data(run):
    run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    status, _, said = run("encryption", "on", "--passphrase", VISAVIS_PASSPHRASE=PASSPHRASE)
    assert status == 1
    assert "encryption change" in said


def test_doctor_goes_on_without_the_key(run, monkeypatch):
    from visavis.doctor import computer

    monkeypatch.setattr(computer, "cameras", lambda *_: computer.Finding("ok", "none"))
    run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    _, found, _ = run("doctor", "--json")
    assert {each["check"]: each["status"] for each in found}["encryption"] == "warning"
    _, found, _ = run("doctor", "--json", VISAVIS_PASSPHRASE=PASSPHRASE)
    assert {each["check"]: each["status"] for each in found}["encryption"] == "ok"


def test_a_log_can_be_read_with_the_key(run, world, capsys):
    run("encryption", "on", VISAVIS_PASSPHRASE=PASSPHRASE)
    sealed_store.forget_key(key_store.find(world.folders.data).key_file.id)
    assert main(["--data", str(world.folders.data), "encryption", "log"]) == 1
    capsys.readouterr()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of POSIX")
def test_at_a_terminal_the_passphrase_is_asked_for_and_not_shown(world):
    """A real process at a real terminal: it asks, is answered, and shows nothing of what is typed."""
    key_store.create(world.folders.data, PASSPHRASE)
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "visavis", "--data", str(world.folders.data), "people", "list"])
    shown = b""
    try:
        while b": " not in shown:
            shown += os.read(terminal, 4096)
        os.write(terminal, PASSPHRASE.encode() + b"\n")
        while True:
            shown += os.read(terminal, 4096)
    except OSError:  # the terminal of a process that has ended
        pass
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert b"Passphrase or recovery code" in shown
    assert PASSPHRASE.encode() not in shown
    assert str(BOB).encode() in shown


def test_a_process_of_training_gets_the_key(world):
    """`visavis evaluate` is replaced by the training program, which reads the encrypted store."""
    key_store.create(world.folders.data, PASSPHRASE)
    environment = {**os.environ, "VISAVIS_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, "-m", "visavis", "--data", str(world.folders.data), "train", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "locked" not in done.stdout + done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] in {"failed", "published"}
