"""Scratch folders: private, for a moment, and deleted at the next use where a kill left them."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import filelock

from visavis.storage import disk

#: Inside a scratch folder: locked as long as the program that made it uses it. The operating system lets go of the lock
#: of a program that was killed.
_USED = ".used"


@contextlib.contextmanager
def create(home: Path) -> Iterator[Path]:
    """A new folder inside `home`, mode 0700, that is deleted afterwards with all it holds.

    One thread enters and leaves; others may use what is in it.

    Raises
    ------
    DiskError
        If it cannot be made, or not be deleted.
    """
    with disk.lock(home):
        _sweep(home)
        with disk.translate_errors(home):
            made = Path(tempfile.mkdtemp(dir=home))
            used = _lock(made)
            used.acquire()
    try:
        yield made
    finally:
        with disk.lock(home):
            used.release()
            _delete(made)


def sweep(home: Path) -> None:
    """Delete what killed programs left in `home`; what others use now stays.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    if home.is_dir():
        with disk.lock(home):
            _sweep(home)


@contextlib.contextmanager
def hold(made: Path) -> Iterator[bool]:
    """Whether a scratch folder is still there, for a process that writes into it for the program that made it.

    Inside, nobody deletes it. Where it is gone, so is that program, and what was to be written is nobody's any more.

    Raises
    ------
    DiskError
        If its home cannot be locked.
    """
    if not made.parent.is_dir():
        yield False
        return
    with disk.lock(made.parent):
        yield made.is_dir()


def _sweep(home: Path) -> None:
    with disk.translate_errors(home):
        left = [path for path in home.iterdir() if path.is_dir()]
    for path in left:
        used = _lock(path)
        try:
            used.acquire()
        except filelock.Timeout:
            continue
        except OSError as error:
            raise disk.disk_error(error, path) from error
        used.release()
        _delete(path)


def _lock(scratch: Path) -> filelock.BaseFileLock:
    return filelock.FileLock(scratch / _USED, timeout=0, mode=0o600)


def _delete(scratch: Path) -> None:
    with disk.translate_errors(scratch):
        shutil.rmtree(scratch)
