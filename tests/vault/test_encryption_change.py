"""A change of encryption that is cancelled leaves the state before; one that is stopped is completed by a repeat."""

import pytest

from support.encryption.folders import CHEAP, PASSPHRASE, readable
from support.faulty_world import ADA, BOB, CEM, DORA, EVE, World
from visavis.encryption.key_file import KEY_FILE, LockKind, Phase
from visavis.errors import KeyAccessError, StoreError
from visavis.vault import key_store
from visavis.vault.encryption_change import ConversionEnd, EncryptionChange, EncryptionState, read_state

NAMES = (ADA, BOB, CEM, DORA, EVE)


@pytest.fixture
def world(tmp_path, monkeypatch):
    monkeypatch.setattr(key_store, "ScryptCost", lambda: CHEAP)
    return World(tmp_path / "world").build().without_recordings()


class ActAfter:
    """A progress callback that does something after so many files."""

    def __init__(self, count):
        self.left, self.act = count, None

    def __call__(self, message):
        self.left -= 1
        if self.left == 0:
            self.act()


def content(world):
    files = [path for path in world.folders.data.rglob("*") if path.is_file() and path.name not in {".lock", ".used"}]
    return {path.relative_to(world.folders.data): path.read_bytes() for path in files}


def changed(before, after):
    return {path.name for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


@pytest.mark.parametrize("count", [1, 9, 25])
def test_cancelling_while_it_is_turned_on_leaves_everything_as_it_was(world, count):
    before, state = content(world), world.state()
    act = ActAfter(count)
    change = EncryptionChange(world.folders, act)
    act.act = change.cancel
    change.prepare(PASSPHRASE)
    assert change.turn_on().end is ConversionEnd.UNDONE
    assert changed(before, content(world)) <= {"sightings.sqlite"}  # SQLite may count its writes
    assert world.state() == state
    assert read_state(world.folders) == EncryptionState(None)


@pytest.mark.parametrize("count", [1, 20])
def test_cancelling_while_it_is_turned_off_leaves_everything_encrypted(world, count):
    state = world.state()
    EncryptionChange(world.folders).prepare(PASSPHRASE)
    EncryptionChange(world.folders).turn_on()
    act = ActAfter(count)
    change = EncryptionChange(world.folders, act)
    act.act = change.cancel
    assert change.turn_off().end is ConversionEnd.UNDONE
    assert read_state(world.folders) == EncryptionState(Phase.ON, LockKind.PASSPHRASE)
    assert readable(world.folders, *NAMES) == []
    assert world.state() == state


def test_what_was_stopped_can_be_read_and_a_repeat_completes_it(world):
    state = world.state()
    act = ActAfter(7)
    change = EncryptionChange(world.folders, act)
    act.act = change.stop
    change.prepare(PASSPHRASE)
    assert change.turn_on().end is ConversionEnd.STOPPED
    assert world.state() == state
    between = read_state(world.folders)
    assert (between.phase, between.left > 0) == (Phase.TURNING_ON, True)
    assert EncryptionChange(world.folders).turn_on().end is ConversionEnd.DONE
    assert read_state(world.folders) == EncryptionState(Phase.ON, LockKind.PASSPHRASE)
    assert world.state() == state
    assert readable(world.folders, *NAMES) == []


def test_giving_up_before_the_first_file_removes_the_key(world):
    before = content(world)
    change = EncryptionChange(world.folders)
    change.prepare(PASSPHRASE)
    assert (world.folders.data / KEY_FILE).exists()
    change.turn_off()
    assert changed(before, content(world)) <= {"sightings.sqlite"}


def test_nothing_is_prepared_twice_or_with_a_short_passphrase(world):
    with pytest.raises(KeyAccessError, match="at least 8 characters"):
        EncryptionChange(world.folders).prepare("short")
    assert read_state(world.folders).phase is None
    with pytest.raises(StoreError, match="are not encrypted"):
        EncryptionChange(world.folders).turn_on()
    EncryptionChange(world.folders).prepare(PASSPHRASE)
    with pytest.raises(StoreError, match="encrypted already"):
        EncryptionChange(world.folders).prepare(PASSPHRASE)
