"""The store of sightings. Each function is one transaction: it is done, or nothing of it."""

import contextlib
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from visavis.errors import DamagedFileError
from visavis.messages import verbatim
from visavis.sightings import guests
from visavis.sightings.database import HINT, empty_log, erase_deleted, open_database, transaction
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting, from_milliseconds, to_milliseconds
from visavis.storage import deletion

_COLUMNS = "id, person, name, guest, source, first, last, score, person_id"
#: Whether a sighting is of the person with an id, the last value, and not of an earlier one who had the same slug.
_IS_THEIRS = "(?{0} = '' OR person_id IS NULL OR person_id = ?{0})"

Identify = Callable[[str], tuple[str, str, str] | None]
"""The slug, the name and the id of the person with a name; None if there is nobody. Called while the file is locked."""


@dataclass(frozen=True, slots=True)
class SightingChange:
    """What is to be stored of a visit that goes on."""

    sighting: Sighting
    """Without an `id` if it was not stored before."""
    is_withdrawn: bool = False
    """Whether there was no such visit after all."""
    is_continued: bool = False
    """Whether the stored sighting is older than the visit, which continued it."""
    face: FaceVector | None = None
    """Whom an unknown face resembles, if it is to be compared with those of guests."""
    face_before: FaceVector | None = None
    """What was given for the same visit before."""
    beside: tuple[int, ...] = ()
    """The `id` of the sightings of others who are before the same source at the same time."""
    elsewhere: tuple[int, ...] = ()
    """The `id` of sightings before other sources at the same time: who is there, too, is recorded once."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long sightings are kept."""

    people: timedelta
    unknown: timedelta


