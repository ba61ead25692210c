"""Changes of the people that can be taken back: each is done, and gives what undoes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from visavis.errors import PersonNotFoundError
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash, TrashEntry
from visavis.storage import disk


@dataclass(frozen=True, slots=True)
class PeopleEdit:
    """Something that was done."""

    kind: str
    """ "renamed", "merged", "moved", "rejected", "deleted people" or "deleted samples"."""
    count: int
    """How many people or samples it was about."""
    name: str
    """Whom: as they were called before, and for samples whose they were; the first of several."""
    to: str
    """What they are called now, or who has them now; "" where that means nothing."""
    undo: Callable[[], object]
    """Takes it back; raises what the store raises where it can no longer be."""


def rename(store: PeopleStore, person: Person, name: PersonName) -> PeopleEdit:
    """Call someone otherwise."""
    renamed = store.rename(person, name)
    return PeopleEdit("renamed", 1, person.name, renamed.name, partial(store.rename, person, person.name))


def merge(
    store: PeopleStore, trash: Trash, rejections: RejectionStore, people: Sequence[Person], into: Person
) -> PeopleEdit:
    """Several entries are one person.

    Raises
    ------
    StoreError
        If one of them is `into`, or gone; those before it are merged then.
    """
    steps: list[Callable[[], object]] = []
    current = into
    for person in people:
        pictures = {sample.hash for sample in store.samples(person)}
        kept = {sample.hash for sample in store.samples(current)}
        said = [each for each in rejections.rejections() if person.slug in each.people]
        merged = store.merge(person, current)
        trash.reassign(person, merged)
        rejections.reassign(person.slug, merged.slug)
        steps += [partial(rejections.undo_add, each, each) for each in said]
        steps.append(partial(store.unmerge, person, current, pictures, kept))
        current = merged
    return PeopleEdit("merged", len(people), people[0].name, into.name, partial(_backwards, steps))


def move(store: PeopleStore, person: Person, samples: Sequence[Sample], to: Person) -> PeopleEdit:
    """Give samples of one person to the person whom they show."""
    hashes = {sample.hash for sample in samples}
    store.move(samples, to)

    def undo() -> None:
        home = store.find_or_create(person.name)  # a folder made by hand is nobody's once it is empty
        store.move([sample for sample in store.samples(to) if sample.hash in hashes], home)

    return PeopleEdit("moved", len(samples), person.name, to.name, undo)


def reject(rejections: RejectionStore, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Samples do not show that person: they are kept as that, and count as that at once."""
    contents = {sample.path: sample.path.read_bytes() for sample in samples}
    before = {each.sample.hash: each for each in rejections.rejections()}
    taken = rejections.reject_samples(samples, person)

    def undo() -> None:
        for path in contents:
            if not path.parent.is_dir():  # writing would make a folder for someone who was forgotten
                raise PersonNotFoundError("{name} is no longer there.", name=person.name)
        for path, content in contents.items():
            disk.write_whole(path, content)
        for rejection in taken:
            rejections.undo_add(rejection, before.get(rejection.sample.hash))

    return PeopleEdit("rejected", len(taken), person.name, "", undo)


def delete_people(trash: Trash, people: Sequence[Person]) -> PeopleEdit:
    """Into the trash, for a week."""
    entries: list[TrashEntry] = []
    try:
        entries.extend(trash.delete_person(person) for person in people)
    except BaseException:  # all or none
        _restore(trash, entries)
        raise
    return PeopleEdit("deleted people", len(people), people[0].name, "", partial(_restore, trash, entries))


def delete_samples(trash: Trash, person: Person, samples: Sequence[Sample]) -> PeopleEdit:
    """Into the trash, for a week."""
    entry = trash.delete_samples(person, samples)
    return PeopleEdit("deleted samples", entry.pictures, person.name, "", partial(trash.restore, entry))


def _restore(trash: Trash, entries: Sequence[TrashEntry]) -> None:
    for entry in entries:
        trash.restore(entry)


def _backwards(steps: Sequence[Callable[[], object]]) -> None:
    for step in reversed(steps):
        step()
