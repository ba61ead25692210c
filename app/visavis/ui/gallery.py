"""The people as the window lists them: read off the GUI thread, shown as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis import images, names
from visavis.errors import ModelError
from visavis.folders import Folders
from visavis.geometry import Box
from visavis.images import Image
from visavis.models import ModelStore
from visavis.people import PeopleStore, Person
from visavis.preprocessing import cut, resized, square

#: Side of a portrait, in pixels: enough for 44 device-independent ones at 300 %.
PORTRAIT = 132
#: People that training needs: a network that can answer only one name has nothing to learn.
LEAST_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list."""

    person: Person
    samples: int
    portrait: Path | None  #: the picture that stands for them
    learned: bool  #: whether the model in use knows them

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def details(self) -> str:
        """What is said under the name."""
        count = counted(self.samples, "picture")
        return count if self.learned else f"{count} · not learned yet"


@dataclass(frozen=True, slots=True)
class Gallery:
    """Everybody, and the model in use."""

    rows: tuple[Row, ...] = ()
    model: str | None = None

    @property
    def learnable(self) -> int:
        """How many people have pictures."""
        return sum(row.samples > 0 for row in self.rows)

    @property
    def unlearned(self) -> int:
        """How many people have pictures that the model in use has not seen."""
        return sum(row.samples > 0 and not row.learned for row in self.rows)

    @property
    def obstacle(self) -> str:
        """Why training cannot start; empty if it can."""
        if self.learnable >= LEAST_PEOPLE:
            return ""
        if self.learnable == 1:
            return "Capture one more person: training needs two."
        return "Capture two people first: there is nobody to learn yet."

    def matching(self, text: str) -> tuple[Row, ...]:
        """The rows whose name contains the text, however it is written."""
        wanted = names.key(text)
        return tuple(row for row in self.rows if wanted in names.key(row.name))


def read(folders: Folders) -> Gallery:
    """The gallery as it is on disk now.

    Raises
    ------
    StoreError
        If the people cannot be read.
    """
    people, models = PeopleStore(folders.people), ModelStore(folders.models)
    model = models.current_id()
    try:
        known = {member.slug for member in models.card(model).people} if model else set()
    except ModelError:  # whoever loads the model says so
        known = set()
    rows = []
    for person in people.people():
        samples = people.samples(person)
        rows.append(Row(person, len(samples), samples[0].path if samples else None, person.slug in known))
    return Gallery(tuple(rows), model)


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


def invitation(gallery: Gallery) -> Invitation | None:
    """What the user is invited to, seeing who is there; None if everything is set up."""
    if not gallery.rows:
        return Invitation("Nobody is enrolled yet.", "capture")
    if gallery.model is None and gallery.learnable < LEAST_PEOPLE:
        return Invitation("One more person, and training can start.", "capture")
    if gallery.unlearned:
        who = "1 person is" if gallery.unlearned == 1 else f"{gallery.unlearned} people are"
        return Invitation(f"{who} not learned yet.", "train")
    return None


def summary(rows: Sequence[Row]) -> str:
    """Such as "3 people, 61 pictures"."""
    pictures = counted(sum(row.samples for row in rows), "picture")
    return f"{'1 person' if len(rows) == 1 else f'{len(rows)} people'}, {pictures}"


def forget(folders: Folders, person: Person) -> list[str]:
    """Delete someone's pictures, and them from every model; a sentence for each model that this changed.

    Raises
    ------
    StoreError, ModelError, DiskError
        If it cannot be done; doing it again completes it.
    """
    told = ModelStore(folders.models).forget(person.slug)
    PeopleStore(folders.people).forget(person)
    return told
