"""Forgetting a person: their pictures, embeddings, templates, trash, rejections, visits, and mentions in logs."""

import contextlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.encryption import sealed_store
from visavis.errors import (
    DiskError,
    FileError,
    ModelError,
    PersonNameError,
    PersonNotFoundError,
    StoreError,
    VisavisError,
)
from visavis.forgetting import leftovers
from visavis.forgetting import traces as traces_module
from visavis.forgetting.receipt import Receipt, write_receipt
from visavis.forgetting.traces import Journal, Traces
from visavis.models import erasure as models_erasure
from visavis.models.change import ModelChange
from visavis.models.erasure import Learned
from visavis.models.store import ModelStore
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName, comparison_key, slug_of
from visavis.people.person import PERSON_FILE, Person, slug_from
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.people.trash_entry import TrashEntry
from visavis.recognition import embedding_cache
from visavis.recordings.store import RecordingStore
from visavis.sightings.store import SightingStore
from visavis.storage import logs, replacement, tempdirs
from visavis.storage.attempts import Attempts
from visavis.storage.paths import DataFolders

#: How often everything is tried: the first time may have freed the space that a part of it needed.
_ROUNDS = 2

_log = logging.getLogger(__name__)


def forget(folders: DataFolders, person: Person) -> Receipt:
    """Remove every trace of a person; see `forget_all`."""
    [receipt] = forget_all(folders, [person])
    return receipt


def forget_all(folders: DataFolders, people: Iterable[Person]) -> list[Receipt]:
    """Remove every trace of people, and write receipts that do not say who they were.

    The pictures go first. What cannot be cleaned does not keep the rest from being cleaned: the receipt says what it is
    (`Receipt.problems`), and the next start tries again. If the program is killed, the next start completes it.
    """
    return [_forget(folders, person) for person in people]


def _forget(folders: DataFolders, person: Person) -> Receipt:
    replacement.complete(folders)
    journal = Journal(folders.forgetting)
    trash = Trash(folders.trash, folders.people)
    try:
        entries = [entry for entry in trash.entries_of(person.slug, person.name) if entry.can_be_opened]
    except DiskError:  # forgetting reports it
        entries = []
    traces = traces_module.collect(PeopleStore(folders.people), person, entries)
    paths = [journal.unused_path()]
    for path in journal.paths():
        if (earlier := journal.load(path)) and (earlier.slugs | earlier.names) & traces.words:
            traces, paths = traces.plus(earlier), [*paths, path]
    return erase(folders, traces, paths, person)


def erase(
    folders: DataFolders, traces: Traces, paths: list[Path], person: Person | None = None, *, sweeps: bool = True
) -> Receipt:
    """Remove everything that has these traces, and write a receipt.

    Parameters
    ----------
    paths : list of Path
        The files of the journal that stand for it; the first one is written at the start, and all go at the end.
    sweeps : bool
        Whether what killed programs left is deleted, too.
    """
    journal, forgetting = Journal(folders.forgetting), _Forgetting(folders, traces)
    is_kept = _keep(paths[0], traces)
    for _ in range(_ROUNDS):
        attempts = Attempts()
        steps = forgetting.steps
        if not is_kept:  # if this is interrupted, the person is still there, and can be forgotten again
            steps = [*steps[1:], steps[0]]
        for step in steps:
            with attempts.step():
                step(attempts)
            if is_kept and step == forgetting.delete_pictures and not attempts.errors:
                _keep(paths[0], replace(traces, pictures_deleted=True))
        if not attempts.errors:
            break
        is_kept = is_kept or _keep(paths[0], replace(traces, pictures_deleted=True))
    waits = is_kept and not attempts.errors and ModelStore(folders.models).is_training()
    if waits:
        waits = _keep(paths[0], replace(traces, pictures_deleted=True, is_done=True))
    for path in paths[1 if waits else 0 :] if not attempts.errors else ():
        with attempts.step():
            journal.remove(path)
    if sweeps:  # what killed programs left does not say whom it shows
        leftovers.sweep(folders, attempts)
    receipt = forgetting.receipt(person)
    if receipt.models or not traces.is_done:
        with attempts.step():
            write_receipt(folders.receipts, receipt)
    return replace(receipt, problems=tuple(attempts.errors))


def _keep(path: Path, traces: Traces) -> bool:
    """Write a file of the journal; return whether that was possible: on a full disk, forgetting is what helps."""
    try:
        Journal.save(path, traces)
    except DiskError as error:
        _log.info("Forgetting someone goes on without a journal. %s", error)
        return False
    return True


