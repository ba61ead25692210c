"""Private temporary folders. Those that a killed program left are deleted at the next use."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.storage import disk

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: File in a temporary folder that its owner holds locked. The operating system releases the lock of a killed program.
_LOCK_FILE = ".used"


@contextlib.contextmanager
def create(home: Path) -> Iterator[Path]:
    """Create a folder inside `home` with mode 0700, and delete it afterwards with its content.

    The same thread must enter and leave the block. Other threads may use the folder meanwhile.

    Raises
    ------
    DiskError
        If it cannot be created or deleted.
    """
    with disk.lock(home):
        _sweep(home)
        with disk.translate_errors(home):
            folder = Path(tempfile.mkdtemp(dir=home))
            owner_lock = _lock(folder)
            owner_lock.acquire()
    try:
        yield folder
    finally:
        with disk.lock(home):
            owner_lock.release()
            _delete(folder)


def sweep(home: Path) -> None:
    """Delete the folders that killed programs left in `home`; folders in use stay.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    if home.is_dir():
        with disk.lock(home):
            _sweep(home)


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[bool]:
    """Lock a temporary folder of another process against deletion; yield False if it was deleted with its owner's exit.

    A child process uses it to write into the folder of the program that started it.

    Raises
    ------
    DiskError
        If its home cannot be locked.
    """
    if not folder.parent.is_dir():
        yield False
        return
    with disk.lock(folder.parent):
        yield folder.is_dir()


def _sweep(home: Path) -> None:
    import filelock

    with disk.translate_errors(home):
        folders = [path for path in home.iterdir() if path.is_dir()]
    for path in folders:
        owner_lock = _lock(path)
        try:
            owner_lock.acquire()
        except filelock.Timeout:
            continue
        except OSError as error:
            raise disk.disk_error(error, path) from error
        owner_lock.release()
        _delete(path)


def _lock(folder: Path) -> "BaseFileLock":
    import filelock  # takes 10 ms, which the start of the window need not wait for

    return filelock.FileLock(folder / _LOCK_FILE, timeout=0, mode=0o600)


def _delete(folder: Path) -> None:
    with disk.translate_errors(folder):
        shutil.rmtree(folder)
