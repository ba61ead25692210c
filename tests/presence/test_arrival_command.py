"""The command at an arrival gets the facts, no shell and no more time than it may have, and only the log hears it."""

import json
import logging
import os
import subprocess
import sys
import threading

import pytest

from support.visits import NOON
from visavis.presence import arrival_command
from visavis.presence.arrival_command import ArrivalCommands
from visavis.sightings.sighting import Sighting

ADA = Sighting('Ada "; rm -rf $HOME', "camera", NOON, NOON, 0.91, person="Ada")


@pytest.fixture
def log(monkeypatch):
    """The lines of the module's log."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = logging.getLogger("test of commands")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.handlers = [handler]
    monkeypatch.setattr(arrival_command, "_log", logger)
    return lines


def python(code, *arguments):
    return [sys.executable, "-c", code, *arguments]


def run(command, sighting=ADA, limit_s=20.0):
    commands = ArrivalCommands()
    assert commands.start(command, sighting, limit_s)
    commands.close(60.0)


def test_a_command_gets_the_facts_as_json(tmp_path, log):
    target = tmp_path / "facts"
    run(python("import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())", str(target)))
    assert json.loads(target.read_bytes()) == ADA.as_json()
    assert target.read_bytes().endswith(b"\n")
    assert log[0].startswith("on_sighting: status 0, ")


def test_no_shell_sees_the_arguments(tmp_path, log):
    target = tmp_path / "arguments"
    tricky = ["; touch evil", "$(touch evil)", "*", '"']
    run(python("import sys; open(sys.argv[1], 'w').write(repr(sys.argv[2:]))", str(target), *tricky))
    assert target.read_text() == repr(tricky)
    assert not (tmp_path / "evil").exists()


def test_what_it_prints_goes_to_the_log_and_no_further_than_a_part(log, capfd):
    run(python("import sys; print('one\\nt\\x1b[2Jo'); print('three', file=sys.stderr); print('x' * 10**6)"))
    assert capfd.readouterr() == ("", "")
    assert "on_sighting says: one" in log
    assert sum(map(len, log)) < 10_000


def test_a_command_that_fails_says_so(log):
    run(python("raise SystemExit(3)"))
    assert log[0].startswith("on_sighting: status 3, ")


@pytest.mark.parametrize("command", [["/no/such/program"], ["/"]])
def test_a_command_that_cannot_be_started_costs_a_line(command, log):
    run(command)
    [line] = log
    assert line.startswith("on_sighting cannot be started: ")


def test_a_command_that_does_not_read_its_input_is_no_problem(log):
    run(python("import os; os.close(0)"))
    assert log[0].startswith("on_sighting: status 0, ")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups")
def test_a_command_that_takes_too_long_is_ended_with_what_it_started(log):
    code = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); time.sleep(600)"
    )
    run(python(code), limit_s=3.0)
    assert log[0].startswith("on_sighting: ended after its limit of 3 s")
    for thread in threading.enumerate():
        if thread.name == "on_sighting":
            thread.join(30)  # it reads until the last process has closed the output
            assert not thread.is_alive()


def test_at_most_one_runs_for_a_person_and_a_few_in_all(tmp_path, log):
    held = tmp_path / "held"
    os.mkfifo(held)
    wait = python("import sys; open(sys.argv[1]).read()", str(held))
    commands = ArrivalCommands()
    people = [Sighting(name, "camera", NOON, NOON, 0.9, person=name) for name in "ABCDE"]
    started = [commands.start(wait, sighting, 60.0) for sighting in (*people, people[0])]
    assert started == [True] * 4 + [False] * 2
    readers = [os.open(held, os.O_WRONLY) for _ in range(1)]
    os.close(readers[0])
    commands.close(0.0)
    assert not commands.start(wait, people[0], 60.0)  # closed


def test_a_command_that_begins_while_the_program_ends_is_ended(tmp_path, monkeypatch):
    os.mkfifo(held := tmp_path / "held")
    wait = python("import sys; open(sys.argv[1]).read()", str(held))
    creating, may_create, created = threading.Event(), threading.Event(), []

    class Late(subprocess.Popen):
        def __init__(self, *arguments, **options):
            creating.set()
            assert may_create.wait(30)
            super().__init__(*arguments, **options)
            created.append(self)

    monkeypatch.setattr(arrival_command.subprocess, "Popen", Late)
    monkeypatch.setattr(arrival_command, "_GRACE_S", 0.05)
    commands = ArrivalCommands()
    assert commands.start(wait, Sighting("A", "camera", NOON, NOON, 0.9, person="A"), 60.0)
    assert creating.wait(30)
    commands.close(0.0)
    may_create.set()
    for thread in threading.enumerate():
        if thread.name == "on_sighting":
            thread.join(30)
    assert created[0].wait(30) != 0
