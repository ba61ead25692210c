"""Edits of people that can be undone: each function makes one and returns it with what undoes it."""

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path

from visavis.errors import DiskError, PersonNotFoundError, VisavisError
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName, comparison_key
from visavis.people.person import Person
from visavis.people.picture_state import IN_USE, SET_ASIDE, PictureState
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.people.trash_entry import TrashEntry
from visavis.recordings.store import RecordingStore
from visavis.sightings.store import SightingStore
from visavis.storage import disk, logs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


class EditKind(Enum):
    """What was done."""

    RENAMED = auto()
    MERGED = auto()
    MOVED = auto()
    REJECTED = auto()
    USED = auto()
    SET_ASIDE = auto()
    CALLED_DISTINCT = auto()
    PEOPLE_DELETED = auto()
    SAMPLES_DELETED = auto()


@dataclass(frozen=True, slots=True)
class PeopleEdit:
    """An edit that was made."""

    kind: EditKind
    count: int
    """Number of people or samples."""
    name: str
    """The name before the edit; for samples, the name of their person; of several people, the first name."""
    to: str
    """The new name, or the name of the other person, or of the one who has the samples now; empty if the kind has
    none."""
    undo: Callable[[], object]
    """Undoes the edit. Raises what the store raises if that is no longer possible."""


def rename(store: PeopleStore, person: Person, name: PersonName, folders: DataFolders) -> PeopleEdit:
    """Rename a person. The old name goes from logs and sightings now: later, nobody would know it."""
    _remove_from_logs(folders.logs, person.name)  # first: it is known until then

    def change(to: PersonName) -> Person:
        _name_in_recordings(folders, person.name, to)
        renamed = store.rename(person, to)
        _rename_sightings(folders, renamed)
        return renamed

    renamed = change(name)
    return PeopleEdit(EditKind.RENAMED, 1, person.name, renamed.name, partial(change, person.name))


def merge(
    store: PeopleStore,
    trash: Trash,
    rejections: RejectionStore,
    people: Sequence[Person],
    into: Person,
    folders: DataFolders,
) -> PeopleEdit:
    """Merge several entries of one person.

    A person who is merged is removed last. So if this is interrupted, they are there, and merging them again completes
    it.

    Raises
    ------
    StoreError
        If one of them is `into`, or no longer exists. Those before it are merged then.
    """
    undo_steps: list[Callable[[], object]] = []
    distinct, visits = DistinctPairs(store.folder), SightingStore(folders.sightings)
    current = into
    for person in people:
        own_steps: list[Callable[[], object]] = []
        store.require_mergeable(person, current)
        pictures, into_pictures = store.person_pictures(person), store.person_pictures(current)
        mentions = [each for each in rejections.rejections() if person.slug in each.people]
        try:
            own_steps.append(trash.reassign(person, current))
            own_steps += [partial(rejections.undo_add, each, each) for each in mentions]
            rejections.reassign(person.slug, current.slug)
            own_steps.append(distinct.reassign(person.slug, current.slug))
            own_steps.append(visits.reassign(person.slug, current.slug, current.name, person.id, current.id))
            _name_in_recordings(folders, person.name, current.name)
            _remove_from_logs(folders.logs, person.name, person.slug)
            merged = store.merge(person, current)
        except BaseException:  # interrupted, too
            with contextlib.suppress(VisavisError):  # what stays is completed by merging again
                _run_reversed(own_steps)
            raise
        undo_steps += [*own_steps, partial(store.unmerge, person, current, pictures, into_pictures)]
        current = merged
    return PeopleEdit(EditKind.MERGED, len(people), people[0].name, into.name, partial(_run_reversed, undo_steps))


def call_distinct(store: PeopleStore, person: Person, other: Person) -> PeopleEdit:
    """Remember that two people who look alike are two people."""
    distinct = DistinctPairs(store.folder)
    distinct.add(person, other)
    undo = partial(distinct.remove, person, other)
    return PeopleEdit(EditKind.CALLED_DISTINCT, 2, person.name, other.name, undo)


