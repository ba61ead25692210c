"""Right contents of key files and sealed files, for fuzzing."""

import base64

from visavis.encryption import stream
from visavis.encryption.key_file import KeyFile, KeyLock, Phase
from visavis.encryption.wrapping import ScryptCost

KEY = bytes(range(32))


def key_file():
    locks = KeyLock.from_passphrase(KEY, "passphrase", ScryptCost(n=2)), KeyLock.from_keyring(KEY, KEY)
    return KeyFile.create(Phase.ON, *locks).encode()


def sealed_files():
    return tuple(stream.seal(KEY, bytes(length), b"file") for length in (0, 10, stream.CHUNK_BYTES + 1))


def sealed_line():
    return b"~" + base64.b64encode(stream.seal(KEY, b"2026-11-22 Ada", b"line of a log"))


def unseal(path):
    return stream.unseal(KEY, path.read_bytes(), b"file")
