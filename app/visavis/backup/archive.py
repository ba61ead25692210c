"""The file of a backup: a tar archive of the unchanged parts, optionally encrypted with a passphrase.

    visavis-backup.json     version of the format, when it was made, by which version of the program, of how many people
    people/..., models/...  the parts, uncompressed, by their paths in the data folder
    manifest.json           size and SHA-256 of each part

This module writes it; `extraction` reads it.
"""

import contextlib
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO, TypedDict

import visavis
from visavis.encryption import passphrase as locking
from visavis.errors import FileError
from visavis.messages import Message
from visavis.process import extras
from visavis.storage import disk
from visavis.storage.regular_file import open_regular

#: The version of the format that this program writes.
VERSION = 1
#: The first part: what the archive is.
HEAD_FILE = "visavis-backup.json"
#: The last part: size and hash of each other part.
MANIFEST_FILE = "manifest.json"
#: What the content behind a passphrase is for.
LABEL = b"visavis backup"
#: Prefix of a file that is being written. It says whose it is, since it lies among the user's own files: what a killed
#: backup left, the next one there deletes.
_TEMPORARY = ".visavis-backup-"
#: Bytes that are read and written at a time.
BLOCK_BYTES = 1 << 20

ByteCallback = Callable[[int, int], None]
"""Takes the number of bytes that are done, and their total."""


class HeadRecord(TypedDict):
    """The first part."""

    version: int
    created: str
    program: str
    people: int


class PartRecord(TypedDict):
    """What the manifest says of a part."""

    bytes: int
    sha256: str


class ManifestRecord(TypedDict):
    """The last part."""

    version: int
    parts: dict[str, PartRecord]


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What a backup says of itself."""

    created: datetime
    program: str
    """The version of the program that made it."""
    people: int
    """Number of people in it."""


def is_backup(path: Path) -> bool:
    """Whether a file looks like a backup, by its first bytes; a folder or a missing file does not."""
    with contextlib.suppress(OSError), open_regular(path) as file:
        head = file.read(tarfile.BLOCKSIZE)
        return locking.is_locked(head) or head.startswith(HEAD_FILE.encode() + b"\0")
    return False


def write(
    path: Path,
    root: Path,
    parts: Iterable[Path],
    people: int,
    passphrase: str | None = None,
    on_progress: ByteCallback = lambda *_: None,
) -> int:
    """Write a backup, whole or not at all; return its size in bytes.

    Parameters
    ----------
    root : Path
        The folder that stands for the data folder.
    parts : iterable of Path
        The files in it, in the order in which they are written.
    people : int
        Number of people in it, for the head.

    Raises
    ------
    DiskError
        If it cannot be written.
    FileError
        If a part cannot be read.
    MissingExtraError
        If there is a passphrase, and the packages for encryption are not installed.
    """
    chosen = list(parts)
    total = sum(part.stat().st_size for part in chosen)
    if passphrase is not None:
        extras.ENCRYPTION.require(Message("An encrypted backup"))
    disk.remove_temporary_files(disk.make_private(path.parent), _TEMPORARY)
    with disk.open_whole(path, prefix=_TEMPORARY) as file:
        sealer = locking.start_locked(file, passphrase, LABEL) if passphrase is not None else None
        target: IO[bytes] = sealer or file  # type: ignore[assignment]  # tarfile only writes to it
        with tarfile.open(fileobj=target, mode="w|", format=tarfile.PAX_FORMAT, bufsize=BLOCK_BYTES) as archive:
            created = datetime.now(UTC).isoformat()
            _add_json(
                archive,
                HEAD_FILE,
                {"version": VERSION, "created": created, "program": visavis.__version__, "people": people},
            )
            manifest: dict[str, PartRecord] = {}
            done = 0
            for part in chosen:
                name = part.relative_to(root).as_posix()
                manifest[name] = _add_file(archive, name, part)
                done += manifest[name]["bytes"]
                on_progress(done, total)
            _add_json(archive, MANIFEST_FILE, {"version": VERSION, "parts": manifest})
        if sealer is not None:
            sealer.close()
        file.flush()
        return file.tell()


def _add_json(archive: tarfile.TarFile, name: str, values: dict[str, object]) -> None:
    content = json.dumps(values, ensure_ascii=True).encode()
    archive.addfile(_member(name, len(content), 0), io.BytesIO(content))


def _add_file(archive: tarfile.TarFile, name: str, path: Path) -> PartRecord:
    """Add a file as it is now; return what the manifest says of it."""
    try:
        with open_regular(path) as file:
            status = os.fstat(file.fileno())
            source = _HashingReader(file)
            archive.addfile(_member(name, status.st_size, int(status.st_mtime)), source)
            return {"bytes": status.st_size, "sha256": source.hash.hexdigest()}
    except OSError as error:
        if error.filename is None or Path(os.fsdecode(error.filename)) != path:  # of the archive
            raise
        raise FileError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error


def _member(name: str, size: int, changed: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = size, max(changed, 0), 0o600
    return member


class _HashingReader:
    """Reads a file, and hashes what it reads."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash = hashlib.sha256()

    def read(self, count: int = -1) -> bytes:
        content = self._file.read(count)
        self.hash.update(content)
        return content
