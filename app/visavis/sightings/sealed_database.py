"""The sightings' file in an encrypted data folder: decrypted into memory, and written anew as a whole.

SQLite then writes nothing by itself: no log, no journal and no temporary file, in which a name or a picture could be
left. All that `disk.write_whole` promises holds: a kill or a power cut finds the file as it was before an operation or
as it was after it. The folder's lock is held from reading to writing, so that no operation is lost.

Encrypting single fields of an open file was considered: dates, sources and who came with whom would stay readable, and
so would the log.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from visavis.encryption import sealed_store
from visavis.storage import data_files, deletion, disk, sealing

#: Endings of what SQLite writes beside a file that is not sealed.
_BESIDE = ("-wal", "-shm", "-journal")
#: Seconds to wait for another program that has the file.
_WAIT_S = 10.0


def is_needed(path: Path) -> bool:
    """Whether a file is to be opened in memory: it is sealed, or is to be written so."""
    return sealing.is_sealed(path) or sealed_store.hides_names(path.parent)


@contextlib.contextmanager
def open_in_memory(path: Path, *, creates: bool) -> Iterator[sqlite3.Connection]:
    """A connection to the content of a file. What the block changed is written when it ends, also by an error.

    Parameters
    ----------
    creates : bool
        Whether a file that does not exist is made.

    Raises
    ------
    FileNotFoundError
        If there is no file, and it is not to be made.
    DiskError
        If the file cannot be read or written, or another program has it for too long.
    FileError
        If it cannot be opened with a key of this process.
    """
    with disk.lock(path.parent, wait_s=_WAIT_S):
        content = _read(path, creates=creates)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            if content:
                connection.deserialize(content)
            try:
                yield connection
            finally:
                _write(path, connection, content)
        finally:
            connection.close()


def fold_log(path: Path) -> None:
    """Bring what SQLite keeps beside a file that is not sealed into it, and leave WAL mode; no error without a file.

    Raises
    ------
    sqlite3.Error
        If another program has it open, or it is damaged.
    """
    if not path.is_file() or sealing.is_sealed(path) or not path.stat().st_size:
        return
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", _WAIT_S, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _read(path: Path, *, creates: bool) -> bytes:
    try:
        fold_log(path)
        return data_files.read(path)
    except FileNotFoundError:
        if creates:
            return b""
        raise
    except OSError as error:
        raise disk.disk_error(error, path) from error


def _write(path: Path, connection: sqlite3.Connection, before: bytes) -> None:
    """Write the content if it is another; what is not committed is not written."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    after = connection.serialize()
    was_sealed = sealing.is_sealed(path)
    if after == before and was_sealed:
        return
    if was_sealed:  # first: an error says that nothing was written
        _delete_beside(path)
    disk.write_whole(path, after)
    if not was_sealed:
        _delete_beside(path)


def _delete_beside(path: Path) -> None:
    """Delete what SQLite kept beside a file before it was sealed."""
    for ending in _BESIDE:
        beside = path.with_name(f"{path.name}{ending}")
        if os.path.lexists(beside):
            deletion.delete(beside, path.parent)
