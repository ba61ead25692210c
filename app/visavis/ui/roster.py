"""The people as the window lists them: read off the GUI thread, shown as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis import images, names
from visavis.errors import ModelError
from visavis.folders import Folders
from visavis.geometry import Box
from visavis.images import Image
from visavis.model_card import ModelCard
from visavis.models import ModelStore
from visavis.people import PeopleStore, Person
from visavis.preprocessing import cut, resized, square

#: Side of a portrait, in pixels: enough for 44 device-independent ones at 300 %.
PORTRAIT = 132


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list."""

    person: Person
    samples: int
    portrait: Path | None  #: the picture that stands for them
    known: bool  #: whether the model in use can name them

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def details(self) -> str:
        """What is said under the name."""
        count = counted(self.samples, "picture")
        return count if self.known else f"{count} · not learned yet"


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, and the model in use."""

    rows: tuple[Row, ...] = ()
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
        return "" if self.learnable else "Capture someone first: there is nobody to learn yet."

    def matching(self, text: str) -> tuple[Row, ...]:
        """The rows whose name contains the text, however it is written."""
        wanted = names.key(text)
        return tuple(row for row in self.rows if wanted in names.key(row.name))


def read(folders: Folders) -> Roster:
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
    rows = []
    for person in people.people():
        samples = people.samples(person)
        known = card is not None and _knows(card, person)
        rows.append(Row(person, len(samples), samples[0].path if samples else None, known))
    return Roster(tuple(rows), model)


def _knows(card: ModelCard, person: Person) -> bool:
    """By embeddings everybody enrolled can be named, also who came after the training; otherwise who was trained on."""
    return card.network == "embedding" or person.slug in {member.slug for member in card.people}


def portrait(path: Path) -> Image:
    """A sample as a small square picture, shape (PORTRAIT, PORTRAIT, 3), BGR: its middle, where the face is.

    A sample shows the face with as much again on each side.

    Raises
    ------
    PictureError
        If it cannot be read.
    """
    return head(images.read(path), PORTRAIT)


def head(sample: Image, side: int) -> Image:
    """The middle of a sample, where the head is, as a square of `side` pixels."""
    whole = square(sample)
    margin = round(whole.shape[0] * 0.2)
    inner = max(whole.shape[0] - 2 * margin, 1)
    return resized(cut(whole, Box(margin, margin, inner, inner)), side)


def counted(number: int, noun: str) -> str:
    """Such as "1 picture" and "2 pictures"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What to do next, said over the picture."""

    text: str
    action: str  #: "capture" or "train"


def invitation(roster: Roster) -> Invitation | None:
    """What the user is invited to, seeing who is there; None if everything is set up."""
    if not roster.rows:
        return Invitation("Nobody is enrolled yet.", "capture")
    if roster.unlearned:
        who = "1 person is" if roster.unlearned == 1 else f"{roster.unlearned} people are"
        return Invitation(f"{who} not learned yet.", "train")
    return None


def summary(rows: Sequence[Row]) -> str:
    """Such as "3 people, 61 pictures"."""
    pictures = counted(sum(row.samples for row in rows), "picture")
    return f"{'1 person' if len(rows) == 1 else f'{len(rows)} people'}, {pictures}"
