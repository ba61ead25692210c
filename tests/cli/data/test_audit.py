"""`visavis audit` and `visavis export`."""

import json

import pytest

from support.faulty_world import ADA, BOB, World
from visavis import forgetting
from visavis.audit.log import AUDIT_FILE
from visavis.cli import main


@pytest.fixture
def world(tmp_path):
    return World(tmp_path / "here").build()


@pytest.fixture
def run(world, capsys, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(world.folders.cache))

    def call(*words):
        status = main(["--data", str(world.folders.data), *map(str, words)])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_the_log_names_who_is_there_and_nobody_who_was_forgotten(run, world):
    assert "enrolled    Åda Quux" in run("audit")[1]
    forgetting.forget(world.folders, world.find(ADA))
    status, out, _ = run("audit")
    assert (status, ADA in out, BOB in out, "forgotten" in out) == (0, False, True, True)
    lines = [json.loads(line) for line in run("audit", "--json")[1].splitlines()]
    assert lines[-1]["whole"] is True
    assert run("audit", "--after", lines[-1]["head"])[0] == 0
    own = run("audit", "--person", BOB, "--json")[1].splitlines()
    assert len(own) == 2  # enrolled, and the summary


def test_a_changed_log_and_one_that_was_cut_off_are_told(run, world):
    head = json.loads(run("audit", "--json")[1].splitlines()[-1])["head"]
    path = world.folders.people / AUDIT_FILE
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    assert run("audit")[0] == 0
    status, _, err = run("audit", "--after", head)
    assert (status, "cut off" in err) == (1, True)
    path.write_bytes(b"".join([lines[0], *lines[2:]]))
    status, _, err = run("audit")
    assert (status, "Line 2 " in err) == (1, True)


def test_a_person_gets_what_is_held_on_them(run, tmp_path):
    status, out, _ = run("export", "åda quux", "--out", tmp_path / "for Ada", "--json")
    values = json.loads(out)
    assert (status, values["pictures"], values["visits"], len(values["models"])) == (0, 4, 2, 3)
    assert (tmp_path / "for Ada" / "about.json").is_file()
    assert run("export", "Nobody", "--out", tmp_path / "x")[0] == 1
