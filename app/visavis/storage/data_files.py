"""The content of data files: the one place where they are read as they were written, sealed or not.

Records and arrays go on through `reader` and `arrays`, pictures through `imaging.codec`; all of them end here. What is
written goes through `disk.write_whole`, which seals it where the data folder is encrypted.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from visavis.encryption import sealed_store, stream
from visavis.storage.regular_file import IrregularFileError, open_regular


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
    """Whether a file is sealed; False if there is no regular file.

    Raises
    ------
    OSError
        If it cannot be opened: then nobody knows, and whoever took it for an open one might lose it.
    """
    try:
        with open_regular(path) as file:
            return stream.is_sealed(file.read(len(stream.MAGIC)))
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, IrregularFileError):
        return False


@contextlib.contextmanager
def plain_file(path: Path) -> Iterator[Path]:
    """The path of a file with this content, for libraries that read nothing but paths.

    Of a sealed file, a private copy that is deleted afterwards. On Linux, the copy is in the memory of this process: if
    the process is killed, only a link to nothing is left.

    Raises
    ------
    OSError, FileError
        As `read` does.
    """
    if not is_sealed(path):
        yield path
        return
    content = read(path)
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="visavis-"))  # of mode 0700
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        copy = folder / path.name
        if sys.platform == "linux":
            memory = stack.enter_context(open(os.memfd_create(path.name), "wb"))
            memory.write(content)
            memory.flush()
            copy.symlink_to(f"/proc/self/fd/{memory.fileno()}")
        else:
            copy.write_bytes(content)
        yield copy
