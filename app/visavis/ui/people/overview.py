"""Everybody who is enrolled, as the window lists them, and the one object that owns this list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.people.names import comparison_key, spaced_name
from visavis.people.store import PeopleStore, Person
from visavis.storage.paths import DataFolders
from visavis.ui.people.recognition_rate import RecognitionRate, recognition_rates
from visavis.ui.text.counts import person_count, picture_count
from visavis.ui.text.language import percent, translate
from visavis.ui.threads import Worker

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class PeopleOrder(Enum):
    """How people are sorted."""

    NAME = "name"
    WEAKEST = "weakest"
    FEWEST = "fewest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list."""

    person: Person
    samples: int
    portrait: Path | None  #: the first sample, shown until the best one is known
    known: bool  #: whether the model in use can name the person
    rate: RecognitionRate | None = None  #: measured when the model in use was trained

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def display_name(self) -> str:
        """The name as the window shows it."""
        return spaced_name(self.person.name)

    @property
    def details(self) -> str:
        """The line below the name."""
        count = picture_count(self.samples)
        if self.known:
            return f"{count} · {percent(self.rate.percent / 100)}" if self.rate else count
        return translate("PeopleOverview", "{count} · not learned yet").format(count=count)

    @property
    def status(self) -> str:
        """How well the person is recognized, in words."""
        if not self.known:
            return translate("PeopleOverview", "Not learned yet")
        if self.rate is None:
            return translate("PeopleOverview", "Not measured yet")
        return translate("PeopleOverview", "{percent} % recognized").format(percent=self.rate.percent)


@dataclass(frozen=True, slots=True)
class PeopleOverview:
    """Everybody who is enrolled, sorted by name, and the model in use."""

    rows: tuple[PersonRow, ...] = ()
    model: str | None = None
    left_out: tuple[VisavisError, ...] = ()  #: why people are left out (`PeopleStore.left_out`)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.rows)

    @property
    def display_names(self) -> tuple[str, ...]:
        """The names as the window shows and suggests them."""
        return tuple(row.display_name for row in self.rows)

    @property
    def trainable(self) -> int:
        """Number of people who have pictures."""
        return sum(row.samples > 0 for row in self.rows)

    @property
    def unlearned(self) -> int:
        """Number of people who have pictures, but cannot be named by the model in use."""
        return sum(row.samples > 0 and not row.known for row in self.rows)

    @property
    def obstacle(self) -> str:
        """Why training cannot start; empty if it can."""
        if self.trainable:
            return ""
        return translate("PeopleOverview", "Capture a person first: there is nobody to learn yet.")

    @property
    def summary(self) -> str:
        """Such as "3 people, 61 pictures"."""
        return translate("PeopleOverview", "{people}, {pictures}").format(
            people=person_count(len(self.rows)), pictures=picture_count(sum(row.samples for row in self.rows))
        )

    def find(self, name: str) -> PersonRow | None:
        """The row with exactly this name."""
        return next((row for row in self.rows if row.name == name), None)

    def filter_rows(self, text: str, order: PeopleOrder = PeopleOrder.NAME) -> tuple[PersonRow, ...]:
        """The rows whose name contains the text, compared as names are compared everywhere."""
        key = comparison_key(text)
        return sorted_rows([row for row in self.rows if not key or key in comparison_key(row.name)], order)


def sorted_rows(rows: Sequence[PersonRow], order: PeopleOrder) -> tuple[PersonRow, ...]:
    """Rows that are sorted by name, in another order; equal rows stay sorted by name."""
    match order:
        case PeopleOrder.NAME:
            return tuple(rows)
        case PeopleOrder.WEAKEST:  # first the unknown, then by recall, then those without a rate
            return tuple(sorted(rows, key=lambda row: (row.known, row.rate.recall if row.rate else 1.0, row.samples)))
        case PeopleOrder.FEWEST:
            return tuple(sorted(rows, key=lambda row: row.samples))
        case PeopleOrder.NEWEST:
            return tuple(sorted(rows, key=lambda row: row.person.created or _LONG_AGO, reverse=True))


def load_overview(folders: DataFolders) -> PeopleOverview:
    """Read the people and the model in use from disk.

    Raises
    ------
    StoreError
        If the people cannot be read.
    """
    people, models = PeopleStore(folders.people), ModelStore(folders.models)
    try:
        model = models.current_id()
        card = models.card(model) if model else None
    except ModelError:  # reported when the model is loaded
        card = None
    learned = frozenset(member.slug for member in card.people) if card else frozenset()
    rates = recognition_rates(card) if card else {}
    rows = []
    for person in people.people():
        samples = people.samples(person)
        known = card is not None and (card.network == "embedding" or person.slug in learned)
        first = samples[0].path if samples else None
        rows.append(PersonRow(person, len(samples), first, known, rates.get(person.slug)))
    return PeopleOverview(tuple(rows), model, tuple(people.left_out()))


class OverviewStore(QObject):
    """The one owner of the overview. Panels and controllers read `current`, and again after `changed`."""

    changed = Signal()
    failed = Signal(VisavisError)

    def __init__(self, folders: DataFolders, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._disk = disk
        self.current = PeopleOverview()
        self.loaded = False  #: whether `current` was read from disk yet

    def refresh(self) -> None:
        """Read the overview again, off the GUI thread; then emit `changed` or `failed`."""
        self._disk.submit(partial(load_overview, self._folders), self._set, self.failed.emit)

    def _set(self, overview: PeopleOverview) -> None:
        told = set(map(str, self.current.left_out))
        self.current = overview
        self.loaded = True
        self.changed.emit()
        for error in overview.left_out:
            if str(error) not in told:
                self.failed.emit(error)
