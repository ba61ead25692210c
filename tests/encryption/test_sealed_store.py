"""A data folder that is encrypted from the beginning: everything works as without, and nothing tells who is in it."""

import pytest

from support.encryption.folders import encrypt_folder, readable
from support.faulty_world import ADA, BOB, CEM, EVE, World, new_pictures
from visavis import forgetting
from visavis.people import edits
from visavis.storage import data_files

NAMES = (ADA, BOB, CEM, "Dora Xyzzy", EVE)


@pytest.fixture
def encrypted(tmp_path):
    world = World(tmp_path / "encrypted")
    encrypt_folder(world.folders.data)
    return world.build()


@pytest.fixture
def plain(tmp_path):
    return World(tmp_path / "plain").build()


def test_what_users_see_is_the_same_as_without(encrypted, plain):
    assert encrypted.state() == plain.state()
    encrypted.check()


def test_nothing_in_the_folder_tells_a_name_or_is_a_picture(encrypted, plain):
    assert readable(encrypted.folders, *NAMES) == []
    assert len(readable(plain.folders, *NAMES)) > 20


def test_every_file_is_sealed(encrypted):
    files = [path for path in encrypted.folders.data.rglob("*") if path.is_file() and path.name != ".lock"]
    plain = {path for path in files if not data_files.is_sealed(path)}
    assert len(files) > 30
    assert {path.name for path in plain} == {"encryption.json", "visavis.log"}
    [log] = encrypted.folders.logs.iterdir()
    assert len(log.read_text().splitlines()) == 3
    assert all(line.startswith("~") for line in log.read_text().splitlines())


def test_edits_do_what_they_do_without(encrypted, plain):
    for world in (encrypted, plain):
        edits.rename(world.people, world.find(BOB), EVE, world.folders)
        edits.merge(world.people, world.trash, world.rejections, [world.find(CEM)], world.find(EVE), world.folders)
        [entry] = [each for each in world.trash.entries() if each.whole]
        world.trash.restore(entry)
        world.people.enroll(BOB, new_pictures(90))
        edits.delete_people(world.trash, [world.find(ADA)]).undo()
        edits.set_aside(world.people, world.find(EVE), world.people.samples(world.find(EVE))[:1])
    assert encrypted.state() == plain.state()
    encrypted.check()
    assert readable(encrypted.folders, *NAMES) == []


def test_of_who_is_forgotten_nothing_is_left_also_for_whoever_has_the_key(encrypted):
    secrets = encrypted.secrets(ADA)
    before = encrypted.state()
    receipt = forgetting.forget(encrypted.folders, encrypted.find(ADA))
    assert receipt.problems == ()
    assert receipt.samples == 3
    assert receipt.log_lines == 1
    after = encrypted.state()
    assert encrypted.traces(secrets) == []
    assert set(before["people"]) - set(after["people"]) == {ADA}
    assert after["people"][BOB] == before["people"][BOB]
    [written] = (encrypted.folders.receipts).glob("*.json")
    assert data_files.is_sealed(written)
    encrypted.check_recovered()


def test_the_scan_finds_what_it_looks_for(encrypted):
    secrets = encrypted.secrets(ADA)
    assert len(encrypted.traces(secrets)) > 5
