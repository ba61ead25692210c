"""Pairs of people who look alike and are two people: the user said so. Stored in the folder of all people."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import TypedDict

from visavis.errors import DamagedFileError, NewerFileError, StoreError
from visavis.messages import Message
from visavis.people.person import Person
from visavis.storage import deletion, disk, reader
from visavis.storage.reader import JsonFormat

#: The record in the folder of all people.
DISTINCT_FILE = "distinct.json"


class _DistinctRecord(TypedDict):
    pairs: list[list[str]]


_FORMAT = JsonFormat(
    _DistinctRecord,
    version=1,
    hint=Message("Restore that file, or delete it: you are then asked again about people who look alike."),
)

Pair = frozenset[str]
"""The slugs of two people."""


class DistinctPairs:
    """The pairs of people whom the user called two people, so that they are not taken for one again.

    Parameters
    ----------
    folder : Path
        The folder of all people.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pairs(self) -> frozenset[Pair]:
        """All pairs. Reading takes no lock.

        Raises
        ------
        FileError
            If the record is damaged, cannot be read, or is of a newer version.
        """
        try:
            return reader.read_json(self.folder / DISTINCT_FILE, _FORMAT, _pairs)
        except FileNotFoundError:
            return frozenset()

    def add(self, person: Person, other: Person) -> None:
        """Remember that these are two people.

        Raises
        ------
        StoreError
            If both are the same.
        DiskError
            If the disk refuses. Nothing is changed then.
        """
        if person.slug == other.slug:
            raise StoreError("{name} is one person.", hint="Name two different people.", name=person.name)
        self._change(added=[frozenset({person.slug, other.slug})])

    def remove(self, person: Person, other: Person) -> None:
        """Undo `add`; no error if nothing is remembered of them."""
        self._change(removed=[frozenset({person.slug, other.slug})])

    def erase(self, slugs: Collection[str]) -> None:
        """Remove all pairs with people who are forgotten. A damaged record may name them, and is deleted."""
        try:
            self._change(removed=[pair for slug in slugs for pair in self._pairs_of(slug)])
        except (DamagedFileError, NewerFileError):
            deletion.delete(self.folder / DISTINCT_FILE, self.folder)

    def reassign(self, slug: str, into: str) -> Callable[[], None]:
        """After a merge: the pairs with one person are pairs with the other. Return what undoes it."""
        before = self.pairs()
        removed = self._pairs_of(slug)
        moved = [pair - {slug} | {into} for pair in removed if into not in pair]
        added = [pair for pair in moved if pair not in before]
        self._change(removed, added)
        return partial(self._change, added, removed)

    def _pairs_of(self, slug: str) -> list[Pair]:
        return [pair for pair in self.pairs() if slug in pair]

    def _change(self, removed: Iterable[Pair] = (), added: Iterable[Pair] = ()) -> None:
        """Write the record if that changes it; the file goes with the last pair."""
        if not self.folder.is_dir():
            return
        with disk.lock(self.folder):
            before = self.pairs()
            after = before.difference(removed).union(added)
            path = self.folder / DISTINCT_FILE
            if after and after != before:
                disk.write_json(path, {"version": _FORMAT.version, "pairs": sorted(sorted(pair) for pair in after)})
            elif not after:
                deletion.delete(path, self.folder)


def _pairs(record: _DistinctRecord) -> frozenset[Pair]:
    pairs = map(frozenset, record["pairs"])
    return frozenset(pair for pair in pairs if len(pair) == 2)