class SightingStore:
    """The sightings in a file. It is made by the first `save`; until then there are none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether anything was ever recorded."""
        return self.path.exists()

    def save(
        self, changes: Sequence[SightingChange], identify: Identify, cooldown: timedelta
    ) -> list[tuple[Sighting | None, bool]]:
        """Store visits, new ones and those that go on.

        A new visit of somebody who was before the same source less than `cooldown` ago continues that sighting. A
        person whom `identify` does not know is not stored: they were forgotten in the meantime. Since this is asked
        while the file is locked, forgetting them, which removes the person first, finds what was stored before.

        Returns
        -------
        list of (Sighting or None, bool)
            For each change, what is stored now, None if nothing, and whether it continues an earlier sighting.
        """
        with open_database(self.path, creates=True) as connection, transaction(connection):
            saved: list[tuple[Sighting | None, bool]] = []
            for change in changes:
                others = [each for each, _ in saved if each and each.name is None]
                saved.append(_save(self.path, connection, _with_others(change, others), identify, cooldown))
            return saved

    def sightings(
        self, since: datetime | None = None, person: str | None = None, name: str = "", person_id: str = ""
    ) -> list[Sighting]:
        """The sightings, oldest first, without pictures.

        Parameters
        ----------
        since : datetime, optional
            Only those that ended then or later.
        person, name : str, optional
            Only those of the person with that slug, or stored under that name.
        person_id : str, optional
            Only those of the person with that id, not of an earlier one with the same slug.

        Raises
        ------
        DamagedFileError
            If the file is damaged.
        """
        return list(self._select(since, person, name, person_id))

    def chip(self, sighting: Sighting) -> bytes | None:
        """The best picture of a sighting, a JPEG; None if there is none."""
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            row = connection.execute("SELECT chip FROM sightings WHERE id = ?", (sighting.id,)).fetchone()
            return row[0] if row else None
        return None

    def sample(self, sighting: Sighting) -> bytes | None:
        """The picture of a sighting by which its face can be learned, a JPEG; None if there is none."""
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            row = connection.execute("SELECT sample FROM sightings WHERE id = ?", (sighting.id,)).fetchone()
            return row[0] if row else None
        return None

    def last_seen(self, person: str, person_id: str = "") -> datetime | None:
        """When the person with that slug and id was last seen; None if no sighting of theirs is kept."""
        query = f"SELECT max(last) FROM sightings WHERE person = ?1 AND {_IS_THEIRS.format(2)}"  # noqa: S608  of literals
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            (last,) = connection.execute(query, (person, person_id)).fetchone()
            return None if last is None else from_milliseconds(last)
        return None

    def purge(self, now: datetime, retention: Retention) -> int:
        """Delete what was kept long enough; return the number of sightings."""
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            limits = (to_milliseconds(now - retention.people), to_milliseconds(now - retention.unknown))
            count = connection.execute(
                "DELETE FROM sightings WHERE last < CASE WHEN person IS NULL THEN ?2 ELSE ?1 END", limits
            ).rowcount
            connection.execute(
                "DELETE FROM guests WHERE NOT is_ignored "
                "AND NOT EXISTS (SELECT 1 FROM sightings WHERE sightings.guest = guests.id)"
            )
            if count:
                empty_log(connection)
            return count
        return 0

    def delete(self, sightings: Collection[Sighting]) -> int:
        """Delete these sightings; return how many there were."""
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            with transaction(connection):
                ids = [(each.id,) for each in sightings]
                count = connection.executemany("DELETE FROM sightings WHERE id = ?", ids).rowcount
            erase_deleted(self.path, connection)
            return count
        return 0

    def erase(self, slugs: Collection[str], names: Collection[str], normalize: Callable[[str], str]) -> int:
        """Delete every sighting of a person who is forgotten; return their number.

        Nothing of them is left in the file or beside it, also of sightings that were deleted before. A damaged file is
        deleted as a whole: nobody can say whose sightings are in it.

        Parameters
        ----------
        slugs, names : collection of str
            By what they may be stored.
        normalize : callable
            Makes names equal that count as equal.
        """
        try:
            return self._erase(slugs, {normalize(name) for name in names}, normalize)
        except FileNotFoundError:
            self._delete_file()  # a log beside no file
            return 0
        except DamagedFileError:
            if not self.path.is_file():
                raise
            self._delete_file()
            return 0

    def _erase(self, slugs: Collection[str], keys: Collection[str], normalize: Callable[[str], str]) -> int:
        with open_database(self.path) as connection:
            with transaction(connection):
                rows = connection.execute("SELECT id, person, name FROM sightings WHERE person IS NOT NULL").fetchall()
                ids = [row[0] for row in rows if row[1] in slugs or (row[2] and normalize(row[2]) in keys)]
                connection.executemany("DELETE FROM sightings WHERE id = ?", [(each,) for each in ids])
            erase_deleted(self.path, connection)  # also if a killed program had got this far
            return len(ids)

    def _delete_file(self) -> None:
        for ending in ("", "-wal", "-shm"):
            deletion.delete(self.path.with_name(f"{self.path.name}{ending}"), self.path.parent)

    def rename(self, person: str, name: str, person_id: str = "") -> None:
        """Store the new name of a person; the old one is overwritten everywhere."""
        query = f"UPDATE sightings SET name = ?2 WHERE person = ?1 AND {_IS_THEIRS.format(3)}"  # noqa: S608
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            with transaction(connection):
                changed = connection.execute(query, (person, name, person_id)).rowcount
            if changed:
                erase_deleted(self.path, connection)

    def reassign(self, person: str, into: str, name: str, person_id: str = "", into_id: str = "") -> Callable[[], None]:
        """Give a person's sightings to the one with whom they were merged; return what undoes it."""
        theirs = f"person = ?1 AND {_IS_THEIRS.format(2)}"
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection, transaction(connection):
            rows = connection.execute(
                f"SELECT id, name, person_id FROM sightings WHERE {theirs}",  # noqa: S608  of literals
                (person, person_id),
            ).fetchall()
            connection.execute(
                f"UPDATE sightings SET person = ?3, name = ?4, person_id = ?5 WHERE {theirs}",  # noqa: S608
                (person, person_id, into, name, into_id or None),
            )
            return lambda: self._restore(person, rows)
        return lambda: None

    def correct(self, sighting: Sighting, person: str | None, name: str | None, person_id: str | None = None) -> None:
        """Say whose a sighting is: of the person with that slug, name and id, or of nobody who is known."""
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection, transaction(connection):
            connection.execute(
                "UPDATE sightings SET person = ?, name = ?, guest = ?, person_id = ? WHERE id = ?",
                (person, name, sighting.guest if name is None else None, person_id or None, sighting.id),
            )

    def _restore(self, person: str, rows: Sequence[tuple[int, str, str | None]]) -> None:
        query = "UPDATE sightings SET person = ?, name = ?, person_id = ? WHERE id = ?"
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection, transaction(connection):
            for number, name, person_id in rows:
                connection.execute(query, (person, name, person_id, number))

    def _select(self, since: datetime | None, person: str | None, name: str, person_id: str) -> Iterator[Sighting]:
        conditions, values = ["1"], list[int | str]()
        if since is not None:
            conditions.append("last >= ?")
            values.append(to_milliseconds(since))
        if person is not None:
            conditions.append("(person = ? OR name = ?) AND (? = '' OR person_id IS NULL OR person_id = ?)")
            values += [person, name, person_id, person_id]
        where = " AND ".join(conditions)
        query = f"SELECT {_COLUMNS} FROM sightings WHERE {where} ORDER BY first, id"  # noqa: S608  of literals
        with contextlib.suppress(FileNotFoundError), open_database(self.path) as connection:
            for row in connection.execute(query, values).fetchall():
                try:
                    yield _from_row(row)
                except (ValueError, TypeError) as error:
                    raise DamagedFileError(
                        "{path} is damaged: {reason}.", hint=HINT, path=self.path, reason=verbatim(str(error))
                    ) from error


