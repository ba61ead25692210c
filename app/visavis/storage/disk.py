"""Private files, written whole or not at all, by one writer at a time."""

import contextlib
import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from visavis.encryption import sealed_store
from visavis.errors import DiskError
from visavis.messages import Message, verbatim
from visavis.storage import data_files
from visavis.storage.regular_file import IrregularFileError

#: The common errors, in Linux's words. The operating system words all others, in English.
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
    errno.EXDEV: Message("invalid cross-device link"),
    errno.EMFILE: Message("too many open files"),
    errno.ENAMETOOLONG: Message("file name too long"),
}
#: What the user can do about an error, wherever it is.
_HINTS = {
    errno.ENOENT: Message("Choose another folder."),
    errno.ENOTDIR: Message("Choose another folder."),
    errno.ENOSPC: Message("Free some space on that disk, then try again."),
    errno.EDQUOT: Message("Your quota on that disk is used up; free some space, then try again."),
    errno.EACCES: Message("Check the permissions there, or choose another folder."),
    errno.EPERM: Message("Check the permissions there, or choose another folder."),
    errno.EROFS: Message("That disk is read-only; choose another folder."),
}
#: What the user can do about an error in the data folder.
_DATA_HINTS = {
    errno.ENOENT: Message("Use another data folder (--data)."),
    errno.ENOTDIR: Message("Use another data folder (--data)."),
    errno.EACCES: Message("Check the permissions there, or use another data folder (--data)."),
    errno.EPERM: Message("Check the permissions there, or use another data folder (--data)."),
    errno.EROFS: Message("That disk is read-only; use another data folder (--data)."),
}
#: The data folders that this process uses: only for an error in one of these, another data folder is a help.
_data_folders: set[Path] = set()

#: The file of the writers' lock of a folder.
LOCK_FILE = ".lock"
#: Prefix of files that are being written. Their writer holds them locked: so `remove_temporary_files` tells them from
#: those that a killed program left.
TEMPORARY = ".tmp-"


def reason(error: OSError) -> Message:
    """The reason of an operating system's error, as the end of a sentence."""
    if isinstance(error, IrregularFileError):
        return Message("it is no regular file")
    known = _REASONS.get(error.errno or 0)
    return known or verbatim((error.strerror or str(error)).lower())


def know_data_folder(folder: Path) -> None:
    """Remember that a folder is a data folder, for the hints of errors in it."""
    _data_folders.add(folder)


def hint(error: OSError, path: Path | str) -> Message | None:
    """What the user can do about an operating system's error at a path, if that is known."""
    number, place = error.errno or 0, Path(path)
    if any(place.is_relative_to(folder) for folder in _data_folders):
        return _DATA_HINTS.get(number) or _HINTS.get(number)
    return _HINTS.get(number)


def disk_error(error: OSError, path: Path | str) -> DiskError:
    """The error for the user when the operating system refuses to change `path`."""
    return DiskError("Cannot write {path}: {reason}.", hint=hint(error, path), path=path, reason=reason(error))


def surprise(error: OSError | MemoryError) -> DiskError:
    """The error for the user when the computer refuses something where no code of ours expected it."""
    if isinstance(error, MemoryError):
        return DiskError("There is not enough memory.", hint="Close other programs, then try again.")
    if error.filename is None:
        return DiskError(
            "The operating system refused: {reason}.", hint=_HINTS.get(error.errno or 0), reason=reason(error)
        )
    path = Path(os.fsdecode(error.filename)) if not isinstance(error.filename, int) else Path()
    return DiskError(
        "The operating system refused {path}: {reason}.", hint=hint(error, path), path=path, reason=reason(error)
    )


@contextlib.contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn an `OSError` in the block into a `DiskError` about `path`."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, path) from error


def make_private(folder: Path) -> Path:
    """Create `folder` and missing parents with mode 0700, if the platform has modes; return it.

    Raises
    ------
    DiskError
        If the folder cannot be created.
    """
    with translate_errors(folder):
        for missing in reversed([p for p in (folder, *folder.parents) if not p.exists()]):
            with contextlib.suppress(FileExistsError):
                missing.mkdir(mode=0o700)
                missing.chmod(0o700)  # a umask can remove the owner's rights
                sync(missing.parent)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return folder


def write_whole(path: Path, content: bytes, scratch: Path | None = None) -> None:
    """Write `content` to `path` atomically: a reader, or a power cut, finds the old file or the new one, never a part.

    The file gets mode 0600, whatever the umask: temporary file on the same disk, fsync, replace, fsync of the folder.
    In an encrypted data folder, it is sealed.

    Parameters
    ----------
    scratch : Path, optional
        The folder of the temporary file, which stays if the program is killed. Default: that of `path`.

    Raises
    ------
    DiskError
        If it cannot be written. The old file, if any, is untouched.
    LockedFileError
        If the data folder is encrypted, and this process has no key.
    """
    content = sealed_store.seal_for(path, content)
    with open_whole(path, scratch) as file:
        file.write(content)


