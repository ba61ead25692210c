"""A file that a passphrase opens: a header with the encrypted key, then a sealed stream (`stream`).

    magic (8 bytes) | version (1) | n, r, p of scrypt, n as a power of two (1 each) | salt (16) | key (60) | stream

The key is random. It is encrypted with a key derived from the passphrase (`wrapping`). So a wrong passphrase is
detected before anything is read, and is not mistaken for a damaged file.
"""

import secrets
from typing import BinaryIO

from visavis.encryption import wrapping
from visavis.encryption.stream import KEY_BYTES, NewerSealError, SealError, SealingWriter, UnsealingReader
from visavis.encryption.wrapping import SALT_BYTES, WRAPPED_BYTES, ScryptCost

#: How such a file begins: no text, no archive, and damaged where line ends are converted.
MAGIC = b"\x89VLOCK\r\n"
#: The version of the format.
_VERSION = 1
#: Length of the header before the stream, in bytes.
_HEADER_BYTES = len(MAGIC) + 1 + 3 + SALT_BYTES + WRAPPED_BYTES


class WrongPassphraseError(SealError):
    """The passphrase is not the one with which the file was made."""


def is_locked(head: bytes) -> bool:
    """Whether a file that begins like this needs a passphrase."""
    return head.startswith(MAGIC)


def start_locked(file: BinaryIO, passphrase: str, label: bytes, cost: ScryptCost | None = None) -> SealingWriter:
    """Write the header of a file that the passphrase opens; what is written to the result is its content.

    Parameters
    ----------
    label : bytes
        What the content is for; `open_locked` needs the same.
    """
    cost = cost or ScryptCost()
    salt, key = wrapping.new_salt(), secrets.token_bytes(KEY_BYTES)
    wrapped = wrapping.wrap(key, wrapping.derive_key(passphrase, salt, cost))
    numbers = bytes([_VERSION, cost.n.bit_length() - 1, cost.r, cost.p])
    file.write(MAGIC + numbers + salt + wrapped)
    return SealingWriter(file, key, label)


def open_locked(file: BinaryIO, passphrase: str, label: bytes) -> UnsealingReader:
    """Read the header of such a file; its content is read from the result.

    Raises
    ------
    WrongPassphraseError
        If it is another passphrase.
    NewerSealError
        If a newer version of the program wrote it.
    SealError
        If it is no such file, or is damaged.
    """
    header = b""
    while len(header) < _HEADER_BYTES and (part := file.read(_HEADER_BYTES - len(header))):
        header += part
    if len(header) < _HEADER_BYTES or not is_locked(header):
        raise SealError("it is cut off")
    version, power, r, p = header[len(MAGIC) : len(MAGIC) + 4]
    if version > _VERSION:
        raise NewerSealError("a newer version of Visavis encrypted it")
    try:
        cost = ScryptCost(1 << power, r, p)
    except ValueError as error:
        raise SealError(str(error)) from error
    start = len(MAGIC) + 4
    salt, wrapped = header[start : start + SALT_BYTES], header[start + SALT_BYTES :]
    try:
        key = wrapping.unwrap(wrapped, wrapping.derive_key(passphrase, salt, cost))
    except SealError as error:
        raise WrongPassphraseError("the passphrase is another") from error
    return UnsealingReader(file, key, label)
