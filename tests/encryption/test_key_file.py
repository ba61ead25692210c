"""The key file: any lock opens the data key, and what is no key file is refused, whatever it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.encryption.folders import CHEAP, PASSPHRASE
from visavis.encryption.key_file import KeyFile, KeyLock, LockKind, Phase
from visavis.encryption.stream import NewerSealError, SealError
from visavis.encryption.wrapping import new_key

KEY = new_key()
IN_KEYRING = new_key()
FILE = KeyFile.create(
    Phase.TURNING_ON, KeyLock.from_passphrase(KEY, PASSPHRASE, CHEAP), KeyLock.from_keyring(KEY, IN_KEYRING)
)


def test_it_comes_back_and_each_lock_opens_the_same_key():
    read = KeyFile.decode(FILE.encode())
    assert read == FILE
    assert read.lock_of(LockKind.PASSPHRASE).open_with_passphrase(PASSPHRASE) == KEY
    assert read.lock_of(LockKind.KEYRING).open_with_key(IN_KEYRING) == KEY
    assert read.lock_of(LockKind.RECOVERY) is None


def test_another_passphrase_and_another_key_open_nothing():
    with pytest.raises(SealError):
        FILE.lock_of(LockKind.PASSPHRASE).open_with_passphrase(PASSPHRASE.upper())
    with pytest.raises(SealError):
        FILE.lock_of(LockKind.KEYRING).open_with_key(new_key())


def test_neither_the_key_nor_the_passphrase_is_in_it():
    content = FILE.encode()
    assert PASSPHRASE.encode() not in content
    assert KEY not in content
    assert KEY.hex().encode() not in content


def test_a_lock_takes_the_place_of_those_of_its_kind_and_of_others_that_are_named():
    lock = KeyLock.from_passphrase(KEY, "new", CHEAP)
    changed = FILE.with_lock(lock, instead_of=(LockKind.KEYRING,))
    assert changed.locks == (lock,)
    assert (changed.id, changed.phase) == (FILE.id, FILE.phase)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": True},
        {"id": "../../secret"},
        {"id": 7},
        {"phase": "off"},
        {"locks": []},
        {"locks": [1]},
        {"locks": [{"kind": "passphrase"}]},
        {"locks": [{"kind": "keyring", "wrapped": "AAAA"}]},
        {"locks": json.loads(FILE.encode())["locks"] * 5},
    ],
)
def test_what_is_not_as_it_should_be_is_refused(change):
    record = json.loads(FILE.encode()) | change
    with pytest.raises(SealError):
        KeyFile.decode(json.dumps(record).encode())


def test_a_file_cannot_ask_for_all_memory_or_endless_work():
    record = json.loads(FILE.encode())
    for change in ({"n": 1 << 40}, {"p": 1 << 20}, {"n": 3}, {"r": 0}):
        locks = [record["locks"][0] | change]
        with pytest.raises(SealError):
            KeyFile.decode(json.dumps(record | {"locks": locks}).encode())


def test_a_newer_one_is_told_from_damage():
    with pytest.raises(NewerSealError):
        KeyFile.decode(json.dumps(json.loads(FILE.encode()) | {"version": 2}).encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(content):
    with pytest.raises(SealError):
        KeyFile.decode(content)
    with pytest.raises(SealError):
        KeyFile.decode(b"[" * 10_000 + content)
