"""The visits as the history lists them, and which of them a filter lets through."""

import contextlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale

from visavis.errors import VisavisError
from visavis.people.names import spaced_name
from visavis.people.store import PeopleStore
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingStore
from visavis.sightings.table import with_names
from visavis.storage.paths import DataFolders
from visavis.ui.text.language import day, isolate, translate
from visavis.ui.text.matches import format_score

#: The value of the filter of people that stands for everybody unknown.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit of the list."""

    sighting: Sighting

    @property
    def who(self) -> str:
        """The name, as the window shows it; of somebody unknown, the number of the guest."""
        sighting = self.sighting
        if sighting.name is not None:
            return spaced_name(sighting.name)
        return translate("History", "Unknown person") if sighting.guest is None else guest_name(sighting.guest)

    @property
    def person(self) -> tuple[str, ...]:
        """What visits of the same person have in common."""
        sighting = self.sighting
        if sighting.name is not None:
            return "name", sighting.person or sighting.name
        return (UNKNOWN,) if sighting.guest is None else (UNKNOWN, str(sighting.guest))

    @property
    def day(self) -> date:
        """The day on which it began, here."""
        return self.sighting.first.astimezone().date()

    @property
    def when(self) -> str:
        """The day, and from when to when."""
        first, last = self.sighting.first, self.sighting.last
        text = translate("History", "{day}, {first} to {last}")
        return text.format(day=day(first), first=clock_time(first), last=clock_time(last))

    @property
    def duration(self) -> str:
        """How long it was, in whole minutes."""
        minutes = int((self.sighting.last - self.sighting.first).total_seconds() // 60)
        if minutes < 1:
            return translate("History", "less than a minute")
        return translate("History", "1 minute") if minutes == 1 else translate("History", "%n minutes", None, minutes)

    @property
    def source(self) -> str:
        """The source; of a file its name, because of a long path only the beginning would be readable."""
        source = self.sighting.source
        return (os.path.isabs(source) and os.path.basename(source)) or source

    @property
    def details(self) -> str:
        """How long it was, before which source, and how sure the name was."""
        text, source = translate("History", "{duration}, {source}"), isolate(self.source)
        if self.sighting.name is not None:
            text = translate("History", "{duration}, {source}, {score}")
        return text.format(duration=self.duration, source=source, score=format_score(self.sighting.score))


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """Which visits are listed; None lets all through."""

    person: tuple[str, ...] | None = None
    """As `VisitRow.person`; ("unknown",) stands for all unknown people."""
    day: date | None = None
    source: str | None = None

    def select(self, rows: Iterable[VisitRow]) -> list[VisitRow]:
        """The rows that it lets through."""
        return [row for row in rows if self._admits(row)]

    def _admits(self, row: VisitRow) -> bool:
        is_wanted = self.person is None or row.person[: len(self.person)] == self.person
        return is_wanted and self.day in {None, row.day} and self.source in {None, row.sighting.source}


def guest_name(number: int) -> str:
    """What somebody unknown is called who comes again."""
    return translate("History", "Guest {number}").format(number=number)


def clock_time(time: datetime) -> str:
    """The time of day, as clocks here show it."""
    here = QDateTime.fromSecsSinceEpoch(int(time.timestamp())).time()
    return QLocale().toString(here, QLocale.FormatType.ShortFormat)


def load_visits(folders: DataFolders) -> list[VisitRow]:
    """Read all visits, newest first, with the names that people have now.

    Raises
    ------
    VisavisError
        If the file of visits cannot be read.
    """
    names: dict[str, str] = {}
    ids: dict[str, str] = {}
    with contextlib.suppress(VisavisError):  # the visits have names of their own
        people = PeopleStore(folders.people).people()
        names = {person.slug: str(person.name) for person in people}
        ids = {person.slug: person.id for person in people if person.id}
    found = with_names(SightingStore(folders.sightings).sightings(), names, ids)
    return [VisitRow(each) for each in reversed(found)]


def people_of(rows: Sequence[VisitRow]) -> list[tuple[str, tuple[str, ...]]]:
    """Whom the filter of people offers: names in their order, then all unknown people, and each guest."""
    found = {row.person: row.who for row in rows}
    named = sorted((who, key) for key, who in found.items() if key[0] != UNKNOWN)
    guests = sorted((int(key[1]), key) for key in found if key[0] == UNKNOWN and len(key) > 1)
    unknown: list[tuple[str, tuple[str, ...]]] = []
    if any(key[0] == UNKNOWN for key in found):
        unknown.append((translate("History", "Unknown people"), (UNKNOWN,)))
    return [*named, *unknown, *((guest_name(number), key) for number, key in guests)]