def _with_others(change: SightingChange, others: Sequence[Sighting]) -> SightingChange:
    """The change, with those of other unknown people's sightings that are of the same time."""
    sighting = change.sighting
    meanwhile = [each for each in others if each.first <= sighting.last and sighting.first <= each.last]
    beside = [each.id for each in meanwhile if each.id is not None and each.source == sighting.source]
    elsewhere = [each.id for each in meanwhile if each.id is not None and each.source != sighting.source]
    return replace(change, beside=(*change.beside, *beside), elsewhere=(*change.elsewhere, *elsewhere))


def _save(
    path: Path, connection: sqlite3.Connection, change: SightingChange, identify: Identify, cooldown: timedelta
) -> tuple[Sighting | None, bool]:
    try:
        if change.sighting.id is not None:
            return _update(connection, change), change.is_continued
        return (None, False) if change.is_withdrawn else _insert(connection, change, identify, cooldown)
    except ValueError as error:  # a vector that is none
        raise DamagedFileError(
            "{path} is damaged: {reason}.", hint=HINT, path=path, reason=verbatim(str(error))
        ) from error


def _update(connection: sqlite3.Connection, change: SightingChange) -> Sighting | None:
    sighting = change.sighting
    if sighting.guest is not None and change.face_before is not None and (change.face or change.is_withdrawn):
        after = None if change.is_withdrawn else change.face
        others = _guests_of(connection, change.beside)
        sighting = replace(
            sighting, guest=guests.replace_face(connection, sighting.guest, change.face_before, after, others)
        )
    if change.is_withdrawn:
        if not change.is_continued:
            connection.execute("DELETE FROM sightings WHERE id = ?", (sighting.id,))
        return None
    return sighting if _continue(connection, sighting) else None


