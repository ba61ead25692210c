"""Private temporary folders. Those that a killed program left are deleted at the next use."""

import contextlib
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.errors import DiskError
from visavis.storage import deletion, disk

if TYPE_CHECKING:
    from filelock import BaseFileLock

#: File in a temporary folder that its owner holds locked. The operating system releases the lock of a killed program.
_LOCK_FILE = ".used"

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def create(home: Path, prefix: str = "") -> Iterator[Path]:
    """Create a folder inside `home` with mode 0700, and delete it afterwards with its content.

    The same thread must enter and leave the block. Other threads may use the folder meanwhile.

    Parameters
    ----------
    prefix : str
        What the names of temporary folders begin with, where `home` has other folders, too.

    Raises
    ------
    DiskError
        If it cannot be created. If it cannot be deleted, the next `sweep` does it.
    """
    with disk.lock(home):
        sweep_locked(home, prefix)
        with disk.translate_errors(home):
            folder = Path(tempfile.mkdtemp(dir=home, prefix=prefix))
            owner_lock = _lock(folder)
            owner_lock.acquire()
    try:
        yield folder
    finally:
        try:
            with disk.lock(home):
                owner_lock.release()
                deletion.delete(folder, home)
        except DiskError as error:
            _log.warning("A temporary folder is left until the next start. %s", error)


def sweep(home: Path, prefix: str = "") -> None:
    """Delete the folders that killed programs left in `home`; folders in use stay.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    if home.is_dir():
        with disk.lock(home):
            sweep_locked(home, prefix)


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


def sweep_locked(home: Path, prefix: str = "") -> None:
    """Do what `sweep` does, with the lock of `home` held."""
    import filelock

    for path in deletion.list_entries(home):
        if not path.name.startswith(prefix) or not (path.is_dir() or path.is_symlink()):
            continue
        if not deletion.is_folder(path):
            deletion.delete(path, home)
            continue
        owner_lock = _lock(path)
        try:
            owner_lock.acquire()
        except filelock.Timeout:
            continue
        except OSError:  # whoever uses a folder could create its lock, so nobody does
            deletion.delete(path, home)
            continue
        owner_lock.release()
        deletion.delete(path, home)


def _lock(folder: Path) -> "BaseFileLock":
    import filelock  # takes 10 ms, which the start of the window need not wait for

    return filelock.FileLock(folder / _LOCK_FILE, timeout=0, mode=0o600)
