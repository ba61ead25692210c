"""A picture with several faces, about which the user is asked whose they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.factory.recognizers import Guesser
from visavis.imaging.crop import cut, resize_square
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.people.imports.importer import SeveralFaces, center_face, largest_face
from visavis.people.names import PersonName, comparison_key
from visavis.recognition.match import Match

#: Side of the picture of a face, in pixels: 88 device-independent pixels at 150 %.
_SIDE = 132
#: What the picture of a face shows around its box, as a share of its width and height.
_MARGIN = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class FaceCandidate:
    """One of the faces."""

    face: Face  #: in pixels of the picture
    image: Image  #: (132, 132, 3) uint8, BGR
    guess: Match  #: whom the model in use takes it for


@dataclass(frozen=True, slots=True, eq=False)
class GroupPicture:
    """Whose faces are in a picture that was imported as one person's."""

    name: PersonName  #: of the person whose picture it is
    path: Path
    candidates: tuple[FaceCandidate, ...]  #: from left to right
    central: int  #: index of the face nearest the center
    largest: int  #: index of the largest face

    @classmethod
    def create(cls, picture: SeveralFaces, guess: Guesser) -> "GroupPicture":
        """Recognize the faces of a picture; slow."""
        faces = sorted(picture.faces, key=lambda face: face.box.left)
        guesses = guess(picture.image, faces)
        candidates = [
            FaceCandidate(face, _cut_portrait(picture.image, face), match)
            for face, match in zip(faces, guesses, strict=True)
        ]
        central, largest = (
            next(index for index, face in enumerate(faces) if face is chosen(picture))
            for chosen in (center_face, largest_face)
        )
        return cls(picture.name, picture.path, tuple(candidates), central, largest)

    @property
    def proposed(self) -> int:
        """Index of the face that looks like the person, else of the one nearest the center."""
        key = self.name.key
        alike = [index for index, name in enumerate(self.guessed_names) if comparison_key(name) == key]
        return alike[0] if alike else self.central

    @property
    def guessed_names(self) -> tuple[str, ...]:
        """The name that the model in use gives each face; empty where it does not know it."""
        return tuple(candidate.guess.name or "" for candidate in self.candidates)

    def take_only(self, index: int) -> tuple[str, ...]:
        """The names of the faces if only one is taken, as the person's; empty for the others."""
        return tuple(self.name if number == index else "" for number in range(len(self.candidates)))


FaceRule = Callable[[GroupPicture], Sequence[str]]
"""Decides a picture without asking: the name of each face, empty for those that are not imported."""


def _cut_portrait(image: Image, face: Face) -> Image:
    box = face.box.expand(round(_MARGIN * face.box.width), round(_MARGIN * face.box.height))
    return resize_square(cut(image, box), _SIDE)