def move(store: PeopleStore, person: Person, samples: Sequence[Sample], to: Person) -> PeopleEdit:
    """Move samples to the person whom they show."""
    hashes = {sample.hash for sample in samples}
    store.move(samples, to)

    def undo() -> None:
        owner = store.find_or_create(person.name)  # a folder without a record is no person once it is empty
        store.move([picture for picture in store.pictures(to) if picture.hash in hashes], owner)

    return PeopleEdit(EditKind.MOVED, len(samples), person.name, to.name, undo)


def reject(rejections: RejectionStore, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Turn samples that do not show their person into rejections, which take effect at once."""
    contents = {sample.path: sample.read() for sample in samples}
    previous = {each.sample.hash: each for each in rejections.rejections()}
    rejected = rejections.reject_samples(samples, person)

    def undo() -> None:
        for path in contents:
            if not path.parent.is_dir():  # writing would make a folder for a person who was forgotten
                raise PersonNotFoundError("{name} is no longer there.", name=person.name)
        for path, content in contents.items():
            disk.write_whole(path, content, scratch=person.folder.parent)
        for rejection in rejected:
            rejections.undo_add(rejection, previous.get(rejection.sample.hash))

    return PeopleEdit(EditKind.REJECTED, len(rejected), person.name, "", undo)


def use(store: PeopleStore, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Use pictures as samples although no face is found in them."""
    return _change_states(store, person, samples, IN_USE, EditKind.USED)


def set_aside(store: PeopleStore, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Set pictures aside: they are not samples."""
    return _change_states(store, person, samples, SET_ASIDE, EditKind.SET_ASIDE)


def delete_people(trash: Trash, people: Sequence[Person]) -> PeopleEdit:
    """Move people to the trash: all or none."""
    entries: list[TrashEntry] = []
    try:
        entries.extend(trash.delete_person(person) for person in people)
    except BaseException:
        _restore(trash, entries)
        raise
    undo = partial(_restore, trash, entries)
    return PeopleEdit(EditKind.PEOPLE_DELETED, len(people), people[0].name, "", undo)


def delete_samples(trash: Trash, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Move samples to the trash."""
    entry = trash.delete_samples(person, samples)
    return PeopleEdit(EditKind.SAMPLES_DELETED, entry.pictures, person.name, "", partial(trash.restore, entry))


def _remove_from_logs(folder: Path, *names: str) -> None:
    """Remove lines with names that the store no longer knows; lines that cannot be removed leave as the logs rotate."""
    try:
        logs.remove_lines(folder, names, comparison_key)
    except DiskError as error:
        _log.warning("%s", error)


def _rename_sightings(folders: DataFolders, person: Person) -> None:
    """Store a person's new name in the sightings. They are found by the slug, so the old name is only not nice."""
    try:
        SightingStore(folders.sightings).rename(person.slug, person.name, person.id)
    except VisavisError as error:
        _log.warning("%s", error)


def _name_in_recordings(folders: DataFolders, name: str, to: str) -> None:
    """Have the recordings that show a person found by the new name, too. That is first, so that none is missed later.

    Raises
    ------
    DiskError
        If one cannot be changed.
    """
    RecordingStore(folders.recordings).add_name(name, to, comparison_key)


def _change_states(
    store: PeopleStore, person: Person, samples: Sequence[Sample], state: PictureState, kind: EditKind
) -> PeopleEdit:
    hashes = {sample.hash for sample in samples}
    before = store.picture_states(person, hashes)
    store.set_picture_states(person, dict.fromkeys(before, state))
    undo = partial(store.set_picture_states, person, before)
    return PeopleEdit(kind, len(before), person.name, "", undo)


def _restore(trash: Trash, entries: Sequence[TrashEntry]) -> None:
    for entry in entries:
        trash.restore(entry)


def _run_reversed(steps: Sequence[Callable[[], object]]) -> None:
    for step in reversed(steps):
        step()
