"""Merging another data folder into this one, by the rules of merging people and importing pictures.

People with the same name, or with the same `id` in their records, become one person. What the user took out here stays
out. The settings and the model in use stay. Models are not merged: each keeps its own people. The trash of the other
folder is left out.
"""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from visavis.backup.snapshot import link
from visavis.errors import ModelError, VisavisError
from visavis.models import history
from visavis.models.store import ModelStore
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.person import Person, merge_records
from visavis.people.picture_record import PictureRecord
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.sightings import union
from visavis.storage import deletion, disk
from visavis.storage.paths import DataFolders
from visavis.storage.regular_file import open_regular


@dataclass(slots=True)
class Merge:
    """What came of uniting two data folders."""

    new_people: list[str] = field(default_factory=list)
    """Names of people who were not here."""
    joined_people: list[str] = field(default_factory=list)
    """Names, as they are here, of people who were in both."""
    left_out_people: list[str] = field(default_factory=list)
    """Names of people who stay out: the user deleted them here, and they are in the trash."""
    pictures: int = 0
    """Number of pictures added, of people who are in both, and of new ones."""
    left_out_pictures: int = 0
    """Number of pictures that stay out, because the user took them out here."""
    visits: int = 0
    models: list[str] = field(default_factory=list)
    """IDs of models added."""
    left_out_models: list[str] = field(default_factory=list)
    """IDs of models that stay out: what they call their people by is somebody else here."""


def merge(folders: DataFolders, other: DataFolders) -> Merge:
    """Add the content of `other` to `folders`, moving files out of it.

    Raises
    ------
    VisavisError
        If something cannot be read or written. Both folders may then be changed in part.
    """
    done = Merge()
    other_ids = {
        person.slug: person.id for person in PeopleStore(other.people).people() if person.id
    }  # before they move
    slugs = _merge_people(folders, other, done)
    store = PeopleStore(folders.people)
    people = {person.slug: person for person in store.people()}
    pairs = DistinctPairs(folders.people)
    for pair in DistinctPairs(other.people).pairs():
        here = sorted({slugs[slug] for slug in pair if slug in slugs})
        if len(here) == len(pair):
            pairs.add(people[here[0]], people[here[1]])
    rejections = RejectionStore(folders.strangers)
    for rejection in RejectionStore(other.strangers).rejections():
        meant = [people[slugs[slug]] for slug in rejection.people if slug in slugs]
        if meant or not rejection.people:
            rejections.take_in(rejection.sample, meant)
    _merge_models(folders, other, slugs, done)
    names = {slug: str(person.name) for slug, person in people.items()}
    if other.sightings.exists():
        ids = {slug: person.id for slug, person in people.items()}
        done.visits = union.unite(folders.sightings, other.sightings, slugs, names, ids, other_ids)
    for receipt in deletion.list_entries(other.receipts):
        copy_receipt(receipt, folders.receipts)
    for recording in deletion.list_entries(other.recordings):
        target = folders.recordings / recording.name
        if not recording.name.startswith(".") and not target.exists():
            disk.make_private(folders.recordings)
            with disk.translate_errors(target):
                disk.move(recording, target)
    return done


def copy_receipt(receipt: Path, to: Path) -> None:
    """Put a receipt into a folder of receipts, unless it is there."""
    with open_regular(receipt) as file:
        content = file.read()
    disk.make_private(to)
    if not any(_has_content(path, content) for path in to.glob(f"{receipt.stem}*{receipt.suffix}")):
        with disk.translate_errors(to):
            link(receipt, disk.unused_path(to, receipt.name))


def _has_content(path: Path, content: bytes) -> bool:
    try:
        with open_regular(path) as file:
            return file.read() == content
    except OSError:  # a pipe or a folder, or a file that nobody can open
        return False


