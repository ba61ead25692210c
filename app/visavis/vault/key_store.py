"""The key file of a data folder and its locks: making, opening and exchanging them."""

import secrets
from dataclasses import replace
from pathlib import Path

from visavis.encryption import sealed_store, wrapping
from visavis.encryption.key_file import KEY_FILE, KeyFile, KeyLock, LockKind, Phase
from visavis.encryption.sealed_store import SealedStore
from visavis.encryption.stream import SealError
from visavis.encryption.wrapping import ScryptCost
from visavis.errors import KeyAccessError
from visavis.messages import Message
from visavis.process.extras import ENCRYPTION
from visavis.storage import disk
from visavis.vault import keyring_key

#: Least number of characters of a passphrase.
MIN_LENGTH = 8
#: The characters of a recovery code: digits and letters that are not taken for each other (Crockford's Base 32).
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Number of characters of a recovery code, each of 5 bits: nobody guesses 130 bits.
_CODE_LENGTH = 26
#: Length of the groups in which it is shown.
_GROUP = 5
#: What else may be typed.
_TYPED = str.maketrans("OIL", "011", "- \t")
#: What needs the extra.
ENCRYPTED_DATA = Message("Encryption")


def find(folder: Path) -> SealedStore | None:
    """The store in a data folder; None if it is not encrypted.

    Raises
    ------
    FileError
        If its key file cannot be read.
    """
    store = sealed_store.find_store(folder)
    return store if store and store.folder == folder else None


def create(folder: Path, passphrase: str | None, cost: ScryptCost | None = None) -> tuple[SealedStore, str]:
    """Give a data folder a key, which this process has then; return the store, being turned on, and the recovery code.

    Parameters
    ----------
    passphrase : str, optional
        What opens it. Without one, the system's keyring gets a key.

    Raises
    ------
    KeyAccessError
        If the passphrase is too short, or the keyring cannot be used.
    """
    ENCRYPTION.require(ENCRYPTED_DATA)
    key, code, cost = wrapping.new_key(), new_code(), cost or ScryptCost()
    recovery = KeyLock.from_passphrase(key, _normalize(code), cost, LockKind.RECOVERY)
    key_file = KeyFile.create(Phase.TURNING_ON, recovery)
    key_file = key_file.with_lock(_new_lock(key_file.id, key, passphrase, cost))
    store = _save(SealedStore(folder, key_file))
    store.unlock(key)
    return store, code


def open_with(store: SealedStore, secret: str) -> None:
    """Unlock a store with its passphrase, or with its recovery code.

    Raises
    ------
    KeyAccessError
        If it is neither.
    """
    ENCRYPTION.require(ENCRYPTED_DATA)
    for lock in store.key_file.locks:
        text = _normalize(secret) if lock.kind is LockKind.RECOVERY else secret
        if lock.kind is LockKind.KEYRING or (lock.kind is LockKind.RECOVERY and len(text) != _CODE_LENGTH):
            continue
        try:
            store.unlock(lock.open_with_passphrase(text))
            return
        except SealError:
            continue
    raise KeyAccessError(
        "That is neither the passphrase nor the recovery code of {folder}.",
        hint="Type it again. Without the passphrase or the recovery code, nobody can decrypt the data.",
        folder=store.folder,
    )


def open_with_keyring(store: SealedStore) -> None:
    """Unlock a store with the key that the system's keyring has.

    Raises
    ------
    KeyAccessError
        If the keyring cannot be used, or does not have the key.
    """
    lock = store.key_file.lock_of(LockKind.KEYRING)
    by = keyring_key.load(store.key_file.id) if lock else None
    if lock and by:
        try:
            store.unlock(lock.open_with_key(by))
            return
        except SealError:
            pass
    raise KeyAccessError(
        "The system's keyring does not have the key of {folder}.",
        hint="Use the recovery code: visavis encryption change asks for it. Nothing is damaged.",
        folder=store.folder,
    )


def change(store: SealedStore, passphrase: str | None, cost: ScryptCost | None = None) -> SealedStore:
    """Exchange what opens an unlocked store: a new passphrase, or, without one, the system's keyring.

    The data are not encrypted anew. Whoever has an old copy of the key file, and what opened it, has the key.
    """
    lock = _new_lock(store.key_file.id, store.key, passphrase, cost or ScryptCost())
    others = (LockKind.KEYRING, LockKind.PASSPHRASE)
    changed = _save(replace(store, key_file=store.key_file.with_lock(lock, instead_of=others)))
    if passphrase is not None:
        keyring_key.delete(store.key_file.id)
    return changed


def renew_code(store: SealedStore, cost: ScryptCost | None = None) -> str:
    """Make a new recovery code for an unlocked store; return it. The old one opens nothing any more."""
    code = new_code()
    lock = KeyLock.from_passphrase(store.key, _normalize(code), cost or ScryptCost(), LockKind.RECOVERY)
    _save(replace(store, key_file=store.key_file.with_lock(lock)))
    return code


def set_phase(store: SealedStore, phase: Phase) -> SealedStore:
    """Write how far encryption is."""
    return _save(replace(store, key_file=replace(store.key_file, phase=phase)))


def require_good(passphrase: str) -> None:
    """Raise a `KeyAccessError` if a new passphrase is too short."""
    if len(passphrase.strip()) < MIN_LENGTH:
        raise KeyAccessError(
            "A passphrase needs at least {count} characters.", hint="Several words are best.", count=MIN_LENGTH
        )


def new_code() -> str:
    """A recovery code, as it is shown."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(code[start : start + _GROUP] for start in range(0, _CODE_LENGTH, _GROUP))


def _normalize(code: str) -> str:
    """A recovery code, however it is typed."""
    return code.upper().translate(_TYPED)


def _new_lock(store_id: str, key: bytes, passphrase: str | None, cost: ScryptCost) -> KeyLock:
    if passphrase is not None:
        require_good(passphrase)
        return KeyLock.from_passphrase(key, passphrase, cost)
    by = wrapping.new_key()
    keyring_key.save(store_id, by)
    return KeyLock.from_keyring(key, by)


def _save(store: SealedStore) -> SealedStore:
    disk.write_whole(store.folder / KEY_FILE, store.key_file.encode())
    return store
