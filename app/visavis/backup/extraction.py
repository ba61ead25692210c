"""Reading the file of a backup, which may come from anybody.

The archive may have only regular files, at places that a data folder has. They are unpacked into an empty folder and
compared with the manifest; nothing is used before all of them were compared. The manifest is last, so an archive that
was cut off is not accepted as complete. What is unpacked is never larger than the file.
"""

import contextlib
import hashlib
import os
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import BinaryIO, NoReturn, Self

from visavis.backup.archive import (
    BLOCK_BYTES,
    HEAD_FILE,
    LABEL,
    MANIFEST_FILE,
    VERSION,
    BackupHead,
    ByteCallback,
    HeadRecord,
    ManifestRecord,
    PartRecord,
)
from visavis.encryption import passphrase as locking
from visavis.encryption.stream import NewerSealError, SealError
from visavis.errors import DamagedFileError, FileError, NewerFileError, VisavisError
from visavis.messages import Message, verbatim
from visavis.process import extras
from visavis.storage import disk, reader
from visavis.storage.paths import DataFolders
from visavis.storage.regular_file import open_regular
from visavis.storage.replacement import content_files, content_folders

#: Maximum size of the first part, in bytes.
_MAX_HEAD = 10_000
#: Maximum size of the manifest, in bytes: that of 1.5 million pictures.
_MAX_MANIFEST = 256_000_000
#: Maximum size of what tar says of one file besides its header, such as a long name, in bytes.
_MAX_EXTRA = 100_000
#: Maximum number of names in the path of a part. Ours have 4.
_MAX_DEPTH = 8
#: Maximum length of the name of a file or a folder, in bytes of UTF-8: that of file systems.
_MAX_NAME = 255
#: A hash in the manifest.
_SHA256 = re.compile(r"[0-9a-f]{64}")
#: What the user can do about a damaged backup.
_HINT = Message("Use another copy of the backup.")


class BackupPassphraseError(FileError):
    """A backup needs another passphrase, or one at all."""


