"""The people as the window lists them: read off the GUI thread, shown as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from visavis.errors import ModelError, PictureError
from visavis.imaging.image import Image
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.people import names
from visavis.people.store import PeopleStore, Person
from visavis.recognition import embedding_cache
from visavis.storage.paths import DataFolders
from visavis.ui.text.language import percent, translate
from visavis.ui.widgets.images import portrait

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RecognitionRate:
    """How well someone is recognized: measured on pictures of them that were held out."""

    recall: float  #: share of the pictures that got their name, 0..1
    pictures: int  #: how many were held out

    @property
    def percent(self) -> int:
        """In whole percent; 100 only where none was missed."""
        return min(round(100 * self.recall), 99) if self.recall < 1 else 100


class PeopleOrder(Enum):
    """How people are listed."""

    NAME = "name"
    WEAKEST = "weakest"
    FEWEST = "fewest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list."""

    person: Person
    samples: int
    portrait: Path | None  #: a picture that stands for them until a better one is known
    known: bool  #: whether the model in use can name them
    strength: RecognitionRate | None = None  #: how well they were recognized when the model in use was made

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def details(self) -> str:
        """What is said under the name."""
        count = pictures(self.samples)
        if self.known:
            return f"{count} · {percent(self.strength.percent / 100)}" if self.strength else count
        return translate("PeopleOverview", "{count} · not learned yet").format(count=count)

    @property
    def standing(self) -> str:
        """How well they are recognized, in words."""
        if not self.known:
            return translate("PeopleOverview", "Not learned yet")
        if self.strength is None:
            return translate("PeopleOverview", "Not measured yet")
        return translate("PeopleOverview", "{percent} % recognized").format(percent=self.strength.percent)


@dataclass(frozen=True, slots=True)
class PeopleOverview:
    """Everybody, and the model in use."""

    rows: tuple[PersonRow, ...] = ()
    model: str | None = None

    @property
    def learnable(self) -> int:
        """How many people have pictures."""
        return sum(row.samples > 0 for row in self.rows)

    @property
    def unlearned(self) -> int:
        """How many people have pictures, and cannot be named by the model in use."""
        return sum(row.samples > 0 and not row.known for row in self.rows)

    @property
    def obstacle(self) -> str:
        """Why training cannot start; empty if it can."""
        return (
            ""
            if self.learnable
            else translate("PeopleOverview", "Capture someone first: there is nobody to learn yet.")
        )

    def matching(self, text: str, order: PeopleOrder = PeopleOrder.NAME) -> tuple[PersonRow, ...]:
        """The rows whose name contains the text, however it is written."""
        wanted = names.key(text)
        return ordered([row for row in self.rows if not wanted or wanted in names.key(row.name)], order)


def ordered(rows: Sequence[PersonRow], order: PeopleOrder) -> tuple[PersonRow, ...]:
    """The rows, which come by name, in another order; of equals the first by name first."""
    match order:
        case PeopleOrder.NAME:
            return tuple(rows)
        case PeopleOrder.WEAKEST:  # who is not known is weaker than any; who was not measured follows
            return tuple(sorted(rows, key=lambda row: (row.known, _recall(row), row.samples)))
        case PeopleOrder.FEWEST:
            return tuple(sorted(rows, key=lambda row: row.samples))
        case PeopleOrder.NEWEST:
            return tuple(sorted(rows, key=lambda row: row.person.created or _LONG_AGO, reverse=True))


def _recall(row: PersonRow) -> float:
    return row.strength.recall if row.strength else 1.0


def read(folders: DataFolders) -> PeopleOverview:
    """The roster as it is on disk now.

    Raises
    ------
    StoreError
        If the people cannot be read.
    """
    people, models = PeopleStore(folders.people), ModelStore(folders.models)
    model = models.current_id()
    try:
        card = models.card(model) if model else None
    except ModelError:  # whoever loads the model says so
        card = None
    learned = frozenset(member.slug for member in card.people) if card else frozenset()
    measured = strengths(card) if card else {}
    rows = []
    for person in people.people():
        samples = people.samples(person)
        known = card is not None and (card.network == "embedding" or person.slug in learned)
        first = samples[0].path if samples else None
        rows.append(PersonRow(person, len(samples), first, known, measured.get(person.slug)))
    return PeopleOverview(tuple(rows), model)


def strengths(card: ModelCard) -> dict[str, RecognitionRate]:
    """By slug, how well a model recognized its people on pictures that were held out; whoever had none is left out."""
    slugs = {member.name: member.slug for member in card.people}
    measured = card.metrics.get("per_person", {})
    return {
        slugs[name]: RecognitionRate(1 - figures["fnir"], figures["probes"])
        for name, figures in measured.items()
        if name in slugs and figures.get("fnir") is not None and figures.get("probes")
    }


def best(folders: DataFolders, row: PersonRow) -> Image:
    """The portrait of someone: of their sample that is the best, as far as that is known.

    Raises
    ------
    PictureError
        If they have none that can be read.
    """
    samples = PeopleStore(folders.people).samples(row.person)
    embedded = embedding_cache.kept(folders.embeddings, row.person.slug)
    worth = dict(zip(embedded.hashes, (embedded.quality * embedded.found).tolist(), strict=True))
    named = [sample for sample in samples if sample.taken]  # the hash of the others would have to be read
    chosen = max(named, key=lambda sample: worth.get(sample.hash, 0.0), default=None)
    path = chosen.path if chosen else row.portrait
    if path is None:
        raise PictureError(f"{row.name} has no pictures.")
    return portrait(path)


def pictures(number: int) -> str:
    """Such as "1 picture" and "2 pictures"."""
    return (
        translate("PeopleOverview", "1 picture")
        if number == 1
        else translate("PeopleOverview", "%n pictures", None, number)
    )


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, said over the picture."""

    text: str
    action: str  #: "capture" or "train"


def invitation(roster: PeopleOverview) -> NextStep | None:
    """What the user is invited to, seeing who is there; None if everything is set up."""
    if not roster.rows:
        return NextStep(translate("PeopleOverview", "Nobody is enrolled yet."), "capture")
    if roster.unlearned:
        one = translate("PeopleOverview", "1 person is not learned yet.")
        several = translate("PeopleOverview", "%n people are not learned yet.", None, roster.unlearned)
        return NextStep(one if roster.unlearned == 1 else several, "train")
    return None


def summary(rows: Sequence[PersonRow]) -> str:
    """Such as "3 people, 61 pictures"."""
    who = (
        translate("PeopleOverview", "1 person")
        if len(rows) == 1
        else translate("PeopleOverview", "%n people", None, len(rows))
    )
    return translate("PeopleOverview", "{people}, {pictures}").format(
        people=who, pictures=pictures(sum(row.samples for row in rows))
    )
