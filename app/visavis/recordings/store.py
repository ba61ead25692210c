"""The recordings in the data folder: listed, deleted, and found by the people whom they show."""

import contextlib
import logging
import secrets
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from visavis.errors import DamagedFileError, NewerFileError, RecordingNotFoundError
from visavis.recordings.index import INDEX_FILE, RecordingIndex
from visavis.storage import deletion, disk
from visavis.storage.attempts import Attempts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredRecording:
    """One recording in the data folder."""

    path: Path
    index: RecordingIndex | None  #: None if it is damaged: whom it shows is then unknown

    @property
    def name(self) -> str:
        """When it began, in UTC, such as "20261128T201500Z"."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its size on the disk, in bytes."""
        with contextlib.suppress(OSError):
            return sum(path.lstat().st_size for path in self.path.iterdir())
        return 0


class RecordingStore:
    """Recordings of live sessions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def recordings(self) -> list[StoredRecording]:
        """All recordings, oldest first; damaged ones, too.

        Raises
        ------
        DiskError, FileError
            If the folder, or what lies in one, cannot be opened.
        """
        return [StoredRecording(path, _load(path)) for path in self._paths()]

    def find(self, name: str) -> StoredRecording:
        """The recording of that name.

        Raises
        ------
        RecordingNotFoundError
            If there is none.
        """
        for path in self._paths():
            if path.name.casefold() == name.casefold():
                return StoredRecording(path, _load(path))
        raise RecordingNotFoundError(
            "There is no recording {name}.", hint="Names of all: visavis recordings list.", name=name
        )

    def delete(self, recording: StoredRecording) -> None:
        """Delete a recording for good.

        Raises
        ------
        DiskError
            If it cannot be deleted.
        """
        deletion.delete_at_once(recording.path, self.folder / f"{disk.TEMPORARY}{secrets.token_hex(8)}")

    def erase(self, names: Collection[str], normalize: Callable[[str], str], attempts: Attempts) -> int:
        """Delete the recordings that show somebody with one of these names, and damaged ones; return their number.

        Parameters
        ----------
        normalize : callable
            Names that it makes equal are the same.
        attempts : Attempts
            Gets what cannot be deleted; the rest is.
        """
        keys = {normalize(name) for name in names}
        count = 0
        with attempts.step():
            for recording in self.recordings():
                index = recording.index
                if index is None or keys & {normalize(name) for name in index.people}:
                    with attempts.step():
                        self.delete(recording)
                        count += 1
        return count

    def count_unknown(self) -> int:
        """The number of recordings with a face that was given no name."""
        return sum(each.index is not None and each.index.has_unknown for each in self.recordings())

    def add_name(self, name: str, new: str, normalize: Callable[[str], str]) -> None:
        """Note that somebody has another name now: the recordings that show them are then found by both.

        The earlier name stays, since what was renamed or merged can be undone.

        Raises
        ------
        DiskError
            If a recording cannot be changed.
        FileError
            If one cannot be opened.
        """
        for recording in self.recordings():
            index = recording.index
            if index and normalize(name) in {normalize(each) for each in index.people}:
                replace(index, people=index.people | {new}).save(recording.path)

    def _paths(self) -> Iterator[Path]:
        for path in deletion.list_entries(self.folder):
            if deletion.is_folder(path) and not disk.is_temporary(path) and (path / INDEX_FILE).exists():
                yield path


def _load(path: Path) -> RecordingIndex | None:
    try:
        return RecordingIndex.load(path)
    except (DamagedFileError, NewerFileError, FileNotFoundError, NotADirectoryError) as error:
        _log.warning("%s", error)
        return None
