"""Encrypted data folders for tests, with a passphrase that costs nothing to try."""

import secrets

from visavis.encryption import sealed_store
from visavis.encryption.key_file import KEY_FILE, KeyFile, KeyLock, LockKind, Phase
from visavis.encryption.wrapping import ScryptCost
from visavis.storage import disk

PASSPHRASE = "correct horse battery staple"
NEW_PASSPHRASE = "a quite different one"
RECOVERY_CODE = "0123456789ABCDEFGHJKMNPQRS"
CHEAP = ScryptCost(n=2)
#: The beginning of a JPEG, as OpenCV writes it: long enough not to occur by chance.
JPEG_MARK = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
#: Fewest bytes of a word that is searched for. Encrypted names are hexadecimal, so that a word like "ada" is in some of
#: them, and any three bytes are in some files; five are in a file of 1 MB once in a million.
SHORTEST_WORD = 5


def encrypt_folder(data, phase=Phase.ON, *, unlocks=True):
    """Give a data folder a key file; what lies there stays as it is. Return the store."""
    key = secrets.token_bytes(32)
    locks = (
        KeyLock.from_passphrase(key, PASSPHRASE, CHEAP),
        KeyLock.from_passphrase(key, RECOVERY_CODE, CHEAP, LockKind.RECOVERY),
    )
    disk.write_whole(data / KEY_FILE, KeyFile.create(phase, *locks).encode())
    store = sealed_store.find_store(data)
    if unlocks:
        store.unlock(key)
    return store


def set_phase(data, phase):
    """Say in the key file how far encryption is."""
    key_file = sealed_store.find_store(data).key_file
    disk.write_whole(data / KEY_FILE, KeyFile(key_file.id, phase, key_file.locks).encode())


def readable(folders, *words):
    """The files whose path or content has one of these words, or is a JPEG.

    Raises
    ------
    ValueError
        If a word is so short that random bytes contain it.
    """
    if short := [word for word in words if len(word.encode()) < SHORTEST_WORD]:
        raise ValueError(f"words that random bytes contain: {short}")
    marks = [JPEG_MARK, *(kind.encode() for word in words for kind in (word, word.casefold()))]
    found = []
    for path in folders.data.rglob("*"):
        texts = [str(path.relative_to(folders.data)).encode(), path.read_bytes() if path.is_file() else b""]
        if any(mark in text for mark in marks for text in texts):
            found.append(path.relative_to(folders.data))
    return found