def _insert(
    connection: sqlite3.Connection, change: SightingChange, identify: Identify, cooldown: timedelta
) -> tuple[Sighting | None, bool]:
    sighting = change.sighting
    if sighting.name is not None:
        known = identify(sighting.name)
        if known is None:
            return None, False
        sighting = replace(sighting, person=known[0], name=known[1], person_id=known[2] or None)
    elif change.face is not None:
        sighting = replace(sighting, guest=guests.join(connection, change.face, _guests_of(connection, change.beside)))
        if guests.is_ignored(connection, sighting.guest or 0):
            return None, False
        for other in change.elsewhere:
            if sighting.guest in _guests_of(connection, [other]):
                sighting = replace(sighting, id=other)
                _continue(connection, sighting)
                return sighting, True
    if (number := _find_recent(connection, sighting, cooldown)) is not None:
        sighting = replace(sighting, id=number)
        _continue(connection, sighting)
        return sighting, True
    values = (
        sighting.person,
        sighting.name,
        sighting.guest,
        sighting.source,
        to_milliseconds(sighting.first),
        to_milliseconds(sighting.last),
        sighting.score,
        sighting.chip,
        sighting.sample,
        sighting.person_id,
    )
    cursor = connection.execute(
        "INSERT INTO sightings (person, name, guest, source, first, last, score, chip, sample, person_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return replace(sighting, id=cursor.lastrowid), False


def _guests_of(connection: sqlite3.Connection, numbers: Collection[int]) -> set[int]:
    """The guests of these sightings."""
    rows = [connection.execute("SELECT guest FROM sightings WHERE id = ?", (each,)).fetchone() for each in numbers]
    return {row[0] for row in rows if row and row[0] is not None}


def _find_recent(connection: sqlite3.Connection, sighting: Sighting, cooldown: timedelta) -> int | None:
    """The sighting that a new visit continues. One that seems to end later was stored before the clock was set back."""
    if sighting.person is None and sighting.guest is None:
        return None
    first = to_milliseconds(sighting.first)
    row = connection.execute(
        "SELECT id FROM sightings WHERE person IS ? AND guest IS ? AND source = ? AND last BETWEEN ? AND ? "
        "AND (person_id IS NULL OR person_id IS ?) ORDER BY last DESC LIMIT 1",
        (
            sighting.person,
            sighting.guest,
            sighting.source,
            first - cooldown // timedelta(milliseconds=1),
            first,
            sighting.person_id,
        ),
    ).fetchone()
    return row[0] if row else None


def _continue(connection: sqlite3.Connection, sighting: Sighting) -> bool:
    """Extend a stored sighting; False if it was deleted since."""
    cursor = connection.execute(
        "UPDATE sightings SET last = max(last, ?1), chip = CASE WHEN ?3 IS NOT NULL AND (chip IS NULL OR ?2 >= score) "
        "THEN ?3 ELSE chip END, sample = coalesce(?5, sample), score = max(score, ?2) WHERE id = ?4",
        (to_milliseconds(sighting.last), sighting.score, sighting.chip, sighting.id, sighting.sample),
    )
    return cursor.rowcount > 0


def _from_row(row: Sequence[object]) -> Sighting:
    number, person, name, guest, source, first, last, score, person_id = row
    if not isinstance(first, int) or not isinstance(last, int) or not isinstance(score, float):
        raise ValueError("a row has other values than ours")  # noqa: TRY004  of a file, not of an argument
    if not isinstance(number, int) or not isinstance(source, str) or not isinstance(guest, int | None):
        raise ValueError("a row has other values than ours")  # noqa: TRY004
    if not isinstance(person, str | None) or not isinstance(name, str | None) or not 0.0 <= score <= 1.0:
        raise ValueError("a row has other values than ours")
    if not isinstance(person_id, str | None):
        raise ValueError("a row has other values than ours")  # noqa: TRY004
    times = from_milliseconds(first), from_milliseconds(last)
    return Sighting(name, source, *times, score, person, guest, person_id=person_id, id=number)
