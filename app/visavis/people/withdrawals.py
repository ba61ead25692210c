"""Withdrawals: people and samples taken out of the people's folder, which can be put back."""

import os
from collections.abc import Iterable
from pathlib import Path

from visavis.people.folder import PeopleFolder
from visavis.people.person import RECORD, Person, joined, pictures_in
from visavis.people.samples import Sample
from visavis.storage import disk


def take_person(home: PeopleFolder, person: Person, to: Path) -> Person:
    """Move someone's folder, with all it holds, to `to`, where nothing is yet; at once to whoever looks.

    Raises
    ------
    PersonNotFoundError
        If they are no longer there.
    DiskError
        If the disk refuses, and everything is as before.
    """
    with home.changing():
        current = home.current(person)
        with disk.translating(current.folder):
            os.rename(current.folder, to)
        disk.sync(home.path)
        return current


def take_samples(home: PeopleFolder, chosen: Iterable[Sample], to: Path) -> int:
    """Move pictures into the folder `to`; those that are gone already are fine. How many were moved."""
    moved = 0
    with home.changing():
        for sample in chosen:
            if sample.path.is_file():
                with disk.translating(sample.path):
                    os.rename(sample.path, disk.unused(to, sample.path.name))
                moved += 1
        disk.sync(to)
    return moved


def put_back(home: PeopleFolder, folder: Path, slug: str, name: str) -> Person:
    """Take in a folder that was taken out: as it was, or to whoever is that person, or has that name, by now.

    Notes that somebody put into the folder stay in it where it is not taken in as it was.
    """
    with home.changing():
        returning = Person.read(folder)
        owner = home.owner(slug, returning.name if returning else name)
        if owner is None:
            if not (folder / RECORD).is_file():
                Person(slug, name, folder).write()
            return home.settle(folder, slug)
        current = home.tidied(owner)
        current = (joined(current, returning) if returning else current).write()
        home.take_over([Sample(path, slug) for path in pictures_in(folder)], current)
        return current
