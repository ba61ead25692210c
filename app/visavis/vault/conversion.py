"""Turning encryption on and off: all files of a data folder are rewritten, one after the other.

There is no journal besides the key file. It says from the first moment whether new files are sealed, and the first
bytes of each file say whether that file is. So all files can be read at every moment, and a repeat converts the rest.
Each room is converted with its lock held; the key file changes its phase before the first file and after the last.
"""

import contextlib
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from visavis.encryption import sealed_store
from visavis.encryption.key_file import KEY_FILE, Phase
from visavis.encryption.sealed_store import SealedStore
from visavis.errors import DamagedFileError, DiskError, StoreError
from visavis.messages import Message
from visavis.models.folder import STAGING
from visavis.people.trash import Trash
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.recordings.store import RecordingStore
from visavis.sightings import database
from visavis.storage import deletion, disk, log_lines, sealing
from visavis.storage.paths import DataFolders
from visavis.vault import key_store, keyring_key
from visavis.vault.person_folders import PersonFolders, convert_picture

#: Files that hold no data of ours: locks, and the key file.
_NO_DATA = frozenset({disk.LOCK_FILE, ".used", KEY_FILE})
#: Free space that is needed besides that of the largest file: for folders, and for what each file grows by, in bytes.
_SPARE_BYTES = 10_000_000
#: What each file may grow by, in bytes: header and tag, on average far less than a block of the disk.
_GROWTH_BYTES = 256


@dataclass(slots=True)
class Conversion:
    """One conversion of a data folder, in the direction that its key file says.

    Parameters
    ----------
    folders : DataFolders
    on_progress : callable
        Gets a sentence for every file that was converted.
    """

    folders: DataFolders
    on_progress: ProgressCallback = ignore_progress
    converted: int = 0
    """Number of files that were rewritten."""
    _total: int = 0

    def turn_on(self, store: SealedStore) -> None:
        """Seal all that is not sealed yet. The store is unlocked, and being turned on, or on already.

        Raises
        ------
        DiskError
            If there is too little space, or the disk refuses. Everything can be read all the same; repeat it.
        StoreError
            If there are recordings of live sessions: players could not open their videos.
        FileError
            If a record of a person is damaged: without it, nobody would know whose folder it is.
        """
        require_no_recordings(self.folders)
        key_store.set_phase(store, Phase.TURNING_ON)
        self._convert(sealing.seal)
        key_store.set_phase(store, Phase.ON)

    def turn_off(self, store: SealedStore) -> None:
        """Open all that is sealed, and delete the key file and the key in the keyring.

        Raises
        ------
        DiskError
            If there is too little space, or the disk refuses. Everything can be read all the same; repeat it.
        DamagedFileError
            If a file cannot be opened. The key stays.
        """
        store = key_store.set_phase(store, Phase.TURNING_OFF)
        self._convert(sealing.unseal)
        if left := self.unconverted_files():
            raise DamagedFileError("{path} could not be decrypted.", path=left[0], hint=_TRY_AGAIN)
        deletion.delete(store.folder / KEY_FILE, store.folder)
        keyring_key.delete(store.key_file.id)
        sealed_store.forget_key(store.key_file.id)

    def unconverted_files(self) -> list[Path]:
        """The data files that are not as the key file says.

        Raises
        ------
        DiskError
            If a file cannot be opened, so that nobody knows.
        """
        is_sealing = sealed_store.hides_names(self.folders.data)
        foreign = set(self.foreign_files())
        return [path for path in self._files() if path not in foreign and sealing.is_sealed(path) != is_sealing]

    def foreign_files(self) -> list[Path]:
        """What users put into people's folders and is no picture: it stays as it is."""
        return PersonFolders(self.folders.people).foreign_files()

    def _convert(self, change: Callable[[Path, Path | None], bool]) -> None:
        people = PersonFolders(self.folders.people)
        people.require_readable()
        self._require_space()
        self._total = len(self.unconverted_files())
        self._convert_sightings(change)
        for folder in people.folders():
            people.convert(folder, lambda path: self._convert_file(path, change), self._scratch)
        homes = (self.folders.trash, self.folders.strangers, self.folders.people, self.folders.models)
        for home in (*homes, self.folders.embeddings):
            with _hold_lock(home):
                if home == self.folders.embeddings:
                    self._rename_embeddings(people)
                self._convert_files(home, change)
        self._convert_files(self.folders.data, change)
        for path in _logs(self.folders.logs):
            log_lines.rewrite(path, partial(_converted_line, path.parent))

    def _convert_files(self, folder: Path, change: Callable[[Path, Path | None], bool]) -> None:
        """Convert all files in a folder and those in it, except for people's, logs and visits, which are special."""
        special = (*PersonFolders(self.folders.people).folders(), self.folders.logs)
        for path in _files_below(folder, special):
            if path == self.folders.sightings:
                continue
            if folder in {self.folders.trash, self.folders.strangers} and path.suffix != ".json":
                convert_picture(path, lambda each: self._convert_file(each, change), self._scratch)
            else:
                self._convert_file(path, change)

    def _convert_file(self, path: Path, change: Callable[[Path, Path | None], bool]) -> None:
        if change(path, self._scratch):
            self.converted += 1
            self.on_progress(Message("File {done} of {total}", done=self.converted, total=self._total))

    def _convert_sightings(self, change: Callable[[Path, Path | None], bool]) -> None:
        path = self.folders.sightings
        with disk.lock(self.folders.data):
            database.fold_log(path)
            self._convert_file(path, change)

    def _rename_embeddings(self, people: PersonFolders) -> None:
        """Give the files of embeddings the names that they are to have; those of nobody are computed again."""
        deleted = {entry.slug for entry in Trash(self.folders.trash, self.folders.people).entries()}
        names = people.embedding_names(self.folders.embeddings, deleted)
        for path in list(_files_below(self.folders.embeddings)):
            if path.stem in names.values():
                continue
            if path.suffix == ".npz" and path.stem in names:
                disk.move(path, path.with_name(f"{names[path.stem]}{path.suffix}"))
            else:
                deletion.delete(path, self.folders.embeddings)

    @property
    def _scratch(self) -> Path | None:
        """Where temporary files are: what a killed program left there, any start deletes."""
        return self.folders.data if _are_on_one_disk(self.folders) else None

    def _files(self) -> Iterator[Path]:
        return _files_below(self.folders.data, (self.folders.logs,))

    def _require_space(self) -> None:
        """Raise a `DiskError` if the disk would be full before the end: an old file goes when its new one is there."""
        sizes = [path.stat().st_size for path in self._files()]
        needed = max(sizes, default=0) + _GROWTH_BYTES * len(sizes) + sum(sizes) // 1000 + _SPARE_BYTES
        free = shutil.disk_usage(self.folders.data).free
        if free < needed:
            raise DiskError(
                "{needed} MB of free space are needed in {folder}, and there are {free} MB.",
                hint="Free some space on that disk, then try again.",
                needed=needed // 1_000_000 + 1,
                folder=self.folders.data,
                free=free // 1_000_000,
            )


