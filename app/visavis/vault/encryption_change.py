"""Turning encryption on or off for a user who may cancel: then all is as it was before."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from visavis.encryption.key_file import LockKind, Phase
from visavis.encryption.sealed_store import SealedStore
from visavis.errors import StoreError
from visavis.messages import Message
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.storage.paths import DataFolders
from visavis.vault import key_store
from visavis.vault.conversion import Conversion, require_no_recordings


class ConversionEnd(Enum):
    """How a conversion ended."""

    DONE = "done"
    UNDONE = "undone"  #: it was cancelled, and all is as it was before
    STOPPED = "stopped"  #: the program ends; the rest is converted when it is repeated


@dataclass(frozen=True, slots=True)
class ConvertedData:
    """What a conversion did."""

    end: ConversionEnd
    files: int = 0
    """Number of files that were rewritten."""
    foreign: tuple[Path, ...] = ()
    """What lies in people's folders and is no picture of ours: it stays as it is."""


@dataclass(frozen=True, slots=True)
class EncryptionState:
    """Whether a data folder is encrypted."""

    phase: Phase | None
    """None if it is not."""
    opens: LockKind | None = None
    """What opens it besides the recovery code."""
    left: int = 0
    """Number of files that are not as the phase says."""


_Direction = Callable[[Conversion, SealedStore], None]
"""Converts in one direction."""


class _Cancelled(Exception):  # noqa: N818  not an error
    """Ends a conversion between two files."""


@dataclass(slots=True)
class EncryptionChange:
    """One change. One thread calls it; any thread may cancel or stop it."""

    folders: DataFolders
    on_progress: ProgressCallback = ignore_progress
    _cancelled: bool = False
    _stopped: bool = False

    def prepare(self, passphrase: str | None) -> str:
        """Give the data folder a key, and return the recovery code; nothing is converted yet.

        Parameters
        ----------
        passphrase : str, optional
            Without one, the system's keyring gets a key.

        Raises
        ------
        VisavisError
            If there are recordings, which cannot be encrypted, the passphrase is too short, or the keyring cannot be
            used.
        """
        if key_store.find(self.folders.data) is not None:
            raise StoreError("The data are encrypted already.")
        require_no_recordings(self.folders)
        return key_store.create(self.folders.data, passphrase)[1]

    def turn_on(self) -> ConvertedData:
        """Encrypt what is not encrypted yet. A cancelled one decrypts again.

        Raises
        ------
        VisavisError
            See `Conversion.turn_on`. What was converted stays so, and a repeat converts the rest.
        """
        return self._run(lambda each, store: each.turn_on(store), lambda each, store: each.turn_off(store))

    def turn_off(self) -> ConvertedData:
        """Decrypt everything. A cancelled one encrypts again.

        Raises
        ------
        VisavisError
            See `Conversion.turn_off`. What was converted stays so, and a repeat converts the rest.
        """
        return self._run(lambda each, store: each.turn_off(store), lambda each, store: each.turn_on(store))

    def cancel(self) -> None:
        """Bring everything back as it was."""
        self._cancelled = True

    def stop(self) -> None:
        """End soon: the program ends. What is left is converted when it is repeated."""
        self._stopped = True

    def _run(self, go: _Direction, back: _Direction) -> ConvertedData:
        store = self._require_store()
        conversion = Conversion(self.folders, self._tell)
        try:
            self._end_if_cancelled()
            go(conversion, store)
        except _Cancelled:
            if self._stopped:
                return ConvertedData(ConversionEnd.STOPPED, conversion.converted)
            undoing = Conversion(self.folders, self._tell_undoing)
            try:
                back(undoing, self._require_store())
            except _Cancelled:
                return ConvertedData(ConversionEnd.STOPPED, undoing.converted)
            return ConvertedData(ConversionEnd.UNDONE, undoing.converted)
        return ConvertedData(ConversionEnd.DONE, conversion.converted, tuple(conversion.foreign_files()))

    def _require_store(self) -> SealedStore:
        store = key_store.find(self.folders.data)
        if store is None:
            raise StoreError("The data are not encrypted.")
        return store

    def _tell(self, message: Message) -> None:
        self.on_progress(message)
        self._end_if_cancelled()

    def _end_if_cancelled(self) -> None:
        if self._cancelled or self._stopped:
            raise _Cancelled

    def _tell_undoing(self, message: Message) -> None:
        self.on_progress(message)
        if self._stopped:
            raise _Cancelled


def read_state(folders: DataFolders) -> EncryptionState:
    """Whether the data are encrypted, what opens them, and how much is left to convert.

    Raises
    ------
    FileError
        If the key file cannot be read.
    """
    store = key_store.find(folders.data)
    if store is None:
        return EncryptionState(None)
    kinds = (LockKind.PASSPHRASE, LockKind.KEYRING)
    opens = next((kind for kind in kinds if store.key_file.lock_of(kind)), None)
    return EncryptionState(store.key_file.phase, opens, len(Conversion(folders).unconverted_files()))