class _Member(tarfile.TarInfo):
    """A header of the archive. What it says of the next file is limited: tarfile keeps it in memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        member = super().frombuf(buf, encoding, errors)
        if member.type not in tarfile.REGULAR_TYPES and member.size > _MAX_EXTRA:
            raise ValueError("a header is too large")
        return member


def is_locked(path: Path) -> bool:
    """Whether a passphrase is needed.

    Raises
    ------
    FileError
        If the file cannot be opened.
    """
    with _open(path) as file:
        return locking.is_locked(file.read(len(locking.MAGIC)))


def read_head(path: Path, passphrase: str | None = None) -> BackupHead:
    """What a backup says of itself; nothing else of it is read.

    Raises
    ------
    BackupPassphraseError
        If it needs another passphrase, or one at all.
    NewerFileError
        If a newer version of the program wrote it.
    FileError
        If it is damaged, or no backup, or cannot be opened.
    """
    with _open_archive(path, passphrase) as archive:
        return _read_head(path, archive)


def unpack(
    path: Path, to: DataFolders, passphrase: str | None = None, on_progress: ByteCallback = lambda *_: None
) -> BackupHead:
    """Unpack a backup into an empty data folder, compared with its manifest.

    Raises
    ------
    BackupPassphraseError, FileError
        As `read_head` does. What was unpacked by then is no data folder.
    DiskError
        If it cannot be written.
    """
    with _open_archive(path, passphrase) as archive:
        head = _read_head(path, archive)
        total = path.stat().st_size
        found: dict[str, PartRecord] = {}
        manifest: ManifestRecord | None = None
        done = 0
        while (member := archive.next()) is not None:
            if manifest is not None:
                raise ValueError("something follows the manifest")
            _require_plain(member)
            if member.name == MANIFEST_FILE:
                manifest = _check_manifest(_read_json(archive, member, _MAX_MANIFEST))
                continue
            if member.name in found:
                raise ValueError("it has a file twice")
            found[member.name] = _unpack_file(archive, member, place_of(member.name, to))
            done += member.size
            on_progress(min(done, total), total)
        if manifest is None:
            raise ValueError("it is cut off")
        if found != manifest["parts"]:
            raise ValueError("its content is not that of its manifest")
    return head


@contextlib.contextmanager
def _open_archive(path: Path, passphrase: str | None) -> Iterator[tarfile.TarFile]:
    """The archive in a file. Whatever goes wrong in the block because of its content is an error about the file."""
    with _open(path) as file:
        try:
            is_behind = locking.is_locked(file.read(len(locking.MAGIC)))
            file.seek(0)
            if is_behind:
                extras.ENCRYPTION.require(Message("An encrypted backup"))
                if passphrase is None:
                    raise BackupPassphraseError(
                        "{path} needs a passphrase.",
                        hint="Give the passphrase that the backup was made with.",
                        path=path,
                    )
            content = locking.open_locked(file, passphrase, LABEL) if is_behind and passphrase is not None else file
            with tarfile.open(fileobj=content, mode="r|", bufsize=BLOCK_BYTES, tarinfo=_Member) as archive:  # type: ignore[call-overload]
                yield archive
        except VisavisError:
            raise
        except locking.WrongPassphraseError as error:
            raise BackupPassphraseError(
                "The passphrase of {path} is another one.",
                hint="Give the passphrase that the backup was made with. Without it, nobody can read the backup.",
                path=path,
            ) from error
        except NewerSealError as error:
            raise NewerFileError("{path} was written by a newer version of Visavis.", path=path) from error
        except OSError as error:
            raise disk.disk_error(error, error.filename or path) from error
        except (SealError, tarfile.TarError, ValueError, OverflowError, RecursionError, EOFError, MemoryError) as error:
            _refuse(path, verbatim(str(error) or type(error).__name__), error)


def _open(path: Path) -> BinaryIO:
    try:
        return open_regular(path)
    except OSError as error:
        raise FileError(
            "{path} cannot be opened: {reason}.", hint=Message("Check the path."), path=path, reason=disk.reason(error)
        ) from error


def _refuse(path: Path, reason: Message, cause: Exception) -> NoReturn:
    raise DamagedFileError(
        "{path} is not a complete backup: {reason}.", hint=_HINT, path=path, reason=reason
    ) from cause


def _read_head(path: Path, archive: tarfile.TarFile) -> BackupHead:
    member = archive.next()
    if member is None or member.name != HEAD_FILE:
        raise ValueError("it is no backup of Visavis")
    _require_plain(member)
    values = reader.parse_json(_read_json(archive, member, _MAX_HEAD))
    version = values.get("version")
    if type(version) is int and version > VERSION:
        raise NewerFileError("{path} was written by a newer version of Visavis.", path=path)
    if version != VERSION:
        raise ValueError("its version is none")
    head = reader.check(values, HeadRecord)
    return BackupHead(reader.parse_time(head["created"]), head["program"], head["people"])


def _check_manifest(content: bytes) -> ManifestRecord:
    manifest = reader.check(reader.parse_json(content), ManifestRecord)
    if not all(_SHA256.fullmatch(part["sha256"]) for part in manifest["parts"].values()):
        raise ValueError("a hash is none")
    return manifest


def _require_plain(member: tarfile.TarInfo) -> None:
    """Raise a `ValueError` unless it is a file with all its bytes: no link, device, folder, or file with holes."""
    if not member.isreg() or member.issparse() or member.size < 0:
        raise ValueError("it has something that is no file")


def _read_json(archive: tarfile.TarFile, member: tarfile.TarInfo, max_bytes: int) -> bytes:
    if member.size > max_bytes:
        raise ValueError("its description is too large")
    file = archive.extractfile(member)
    content = file.read() if file else b""
    if len(content) != member.size:
        raise ValueError("it is cut off")
    return content


def place_of(name: str, to: DataFolders) -> Path:
    """Where a part goes in a data folder.

    Raises
    ------
    ValueError
        If a data folder has no such place.
    """
    parts = name.split("/")
    if len(parts) > _MAX_DEPTH or not all(map(_is_safe, parts)):
        raise ValueError("a path leads elsewhere")
    place = to.data.joinpath(*parts)
    if place not in content_files(to) and not any(folder in place.parents for folder in content_folders(to)):
        raise ValueError("it has a file that no data folder has")
    return place


def _is_safe(name: str) -> bool:
    """Whether a name is that of a file or a folder inside its folder. Hidden files are never backed up."""
    if not name or name.startswith(".") or "\0" in name or "\\" in name:
        return False
    if os.name == "nt" and (PureWindowsPath(name).name != name or ":" in name):
        return False
    return len(name.encode(errors="surrogateescape")) <= _MAX_NAME


def _unpack_file(archive: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> PartRecord:
    """Write a part; return what the manifest must say of it."""
    file = archive.extractfile(member)
    if file is None:
        raise ValueError("it has something that is no file")
    if any(each.is_file() for each in place.parents):
        raise ValueError("it has a file and a folder of one name")
    disk.make_private(place.parent)
    hashed, count = hashlib.sha256(), 0
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(handle, "wb") as target:
            while block := file.read(BLOCK_BYTES):
                hashed.update(block)
                count += len(block)
                target.write(block)
    except FileExistsError as error:
        raise ValueError("it has a file twice") from error
    if count != member.size:
        raise ValueError("it is cut off")
    with contextlib.suppress(OverflowError, OSError):  # a date that no file can have
        os.utime(place, (member.mtime, member.mtime))
    return {"bytes": count, "sha256": hashed.hexdigest()}
