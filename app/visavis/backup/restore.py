"""Restoring a backup: into an empty folder, in place of what is there, or merged with it. All or nothing."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from visavis import forgetting
from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.backup import extraction, snapshot
from visavis.backup import merge as merging
from visavis.backup.archive import BackupHead, ByteCallback
from visavis.backup.merge import Merge
from visavis.encryption import sealed_store
from visavis.encryption.sealed_store import SealedStore
from visavis.errors import KeyAccessError, LockedFileError, ModelError, NewerFileError, SettingsError, StoreError
from visavis.messages import Message
from visavis.models.store import ModelStore
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.storage import deletion, disk, replacement
from visavis.storage.paths import DataFolders
from visavis.vault import unlocking


@dataclass(frozen=True, slots=True)
class Restoration:
    """What came of restoring a backup."""

    head: BackupHead
    people: int
    """Number of people who are there now."""
    forgotten: int
    """Number of people in the backup who were forgotten here since, and stay out."""
    forgotten_since: int
    """Number of people who were forgotten after the backup was made. Who of them was in it without a number, as in one
    of an earlier version, may be back."""
    merge: Merge | None
    """What was merged; None if the backup is in place of what was there."""
    unreadable: tuple[str, ...]
    """Sentences on people in the backup whose records are damaged."""


def is_empty(folders: DataFolders) -> bool:
    """Whether nothing would be lost: nobody is enrolled or in the trash, and there are no models, faces and visits."""
    homes = (folders.people, folders.trash, folders.models, folders.strangers, folders.recordings)
    return not folders.sightings.exists() and not any(
        not path.name.startswith(".") and (path.is_dir() or home == folders.strangers)
        for home in homes
        for path in deletion.list_entries(home)
    )


def restore(
    folders: DataFolders,
    path: Path,
    passphrase: str | None = None,
    *,
    merges: bool = False,
    replaces: bool = False,
    on_progress: ByteCallback = lambda *_: None,
    ask: Callable[[Message], str | None] | None = None,
    requires_key: bool = False,
) -> Restoration:
    """Restore a backup. Until all of it is there and was checked, nothing changes; then it is there at once.

    Who was forgotten here after the backup was made stays forgotten, if the backup has their number (`Person.id`).

    Parameters
    ----------
    merges : bool
        Whether it is merged with what is there, settings and models in use kept.
    replaces : bool
        Whether it takes the place of what is there. Without one of the two, the data folder must be empty.
    ask : callable, optional
        Asks for the passphrase of data that were encrypted when they were backed up (`unlocking.unlock`).
    requires_key : bool
        Whether such data must be opened now. Otherwise, they are restored locked if they cannot be.

    Raises
    ------
    KeyAccessError
        If such data cannot be opened and must be, or somebody was forgotten here: it could not be told whether they
        are in them.
    LockedFileError
        The same, where the user gave up.
    StoreError
        If the data folder is not empty and neither was chosen, a training runs, or the two are encrypted differently.
    FileError
        If the backup is damaged, of a newer version, or needs another passphrase.
    DiskError
        If the disk refuses.
    """
    replacement.complete(folders)
    _require_free(folders, merges=merges, replaces=replaces)
    with replacement.prepare(folders) as prepared:
        replacement.require_space(folders, path.stat().st_size if path.is_file() else 0)
        unpacked = DataFolders(prepared.data.parent / "unpacked", folders.cache) if merges else prepared
        disk.make_private(unpacked.data)
        head = extraction.unpack(path, unpacked, passphrase, on_progress)
        is_readable = _prepare(folders, unpacked, path, ask, merges=merges, requires_key=requires_key)
        theirs = AuditLog(unpacked.people).content() if is_readable else b""
        forgotten = _forget_again(folders, unpacked) if is_readable else 0
        since = _count_forgotten_since(folders, head.created)
        damaged = tuple(str(each) for each in PeopleStore(unpacked.people).left_out()) if is_readable else ()
        done = None
        with replacement.hold_locks(folders, creates=True):
            _require_free(folders, merges=merges, replaces=replaces)
            if merges:
                snapshot.take(folders, prepared)
                done = merging.merge(prepared, unpacked)
                deletion.delete(unpacked.data, prepared.data.parent)
            if is_readable:
                _keep_records(folders, prepared, None if merges else theirs)
            replacement.put_in_place(folders, prepared)
    people = len(PeopleStore(folders.people).subfolders())
    return Restoration(head, people, forgotten, since, done, damaged)


def _require_free(folders: DataFolders, *, merges: bool, replaces: bool) -> None:
    if ModelStore(folders.models).is_training():
        raise StoreError("A training runs.", hint="Wait until it has finished, or cancel it, then try again.")
    if not merges and not replaces and not is_empty(folders):
        raise StoreError(
            "{folder} already contains data.",
            hint="Merge the backup with them (--merge), or choose another data folder (--data).",
            folder=folders.data,
        )


def _prepare(
    folders: DataFolders,
    unpacked: DataFolders,
    path: Path,
    ask: Callable[[Message], str | None] | None,
    *,
    merges: bool,
    requires_key: bool,
) -> bool:
    """Check that this version can read what was unpacked; return whether it can be read, or is encrypted and locked.

    Where the two are encrypted with one key, what opens it here stays: the passphrase may have been changed since.

    Raises
    ------
    KeyAccessError, LockedFileError
        If it is locked, and must not be or somebody was forgotten here.
    StoreError
        If it is encrypted in another way than what is there.
    FileError
        If a newer version wrote it.
    """
    here, there = (_sealed_store(each) for each in (folders, unpacked))
    if (here and here.key_file.id) != (there and there.key_file.id) and (merges or here is not None):
        raise StoreError(
            "The backup and the data folder are not encrypted with the same key.",
            hint="There is nothing here to merge with: restore without --merge."
            if here is None and is_empty(folders)
            else "Restore the backup into an empty data folder (--data).",
        )
    if here is not None:
        disk.write_whole(unpacked.encryption, here.key_file.encode())
    elif there is not None:
        try:
            unlocking.unlock(unpacked.data, ask, called=path)
        except (KeyAccessError, LockedFileError):
            if requires_key or AuditLog(folders.people).forgotten_ids():
                raise
            return False
    with _translate_newer(path):
        _require_readable(unpacked)
        forgetting.recover(unpacked)
    return True


def _sealed_store(folders: DataFolders) -> SealedStore | None:
    """The store that a data folder is itself; what is unpacked lies in another data folder."""
    return sealed_store.find_store(folders.data) if folders.encryption.is_file() else None


@contextlib.contextmanager
def _translate_newer(path: Path) -> Iterator[None]:
    """A file in a backup is newer: say it of the backup, since the file is in a folder that goes."""
    try:
        yield
    except NewerFileError as error:
        raise NewerFileError(
            "{path} is a backup of data of a newer version of Visavis.",
            hint=Message("Update Visavis to restore it."),
            path=path,
        ) from error
    except SettingsError as error:
        raise StoreError(
            "The settings in {path} cannot be read.",
            hint="If a newer version of Visavis made the backup, update Visavis.",
            path=path,
        ) from error


def _require_readable(folders: DataFolders) -> None:
    """Raise a `NewerFileError` if a newer version wrote something; what is damaged can be read as far as it can."""
    store = PeopleStore(folders.people)
    for person in store.people():
        store.whole_pictures(person)
    RejectionStore(folders.strangers).intact_rejections()
    Trash(folders.trash, folders.people).entries()
    models = ModelStore(folders.models)
    for model_id in models.ids():
        try:
            models.card(model_id)
        except ModelError as error:
            if isinstance(error.__cause__, NewerFileError):
                raise error.__cause__ from error
    SightingStore(folders.sightings).sightings()
    Settings.load(folders.settings)


def _forget_again(folders: DataFolders, unpacked: DataFolders) -> int:
    """Forget in the backup who was forgotten here since; return their number."""
    ids = AuditLog(folders.people).forgotten_ids()
    if not ids:
        return 0
    people = [person for person in PeopleStore(unpacked.people).people() if person.id in ids]
    for entry in Trash(unpacked.trash, unpacked.people).entries():
        person = Person.load(entry.folder) if entry.whole else None
        if person is not None and person.id in ids:
            people.append(replace(person, slug=entry.slug))
    for receipt in forgetting.forget_all(unpacked, people):
        if receipt.problems:
            raise receipt.problems[0]
    return len(people)


def _count_forgotten_since(folders: DataFolders, created: datetime) -> int:
    lines = AuditLog(folders.people).lines()
    return sum(line.event == AuditEvent.FORGOTTEN and line.time > created for line in lines)


def _keep_records(folders: DataFolders, prepared: DataFolders, theirs: bytes | None) -> None:
    """Keep the receipts and the audit log of what was here, and add that a backup was restored.

    Of two logs, that stays which goes on from the other one. If neither does, as with a backup of another computer, the
    one from here stays when merging; otherwise it is the backup's, and who was forgotten here is added to it.

    Parameters
    ----------
    theirs : bytes or None
        The log of the backup as it came; None when merging.
    """
    for receipt in deletion.list_entries(folders.receipts):
        if receipt.is_file() and not receipt.name.startswith("."):
            merging.copy_receipt(receipt, prepared.receipts)
    here, there = AuditLog(folders.people), AuditLog(prepared.people)
    facts = [AuditFact(AuditEvent.RESTORED)]
    if theirs is not None:
        mine = here.content()
        if mine.startswith(theirs):
            there.replace_content(mine)
        elif not theirs.startswith(mine):
            facts += [AuditFact(AuditEvent.FORGOTTEN, each) for each in sorted(here.forgotten_ids())]
    there.append(*facts)
