"""Forgetting a person: their pictures, embeddings, templates, trash, rejections, and mentions in logs."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from visavis.errors import DiskError, PersonNotFoundError
from visavis.messages import Message
from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import ModelStore
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.picture_record import PictureRecord
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash, TrashEntry
from visavis.recognition import embedding_cache
from visavis.storage import disk, logs, tempdirs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

#: Version of a receipt on disk.
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed, and when."""

    person: Person
    samples: int
    """Number of samples deleted, without the trash."""
    models: tuple[ModelChange, ...]
    """The models that changed; their messages do not name the person."""
    trash: int = 0
    """Number of pictures deleted from the trash."""
    embeddings: int = 0
    """Number of cached embeddings deleted."""
    rejections: int = 0
    """Number of rejections deleted that were of this person only."""
    log_lines: int = 0
    """Number of log lines removed that named the person."""
    forgotten: datetime | None = None
    """With its time zone."""

    @property
    def retired(self) -> bool:
        """Whether a model was retired, so that the remaining people must be trained again."""
        return any(change.outcome is ModelOutcome.RETIRED for change in self.models)

    def record(self) -> dict[str, object]:
        """The receipt on disk: when a person was forgotten and what was removed, but not who it was."""
        return {
            "version": _VERSION,
            "forgotten": self.forgotten.isoformat() if self.forgotten else None,
            "pictures": self.samples,
            "trash": self.trash,
            "embeddings": self.embeddings,
            "rejections": self.rejections,
            "log_lines": self.log_lines,
            "models": [str(change.message) for change in self.models],
        }


def summary(receipts: Sequence[Receipt]) -> list[Message]:
    """Sentences on what was removed in total, without names, and with each model once."""
    samples, trash, embeddings, rejections, log_lines = (
        sum(getattr(receipt, name) for receipt in receipts)
        for name in ("samples", "trash", "embeddings", "rejections", "log_lines")
    )
    removed = {
        Message("{count} pictures deleted.", one="{count} picture deleted.", count=samples): True,
        Message(
            "{count} pictures deleted from the trash.", one="{count} picture deleted from the trash.", count=trash
        ): trash > 0,
        Message(
            "{count} cached embeddings deleted.", one="{count} cached embedding deleted.", count=embeddings
        ): embeddings > 0,
        Message(
            "{count} pictures deleted that were marked as not showing them.",
            one="{count} picture deleted that was marked as not showing them.",
            count=rejections,
        ): rejections > 0,
        Message(
            "{count} lines of the logs removed.", one="{count} line of the logs removed.", count=log_lines
        ): log_lines > 0,
    }
    changes = dict.fromkeys(change for receipt in receipts for change in receipt.models)
    return [*(message for message, shown in removed.items() if shown), *(change.message for change in changes)]


def forget(folders: DataFolders, person: Person) -> Receipt:
    """Remove every trace of a person; see `forget_all`."""
    [receipt] = forget_all(folders, [person])
    return receipt


def forget_all(folders: DataFolders, people: Iterable[Person]) -> list[Receipt]:
    """Remove every trace of people, and write receipts that do not say who they were.

    The models come first and the samples last. If something fails in between, the person is still there, and forgetting
    them again completes it. Temporary folders that killed programs left of inspections are deleted at the end. If that
    fails, the next inspection or `empty_expired` tries again.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    receipts = [_forget(folders, person) for person in people]
    tempdirs.sweep(folders.insight)  # leftovers do not say whose faces they hold, so all go
    return receipts


def _forget(folders: DataFolders, person: Person) -> Receipt:
    store = PeopleStore(folders.people)
    trash = Trash(folders.trash, folders.people)
    entries = trash.entries_of(person.slug, person.name)
    hashes = _hashes(store.pictures(person), store.picture_record(person))
    for entry in entries:
        hashes |= _hashes(entry.samples(), entry.picture_record)
    models, embeddings, rejections = _unlearn(folders, store, person.slug, hashes)
    trash.remove(entries)
    log_lines = logs.remove_lines(folders.logs, {person.name, person.slug})
    samples = 0
    if person.folder.is_dir():
        samples = store.delete(person)
        embedding_cache.delete(folders.embeddings, person.slug)  # another program may have written the cache again
    receipt = Receipt(
        person=person,
        samples=samples,
        models=models,
        trash=sum(entry.pictures for entry in entries),
        embeddings=embeddings,
        rejections=rejections,
        log_lines=log_lines,
        forgotten=datetime.now(UTC),
    )
    _write_receipt(folders, receipt)
    return receipt


def find(folders: DataFolders, name: str) -> Person:
    """The person with that name, also if only the trash has samples of them.

    Raises
    ------
    PersonNotFoundError
        If there is none.
    """
    store = PeopleStore(folders.people)
    try:
        return store.find(name)
    except PersonNotFoundError:
        here = {"", *(person.slug for person in store.people())}  # a renamed person may have the slug of that name
        entries = Trash(folders.trash, folders.people).entries_of("", name)
        entry = next((entry for entry in entries if entry.slug not in here), None)
        if entry is None:
            raise
        return Person(entry.slug, PersonName.from_disk(entry.name), folders.people / entry.slug)


def delete_entries(folders: DataFolders, entries: Iterable[TrashEntry]) -> tuple[ModelChange, ...]:
    """Delete entries of the trash for good, and forget people who go with them; return the models that changed.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    changes = _delete_entries(folders, entries)
    tempdirs.sweep(folders.insight)
    return changes


