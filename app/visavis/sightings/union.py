"""Copying the file of visits, and uniting two of them without having a visit twice."""

import os
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from visavis.sightings.database import copy_database, open_database, transaction
from visavis.storage import disk, sealing

#: The columns of a visit but for its number, its person and its guest.
_COLUMNS = "name, source, first, last, score, chip, sample"
_NO_IDS: Mapping[str, str] = MappingProxyType({})


def copy(path: Path, to: Path) -> bool:
    """Make a copy of the file at `to` as it is at this moment, also while others write; return whether there is one.

    Raises
    ------
    DiskError
        If the copy cannot be written.
    """
    if sealing.is_sealed(path):  # it is replaced as a whole
        disk.make_private(to.parent)
        with disk.translate_errors(to):
            shutil.copyfile(path, to)
            os.chmod(to, 0o600)
            disk.sync(to)
        return True
    try:
        with open_database(path) as connection:
            copy_database(connection, to)
    except FileNotFoundError:
        return False
    return True


def unite(
    path: Path,
    other: Path,
    people: Mapping[str, str],
    names: Mapping[str, str],
    ids: Mapping[str, str] = _NO_IDS,
    other_ids: Mapping[str, str] = _NO_IDS,
) -> int:
    """Add the visits of another file to this one; return how many were added.

    A visit that this one has, too, is not added: the same person, or guest, before the same source at the same time.

    Parameters
    ----------
    people : mapping of str to str
        The slug here of each person there. Visits of others are left out.
    names : mapping of str to str
        The names of people, by their slugs here.
    ids, other_ids : mapping of str to str
        The ids of people, by their slugs here and there. Visits of earlier people with the same slug are left out.

    Raises
    ------
    DiskError
        If the disk refuses. Nothing is changed then.
    DamagedFileError
        If one of the files is damaged.
    """
    try:
        with open_database(other) as connection:
            guests = connection.execute("SELECT id, space, vector, is_ignored FROM guests ORDER BY id").fetchall()
            query = f"SELECT person_id, person, guest, {_COLUMNS} FROM sightings ORDER BY first, id"  # noqa: S608
            rows = [
                row
                for person_id, *row in connection.execute(query)
                if person_id is None or person_id == other_ids.get(row[0], person_id)
            ]
    except FileNotFoundError:
        return 0
    with open_database(path, creates=True) as connection, transaction(connection):
        known = {number: _find_guest(connection, *row) for number, *row in guests}
        return sum(_add(connection, row, people, names, known, ids) for row in rows)


def _find_guest(connection: sqlite3.Connection, space: str, vector: bytes, is_ignored: int) -> int:
    """The guest with that vector, or a new one."""
    row = connection.execute("SELECT id FROM guests WHERE space = ? AND vector = ?", (space, vector)).fetchone()
    if row:
        return int(row[0])
    values = (space, vector, is_ignored)
    return connection.execute("INSERT INTO guests (space, vector, is_ignored) VALUES (?, ?, ?)", values).lastrowid or 0


def _add(
    connection: sqlite3.Connection,
    row: Sequence[Any],
    people: Mapping[str, str],
    names: Mapping[str, str],
    guests: Mapping[int, int],
    ids: Mapping[str, str],
) -> bool:
    """Add a visit; False if it is there, or of somebody who is not."""
    person, guest, name, source, first, last, *rest = row
    if person is not None:
        if person not in people:
            return False
        person = people[person]
        name = names.get(person, name)
    guest = guests.get(guest) if guest is not None else None
    same = connection.execute(
        "SELECT 1 FROM sightings WHERE person IS ? AND guest IS ? AND source = ? AND first <= ? AND last >= ?",
        (person, guest, source, last, first),
    ).fetchone()
    if same:
        return False
    connection.execute(
        f"INSERT INTO sightings (person_id, person, guest, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (ids.get(person or "") or None, person, guest, name, source, first, last, *rest),
    )
    return True
