"""Deleting for good, inside one folder only: a link is removed, and never followed."""

import os
from pathlib import Path

from visavis.errors import DiskError
from visavis.storage import disk


def delete(path: Path, home: Path) -> None:
    """Delete a file, or a folder with its content, that lies somewhere in `home`; no error if it does not exist.

    What cannot be deleted stays, and the rest of the folder is deleted all the same.

    Parameters
    ----------
    home : Path
        Nothing outside of it is deleted. It may be a link itself, since the user chooses where the data lie.

    Raises
    ------
    ValueError
        If `path` is `home` or lies outside: a bug.
    DiskError
        If something cannot be deleted, or lies behind a link.
    """
    inside = path.relative_to(home)
    if not inside.parts or ".." in inside.parts:
        raise ValueError(f"{path} is not in {home}")
    for folder in path.parents[: len(inside.parts) - 1]:
        if folder.is_symlink():
            raise DiskError("{path} lies behind a link, and is not deleted.", path=path)
    is_there = path.is_symlink() or path.exists()
    if failed := _delete(path):
        raise deletion_error(failed[0], path) from failed[0]
    if is_there:
        disk.sync_moves([path.parent], [])


def delete_at_once(folder: Path, temporary: Path) -> None:
    """Delete `folder` with its content, for readers at once: it is first renamed to `temporary`, which must not exist.

    After a crash, `temporary` may remain, whole or in part; it lies in the folder in which `folder` did.

    Raises
    ------
    DiskError
        If it cannot be renamed, and nothing has changed; or cannot be deleted, and `temporary` remains.
    """
    try:
        os.rename(folder, temporary)
        disk.sync(temporary.parent)
    except OSError as error:
        raise deletion_error(error, folder) from error
    delete(temporary, temporary.parent)


def deletion_error(error: OSError, path: Path) -> DiskError:
    """The error for the user when the operating system refuses to delete `path`, or what it is deleted with."""
    return DiskError(
        "{path} cannot be deleted: {reason}.", hint=disk.hint(error, path), path=path, reason=disk.reason(error)
    )


def list_entries(folder: Path) -> list[Path]:
    """The paths of everything directly in a folder, hidden or not, sorted by name; empty if there is no such folder.

    Raises
    ------
    DiskError
        If it cannot be read.
    """
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise deletion_error(error, folder) from error


def make_accessible(folder: Path) -> None:
    """Give the owner of a folder the right to read and change it, if its mode does not and it is no link."""
    if os.name == "posix" and is_folder(folder) and folder.stat().st_mode & 0o700 != 0o700:
        folder.chmod(folder.stat().st_mode & 0o777 | 0o700)


def is_folder(path: Path) -> bool:
    """Whether it is a folder, and not a link to one."""
    return path.is_dir() and not path.is_symlink()


def _delete(path: Path) -> list[OSError]:
    """Delete what is at `path`; return what went wrong."""
    try:
        if not is_folder(path):
            path.unlink(missing_ok=True)
            return []
        make_accessible(path)
        failed = [error for inside in list(path.iterdir()) for error in _delete(inside)]
        if not failed:
            path.rmdir()
        return failed
    except FileNotFoundError:
        return []
    except OSError as error:
        return [error]
