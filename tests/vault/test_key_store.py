"""Keys: a passphrase, the keyring or the recovery code opens the data, nothing else does, and each can be exchanged."""

import pytest

from support.encryption.folders import CHEAP, NEW_PASSPHRASE, PASSPHRASE
from visavis.encryption import sealed_store
from visavis.encryption.key_file import KEY_FILE
from visavis.errors import KeyAccessError, LockedFileError
from visavis.storage import data_files, disk
from visavis.vault import key_store


@pytest.fixture
def data(tmp_path):
    return disk.make_private(tmp_path / "data")


@pytest.fixture
def kept(monkeypatch):
    """A keyring that keeps what it is given, by ID."""
    keys = {}
    monkeypatch.setattr(key_store.keyring_key, "load", keys.get)
    monkeypatch.setattr(key_store.keyring_key, "save", keys.__setitem__)
    monkeypatch.setattr(key_store.keyring_key, "delete", lambda store_id: keys.pop(store_id, None))
    return keys


def again(data):
    """The store as a new process finds it: locked."""
    store = key_store.find(data)
    sealed_store.forget_key(store.key_file.id)
    return store


def test_passphrase_and_recovery_code_open_the_data_and_other_words_do_not(data):
    _, code = key_store.create(data, PASSPHRASE, CHEAP)
    disk.write_whole(data / "a", b"Ada")
    for secret in (PASSPHRASE, code, code.lower().replace("-", " "), f" {code} "):
        key_store.open_with(again(data), secret)
        assert data_files.read(data / "a") == b"Ada"
    store = again(data)
    for secret in ("", PASSPHRASE.upper(), PASSPHRASE[:-1], code[:-1], key_store.new_code()):
        with pytest.raises(KeyAccessError, match="neither"):
            key_store.open_with(store, secret)
    with pytest.raises(LockedFileError):
        data_files.read(data / "a")


def test_a_recovery_code_is_long_and_has_nothing_that_looks_alike():
    code = key_store.new_code()
    assert len(code.replace("-", "")) == 26
    assert set(code.replace("-", "")).isdisjoint("ILOU")
    assert key_store.new_code() != code


def test_letters_that_look_like_digits_may_be_typed_for_them(data, monkeypatch):
    monkeypatch.setattr(key_store, "new_code", lambda: "10010-10010-10010-10010-10010-1")
    key_store.create(data, PASSPHRASE, CHEAP)
    key_store.open_with(again(data), "lOOiO-1oo1o-10010-10010-10010-l")


def test_neither_is_in_the_key_file(data):
    _, code = key_store.create(data, PASSPHRASE, CHEAP)
    content = (data / KEY_FILE).read_text()
    assert not [secret for secret in (PASSPHRASE, code, code.replace("-", "")) if secret in content]


def test_a_short_passphrase_is_refused_and_nothing_is_written(data):
    with pytest.raises(KeyAccessError, match="at least 8"):
        key_store.create(data, "  short  ", CHEAP)
    assert key_store.find(data) is None


def test_with_a_key_in_the_keyring_nobody_is_asked(data, kept):
    store, code = key_store.create(data, None, CHEAP)
    assert list(kept) == [store.key_file.id]
    key_store.open_with_keyring(again(data))
    assert key_store.find(data).is_unlocked
    kept.clear()
    lost = again(data)
    with pytest.raises(KeyAccessError, match="does not have the key"):
        key_store.open_with_keyring(lost)
    key_store.open_with(lost, code)
    assert lost.is_unlocked


def test_another_key_in_the_keyring_opens_nothing(data, kept):
    key_store.create(data, None, CHEAP)
    kept.update(dict.fromkeys(kept, bytes(32)))
    with pytest.raises(KeyAccessError):
        key_store.open_with_keyring(again(data))


def test_what_opens_the_data_can_be_exchanged_without_encrypting_them_anew(data, kept):
    store, code = key_store.create(data, PASSPHRASE, CHEAP)
    disk.write_whole(data / "a", b"Ada")
    before = (data / "a").read_bytes()
    changed = key_store.change(store, NEW_PASSPHRASE, CHEAP)
    with pytest.raises(KeyAccessError):
        key_store.open_with(again(data), PASSPHRASE)
    key_store.open_with(changed, NEW_PASSPHRASE)
    key_store.open_with(again(data), code)
    key_store.change(key_store.find(data), None, CHEAP)
    key_store.open_with_keyring(again(data))
    with pytest.raises(KeyAccessError):
        key_store.open_with(again(data), NEW_PASSPHRASE)
    key_store.open_with_keyring(key_store.find(data))
    key_store.change(key_store.find(data), PASSPHRASE, CHEAP)
    assert kept == {}
    assert (data / "a").read_bytes() == before


def test_a_new_recovery_code_ends_the_old_one(data):
    store, code = key_store.create(data, PASSPHRASE, CHEAP)
    new = key_store.renew_code(store, CHEAP)
    with pytest.raises(KeyAccessError):
        key_store.open_with(again(data), code)
    key_store.open_with(again(data), new)
    key_store.open_with(again(data), PASSPHRASE)


def test_a_folder_inside_of_an_encrypted_one_is_not_taken_for_it(data):
    key_store.create(data, PASSPHRASE, CHEAP)
    assert key_store.find(disk.make_private(data / "inner")) is None