def _delete_entries(folders: DataFolders, entries: Iterable[TrashEntry]) -> tuple[ModelChange, ...]:
    store = PeopleStore(folders.people)
    trash = Trash(folders.trash, folders.people)
    changes: list[ModelChange] = []
    here = {person.slug for person in store.people()}
    for entry in entries:
        if entry.whole and entry.slug not in here:
            changes += _unlearn(folders, store, entry.slug, _hashes(entry.samples(), entry.picture_record))[0]
            logs.remove_lines(folders.logs, {entry.name, entry.slug})
        trash.remove([entry])
    return tuple(dict.fromkeys(changes))


def empty_expired(folders: DataFolders) -> tuple[ModelChange, ...]:
    """Delete what has been in the trash for longer than a week; return the models that changed.

    It also deletes the temporary folders that killed programs left of inspections. If that fails, it is logged, and
    tried again next time: this is called whenever the window is activated.

    Raises
    ------
    DiskError
        If something in the trash cannot be deleted.
    """
    expired = Trash(folders.trash, folders.people).expired_entries(datetime.now(UTC))
    changes = _delete_entries(folders, expired) if expired else ()
    try:
        tempdirs.sweep(folders.insight)
    except DiskError as error:
        _log.warning("Temporary folders of inspections cannot be deleted. %s", error)
    return changes


def _hashes(pictures: Iterable[Sample], record: PictureRecord) -> set[str]:
    """The hashes of a person's pictures, and of all pictures and files that are remembered of them."""
    return {picture.hash for picture in pictures}.union(record.sources, record.sources.values())


def _unlearn(
    folders: DataFolders, store: PeopleStore, slug: str, hashes: set[str]
) -> tuple[tuple[ModelChange, ...], int, int]:
    """Remove a person from models, rejections, cache, and what the records of others remember of them.

    Returns the changed models, and how many embeddings and rejections were deleted.
    """
    store_of_models = ModelStore(folders.models)
    models = store_of_models.forget_person(slug, hashes)
    rejections = RejectionStore(folders.strangers).forget_person(slug)
    if rejections:
        embedding_cache.delete(folders.embeddings, STRANGERS_SLUG)
    others = {STRANGERS_SLUG, *(person.slug for person in store.people())} - {slug}
    embedding_cache.delete_all(folders.previous_embeddings)
    embeddings = embedding_cache.delete(folders.embeddings, slug, hashes, others)
    embedding_cache.delete_stale(folders.embeddings, store_of_models.trunk_ids())
    store.forget_sources(hashes)
    DistinctPairs(folders.people).forget_person(slug)
    Trash(folders.trash, folders.people).forget_sources(hashes)
    return tuple(models), embeddings, rejections


def _write_receipt(folders: DataFolders, receipt: Receipt) -> None:
    name = f"{receipt.forgotten:%Y%m%dT%H%M%SZ}.json"
    disk.make_private(folders.receipts)
    disk.write_json(disk.unused_path(folders.receipts, name), receipt.record())