@contextlib.contextmanager
def open_whole(
    path: Path, scratch: Path | None = None, prefix: str = TEMPORARY, mode: int = 0o600
) -> Iterator[BinaryIO]:
    """A file to write to, which is at `path` when the block ends: for content that is too large for `write_whole`.

    If the block fails, the old file, if any, is untouched. An `OSError` in it becomes a `DiskError` about `path`.
    """
    make_private(path.parent)
    with translate_errors(path):
        handle, temporary = _create_temporary(scratch or path.parent, prefix)
        try:
            with open(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException:  # also if interrupted
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        sync(path.parent)


def _create_temporary(folder: Path, prefix: str = TEMPORARY) -> tuple[int, str]:
    """Create a temporary file and lock it; return its handle and its path."""
    while True:
        handle, path = tempfile.mkstemp(dir=folder, prefix=prefix)
        if _is_lockable(handle) and os.fstat(handle).st_nlink:
            return handle, path
        os.close(handle)  # it was just taken for one that a killed program left


def _is_lockable(handle: int) -> bool:
    """Lock an open file, unless another program has locked it. The operating system releases locks of killed programs.

    Where it has no such locks, every file counts as lockable: on Windows, open files cannot be deleted anyway.
    """
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def sync(path: Path) -> None:
    """Make a file, or renames inside a folder, survive a power cut, if the platform supports it."""
    if os.name != "posix":
        return
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        if not path.is_dir():  # some network file systems cannot sync a folder; the rename is done anyway
            raise


def require_space(folder: Path, count: int) -> None:
    """Try whether the disk takes more bytes, for writers that do not say why they failed.

    Raises
    ------
    OSError
        If it does not: it is full, the quota is used up, or it fails.
    """
    with tempfile.TemporaryFile(dir=folder, prefix=TEMPORARY) as file:
        file.write(bytes(count))
        file.flush()
        os.fsync(file.fileno())


def sync_moves(sources: Iterable[Path], targets: Iterable[Path]) -> None:
    """Make renames survive a power cut: first where files are now, or a cut in between could lose them.

    Folders that do not exist are ignored.

    Raises
    ------
    DiskError
        If the disk refuses.
    """
    ordered = [*(path for path in targets if path.is_dir())]
    ordered += [path for path in sources if path.is_dir() and path not in ordered]
    for folder in ordered:
        with translate_errors(folder):
            sync(folder)


def write_json(path: Path, value: dict[str, Any], scratch: Path | None = None) -> None:
    """Write `value`, which must have a "version", whole or not at all (`write_whole`)."""
    if "version" not in value:
        raise ValueError(f"{path.name} needs a version")
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n", scratch)


def move(source: Path, target: Path) -> None:
    """Move a file or a folder to a path that does not exist, also to another disk: copied, synced, then deleted.

    A reader finds it whole at one of the two paths, or at both. Its temporary copy has the prefix of temporary files.

    Raises
    ------
    OSError
        If the operating system refuses. What was there is still there.
    """
    if source.name != target.name and data_files.is_sealed(source):  # what is sealed belongs to its name
        write_whole(target, data_files.read(source))
        source.unlink()
        return
    try:
        os.rename(source, target)
        return
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    copy = Path(tempfile.mkdtemp(dir=target.parent, prefix=TEMPORARY)) / target.name
    try:
        with hold(copy.parent):
            _copy(source, copy)
            os.rename(copy, target)
        sync(target.parent)
    finally:
        shutil.rmtree(copy.parent, ignore_errors=True)
    if source.is_dir() and not source.is_symlink():
        shutil.rmtree(source)
    else:
        source.unlink()


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold a temporary folder, so that nobody takes it for one that a killed program left."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _is_lockable(handle)
        yield
    finally:
        os.close(handle)


def _copy(source: Path, copy: Path) -> None:
    """Copy a file or a folder, safe on the disk."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, copy, symlinks=True)
        for path in (*copy.rglob("*"), copy):
            if not path.is_symlink():
                sync(path)
    else:
        shutil.copy2(source, copy, follow_symlinks=False)
        sync(copy)


def unused_path(folder: Path, name: str) -> Path:
    """A path in `folder` that does not exist: with that name, or with a number before the extension."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def is_temporary(path: Path) -> bool:
    """Whether it is, by its name, a file that is being written, or that a killed program left."""
    return path.name.startswith(TEMPORARY)


def remove_temporary_files(folder: Path, prefix: str = TEMPORARY) -> None:
    """Delete the temporary files and folders that killed programs left in `folder`; those of running ones stay.

    Parameters
    ----------
    prefix : str
        What their names begin with.

    Raises
    ------
    DiskError
        If one cannot be deleted.
    """
    with translate_errors(folder):
        for path in folder.glob(f"{prefix}*"):
            _remove_unused(path)


def _remove_unused(path: Path) -> None:
    """Delete a temporary file, or a folder that `move` fills, unless a running program uses it."""
    if path.is_symlink() or not (path.is_file() or path.is_dir()):
        return
    remove = shutil.rmtree if path.is_dir() else os.unlink
    with contextlib.suppress(FileNotFoundError):
        if sys.platform == "win32":
            with contextlib.suppress(PermissionError):  # it is open
                remove(path)
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            if _is_lockable(handle):
                remove(path)
        finally:
            os.close(handle)


@contextlib.contextmanager
def lock(folder: Path, *, wait_s: float = 10.0) -> Iterator[None]:
    """Hold the writers' lock of `folder`: for one operation, never for the life of a program.

    The lock is not reentrant: a second one on the same folder inside would wait for the first until it times out.

    Raises
    ------
    DiskError
        If another program holds it for longer than `wait_s` seconds.
    """
    import filelock  # takes 10 ms, which the start of the window need not wait for

    make_private(folder)
    file_lock = filelock.FileLock(folder / LOCK_FILE, timeout=wait_s, mode=0o600)
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
