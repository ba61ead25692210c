"""The user says whose a visit was: the visit gets the name, and its picture is learned as a correction."""

from collections.abc import Callable
from dataclasses import dataclass

from visavis.errors import PersonNotFoundError, StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.samples import FaceCrop
from visavis.people.store import PeopleStore
from visavis.review.corrections import Correction, Corrections
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingStore
from visavis.storage.paths import DataFolders


@dataclass(frozen=True, slots=True)
class CorrectedVisit:
    """What a correction of a visit did."""

    name: str | None
    """Whose it is now; None for nobody who is known."""
    is_learned: bool
    """Whether its picture was learned: without one, only the visit changed."""
    undo: Callable[[], None]


def correct_visit(folders: DataFolders, sighting: Sighting, name: PersonName | None) -> CorrectedVisit:
    """Give a visit to a person, new or enrolled, or to nobody who is known, and learn from its picture.

    Raises
    ------
    StoreError
        If nobody has the name, and no picture was kept by which they could be enrolled.
    """
    sightings, people, corrections = SightingStore(folders.sightings), PeopleStore(folders.people), Corrections(folders)
    content = sightings.sample(sighting)
    correction: Correction | None = None
    if content is not None:
        face = _face_of(content)
        correction = corrections.is_stranger(face) if name is None else corrections.is_person(face, name)
    person = None
    if name is not None:
        try:
            person = people.find(name)
        except PersonNotFoundError:
            raise StoreError(
                "Nobody is called {name}, and no picture of the visit was kept by which they could be enrolled.",
                hint="Capture them first, or choose somebody who is enrolled.",
                name=name,
            ) from None
    if person is None:
        sightings.correct(sighting, None, None)
    else:
        sightings.correct(sighting, person.slug, person.name, person.id)

    def undo() -> None:
        if correction is not None:
            correction.undo()
        is_here = any(each.slug == sighting.person for each in people.people())  # or they were forgotten meanwhile
        if is_here:
            sightings.correct(sighting, sighting.person, sighting.name, sighting.person_id)
        else:
            sightings.correct(sighting, None, None)

    return CorrectedVisit(None if person is None else person.name, correction is not None, undo)


def _face_of(content: bytes) -> FaceCrop:
    """A stored sample as a face. It was cut with its margin, so that all of it is the face: nothing is cut again."""
    image = codec.decode(content, "sightings.sqlite")
    return FaceCrop(image, Face(Box(0, 0, image.shape[1], image.shape[0])))