def _merge_people(folders: DataFolders, other: DataFolders, done: Merge) -> dict[str, str]:
    """Merge everybody; return the slug here of each person there."""
    store, theirs = PeopleStore(folders.people), PeopleStore(other.people)
    by_id = {person.id: person for person in store.known_people() if person.id}
    slugs: dict[str, str] = {}
    for each in theirs.known_people():
        with theirs.change() as change:
            person = change.current(each)  # in one folder
        mine = by_id.get(person.id) or store.person_called(person.name) or store.find_merged(person.name)
        joined = _merge_person(folders, store, theirs, person, mine, done)
        if joined is not None:
            slugs[person.slug] = joined.slug
            _copy_embeddings(folders, other, person.slug, joined.slug)
    return slugs


def _merge_person(
    folders: DataFolders, store: PeopleStore, theirs: PeopleStore, person: Person, mine: Person | None, done: Merge
) -> Person | None:
    """Merge a person; return them as they are here, or None if they stay out."""
    entries = Trash(folders.trash, folders.people).entries_of(mine.slug if mine else "", person.name)
    if mine is None and any(entry.whole for entry in entries if entry.name):
        done.left_out_people.append(person.name)
        return None
    record = store.picture_record(mine) if mine else PictureRecord()
    taken_out = RejectionStore(folders.strangers).hashes_concerning(mine.slug if mine else None)
    for entry in entries:
        if entry.name:
            record = entry.picture_record.plus(record)
            taken_out |= {picture.hash for picture in entry.samples()}
    present = {picture.hash for picture in store.pictures(mine)} if mine else set()
    pictures = [picture for picture in theirs.pictures(person) if picture.hash not in present]
    wanted = [each for each in pictures if each.hash not in taken_out and not record.has_sample(each.hash)]
    done.left_out_pictures += len(pictures) - len(wanted)
    remembered = theirs.picture_record(person)
    with store.change() as change:
        if mine is None:
            for picture in pictures:
                if picture not in wanted:
                    deletion.delete(picture.path, theirs.folder)
            done.new_people.append(person.name)
            done.pictures += len(wanted)
            return change.place(person, person.slug)
        current = change.current(mine)
        joined = store.picture_record(current).plus(remembered)
        joined.save(current.folder)
        current = merge_records(current, person).save()
        change.move_samples(wanted, current)
        done.joined_people.append(current.name)
        done.pictures += len(wanted)
        return current


def _copy_embeddings(folders: DataFolders, other: DataFolders, slug: str, here: str) -> None:
    """Take the embeddings of a person who has none here; otherwise what is missing is computed when it is needed."""
    for path in other.embeddings.rglob(f"{slug}.npz") if other.embeddings.is_dir() else ():
        target = folders.embeddings / path.relative_to(other.embeddings).with_name(f"{here}.npz")
        if path.stem == slug and not target.exists():
            disk.make_private(target.parent)
            with disk.translate_errors(target):
                disk.move(path, target)


def _merge_models(folders: DataFolders, other: DataFolders, slugs: dict[str, str], done: Merge) -> None:
    models, theirs = ModelStore(folders.models), ModelStore(other.models)
    here = PeopleStore(folders.people).slugs()
    for model_id in theirs.ids():
        if models.has(model_id):
            continue
        try:
            card = theirs.card(model_id)
        except ModelError:
            done.left_out_models.append(model_id)
            continue
        known = {*(member.slug for member in card.people), *card.data}
        if any(slugs.get(slug, slug) != slug or (slug in here and slug not in slugs) for slug in known):
            done.left_out_models.append(model_id)
            continue
        disk.make_private(folders.models)
        with disk.translate_errors(folders.models):
            os.rename(theirs.folder / model_id, models.folder / model_id)
        done.models.append(model_id)
    with contextlib.suppress(VisavisError):  # a file that names no model: none is put in use
        current = theirs.current_id()
        if models.current_id() is None and current in done.models:
            history.write_current(folders.models, current)
            history.write(folders.models, [each for each in history.read(other.models) if models.has(each)])
