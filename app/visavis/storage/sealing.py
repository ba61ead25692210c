"""Sealing and opening files where they lie: when encryption is turned on or off, and after a library wrote a file."""

from pathlib import Path

from visavis.encryption import sealed_store
from visavis.storage import data_files, disk


def is_sealed(path: Path) -> bool:
    """Whether a file is sealed; False if there is no regular file.

    Raises
    ------
    DiskError
        If it cannot be opened, so that nobody knows.
    """
    with disk.translate_errors(path):
        return data_files.is_sealed(path)


def seal(path: Path, scratch: Path | None = None) -> bool:
    """Seal a file, if it lies in an encrypted data folder and is not sealed; return whether it was changed.

    Links and folders stay as they are.

    Raises
    ------
    DiskError
        If it cannot be opened or written; it is as it was then.
    FileError
        If this process has no key.
    """
    return _rewrite(path, scratch) if not is_sealed(path) and _is_sealing(path) else False


def unseal(path: Path, scratch: Path | None = None) -> bool:
    """Write the content of a sealed file as it is, if encryption is being turned off; return whether it was changed.

    Raises
    ------
    DiskError
        If it cannot be opened or written; it is as it was then.
    FileError
        If it cannot be opened with a key of this process.
    """
    return _rewrite(path, scratch) if is_sealed(path) and not _is_sealing(path) else False


def _is_sealing(path: Path) -> bool:
    store = sealed_store.find_store(path.parent)
    return store is not None and store.seals


def _rewrite(path: Path, scratch: Path | None) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with disk.translate_errors(path):
        content = data_files.read(path)
    disk.write_whole(path, content, scratch)
    return True
