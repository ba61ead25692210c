"""A sighting: one visit of somebody, as it is stored and printed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

#: What times are counted from.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: The years that a stored time may have, as in our JSON files.
_YEARS = range(1900, 9000)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody was before a source from one time to another."""

    name: str | None
    """The person's name; None for somebody unknown."""
    source: str
    """Display name of the source, without passwords."""
    first: datetime
    """When they were first seen, with its time zone."""
    last: datetime
    """When they were last seen, with its time zone."""
    score: float
    """The best score of the visit, 0..1."""
    person: str | None = None
    """The person's slug; None for somebody unknown."""
    guest: int | None = None
    """Number of the guest, for somebody unknown who comes again."""
    chip: bytes | None = None
    """The best picture of the visit, a JPEG; None unless the user allows pictures."""
    sample: bytes | None = None
    """A picture by which the face can be learned when the user says whose it is, a JPEG; None as for `chip`."""
    person_id: str | None = None
    """Which person of that slug (`Person.id`): after somebody was deleted, another one may get it. None for somebody
    unknown, for a person without a record, and in a sighting of an earlier version."""
    id: int | None = None
    """Its number in the file; None before it is stored."""

    def as_json(self) -> dict[str, Any]:
        """What `sightings --json` and a command at an arrival get (docs/formats.md). Times are local, with a zone."""
        return {
            "name": self.name,
            "guest": self.guest,
            "source": self.source,
            "first": iso_time(self.first),
            "last": iso_time(self.last),
            "score": round(self.score, 4),
        }


def iso_time(time: datetime) -> str:
    """A time in ISO 8601, to the second, in the zone of this computer."""
    return time.astimezone().isoformat(timespec="seconds")


def to_milliseconds(time: datetime) -> int:
    """A time as it is stored."""
    return (time - _EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(value: int) -> datetime:
    """A stored time, in UTC.

    Raises
    ------
    ValueError
        If it is not between the years 1900 and 9000.
    """
    try:
        time = _EPOCH + timedelta(milliseconds=value)
    except OverflowError as error:
        raise ValueError("a time is out of range") from error
    if time.year not in _YEARS:
        raise ValueError("a time is out of range")
    return time
