"""Opening the sightings' file: private, checked, of the current version, and with errors for the user.

A connection lives for one operation, as the locks of our stores do. So the file may be deleted while a program runs,
and the last connection that is closed leaves no write-ahead log behind.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from visavis.errors import DamagedFileError, DiskError, FileError, NewerFileError, VisavisError
from visavis.messages import Message, verbatim
from visavis.sightings import schema, sealed_database
from visavis.storage import disk

#: Seconds to wait for another program that writes.
_WAIT_S = 10.0
#: What the user can do about a damaged file.
HINT = Message("Restore that file from a backup, or delete it with all sightings.")

#: Set for each connection. A file from somebody else must not run code; what is deleted is overwritten with zeros;
#: sorting and vacuuming write nothing outside the data folder; a commit survives a power cut.
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "synchronous = FULL",
)

#: SQLite's primary result codes that say something of the disk, not of the file, and the sentences about them.
_REASONS = {
    sqlite3.SQLITE_FULL: Message("no space left on device"),
    sqlite3.SQLITE_IOERR: Message("input/output error"),
    sqlite3.SQLITE_READONLY: Message("permission denied"),
    sqlite3.SQLITE_PERM: Message("permission denied"),
    sqlite3.SQLITE_CANTOPEN: Message("permission denied"),
    sqlite3.SQLITE_AUTH: Message("permission denied"),
    sqlite3.SQLITE_NOMEM: Message("not enough memory"),
}
#: What the user can do about a full disk.
_FULL_HINT = Message("Free some space on that disk, then try again.")


@contextlib.contextmanager
def open_database(path: Path, *, creates: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection to the file, for the block. Each statement is a transaction, unless `transaction` is used.

    Parameters
    ----------
    creates : bool
        Whether a file that does not exist is made.

    Raises
    ------
    FileNotFoundError
        If there is no file, and it is not to be made.
    DiskError
        If the disk refuses, or another program writes for too long.
    DamagedFileError
        If it is not what this program writes, also while the block reads it.
    NewerFileError
        If a newer version of the program wrote it.
    """
    if sealed_database.is_needed(path):
        with _translate_errors(path), sealed_database.open_in_memory(path, creates=creates) as connection:
            _prepare(path, connection)
            yield connection
        return
    if creates:
        _create_private(path)
    with _translate_errors(path):
        _require_regular(path)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", _WAIT_S, isolation_level=None, uri=True)
        try:
            _prepare(path, connection)
            yield connection
        finally:
            connection.close()


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    """Set up a connection, check that the file is ours, and bring it up to date."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    _require_ours(path, connection)
    connection.execute("PRAGMA journal_mode = WAL")  # in memory, it stays as it is
    _update_schema(connection)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All statements of the block, or none. It holds the writers' lock from the beginning, so what it reads holds."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:  # interrupted, too
        with contextlib.suppress(sqlite3.Error):  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")
        raise


def erase_deleted(path: Path, connection: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted from it, and empty the write-ahead log, where copies of it are.

    Raises
    ------
    DiskError
        If the log cannot be emptied because another program reads the file for too long.
    """
    connection.execute("VACUUM")  # what is deleted is overwritten, but a page that was split may have a copy
    if not empty_log(connection):
        raise _busy_error(path)


def fold_log(path: Path) -> None:
    """Bring the log beside a file into it, for whoever then reads the file itself; no error without a file.

    Raises
    ------
    DiskError
        If another program has it open.
    DamagedFileError
        If it is not what this program writes.
    """
    with _translate_errors(path):
        sealed_database.fold_log(path)


def empty_log(connection: sqlite3.Connection) -> bool:
    """Copy the write-ahead log into the file and cut it to nothing; False if another program still reads from it."""
    is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def copy_database(connection: sqlite3.Connection, path: Path) -> None:
    """Make a copy of an open file at `path`, where there is none: one file, without a log beside it.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    _create_private(path)
    with _translate_errors(path):
        copy = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", isolation_level=None, uri=True)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    disk.sync(path)


def _create_private(path: Path) -> None:
    """Create an empty file of mode 0600, whatever the umask; SQLite gives its log the same mode."""
    disk.make_private(path.parent)
    with disk.translate_errors(path), contextlib.suppress(FileExistsError):
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            if os.name == "posix":
                os.fchmod(handle, 0o600)
        finally:
            os.close(handle)
        disk.sync(path.parent)


def _require_regular(path: Path) -> None:
    """Raise if there is no file, or a pipe or device in its place, which SQLite would wait for."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(path) from None
    except OSError as error:
        raise FileError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
    if not stat.S_ISREG(mode):
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=HINT, path=path, reason=Message("it is no regular file")
        )


def _require_ours(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file whose tables are not those of its version.

    Raises
    ------
    DamagedFileError, NewerFileError
        If it is another file.
    """
    connection.execute("BEGIN")  # version and tables of one moment: another program may be updating it
    try:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        tables = schema.read_tables(connection)
    finally:
        connection.execute("ROLLBACK")
    if version > schema.VERSION:
        raise NewerFileError("{path} was written by a newer version of Visavis.", path=path)
    if version < 0 or tables != schema.tables_of(version):
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=HINT, path=path, reason=Message("its tables are not ours")
        )


def _update_schema(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,):
        return
    with transaction(connection):
        [version] = connection.execute("PRAGMA user_version").fetchone()  # another program may have been faster
        schema.migrate(connection, version)


@contextlib.contextmanager
def _translate_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors in the block into those for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(path, error) from error
    except UnicodeDecodeError as error:  # in a message of SQLite about what is in the file
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=HINT, path=path, reason=Message("its tables are not ours")
        ) from error


def _translate(path: Path, error: sqlite3.Error) -> VisavisError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return _busy_error(path)
    if reason := _REASONS.get(code):
        hint = _FULL_HINT if code == sqlite3.SQLITE_FULL else None
        return DiskError("Cannot write {path}: {reason}.", hint=hint, path=path, reason=reason)
    return DamagedFileError("{path} is damaged: {reason}.", hint=HINT, path=path, reason=verbatim(str(error)))


def _busy_error(path: Path) -> DiskError:
    return DiskError(
        "Another program is writing to {folder}.",
        hint="Wait until it has finished, or close it, then try again.",
        folder=path,
    )
