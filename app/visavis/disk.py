"""Writing that is whole or absent, private, and one writer at a time."""

import contextlib
import errno
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import filelock

from visavis.errors import DiskError

_HINTS = {
    errno.ENOSPC: "Free some space on that disk, then try again; nothing was changed.",
    errno.EDQUOT: "Your quota on that disk is used up; free some space, then try again.",
    errno.EACCES: "Check who may write there, or choose another folder with --data.",
    errno.EPERM: "Check who may write there, or choose another folder with --data.",
    errno.EROFS: "That disk is read-only; choose another folder with --data.",
}


def translated(error: OSError, path: Path) -> DiskError:
    """The one sentence and the hint for an operating system's refusal at `path`."""
    reason = (error.strerror or str(error)).lower()
    return DiskError(f"Cannot write {path}: {reason}.", hint=_HINTS.get(error.errno or 0, ""))


def make_private(folder: Path) -> Path:
    """Create `folder` and its parents where missing, mode 0700 where the platform has modes; return it.

    Raises
    ------
    DiskError
        If the folder cannot be created.
    """
    try:
        for missing in reversed([p for p in (folder, *folder.parents) if not p.exists()]):
            with contextlib.suppress(FileExistsError):
                missing.mkdir(mode=0o700)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    except OSError as error:
        raise translated(error, folder) from error
    return folder


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader, or a power cut, finds the old file or the new one, never a part.

    The file gets mode 0600 (that of `mkstemp`). Temporary file in the same folder, fsync, replace, fsync of the folder.

    Raises
    ------
    DiskError
        If it cannot be written; the old file, if any, is untouched.
    """
    make_private(path.parent)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        sync(path.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise translated(error, path) from error
    except BaseException:  # interrupted: leave no litter
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Make a file, or the renames inside a folder, survive a power cut, where the platform can open it for that."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Write `value`, which carries its "version", whole or not at all."""
    if "version" not in value:
        raise ValueError(f"{path.name} needs a version")
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")


@contextlib.contextmanager
def locked(folder: Path, *, wait_s: float = 10.0) -> Iterator[None]:
    """Hold the writers' lock of `folder` for one operation, never for a program's life.

    Reentrant within a thread of one process through nesting of the same path is not supported: lock at the outermost call.

    Raises
    ------
    DiskError
        If another program holds it for longer than `wait_s` seconds.
    """
    make_private(folder)
    lock = filelock.FileLock(folder / ".lock", timeout=wait_s, mode=0o600)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise DiskError(
            f"Another program is writing to {folder}.", hint="Wait until it has finished, or close it, then try again."
        ) from error
    except OSError as error:
        raise translated(error, folder) from error
    try:
        yield
    finally:
        lock.release()
