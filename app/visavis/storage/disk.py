"""Writing that is whole or absent, private, and one writer at a time."""

import contextlib
import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import filelock

from visavis.errors import DiskError
from visavis.messages import Message, verbatim

#: The usual refusals, as Linux words them; the others are worded by the operating system, in English.
_REASONS = {
    errno.EACCES: Message("permission denied"),
    errno.EPERM: Message("operation not permitted"),
    errno.ENOENT: Message("no such file or directory"),
    errno.ENOSPC: Message("no space left on device"),
    errno.EDQUOT: Message("disk quota exceeded"),
    errno.EROFS: Message("read-only file system"),
    errno.EISDIR: Message("is a directory"),
    errno.ENOTDIR: Message("not a directory"),
    errno.EEXIST: Message("file exists"),
    errno.EIO: Message("input/output error"),
    errno.ENAMETOOLONG: Message("file name too long"),
}
_HINTS = {
    errno.ENOSPC: Message("Free some space on that disk, then try again."),
    errno.EDQUOT: Message("Your quota on that disk is used up; free some space, then try again."),
    errno.EACCES: Message("Check who may write there, or use another data folder (--data)."),
    errno.EPERM: Message("Check who may write there, or use another data folder (--data)."),
    errno.EROFS: Message("That disk is read-only; use another data folder (--data)."),
}

#: How the names of files begin that are being written; after a crash they are litter (`remove_temporary_files`).
_TEMPORARY = ".tmp-"


def reason(error: OSError) -> Message:
    """Why the operating system refused, as the end of a sentence."""
    known = _REASONS.get(error.errno or 0)
    return known or verbatim((error.strerror or str(error)).lower())


def disk_error(error: OSError, path: Path) -> DiskError:
    """The one sentence and the hint for an operating system's refusal to change `path`."""
    return DiskError(
        "Cannot write {path}: {reason}.",
        hint=_HINTS.get(error.errno or 0),
        path=path,
        reason=reason(error),
    )


@contextlib.contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """What the operating system refuses inside becomes a `DiskError` about `path`."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, path) from error


def make_private(folder: Path) -> Path:
    """Create `folder` and its parents where missing, mode 0700 where the platform has modes; return it.

    Raises
    ------
    DiskError
        If the folder cannot be created.
    """
    with translate_errors(folder):
        for missing in reversed([p for p in (folder, *folder.parents) if not p.exists()]):
            with contextlib.suppress(FileExistsError):
                missing.mkdir(mode=0o700)
                missing.chmod(0o700)  # a umask can take the owner's own rights away
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return folder


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader, or a power cut, finds the old file or the new one, never a part.

    The file gets mode 0600, whatever the umask. Temporary file in the same folder, fsync, replace, fsync of the folder.

    Raises
    ------
    DiskError
        If it cannot be written; the old file, if any, is untouched.
    """
    make_private(path.parent)
    with translate_errors(path):
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
        try:
            with open(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o600)
            os.replace(temporary, path)
        except BaseException:  # interrupted, too: leave no litter
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        sync(path.parent)


def sync(path: Path) -> None:
    """Make a file, or the renames inside a folder, survive a power cut, where the platform can open it for that."""
    if os.name != "posix":
        return
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        if not path.is_dir():  # some network file systems cannot sync a folder; the rename is done all the same
            raise


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Write `value`, which carries its "version", whole or not at all."""
    if "version" not in value:
        raise ValueError(f"{path.name} needs a version")
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")


def unused_path(folder: Path, name: str) -> Path:
    """A path in `folder` at which nothing is: that name, or with a number before its extension."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def remove_temporary_files(folder: Path) -> None:
    """Delete what a crash left half written in `folder`; only while holding the lock under which it is written."""
    with translate_errors(folder):
        for path in folder.glob(f"{_TEMPORARY}*"):
            path.unlink(missing_ok=True)


def delete_folder(folder: Path, gone: Path) -> None:
    """Delete `folder` with all it holds: at once to whoever looks, by renaming it to `gone`, which does not exist yet.

    After a crash in between, `gone` is still there, whole or in part: delete it likewise with ``shutil.rmtree``.

    Raises
    ------
    DiskError
        If it cannot be renamed, and everything is as before; or not deleted, and `gone` remains.
    """
    with translate_errors(folder):
        os.rename(folder, gone)
        sync(folder.parent)
        shutil.rmtree(gone)


@contextlib.contextmanager
def lock(folder: Path, *, wait_s: float = 10.0) -> Iterator[None]:
    """Hold the writers' lock of `folder` for one operation, never for a program's life.

    Not reentrant: a second lock on the same folder inside waits for the first in vain; lock at the outermost call.

    Raises
    ------
    DiskError
        If another program holds it for longer than `wait_s` seconds.
    """
    make_private(folder)
    file_lock = filelock.FileLock(folder / ".lock", timeout=wait_s, mode=0o600)
    try:
        file_lock.acquire()
    except filelock.Timeout as error:
        raise DiskError(
            "Another program is writing to {folder}.",
            hint="Wait until it has finished, or close it, then try again.",
            folder=folder,
        ) from error
    except OSError as error:
        raise disk_error(error, folder) from error
    try:
        yield
    finally:
        file_lock.release()
