"""A data folder that was backed up and restored is as it was; who was forgotten stays forgotten."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest

from support.encryption.folders import CHEAP, NEW_PASSPHRASE, PASSPHRASE, readable
from support.faulty_world import ADA, BOB, CEM, EVE, World, new_pictures, noise
from visavis import forgetting
from visavis.audit.log import AuditLog
from visavis.backup import archive, restore
from visavis.backup.backup import back_up
from visavis.backup.extraction import BackupPassphraseError
from visavis.backup.merge import copy_receipt
from visavis.encryption import sealed_store
from visavis.errors import DamagedFileError, KeyAccessError, NewerFileError, StoreError
from visavis.people import edits
from visavis.people.consent import Consent
from visavis.storage import disk, leftovers
from visavis.vault import key_store, unlocking
from visavis.vault.conversion import Conversion


def stored(world):
    """What users see of the data folder; sidecars lie beside pictures elsewhere."""
    return {key: value for key, value in world.state().items() if key != "marks"}


@pytest.fixture
def world(tmp_path):
    return World(tmp_path / "here").build()


@pytest.fixture
def other(tmp_path):
    """Another computer."""
    return World(tmp_path / "there")


@pytest.fixture
def made(world, tmp_path):
    back_up(world.folders, tmp_path / "x.backup")
    return tmp_path / "x.backup"


def test_on_another_path_all_is_as_it_was(world, other, made):
    done = restore.restore(other.folders, made)
    assert stored(other) == stored(world)
    assert (done.people, done.merge, done.unreadable) == (3, None, ())
    other.check_recovered()
    for folder, name in ((world, ADA), (other, ADA)):  # the same vectors, so the same answers
        assert (folder.folders.embeddings / f"{folder.find(name).slug}.npz").is_file()
    assert {path.name for path in made.parent.iterdir()} == {"here", "there", "x.backup"}
    assert made.stat().st_mode & 0o777 == 0o600


def test_encrypted_nothing_is_readable_without_the_passphrase(world, other, tmp_path, monkeypatch):
    path = tmp_path / "x.backup"
    made = back_up(world.folders, path, "five words")
    assert made.is_encrypted
    content = path.read_bytes()
    assert not [
        each for each in (*world.secrets(ADA, BOB), b"\xff\xd8\xff\xe0", b"ustar", b"people/") if each in content
    ]
    for wrong in (None, "five"):
        with pytest.raises(BackupPassphraseError):
            restore.restore(other.folders, path, wrong)
    assert other.names() == []
    restore.restore(other.folders, path, "five words")
    assert stored(other) == stored(world)
    for at in (9, 100, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises((DamagedFileError, BackupPassphraseError)):
            restore.restore(other.folders, path, "five words", replaces=True)
    assert stored(other) == stored(world)


def test_it_is_written_whole_and_in_place_of_nothing_but_a_backup(world, made, tmp_path):
    size = made.stat().st_size
    back_up(world.folders, made)
    assert made.stat().st_size == size
    letter = tmp_path / "letter.txt"
    letter.write_text("dear Ada")
    for path in (letter, tmp_path, world.folders.data / "x.backup"):
        with pytest.raises(StoreError):
            back_up(world.folders, path)
    assert letter.read_text() == "dear Ada"
    assert not leftovers.has_any(world.folders)


def test_what_is_no_file_is_named_and_left_out(world, other, tmp_path):
    (world.find(ADA).folder / "link.jpg").symlink_to("/etc/passwd")
    made = back_up(world.folders, tmp_path / "x.backup")
    assert [path.name for path in made.passed_over] == ["link.jpg"]
    restore.restore(other.folders, tmp_path / "x.backup")
    assert stored(other) == stored(world)


def test_what_is_there_is_replaced_only_if_the_user_says_so(world, other, made):
    other.people.enroll(EVE, new_pictures(90))
    with pytest.raises(StoreError, match="already contains data"):
        restore.restore(other.folders, made)
    assert other.names() == [EVE]
    restore.restore(other.folders, made, replaces=True)
    assert stored(other) == stored(world)


def test_who_was_forgotten_since_stays_forgotten(world, made):
    secrets = world.secrets(ADA)
    forgetting.forget(world.folders, world.find(ADA))
    for how in ({"replaces": True}, {"merges": True}):
        done = restore.restore(world.folders, made, **how)
        assert (done.forgotten, done.forgotten_since) == (1, 1)
        assert world.names() == [BOB, CEM]
        assert world.traces(secrets) == []
        assert len(list(world.folders.receipts.glob("*.json"))) >= 1
    assert AuditLog(world.folders.people).verify().problem is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_among_the_receipts_is_not_waited_for(world, made):
    forgetting.forget(world.folders, world.find(ADA))
    [receipt] = world.folders.receipts.glob("*.json")
    content = receipt.read_bytes()
    receipt.unlink()
    os.mkfifo(receipt)
    (world.folders.receipts.parent / "other").mkdir()
    other = world.folders.receipts.parent / "other" / receipt.name
    other.write_bytes(content)
    copy_receipt(other, world.folders.receipts)
    assert [each.read_bytes() for each in world.folders.receipts.glob("*.json") if each.is_file()] == [content]


def test_who_was_merged_into_somebody_forgotten_stays_forgotten_too(world, made):
    edits.merge(world.people, world.trash, world.rejections, [world.find(ADA)], world.find(BOB), world.folders)
    forgetting.forget(world.folders, world.find(BOB))
    assert restore.restore(world.folders, made, replaces=True).forgotten == 2
    assert world.names() == [CEM]


def test_a_backup_of_before_the_numbers_is_counted(world, other, made, tmp_path):
    """What an earlier version made has no numbers: the user is told to look."""
    person = world.find(ADA).folder / "person.json"
    values = json.loads(person.read_text())
    person.write_text(json.dumps({**values, "id": ""}))
    back_up(world.folders, tmp_path / "old.backup")
    forgetting.forget(world.folders, world.find(ADA))
    done = restore.restore(world.folders, tmp_path / "old.backup", replaces=True)
    assert (done.forgotten, done.forgotten_since) == (0, 1)
    assert ADA in world.names()


@pytest.mark.parametrize("place", ["person", "card", "settings", "sightings"])
def test_data_of_a_newer_version_are_refused_and_nothing_changes(world, other, tmp_path, place):
    if place == "person":
        path = world.find(ADA).folder / "person.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "version": 9}))
    elif place == "card":
        path = world.models.path(world.models.current_id(), "card.json")
        path.write_text(json.dumps({**json.loads(path.read_text()), "version": 9}))
    elif place == "settings":
        world.folders.settings.write_text("telepathy = true\n")
    else:
        import sqlite3

        connection = sqlite3.connect(world.folders.sightings)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
    path = tmp_path / "x.backup"
    if place == "sightings":
        with pytest.raises(NewerFileError):
            back_up(world.folders, path)
        return
    back_up(world.folders, path)
    other.people.enroll(EVE, new_pictures(90))
    for how in ({"replaces": True}, {"merges": True}):
        with pytest.raises((NewerFileError, StoreError), match=r"newer version|settings"):
            restore.restore(other.folders, path, **how)
        assert other.names() == [EVE]


def test_the_data_of_the_previous_version_are_backed_up_and_restored(folders, tmp_path):
    from support.previous_data import PreviousData
    from visavis.people.store import PeopleStore
    from visavis.storage.paths import DataFolders

    PreviousData(folders.data, folders.cache)
    back_up(folders, tmp_path / "x.backup")
    there = DataFolders(tmp_path / "there", tmp_path / "cache")
    restore.restore(there, tmp_path / "x.backup")
    names = [[person.name for person in PeopleStore(each.people).people()] for each in (folders, there)]
    assert names[0] == names[1] == ["a/b", "Ada Lovelace", "王伟"]


def test_a_backup_is_of_one_moment_although_others_write_meanwhile(world, other, tmp_path):
    before = stored(world)

    def write(done, total):
        if done < total:
            world.people.add(world.find(BOB), noise(200 + done % 50), datetime.now(UTC))
            edits.rename(world.people, world.find(CEM), EVE, world.folders) if CEM in world.names() else None

    back_up(world.folders, tmp_path / "x.backup", on_progress=write)
    assert stored(world) != before
    restore.restore(other.folders, tmp_path / "x.backup")
    assert stored(other) == before


def test_a_training_is_waited_for(world, made):
    with disk.lock(world.folders.models / ".training"), pytest.raises(StoreError, match="training"):
        restore.restore(world.folders, made, replaces=True)


def test_merging_unites_people_and_what_was_taken_out_stays_out(world, other, made):
    ada = other.people.enroll(ADA, new_pictures(0)[:1], consent=Consent(to="the other door"))
    restore.restore(other.folders, made, merges=True)
    assert other.find(ADA).slug == ada.slug
    hashes = {picture.hash for picture in world.people.pictures(world.find(ADA))}
    assert {picture.hash for picture in other.people.pictures(other.find(ADA))} >= hashes
    assert other.find(ADA).consent.to == "the other door"
    [first, *_] = other.people.samples(other.find(ADA))
    edits.delete_samples(other.trash, other.find(ADA), [first])
    edits.delete_people(other.trash, [other.find(BOB)])
    visits = len(other.sightings.sightings())
    done = restore.restore(other.folders, made, merges=True).merge
    assert (done.new_people, done.left_out_people, done.pictures, done.visits) == ([], [BOB], 0, 0)
    assert first.hash not in {picture.hash for picture in other.people.pictures(other.find(ADA))}
    assert len(other.sightings.sightings()) == visits > 0
    other.check_recovered()


def test_merging_keeps_settings_and_the_model_in_use_and_takes_models_whose_people_are_the_same(world, other, made):
    other.people.enroll(CEM, new_pictures(20))
    other.publish("embedding", 7)
    done = restore.restore(other.folders, made, merges=True).merge
    assert other.models.current_id() == "20260107-000000-embedding"
    assert not other.folders.settings.exists()
    assert (done.models, done.left_out_models) == (world.models.ids(), [])
    assert other.distinct.pairs() == world.distinct.pairs()
    assert other.state()["rejections"] == world.state()["rejections"]


def test_a_model_whose_people_are_called_otherwise_here_stays_out(world, other, made):
    eve = other.people.enroll(ADA, new_pictures(90))
    edits.rename(other.people, eve, EVE, other.folders)  # she keeps the slug that Ada has there
    done = restore.restore(other.folders, made, merges=True).merge
    assert other.find(ADA).slug != other.find(EVE).slug == ADA
    assert (done.models, done.left_out_models) == ([], world.models.ids())


def test_the_head_of_a_backup_says_when_and_how_many(made):
    from visavis.backup.extraction import read_head

    head = read_head(made)
    assert (head.people, datetime.now(UTC) - head.created < timedelta(minutes=5)) == (3, True)
    assert [archive.is_backup(path) for path in (made, made.parent)] == [True, False]


@pytest.fixture
def sealed(tmp_path):
    return encrypt(World(tmp_path / "here").build().without_recordings())


@pytest.fixture
def sealed_backup(sealed, tmp_path):
    back_up(sealed.folders, tmp_path / "x.backup")
    return tmp_path / "x.backup"


def encrypt(world):
    Conversion(world.folders).turn_on(key_store.create(world.folders.data, PASSPHRASE, CHEAP)[0])
    return world


def lose_key(world):
    """What another computer begins with."""
    sealed_store.forget_key(key_store.find(world.folders.data).key_file.id)


def test_without_the_key_it_is_restored_locked_and_the_passphrase_opens_it_then(sealed, sealed_backup, other):
    before = sealed.state()["people"]
    lose_key(sealed)
    done = restore.restore(other.folders, sealed_backup)
    assert (done.people, done.unreadable) == (3, ())
    assert readable(other.folders, ADA, BOB, CEM) == []
    unlocking.unlock(other.folders.data, lambda _: PASSPHRASE)
    assert other.state()["people"] == before


def test_the_passphrase_is_asked_for_by_the_name_of_the_backup(sealed, sealed_backup, other):
    questions = []
    lose_key(sealed)
    restore.restore(other.folders, sealed_backup, ask=lambda question: questions.append(str(question)) or PASSPHRASE)
    assert questions == [f"Passphrase or recovery code of {sealed_backup}"]
    assert AuditLog(other.folders.people).verify().lines[-1].event == "restored"


@pytest.mark.parametrize("ask", [None, lambda _: "another one"])
def test_where_somebody_was_forgotten_nobody_comes_back_locked(sealed, sealed_backup, other, ask):
    restore.restore(other.folders, sealed_backup)
    forgetting.forget(other.folders, other.find(ADA))
    Conversion(other.folders).turn_off(key_store.find(other.folders.data))
    before = other.state()
    lose_key(sealed)
    with pytest.raises(KeyAccessError, match=r"x\.backup"):
        restore.restore(other.folders, sealed_backup, replaces=True, ask=ask)
    assert other.state() == before
    done = restore.restore(other.folders, sealed_backup, replaces=True, ask=lambda _: PASSPHRASE)
    assert (done.forgotten, other.names()) == (1, [BOB, CEM])


@pytest.mark.parametrize("how", ["merges", "replaces"])
def test_a_passphrase_that_was_changed_since_stays_and_the_backup_is_read(sealed, sealed_backup, how):
    forgetting.forget(sealed.folders, sealed.find(ADA))
    store = key_store.change(key_store.find(sealed.folders.data), NEW_PASSPHRASE, CHEAP)
    assert restore.restore(sealed.folders, sealed_backup, **{how: True}).forgotten == 1
    assert key_store.find(sealed.folders.data).key_file == store.key_file
    lose_key(sealed)
    unlocking.unlock(sealed.folders.data, lambda _: NEW_PASSPHRASE)
    assert sealed.names() == [BOB, CEM]


@pytest.mark.parametrize("how", ["merges", "replaces"])
def test_data_that_are_not_encrypted_do_not_come_among_those_that_are(sealed, other, tmp_path, how):
    before = sealed.state()
    back_up(other.build().folders, tmp_path / "plain.backup")
    with pytest.raises(StoreError, match="same key"):
        restore.restore(sealed.folders, tmp_path / "plain.backup", **{how: True})
    assert sealed.state() == before