def require_no_recordings(folders: DataFolders) -> None:
    """Raise a `StoreError` if there are recordings of live sessions, which are not encrypted."""
    if count := len(RecordingStore(folders.recordings).recordings()):
        raise StoreError(
            Message(
                "{count} recordings of live sessions cannot be encrypted.",
                one="{count} recording of a live session cannot be encrypted.",
                count=count,
            ),
            hint="Delete them first: visavis recordings remove.",
        )


#: What the user can do about a file that cannot be opened.
_TRY_AGAIN = Message("Restore it from a backup or delete it, then try again: visavis encryption off.")


def _are_on_one_disk(folders: DataFolders) -> bool:
    """Whether all is on the disk of the data folder: a user may have put a link in the place of a folder."""
    homes = (folders.people, folders.trash, folders.strangers, folders.models, folders.embeddings, folders.logs)
    return len({path.stat().st_dev for path in (folders.data, *homes) if path.exists()}) == 1


def _converted_line(folder: Path, line: str) -> str:
    """A line of a log as it is to be."""
    text = log_lines.unseal_line(folder, line)
    is_sealed = text is not line
    if sealed_store.hides_names(folder):
        return line if is_sealed else f"{log_lines.seal_line(folder, text.rstrip(chr(10)))}\n"
    return text


@contextlib.contextmanager
def _hold_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a room, if there is one."""
    if not folder.is_dir():
        yield
        return
    with disk.lock(folder):
        yield


def _files_below(folder: Path, without: Collection[Path] = ()) -> Iterator[Path]:
    """The data files in a folder and in those in it; none behind a link, none that is unfinished."""
    for path in deletion.list_entries(folder):
        if deletion.is_folder(path):
            if path not in without and not path.name.startswith((STAGING, ".litter-")) and not disk.is_temporary(path):
                yield from _files_below(path, without)
        elif _is_data(path):
            yield path


def _is_data(path: Path) -> bool:
    return path.name not in _NO_DATA and not disk.is_temporary(path) and not path.is_symlink() and path.is_file()


def _logs(folder: Path) -> list[Path]:
    return [path for path in deletion.list_entries(folder) if ".log" in path.suffixes and _is_data(path)]
