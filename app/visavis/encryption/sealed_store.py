"""Decides which files are sealed: those of a data folder with a key file. Only this module holds keys in a process.

All data files go through `seal_for` when they are written and `unseal_from` when they are read (`storage.disk`,
`storage.data_files`). The first bytes of a sealed file say that it is one (`stream.MAGIC`), so sealed and plain
files can lie side by side while encryption is turned on or off. The label of a file is its name: a file that is put in
the place of a file with another name is reported as damaged.
"""

import hashlib
import hmac
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from visavis.encryption import stream
from visavis.encryption.key_file import KEY_FILE, MAX_BYTES, KeyFile, Phase
from visavis.encryption.stream import NewerSealError, SealError
from visavis.errors import DamagedFileError, FileError, LockedFileError, NewerFileError
from visavis.messages import Message, verbatim

#: The keys that this process was given, by the ID of the key file.
_KEYS: dict[str, bytes] = {}

_Signature = tuple[int, int, int]

#: The key files that this process has read, with what says that they are still the same: number, time and size.
_KEY_FILES: dict[Path, tuple[_Signature, KeyFile]] = {}

#: What the user can do about a damaged key file.
_KEY_FILE_HINT = Message("Restore that file from a backup: without it, the data cannot be decrypted.")
#: What the names of people's folders and files are computed for.
_NAME_PURPOSE = b"visavis name\0"
#: Number of hexadecimal digits of a pseudonym.
_PSEUDONYM_LENGTH = 32


@dataclass(frozen=True, slots=True)
class SealedStore:
    """A data folder with a key file."""

    folder: Path
    key_file: KeyFile

    @property
    def is_unlocked(self) -> bool:
        """Whether this process has the key."""
        return self.key_file.id in _KEYS

    @property
    def seals(self) -> bool:
        """Whether new files are sealed, and names of people's folders hidden."""
        return self.key_file.phase is not Phase.TURNING_OFF

    @property
    def key(self) -> bytes:
        """The data key.

        Raises
        ------
        LockedFileError
            If this process was not given it.
        """
        try:
            return _KEYS[self.key_file.id]
        except KeyError:
            raise LockedFileError("The data in {folder} are encrypted and locked.", folder=self.folder) from None

    def unlock(self, key: bytes) -> None:
        """Give this process the key."""
        give_key(self.key_file.id, key)

    def pseudonym(self, name: str) -> str:
        """What stands for a name in the names of files and folders; nobody finds out the name without the key."""
        digest = hmac.new(self.key, _NAME_PURPOSE + name.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return digest.hexdigest()[:_PSEUDONYM_LENGTH]


def find_store(path: Path) -> SealedStore | None:
    """The store in which a file or folder lies; None if it lies in none that is sealed, also in part.

    Raises
    ------
    FileError
        If the key file is damaged, cannot be read, or is of a newer version.
    """
    whole = path if path.is_absolute() else path.absolute()
    for folder in (whole, *whole.parents):
        if key_file := _read_key_file(folder / KEY_FILE):
            return SealedStore(folder, key_file)
    return None


def seal_for(path: Path, content: bytes) -> bytes:
    """The content as it is to be written to `path`: sealed if that lies in a sealed store.

    Raises
    ------
    LockedFileError
        If this process has no key.
    """
    if path.name == KEY_FILE:
        return content
    store = find_store(path.parent)
    return stream.seal(store.key, content, _label(path)) if store and store.seals else content


def unseal_from(path: Path, content: bytes, hint: Message | None = None) -> bytes:
    """The content as it was given to `seal_for`; what is not sealed stays as it is.

    Parameters
    ----------
    hint : Message, optional
        What the user can do about a damaged file.

    Raises
    ------
    LockedFileError
        If it is sealed and this process has no key.
    DamagedFileError
        If it was changed or cut off, belongs to a file of another name, or the key is another's.
    """
    if not stream.is_sealed(content):
        return content
    store = find_store(path.parent)
    if store is None:
        raise LockedFileError("{path} is encrypted, and its key file is not there.", path=path, hint=_KEY_FILE_HINT)
    try:
        return stream.unseal(store.key, content, _label(path))
    except NewerSealError as error:
        raise NewerFileError("{path} was written by a newer version of Visavis.", path=path) from error
    except SealError as error:
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=hint, path=path, reason=verbatim(str(error))
        ) from error


def overhead(size: int) -> int:
    """What sealing adds at most to a content that takes `size` bytes on disk."""
    return stream.HEADER_BYTES + stream.TAG_BYTES * (size // stream.CHUNK_BYTES + 1)


def give_key(store_id: str, key: bytes) -> None:
    """Unlock a store for this process."""
    _KEYS[store_id] = key


def forget_key(store_id: str) -> None:
    """Lock a store for this process again."""
    _KEYS.pop(store_id, None)


def hides_names(folder: Path) -> bool:
    """Whether the names of people's folders in this one are pseudonyms, or become such."""
    store = find_store(folder)
    return store is not None and store.seals


def hide(folder: Path, name: str) -> str:
    """What a file or folder of that name is called in `folder`: its pseudonym if the store is sealed, else the name."""
    store = find_store(folder)
    return store.pseudonym(name) if store and store.seals else name


def possible_names(folder: Path, *names: str) -> set[str]:
    """What files or folders of these names may be called in `folder`: while encryption is turned on or off, either."""
    store = find_store(folder)
    return {*names, *map(store.pseudonym, names)} if store and store.is_unlocked else set(names)


def _label(path: Path) -> bytes:
    return path.name.encode("utf-8", "surrogateescape")


def _read_key_file(path: Path) -> KeyFile | None:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None
        signature = (status.st_ino, status.st_mtime_ns, status.st_size)
        known = _KEY_FILES.get(path)
        if known is None or known[0] != signature:
            known = _KEY_FILES[path] = signature, KeyFile.decode(path.read_bytes()[: MAX_BYTES + 1])
        return known[1]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NewerSealError as error:
        raise NewerFileError("{path} was written by a newer version of Visavis.", path=path) from error
    except SealError as error:
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=_KEY_FILE_HINT, path=path, reason=verbatim(str(error))
        ) from error
    except PermissionError as error:  # of a folder further up, which is no data folder of ours
        if path.parent.is_dir() and os.access(path.parent, os.X_OK):
            raise FileError("{path} cannot be opened: {reason}.", path=path, reason="permission denied") from error
        return None
    except OSError as error:
        raise FileError(
            "{path} cannot be opened: {reason}.", path=path, reason=verbatim((error.strerror or str(error)).lower())
        ) from error