@dataclass(slots=True)
class _Forgetting:
    """The steps of forgetting a person, and what they removed. Each can be repeated."""

    folders: DataFolders
    traces: Traces
    pictures: int = 0
    trash: int = 0
    embeddings: int = 0
    rejections: int = 0
    sightings: int = 0
    recordings: int = 0
    unclear_recordings: int = 0
    log_lines: int = 0
    models: dict[ModelChange, None] = field(default_factory=dict)
    is_recorded: bool = False
    """Whether the audit log says it."""

    @property
    def steps(self) -> list[Callable[[Attempts], None]]:
        """The steps in their order. Each adds what it cannot do to the attempts that it gets."""
        return [
            self.delete_pictures,
            self._empty_trash,
            self._delete_rejections,
            self._delete_embeddings,
            self._clean_models,
            self._clean_records,
            self._delete_sightings,
            self._delete_recordings,
            self._clean_logs,
            self._record,
        ]

    def receipt(self, person: Person | None) -> Receipt:
        """What was removed."""
        return Receipt(
            person=person,
            samples=self.pictures,
            models=tuple(self.models),
            trash=self.trash,
            embeddings=self.embeddings,
            rejections=self.rejections,
            log_lines=self.log_lines,
            sightings=self.sightings,
            recordings=self.recordings,
            unclear_recordings=self.unclear_recordings,
            forgotten=datetime.now(UTC),
        )

    def delete_pictures(self, attempts: Attempts) -> None:
        if not self.traces.pictures_deleted:
            self.pictures += self._store.erase(self.traces.slugs, attempts)

    def _empty_trash(self, attempts: Attempts) -> None:
        self.trash += self._trash.erase(self.traces.slugs, self.traces.names, attempts)

    def _delete_rejections(self, attempts: Attempts) -> None:
        self.rejections += RejectionStore(self.folders.strangers).erase(self.traces.slugs, attempts)

    def _delete_embeddings(self, attempts: Attempts) -> None:
        """After the pictures: what a running program embeds of deleted pictures, it does not write."""
        folders, slugs = self.folders, self.traces.slugs
        embedding_cache.delete_all(folders.previous_embeddings)
        if self.rejections:
            embedding_cache.delete(folders.embeddings, STRANGERS_SLUG)
        others = {STRANGERS_SLUG, *self._store.slugs()} - slugs
        self.embeddings += embedding_cache.erase(folders.embeddings, slugs, self.traces.hashes, others, attempts)

    def _clean_models(self, attempts: Attempts) -> None:
        models = ModelStore(self.folders.models)
        changes = models_erasure.forget(models, Learned(self.traces.slugs, self.traces.hashes), attempts)
        self.models |= dict.fromkeys(changes)
        embedding_cache.delete_stale(self.folders.embeddings, models.trunk_ids())

    def _clean_records(self, attempts: Attempts) -> None:
        """Remove what is remembered of the pictures in the records of others, to whom they belonged once."""
        self._store.forget_sources(self.traces.hashes, attempts)
        with attempts.step():
            DistinctPairs(self.folders.people).erase(self.traces.slugs)
        self._trash.forget_sources(self.traces.hashes, attempts)

    def _delete_sightings(self, attempts: Attempts) -> None:
        """After the pictures: nobody whom the store does not know is recorded (`SightingStore.save`)."""
        with attempts.step():
            store = SightingStore(self.folders.sightings)
            self.sightings += store.erase(self.traces.slugs, self.traces.names, comparison_key)

    def _delete_recordings(self, attempts: Attempts) -> None:
        """Delete the recordings in which the person was named. Who is in them unnamed, nobody knows: they are told."""
        store = RecordingStore(self.folders.recordings)
        self.recordings += store.erase(self.traces.words, comparison_key, attempts)
        with attempts.step():
            self.unclear_recordings = store.count_unknown()

    def _clean_logs(self, attempts: Attempts) -> None:
        with attempts.step():
            self.log_lines += logs.remove_lines(self.folders.logs, self.traces.words, comparison_key)

    def _record(self, attempts: Attempts) -> None:
        """Write to the audit log that somebody was forgotten, once and when all is gone."""
        if attempts.errors or self.is_recorded or self.traces.is_done:
            return
        with attempts.step():
            log = AuditLog(self.folders.people)
            ids = self.traces.ids or {""}
            facts = [AuditFact(AuditEvent.FORGOTTEN, each) for each in sorted(ids - log.forgotten_ids())]
            if facts:
                log.record(*facts)
            self.is_recorded = True

    @property
    def _store(self) -> PeopleStore:
        return PeopleStore(self.folders.people)

    @property
    def _trash(self) -> Trash:
        return Trash(self.folders.trash, self.folders.people)


