"""Key wrapping: keys encrypted with a passphrase or with another key.

Scrypt (RFC 7914) derives a key from a passphrase. It takes much time and memory, so that guessing is slow. AES-256-GCM
encrypts the wrapped key with the derived one.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from visavis.encryption.stream import KEY_BYTES, SealError

#: Length of the salt of a passphrase, in bytes.
SALT_BYTES = 16
#: Length of a key that was encrypted, in bytes: nonce, key, tag.
WRAPPED_BYTES = 12 + KEY_BYTES + 16

#: Additional data of all encrypted keys: they are taken for nothing else.
_PURPOSE = b"visavis key"
#: Largest memory that deriving a key may take, in bytes: a file from somebody else must not ask for all there is.
_MAX_MEMORY = 1 << 30
#: Largest number of repetitions: 16 of the largest memory take half a minute.
_MAX_PARALLEL = 16
#: Memory that scrypt needs besides its table, in bytes.
_SPARE_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class ScryptCost:
    """How much work it is to try one passphrase."""

    n: int = 1 << 17
    """Length of the table; with `r`, 128 MB of memory and 0.4 s of processor time (OWASP's first choice)."""
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        if self.n < 2 or self.n & (self.n - 1) or self.r < 1 or not 1 <= self.p <= _MAX_PARALLEL:
            raise ValueError("the cost of the passphrase is impossible")
        if 128 * self.n * self.r > _MAX_MEMORY:
            raise ValueError("the cost of the passphrase is too high")


def derive_key(passphrase: str, salt: bytes, cost: ScryptCost) -> bytes:
    """The key that a passphrase stands for. The same text typed on another keyboard gives the same key (NFC)."""
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    memory = 128 * cost.r * (cost.n + cost.p) + _SPARE_MEMORY
    return hashlib.scrypt(text, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=KEY_BYTES)


def new_salt() -> bytes:
    """A salt for a passphrase."""
    return secrets.token_bytes(SALT_BYTES)


def new_key() -> bytes:
    """A random key."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, by: bytes) -> bytes:
    """A key, encrypted by another."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(by).encrypt(nonce, key, _PURPOSE)


def unwrap(wrapped: bytes, by: bytes) -> bytes:
    """A key that another encrypted.

    Raises
    ------
    SealError
        If it was another one, or the encrypted key was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(wrapped) != WRAPPED_BYTES:
        raise SealError("the key is cut off")
    try:
        return AESGCM(by).decrypt(wrapped[:12], wrapped[12:], _PURPOSE)
    except InvalidTag as error:
        raise SealError("the key is another") from error
