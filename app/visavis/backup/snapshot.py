"""A snapshot of a data folder at one moment. Writers are locked out only while the snapshot is taken.

Visavis replaces its files as a whole and never changes them in place. So a second name for each file (a hard link)
keeps its current content, and takes no space. The few files that are changed in place are copied. SQLite's backup call
copies the file of visits.
"""

import contextlib
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from visavis.audit.log import AUDIT_FILE
from visavis.errors import FileError
from visavis.imaging.listing import is_hidden
from visavis.sightings import union
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.storage.replacement import content_files, content_folders


@dataclass(slots=True)
class FolderSnapshot:
    """What was taken of a data folder."""

    files: list[Path] = field(default_factory=list)
    """In the new folder, in the order of their paths."""
    passed_over: list[Path] = field(default_factory=list)
    """In the data folder: what is not backed up, because it is no regular file, or has a name that is no text."""


def take(folders: DataFolders, to: DataFolders) -> FolderSnapshot:
    """Make the content of one data folder that of another one, on the same disk. Call it with the locks held.

    What is hidden is left out: locks, and what is unfinished. Logs are left out, too.

    Raises
    ------
    DiskError
        If it cannot be written.
    FileError
        If something cannot be read.
    """
    snapshot = FolderSnapshot()
    for source, target in zip(content_folders(folders), content_folders(to), strict=True):
        _take_folder(source, target, snapshot)
    for source, target in zip(content_files(folders), content_files(to), strict=True):
        if source == folders.sightings:
            if union.copy(source, target):
                snapshot.files.append(target)
        elif source.is_file():
            _take_file(source, target, snapshot)
    return snapshot


def _take_folder(source: Path, target: Path, snapshot: FolderSnapshot) -> None:
    try:
        entries = sorted(source.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileError("{path} cannot be opened: {reason}.", path=source, reason=disk.reason(error)) from error
    for path in entries:
        if is_hidden(path.name):
            continue
        if path.is_symlink() or not _is_text(path.name) or not (path.is_dir() or path.is_file()):
            snapshot.passed_over.append(path)
        elif path.is_dir():
            _take_folder(path, target / path.name, snapshot)
        else:
            _take_file(path, target / path.name, snapshot)


def _take_file(source: Path, target: Path, snapshot: FolderSnapshot) -> None:
    disk.make_private(target.parent)
    with disk.translate_errors(target):
        if source.name == AUDIT_FILE:
            shutil.copy2(source, target)
        else:
            link(source, target)
    snapshot.files.append(target)


def link(source: Path, target: Path) -> None:
    """A second name for a file, or a copy where the file system has no such names."""
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)


def _is_text(name: str) -> bool:
    """Whether a name can be written in JSON."""
    with contextlib.suppress(UnicodeEncodeError):
        name.encode()
        return True
    return False
