"""The content of data files: the one place where they are read as they were written, sealed or not.

Records and arrays go on through `reader` and `arrays`, pictures through `imaging.codec`; all of them end here. What is
written goes through `disk.write_whole`, which seals it where the data folder is encrypted.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from visavis.encryption import sealed_store, stream
from visavis.storage.regular_file import open_regular

#: A folder of Linux that is kept in memory.
_MEMORY = Path("/dev/shm")  # noqa: S108  a private folder is made in it


def read(path: Path) -> bytes:
    """Read a regular file as a whole, unsealed.

    Raises
    ------
    OSError
        If it is no regular file, or cannot be opened.
    FileError
        If it is sealed, and cannot be opened with a key of this process.
    """
    with open_regular(path) as file:
        return sealed_store.unseal_from(path, file.read())


def read_head(path: Path, count: int) -> bytes:
    """The first bytes of a regular file, unsealed.

    Raises
    ------
    OSError, FileError
        As `read` does.
    """
    with open_regular(path) as file:
        head = file.read(max(count, stream.HEADER_BYTES))
    return read(path)[:count] if stream.is_sealed(head) else head[:count]


def is_sealed(path: Path) -> bool:
    """Whether a file is sealed; False if there is none, or it cannot be opened."""
    with contextlib.suppress(OSError), open_regular(path) as file:
        return stream.is_sealed(file.read(len(stream.MAGIC)))
    return False


@contextlib.contextmanager
def plain_file(path: Path) -> Iterator[Path]:
    """The path of a file with this content, for libraries that read nothing but paths.

    Of a sealed file, a private copy that is deleted afterwards, on Linux in memory.

    Raises
    ------
    OSError, FileError
        As `read` does.
    """
    if not is_sealed(path):
        yield path
        return
    content = read(path)
    home = _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="visavis-", dir=home))  # of mode 0700
    try:
        copy = folder / path.name
        copy.write_bytes(content)
        yield copy
    finally:
        shutil.rmtree(folder, ignore_errors=True)
