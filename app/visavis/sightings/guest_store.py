"""The store of guests, in the file of sightings: listed, named, ignored, discarded."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from visavis.errors import DamagedFileError, StoreError
from visavis.messages import Message, verbatim
from visavis.sightings.database import HINT, erase_deleted, open_database, transaction
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import from_milliseconds

#: What the user can do if there is no guest of a number.
_LIST_HINT = Message("Give the number of one in the list of guests.")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody unknown, as the user sees them."""

    id: int
    visits: int
    """Number of visits that are kept."""
    first: datetime | None
    """When they were first seen, of these visits; None without one."""
    last: datetime | None
    pictures: int
    """Number of pictures that are kept of these visits."""
    is_ignored: bool

    @property
    def name(self) -> str:
        """What the guest is called until they have a name."""
        return f"Guest {self.id}"


class GuestStore:
    """The guests in the file of sightings."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def guests(self) -> list[Guest]:
        """All guests, in the order in which they first came.

        Raises
        ------
        DamagedFileError
            If the file is damaged.
        """
        query = (
            "SELECT guests.id, count(sightings.id), min(first), max(last), count(sample), is_ignored FROM guests "
            "LEFT JOIN sightings ON sightings.guest = guests.id GROUP BY guests.id ORDER BY guests.id"
        )
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            rows = connection.execute(query).fetchall()
            with self._tell_damage():
                return [
                    Guest(
                        row[0],
                        row[1],
                        None if row[2] is None else from_milliseconds(row[2]),
                        None if row[3] is None else from_milliseconds(row[3]),
                        row[4],
                        bool(row[5]),
                    )
                    for row in rows
                ]
        return []

    def find(self, number: int) -> Guest:
        """The guest of a number.

        Raises
        ------
        StoreError
            If there is none.
        """
        for guest in self.guests():
            if guest.id == number:
                return guest
        raise StoreError("There is no guest {number}.", hint=_LIST_HINT, number=number)

    def pictures(self, guest: Guest) -> list[tuple[bytes, datetime]]:
        """The pictures of a guest, as samples have them, each with the time of its visit.

        Raises
        ------
        DamagedFileError
            If the file is damaged.
        """
        query = "SELECT sample, first FROM sightings WHERE guest = ? AND sample IS NOT NULL ORDER BY first"
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            rows = connection.execute(query, (guest.id,)).fetchall()
            with self._tell_damage():
                return [(memoryview(sample).tobytes(), from_milliseconds(first)) for sample, first in rows]
        return []

    def ignored_faces(self) -> list[FaceVector]:
        """The mean embedding of each ignored guest, of unit length.

        Raises
        ------
        DamagedFileError
            If the file is damaged.
        """
        query = "SELECT space, vector FROM guests WHERE is_ignored"
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            rows = connection.execute(query).fetchall()
            with self._tell_damage():
                found = [(space, np.frombuffer(content, "<f4")) for space, content in rows]
            lengths = [float(np.linalg.norm(vector)) for _, vector in found]
            return [
                FaceVector(space, np.asarray(vector / length, np.float32))
                for (space, vector), length in zip(found, lengths, strict=True)
                if np.isfinite(length) and length > 0
            ]
        return []

    @contextlib.contextmanager
    def _tell_damage(self) -> Iterator[None]:
        """Turn what a value of another kind raises into the error about the file."""
        try:
            yield
        except (ValueError, TypeError) as error:
            raise DamagedFileError(
                "{path} is damaged: {reason}.", hint=HINT, path=self._path, reason=verbatim(str(error))
            ) from error

    def ignore(self, guest: Guest, *, is_ignored: bool) -> None:
        """Hear no more of a guest, or again."""
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            connection.execute("UPDATE guests SET is_ignored = ? WHERE id = ?", (is_ignored, guest.id))

    def discard(self, guest: Guest) -> int:
        """Delete a guest with their visits, for good; return the number of visits."""
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            with transaction(connection):
                count = connection.execute("DELETE FROM sightings WHERE guest = ?", (guest.id,)).rowcount
                connection.execute("DELETE FROM guests WHERE id = ?", (guest.id,))
            erase_deleted(self._path, connection)
            return count
        return 0

    def assign(self, guest: Guest, person: str, name: str, person_id: str = "") -> None:
        """Give the visits of a guest to a person, who they are; the guest is gone then."""
        with contextlib.suppress(FileNotFoundError), open_database(self._path) as connection:
            with transaction(connection):
                connection.execute(
                    "UPDATE sightings SET person = ?, name = ?, person_id = ?, guest = NULL, sample = NULL "
                    "WHERE guest = ?",
                    (person, name, person_id or None, guest.id),
                )
                connection.execute("DELETE FROM guests WHERE id = ?", (guest.id,))
            erase_deleted(self._path, connection)