def find(folders: DataFolders, name: str) -> Person:
    """The person with that name, also if only the trash has samples of them, or their record is damaged.

    A person whose forgetting was interrupted is found, too, and so is one whom only a model still knows, because their
    folder was deleted by hand.

    Raises
    ------
    PersonNotFoundError
        If there is none.
    """
    replacement.complete(folders)
    store = PeopleStore(folders.people)
    try:
        return store.find(name)
    except (PersonNotFoundError, FileError):
        person = _find_damaged(store, name) or _find_in_trash(folders, store, name)
        person = person or Journal(folders.forgetting).find(comparison_key(name)) or _find_in_models(folders, name)
        if person is None:
            raise
        return person


def _find_damaged(store: PeopleStore, name: str) -> Person | None:
    """The person in a folder of that name whose record is damaged."""
    known = {folder for person in store.people() for folder in (person.folder, *person.other_folders)}
    for folder in store.subfolders():
        with contextlib.suppress(PersonNameError):
            if folder not in known and comparison_key(folder.name) == comparison_key(name):
                return Person(slug_from(folder), PersonName.from_disk(folder.name), folder)
            if folder not in known and folder.name in sealed_store.possible_names(store.folder, slug_of(name)):
                return Person(slug_of(name), PersonName.from_disk(name), folder)
    return None


def _find_in_trash(folders: DataFolders, store: PeopleStore, name: str) -> Person | None:
    here = {"", *store.slugs()}  # a renamed person may have the slug of that name
    entries = Trash(folders.trash, folders.people).entries_of("", name)
    entry = next((entry for entry in entries if entry.slug not in here), None)
    if entry is not None:
        return Person(entry.slug, PersonName.from_disk(entry.name), folders.trash / entry.id)
    for entry in entries:  # the entry's record is damaged: the person's own record is beside the pictures
        with contextlib.suppress(FileError, StoreError):
            person = Person.load(entry.folder) if (entry.folder / PERSON_FILE).is_file() else None
            if person and person.name.key == comparison_key(name) and (slug := slug_of(person.name)) not in here:
                return Person(slug, person.name, folders.trash / entry.id)
    return None


def _find_in_models(folders: DataFolders, name: str) -> Person | None:
    """Somebody with that name whom a model knows, and who is not among the people under another name."""
    store, models = PeopleStore(folders.people), ModelStore(folders.models)
    here = store.slugs()
    for model_id in models.ids():
        with contextlib.suppress(ModelError, PersonNameError):
            card = models.card(model_id)
            for member in card.people:
                if member.slug in here or comparison_key(member.name) != comparison_key(name):
                    continue
                if not _is_present(store, card.data.get(member.slug, ())):
                    return Person(member.slug, PersonName.from_disk(member.name), folders.models / model_id)
    return None


def _is_present(store: PeopleStore, hashes: Iterable[str]) -> bool:
    """Whether somebody has one of these pictures: they were renamed, or merged into somebody else."""
    learned = set(hashes)
    for person in store.people():
        with contextlib.suppress(VisavisError):
            if any(sample.hash in learned for sample in store.pictures(person)):
                return True
    return False


def delete_entries(folders: DataFolders, entries: Iterable[TrashEntry]) -> tuple[ModelChange, ...]:
    """Delete entries of the trash for good, and forget people who go with them; return the models that changed.

    Raises
    ------
    VisavisError
        If something cannot be deleted; the rest is.
    """
    attempts = Attempts()
    changes = _delete_entries(folders, entries, attempts)
    with attempts.step():
        tempdirs.sweep(folders.insight)
    attempts.raise_first()
    return changes


def _delete_entries(folders: DataFolders, entries: Iterable[TrashEntry], attempts: Attempts) -> tuple[ModelChange, ...]:
    changes: list[ModelChange] = []
    here = PeopleStore(folders.people).slugs()
    for entry in entries:
        with attempts.step():
            if entry.whole and entry.slug not in here:
                path = Journal(folders.forgetting).unused_path()
                receipt = erase(folders, traces_module.of_entry(entry), [path], sweeps=False)
                changes += receipt.models
                attempts.errors += receipt.problems
            Trash(folders.trash, folders.people).remove([entry])
    return tuple(dict.fromkeys(changes))


def empty_expired(folders: DataFolders) -> tuple[ModelChange, ...]:
    """Delete what has been in the trash for longer than a week; return the models that changed.

    It also deletes the temporary folders that killed programs left of inspections. If that fails, it is logged, and
    tried again next time: this is called whenever the window is activated.

    Raises
    ------
    VisavisError
        If something in the trash cannot be deleted; the rest is.
    """
    expired = Trash(folders.trash, folders.people).expired_entries(datetime.now(UTC))
    attempts = Attempts()
    changes = _delete_entries(folders, expired, attempts) if expired else ()
    try:
        tempdirs.sweep(folders.insight)
    except DiskError as error:
        _log.warning("Temporary folders of inspections cannot be deleted. %s", error)
    attempts.raise_first()
    return changes
