"""Forgetting a person: pictures, embeddings, their part in every model, what lies in the trash, and what logs say."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from visavis.errors import DiskError, PersonNotFoundError
from visavis.messages import Message
from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash, TrashEntry
from visavis.recognition import embedding_cache
from visavis.storage import disk, logs, tempdirs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed, and when."""

    person: Person
    samples: int
    """Pictures deleted, those in the trash not counted."""
    models: tuple[ModelChange, ...]
    """What became of each model that this changed; none of them names the person."""
    trash: int = 0
    """Pictures deleted from the trash."""
    embeddings: int = 0
    """Cached embeddings deleted."""
    rejections: int = 0
    """Pictures deleted of which all that was said is that they are not this person."""
    log_lines: int = 0
    """Lines of the logs that named them."""
    forgotten: datetime | None = None
    """With its time zone."""

    @property
    def retired(self) -> bool:
        """Whether a model can no longer be used: the others have to be learned anew."""
        return any(change.outcome is ModelOutcome.RETIRED for change in self.models)

    def record(self) -> dict[str, object]:
        """What is kept of it: that someone was forgotten, when, and what was removed; nothing about who it was."""
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


def lines(receipts: Sequence[Receipt]) -> list[Message]:
    """What was removed altogether, in sentences without names; each model once."""
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
    """Remove every trace of someone, and keep a receipt that does not say who it was; see `forget_all`."""
    [receipt] = forget_all(folders, [person])
    return receipt


def forget_all(folders: DataFolders, people: Iterable[Person]) -> list[Receipt]:
    """Remove every trace of some people, and keep receipts that do not say who it was.

    Of each, the models come first and the pictures last: if something fails in between, the person can still be named,
    and forgetting them again completes it. What killed programs left of looks into the networks goes when everybody is
    gone: where that fails, the next look or the next `empty_expired` tries it again.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    receipts = [_forgotten(folders, person) for person in people]
    tempdirs.sweep(folders.insight)  # whose faces they were, nothing says
    return receipts


def _forgotten(folders: DataFolders, person: Person) -> Receipt:
    store = PeopleStore(folders.people)
    trash = Trash(folders.trash, folders.people)
    thrown = trash.entries_of(person.slug, person.name)
    hashes = {sample.hash for sample in store.samples(person)}
    hashes |= {sample.hash for entry in thrown for sample in entry.samples()}
    models, embedded, rejected = _unlearn(folders, store, person.slug, hashes)
    trash.remove(thrown)
    log_lines = logs.remove_lines(folders.logs, {person.name, person.slug})
    samples = 0
    if person.folder.is_dir():
        samples = store.delete(person)
        embedding_cache.delete(folders.embeddings, person.slug)  # whoever was embedding them has kept what they saw
    receipt = Receipt(
        person=person,
        samples=samples,
        models=models,
        trash=sum(entry.pictures for entry in thrown),
        embeddings=embedded,
        rejections=rejected,
        log_lines=log_lines,
        forgotten=datetime.now(UTC),
    )
    _keep(folders, receipt)
    return receipt


def find(folders: DataFolders, name: str) -> Person:
    """The person of that name, also one of whom only the trash has something.

    Raises
    ------
    PersonNotFoundError
        If there is none.
    """
    store = PeopleStore(folders.people)
    try:
        return store.find(name)
    except PersonNotFoundError:
        here = {"", *(person.slug for person in store.people())}  # someone renamed may have the slug of that name
        entries = Trash(folders.trash, folders.people).entries_of("", name)
        entry = next((entry for entry in entries if entry.slug not in here), None)
        if entry is None:
            raise
        return Person(entry.slug, PersonName.from_disk(entry.name), folders.people / entry.slug)


def empty(folders: DataFolders, entries: Iterable[TrashEntry]) -> tuple[ModelChange, ...]:
    """Delete entries of the trash for good, unlearn people who go with them, and return what became of models.

    Raises
    ------
    DiskError
        If something cannot be deleted.
    """
    changes = _emptied(folders, entries)
    tempdirs.sweep(folders.insight)
    return changes


def _emptied(folders: DataFolders, entries: Iterable[TrashEntry]) -> tuple[ModelChange, ...]:
    store = PeopleStore(folders.people)
    trash = Trash(folders.trash, folders.people)
    changes: list[ModelChange] = []
    here = {person.slug for person in store.people()}
    for entry in entries:
        if entry.whole and entry.slug not in here:
            changes += _unlearn(folders, store, entry.slug, {sample.hash for sample in entry.samples()})[0]
            logs.remove_lines(folders.logs, {entry.name, entry.slug})
        trash.remove([entry])
    return tuple(dict.fromkeys(changes))


def empty_expired(folders: DataFolders) -> tuple[ModelChange, ...]:
    """Delete for good what has been in the trash for longer than a week; return what became of each model changed.

    And what killed programs left of looks into the networks; where that fails, the log says so, and the next time may
    do it: this is called whenever the window is turned to.

    Raises
    ------
    DiskError
        If something in the trash cannot be deleted.
    """
    expired = Trash(folders.trash, folders.people).expired(datetime.now(UTC))
    changes = _emptied(folders, expired) if expired else ()
    try:
        tempdirs.sweep(folders.insight)
    except DiskError as error:
        _log.warning("What may be left of looks into the networks is not deleted. %s", error)
    return changes


def _unlearn(
    folders: DataFolders, store: PeopleStore, slug: str, hashes: set[str]
) -> tuple[tuple[ModelChange, ...], int, int]:
    """Out of models, rejections and the cache: what became of models, the number of embeddings and of rejections."""
    known = ModelStore(folders.models)
    models = known.forget_person(slug, hashes)
    rejected = RejectionStore(folders.strangers).forget_person(slug)
    if rejected:
        embedding_cache.delete(folders.embeddings, STRANGERS_SLUG)
    others = {STRANGERS_SLUG, *(person.slug for person in store.people())} - {slug}
    embedded = embedding_cache.delete(folders.embeddings, slug, hashes, others)
    embedding_cache.delete_stale(folders.embeddings, known.trunk_ids())
    return tuple(models), embedded, rejected


def _keep(folders: DataFolders, receipt: Receipt) -> None:
    name = f"{receipt.forgotten:%Y%m%dT%H%M%SZ}.json"
    disk.make_private(folders.receipts)
    disk.write_json(disk.unused_path(folders.receipts, name), receipt.record())
