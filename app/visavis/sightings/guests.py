"""Guests: unknown people who come again. Who is alike is one guest, decided at each visit, one after another."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Cosine of mean embeddings from which two are one guest; measured in docs/adr/0031-guests-are-grouped-as-they-come.md.
SAME_GUEST_COSINE = 0.48
#: Length of a sum of unit vectors that is none: what is left when all were subtracted again.
_NOTHING = 1e-3

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class FaceVector:
    """The mean embedding of a face over one visit."""

    space: str
    """What the values mean: vectors of different spaces do not compare."""
    values: Vector
    """Shape (n,), of unit length."""


def join(connection: sqlite3.Connection, face: FaceVector, others: Collection[int]) -> int:
    """The guest whom a face shows, known or new; the face then belongs to them. Call it in a transaction.

    Parameters
    ----------
    others : collection of int
        Guests who are before the same source at the same time: two faces of one frame are two people.
    """
    groups = _groups(connection, face.space)
    known = _most_similar(groups, face.values, others)
    if known is None:
        values = (face.space, face.values.astype("<f4").tobytes())
        number = connection.execute("INSERT INTO guests (space, vector) VALUES (?, ?)", values).lastrowid
        assert number is not None
        return number
    _write(connection, known, groups[known] + face.values)
    return _merge_similar(connection, known, face.space, others)


def replace_face(
    connection: sqlite3.Connection, guest: int, before: FaceVector, after: FaceVector | None, others: Collection[int]
) -> int:
    """Let a later vector of the same visit stand for a guest, since it is of more looks; return the guest's number.

    Parameters
    ----------
    after : FaceVector or None
        None: the visit turned out to be none. A guest without any visit is deleted.
    others : collection of int
        As for `join`.
    """
    groups = _groups(connection, before.space)
    if guest not in groups or (after is not None and after.space != before.space):
        return guest
    total = groups[guest] - before.values
    if after is None and float(np.linalg.norm(total)) < _NOTHING:
        connection.execute("DELETE FROM guests WHERE id = ?", (guest,))
        return guest
    _write(connection, guest, total if after is None else total + after.values)
    return guest if after is None else _merge_similar(connection, guest, before.space, others)


def is_ignored(connection: sqlite3.Connection, guest: int) -> bool:
    """Whether the user wants to hear no more of a guest."""
    row = connection.execute("SELECT is_ignored FROM guests WHERE id = ?", (guest,)).fetchone()
    return row is not None and bool(row[0])


def _merge_similar(connection: sqlite3.Connection, guest: int, space: str, others: Collection[int]) -> int:
    """Make one of a guest and those who have become similar; return the number, the lowest of them."""
    while True:
        groups = _groups(connection, space)
        total = groups.pop(guest)
        found = _most_similar(groups, total, others)
        if found is None or is_ignored(connection, found) != is_ignored(connection, guest):
            return guest
        kept, joined = sorted((guest, found))
        _write(connection, kept, total + groups[found])
        connection.execute("UPDATE sightings SET guest = ? WHERE guest = ?", (kept, joined))
        connection.execute("DELETE FROM guests WHERE id = ?", (joined,))
        guest = kept


def _groups(connection: sqlite3.Connection, space: str) -> dict[int, Vector]:
    """The sum of the vectors of each guest, by number.

    Raises
    ------
    ValueError
        If one is no vector.
    """
    groups = {}
    for number, content in connection.execute("SELECT id, vector FROM guests WHERE space = ?", (space,)):
        vector = np.frombuffer(content, "<f4").astype(np.float32)
        if not np.isfinite(vector).all():
            raise ValueError("a vector has values that are no numbers")
        groups[number] = vector
    return groups


def _most_similar(groups: dict[int, Vector], vector: Vector, others: Collection[int]) -> int | None:
    """The guest who is most similar, if similar enough and none of the others."""
    numbers = [number for number, total in groups.items() if number not in others and len(total) == len(vector)]
    if not numbers:
        return None
    totals = np.stack([groups[number] for number in numbers])
    lengths = np.linalg.norm(totals, axis=1) * float(np.linalg.norm(vector))
    cosines = totals @ vector / np.maximum(lengths, _NOTHING)
    best = int(cosines.argmax())
    return numbers[best] if cosines[best] >= SAME_GUEST_COSINE else None


def _write(connection: sqlite3.Connection, guest: int, total: Vector) -> None:
    connection.execute("UPDATE guests SET vector = ? WHERE id = ?", (total.astype("<f4").tobytes(), guest))
