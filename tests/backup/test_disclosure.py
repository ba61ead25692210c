"""What is held on a person, copied for them: everything of theirs, and nothing of others."""

import json

import pytest

from support.faulty_world import ADA, BOB, CEM, World, noise
from visavis.audit.log import AuditLog
from visavis.backup.disclosure import disclose
from visavis.errors import DiskError, StoreError


@pytest.fixture
def world(tmp_path):
    return World(tmp_path).build()


def test_a_person_gets_everything_of_theirs_and_nothing_of_others(world, tmp_path):
    to = tmp_path / "for Ada"
    done = disclose(world.folders, world.find(ADA), to)
    about = json.loads((to / "about.json").read_text(encoding="utf-8"))
    files = {path.relative_to(to).as_posix(): path.read_bytes() for path in to.rglob("*") if path.is_file()}
    contents = set(files.values())
    assert {picture.path.read_bytes() for picture in world.people.pictures(world.find(ADA))} <= contents
    [deleted] = [entry for entry in world.trash.entries() if entry.name == ADA]
    assert {picture.path.read_bytes() for picture in deleted.samples()} <= contents
    assert done.pictures == len(world.people.pictures(world.find(ADA))) + 1
    assert len(about["visits"]) == done.visits == 2
    assert {each["picture"] for each in about["visits"]} <= files.keys()
    assert [each["id"] for each in about["models"]] == world.models.ids()
    assert all(len(each["template"]) == 128 and each["pictures"] for each in about["models"])
    assert all(len(vector) == 128 for vector in about["embeddings"].values())
    assert about["consent"]["to"] == "yes"
    assert [each["event"] for each in about["audit"]] == ["enrolled", "exported"]
    others = {secret for secret in world.secrets(BOB, CEM) if len(secret) > 8}
    assert not [name for name, content in files.items() if any(each in content for each in others)]


def test_it_does_not_overwrite_and_only_what_was_handed_out_is_noted(world, tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter").write_text("dear Ada")
    with pytest.raises(StoreError, match="not an empty folder"):
        disclose(world.folders, world.find(ADA), tmp_path / "taken")
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["letter"]
    before, path = AuditLog(world.folders.people).lines(), tmp_path / "for-ada"
    assert not [line for line in before if line.event == "exported"]
    disclose(world.folders, world.find(ADA), path)
    assert [line.event for line in AuditLog(world.folders.people).verify().lines[len(before) :]] == ["exported"]


def test_a_copy_that_fails_leaves_no_line_in_the_log(world, small_disk):
    for seed in range(60):
        world.people.add(world.find(ADA), noise(seed))
    with pytest.raises(DiskError):
        disclose(world.folders, world.find(ADA), small_disk / "for-ada")
    assert not [line for line in AuditLog(world.folders.people).lines() if line.event == "exported"]
    assert not list(small_disk.iterdir())
