"""Sealed content: chunks encrypted with AES-256-GCM. Each file has a key of its own.

    magic (8 bytes) | version (1) | salt (32) | chunk | chunk | ... | last chunk

The key of a file is derived from the given key and the salt (HKDF-SHA256, RFC 5869). A chunk has 65,536 bytes of
content, the last one 0 to 65,536, and 16 bytes of tag. Its nonce is its number (11 bytes, big-endian) and 1 if it is
the last one, else 0: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). The additional data of each
chunk are the header and the label, which says what the content is for. So nothing can be changed, cut off, reordered
or exchanged with the content of another label unnoticed.
"""

import io
import secrets
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

#: How sealed content begins: no text, no picture, and damaged where line ends are converted.
MAGIC = b"\x89VSEAL\r\n"
#: Length of the header, in bytes: magic, version, salt.
HEADER_BYTES = len(MAGIC) + 1 + 32
#: Length of a key, in bytes.
KEY_BYTES = 32
#: Content of a chunk, in bytes: at most this much is decrypted before it is known to be genuine.
CHUNK_BYTES = 65_536

#: The version of the format.
_VERSION = 1
#: Length of the tag that GCM adds to a chunk, in bytes.
TAG_BYTES = 16
#: What the keys of files are derived for.
_PURPOSE = b"visavis sealed file"


class SealError(ValueError):
    """Sealed content cannot be opened: it was changed or cut off, it is another file's, or the key is another."""


class NewerSealError(SealError):
    """A newer version of the program sealed it."""


def is_sealed(head: bytes) -> bool:
    """Whether content that begins like this is sealed."""
    return head.startswith(MAGIC)


def seal(key: bytes, content: bytes, label: bytes) -> bytes:
    """Encrypt content as a whole.

    Parameters
    ----------
    key : bytes
        `KEY_BYTES` of them.
    label : bytes
        What the content is for, such as the name of its file; `unseal` needs the same.
    """
    sealed = io.BytesIO()
    writer = SealingWriter(sealed, key, label)
    writer.write(content)
    writer.close()
    return sealed.getvalue()


def unseal(key: bytes, sealed: bytes, label: bytes) -> bytes:
    """Decrypt content as a whole.

    Raises
    ------
    SealError
        If it cannot be opened.
    """
    return UnsealingReader(io.BytesIO(sealed), key, label).read()


class SealingWriter:
    """Writes content in chunks, sealed. Without `close`, what was written cannot be opened.

    Parameters
    ----------
    file : binary file
        Gets the sealed content; the caller closes it.
    """

    def __init__(self, file: BinaryIO, key: bytes, label: bytes) -> None:
        header = MAGIC + bytes([_VERSION]) + secrets.token_bytes(HEADER_BYTES - len(MAGIC) - 1)
        self._file = file
        self._cipher = _cipher(key, header)
        self._additional = header + label
        self._number = 0
        self._pending = bytearray()
        file.write(header)

    def write(self, content: bytes) -> int:
        """Add content; return its length."""
        self._pending += content
        while len(self._pending) > CHUNK_BYTES:  # a full chunk waits: it may be the last one
            self._write_chunk(bytes(self._pending[:CHUNK_BYTES]), is_last=False)
            del self._pending[:CHUNK_BYTES]
        return len(content)

    def close(self) -> None:
        """Write the last chunk."""
        self._write_chunk(bytes(self._pending), is_last=True)
        self._pending.clear()

    def _write_chunk(self, content: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, is_last=is_last), content, self._additional))
        self._number += 1


class UnsealingReader:
    """Reads sealed content from a file, chunk by chunk.

    Raises
    ------
    SealError
        If the content does not begin as sealed content does, and from `read`, as soon as a chunk is not genuine.
    """

    def __init__(self, file: BinaryIO, key: bytes, label: bytes) -> None:
        header = _read_exactly(file, HEADER_BYTES)
        if len(header) < HEADER_BYTES or not is_sealed(header):
            raise SealError("it is cut off")
        if header[len(MAGIC)] > _VERSION:
            raise NewerSealError("a newer version of Visavis encrypted it")
        self._file = file
        self._cipher = _cipher(key, header)
        self._additional = header + label
        self._number = 0
        self._opened = b""
        self._next = _read_exactly(file, CHUNK_BYTES + TAG_BYTES)
        self._is_done = False

    def read(self, count: int = -1) -> bytes:
        """The next `count` bytes, fewer only at the end; without `count`, all that are left.

        Raises
        ------
        SealError
            If a chunk is not genuine, or the last one is missing.
        """
        parts, length = [self._opened], len(self._opened)
        while not self._is_done and (count < 0 or length < count):
            chunk = self._open_chunk()
            parts.append(chunk)
            length += len(chunk)
        content = b"".join(parts)
        cut = len(content) if count < 0 else count
        self._opened = content[cut:]
        return content[:cut]

    def _open_chunk(self) -> bytes:
        from cryptography.exceptions import InvalidTag

        chunk = self._next
        self._next = _read_exactly(self._file, CHUNK_BYTES + TAG_BYTES)
        self._is_done = not self._next
        if len(chunk) < TAG_BYTES:
            raise SealError("it is cut off")
        try:
            opened = self._cipher.decrypt(_nonce(self._number, is_last=self._is_done), chunk, self._additional)
        except InvalidTag as error:
            raise SealError("it was changed, or the key is another") from error
        self._number += 1
        return opened


def _read_exactly(file: BinaryIO, count: int) -> bytes:
    """The next `count` bytes of a file, fewer only at its end: an unbuffered one may return less at once."""
    parts: list[bytes] = []
    while count > 0 and (part := file.read(count)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _cipher(key: bytes, header: bytes) -> "AESGCM":
    """The cipher of one file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return AESGCM(HKDF(SHA256(), KEY_BYTES, salt=header[len(MAGIC) + 1 :], info=_PURPOSE).derive(key))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
