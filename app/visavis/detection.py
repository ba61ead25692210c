"""Finding faces: Haar cascades, by preset. The only place with cv2.CascadeClassifier."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol

import cv2
import cv2.data
import numpy as np

from visavis import folders
from visavis.errors import ModelError, SettingsError
from visavis.geometry import Box, Face
from visavis.images import Image
from visavis.preprocessing import viewed
from visavis.views import View

#: How wide the smallest face may be in what is searched for faces of known size, in pixels: larger ones are searched
#: shrunk. Cascades were learned at 20 pixels; O-Net looks at 48.
_WIDE_ENOUGH = 64
#: Where more than this of the smaller of two boxes lies on the larger, they are one face. Measured: of 43 faces in
#: groups none was lost to a neighbor, and none has two boxes (docs/detection.md).
_SAME = 0.5


#: The largest step from size to size of a brief search.
_LARGEST_STEP = 1.2
#: How wide a face may be that is followed, as a share of how wide it was.
_FOLLOWED = (0.75, 1.35)


@dataclass(frozen=True, slots=True)
class Cascade:
    """One cascade file and how it is run."""

    file: str  #: inside cv2.data.haarcascades, or an absolute path
    sha256: str | None  #: None for a user's own file
    scale_factor: float = 1.2
    min_neighbors: int = 3
    equalized: bool = False  #: search the picture with its contrast evened out, for bad light
    mirrored: bool = False  #: also search the mirrored picture, for profiles
    turned: tuple[float, ...] = ()  #: also search the picture turned by these degrees, for tilted heads
    shift: float = 0.0  #: how far right of the found box's center the face's lies, as a share of the box's width
    scale: float = 1.0  #: how wide the face's box is, as a share of the found one's
    round: int = 1  #: those of a later round run only where none before found a face that passed verification

    def __post_init__(self) -> None:
        if not (self.scale_factor > 1 and self.min_neighbors >= 0 and self.scale > 0):
            raise ValueError("a scale factor is above 1, and no number below 0")
        if not all(abs(degrees) <= 180 for degrees in self.turned):
            raise ValueError("a picture is turned by 180 degrees at most")

    def brief(self) -> "Cascade":
        """The same in steps twice as large, as long as they stay small enough to find most faces."""
        return replace(self, scale_factor=max(self.scale_factor, min(self.scale_factor**2, _LARGEST_STEP)))


@dataclass(frozen=True, slots=True)
class Networks:
    """How P-Net and R-Net search (`visavis.mtcnn`)."""

    round: int = 1  #: as a cascade's
    least_share: float = 0.06  #: least width of a face, as a share of the frame's shorter side
    least: int = 20  #: ... and in pixels: of smaller ones nothing can be told

    def __post_init__(self) -> None:
        if not (0 < self.least_share <= 1 and self.least >= 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of looking for faces: cascades/*.json says which there are and when to use which."""

    name: str
    cascades: tuple[Cascade, ...]
    least_share: float  #: least width of a face, as a share of the frame's shorter side
    longest: int | None = None  #: pictures with a longer side, in pixels, are searched smaller; None: as they are
    margin: float = 0.0  #: how far boxes are grown on each side, as a share of their width
    verified: bool = False
    """Whether it is meant to find too much: a network then looks at each box (`visavis.verification`)."""
    networks: Networks | None = None  #: how two networks search, too; only where it is verified

    def __post_init__(self) -> None:
        if self.networks is None and not self.cascades:
            raise ValueError("a preset has cascades or networks")
        if self.networks is not None and not self.verified:
            raise ValueError("what networks find must be verified")
        if not 0 < self.least_share <= 1 or (self.longest is not None and self.longest < 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")

    @classmethod
    def named(cls, name: str) -> "Preset":
        """A shipped preset by its name, a user's own by the path of its JSON file, or a cascade by that of its XML.

        Raises
        ------
        SettingsError
            If there is no such preset.
        """
        if name.lower().endswith(".xml"):
            return cls(Path(name).stem, (Cascade(str(Path(name).absolute()), None),), least_share=0.1)
        if name.lower().endswith(".json"):
            return cls.read(Path(name))
        if name not in preset_names():
            hint = f"Choose one of {', '.join(preset_names())}, or the path of an XML or JSON file."
            raise SettingsError(f"There is no detection preset {name!r}.", hint=hint)
        return cls.read(folders.shipped("cascades") / f"{name}.json")

    @classmethod
    def read(cls, path: Path) -> "Preset":
        """The preset in a JSON file.

        Raises
        ------
        SettingsError
            If the file cannot be read, or is no preset.
        """
        try:
            values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            values.pop("about", None)
            cascades = tuple(_cascade(cascade) for cascade in values.pop("cascades"))
            looking = values.pop("networks", None)
            return cls(path.stem, cascades, networks=Networks(**looking) if looking else None, **values)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            hint = "See those in the program's folder cascades."
            raise SettingsError(f"{path} is no detection preset.", hint=hint) from error


def _cascade(values: dict[str, Any]) -> Cascade:
    return Cascade(**values | {"file": str(values["file"]), "turned": tuple(values.get("turned", ()))})


def preset_names() -> list[str]:
    """The presets that ship with the program."""
    return sorted(path.stem for path in folders.shipped("cascades").glob("*.json"))


@dataclass(frozen=True, slots=True)
class Part:
    """What is looked for and where: by default all of a picture, for faces of the preset's sizes."""

    place: Box | None = None  #: pixels of the picture; what lies outside is black; a face must lie in it wholly
    least: float | None = None  #: width of the smallest face, in pixels of the picture
    largest: float | None = None  #: width of the largest
    wide: int | None = None  #: the picture may be shrunk until the smallest face is as wide; None: it is not
    brief: bool = False  #: in larger steps from size to size


class Detector(Protocol):
    """Whatever finds faces."""

    def __call__(self, image: Image) -> list[Face]:
        """The faces in a BGR picture, largest first."""
        ...

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """The faces in a part of a picture, where it is known how large they are: quick.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR, all of it.
        place : Box
            What part to search, in pixels of `image`; what lies outside is black. A face must lie in it wholly.
        least, largest : float
            How wide a face is, in pixels of `image`.

        Returns
        -------
        list of Face
            Largest first, in pixels of `image`.
        """
        ...

    def glance(self, image: Image, finest: int, place: Box | None = None) -> list[Face]:
        """The faces in a BGR picture, searched at a low resolution, for video: quick, however large the picture.

        Parameters
        ----------
        finest : int
            How wide the smallest face wanted is in what is searched, in pixels. Cascades were learned at 20.
        place : Box, optional
            What part to search, in pixels of `image`, and briefly: by the quickest searches only, in steps twice as
            large. Measured at 640x480: 16 ms of processor instead of 27, and 206 of 214 faces instead of 211.
        """
        ...

    def follow(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """The face that is where each box says, or hardly beside; None where there is none."""
        ...


#: All that may be a face in a BGR picture, in any order; the more the better.
Search = Callable[[Image, Part], list[Face]]


class HaarDetector:
    """Faces by Haar cascades. The files are read once, when first used; not for two threads at once."""

    def __init__(self, preset: Preset) -> None:
        self.preset = preset

    @cached_property
    def _loaded(self) -> list[tuple[Cascade, Any]]:
        return [(cascade, _load(cascade)) for cascade in self.preset.cascades]

    def __call__(self, image: Image) -> list[Face]:
        """The faces in `image`, largest first, by all cascades.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.

        Raises
        ------
        ModelError
            If a cascade is missing, altered, or no cascade.
        """
        return self._searched(image, Part())

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """See `Detector.within`."""
        return self._searched(image, known(place, least, largest))

    def glance(self, image: Image, finest: int, place: Box | None = None) -> list[Face]:
        """See `Detector.glance`."""
        return self._searched(image, brief(place, finest))

    def follow(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.follow`."""
        return [self._followed(image, box) for box in boxes]

    def rounds(self) -> dict[int, Search]:
        """The searches by the number of their round, for whoever verifies."""
        numbers = {cascade.round for cascade in self.preset.cascades}
        return {number: partial(self._round, number) for number in sorted(numbers)}

    def _searched(self, image: Image, part: Part) -> list[Face]:
        boxes = [face.box for search in self.rounds().values() for face in search(image, part)]
        return [Face(box) for box in distinct(boxes)]

    def _followed(self, image: Image, box: Box) -> Face | None:
        least, largest = (factor * box.width for factor in _FOLLOWED)
        found = self.within(image, around(box), least, largest)
        return max(found, key=lambda face: face.box.overlap(box), default=None)

    def _round(self, number: int, image: Image, part: Part) -> list[Face]:
        shown = image if part.place is None else viewed(image, part.place)
        longest, shorter = max(shown.shape[:2]), min(image.shape[:2])
        least = part.least or max(self.preset.least_share * shorter, 1)
        step = (
            max(int(least / (2 * part.wide)), 1) if part.wide else 1
        )  # skipping pixels costs nothing; averaging follows
        view = View.of(shown[::step, ::step], round(longest * part.wide / least) if part.wide else self.preset.longest)
        shrunk = view.shrunk * step
        left, top = (part.place.left, part.place.top) if part.place else (0, 0)
        return [
            Face(Box(*(step * side for side in (box.left, box.top, box.width, box.height))).moved(left, top))
            for box in self._found(view, number, part, shrunk, least)
        ]

    def _found(self, view: View, number: int, part: Part, shrunk: float, least: float) -> Iterator[Box]:
        """What a round's cascades find in all that they search of the view, in pixels of what the view was made of."""
        largest = part.largest / shrunk if part.largest else None
        for cascade, classifier in self._loaded:
            if cascade.round == number:
                run = cascade.brief() if part.brief else cascade
                for seen in _views(view, cascade):
                    for box in _search(classifier, seen, run, least / shrunk, largest):
                        yield box.grown(round(self.preset.margin * box.width))


def load(name: str) -> HaarDetector:
    """The detector for a preset's name or a cascade's path, its files read and checked.

    Raises
    ------
    SettingsError
        If there is no such preset.
    ModelError
        If a cascade is missing, altered, or no cascade.
    """
    detector = HaarDetector(Preset.named(name))
    detector(np.zeros((64, 64, 3), np.uint8))
    return detector


def whole(image: Image) -> Face:
    """The face where a tight cut-out is one, though no detector finds it: all of it."""
    return Face(Box(0, 0, image.shape[1], image.shape[0]))


def around(box: Box) -> Box:
    """Where to search for a face that was in `box`: twice as wide and high, so that it may have moved by half of it."""
    return box.grown(box.width // 2, box.height // 2)


def brief(place: Box | None, finest: int) -> Part:
    """The part of a picture that a glance is at (`Detector.glance`)."""
    return Part(place, wide=finest, brief=place is not None)


def known(place: Box, least: float, largest: float) -> Part:
    """The part of a picture where faces of known size are looked for: quick."""
    return Part(place, least, largest, _WIDE_ENOUGH)


def distinct(boxes: Sequence[Box]) -> list[Box]:
    """The boxes without those that lie on a larger one, largest first."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if all(box.covers(other) <= _SAME for other in kept):
            kept.append(box)
    return kept


def distinct_faces(faces: Sequence[Face]) -> list[Face]:
    """The faces without those that lie on a surer one, or around it, largest first."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: -(face.probability or 0)):
        if all(face.box.covers(other.box) <= _SAME for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda face: -face.box.area)


def _views(view: View, cascade: Cascade) -> Iterator[View]:
    """What the cascade searches of a picture."""
    plain = view.equalized() if cascade.equalized else view
    yield plain
    if cascade.mirrored:
        yield plain.mirrored()
    yield from map(plain.turned, cascade.turned)


def _search(classifier: Any, view: View, cascade: Cascade, least: float, largest: float | None) -> Iterator[Box]:
    """The boxes of one search, in pixels of the picture that the view was made of; sizes are in pixels of the view."""
    smallest = max(round(least / cascade.scale), 1)
    widest = round((largest or 0) / cascade.scale)  # OpenCV takes 0 for any size
    found = classifier.detectMultiScale(
        view.gray,
        cascade.scale_factor,
        cascade.min_neighbors,
        minSize=(smallest, smallest),
        maxSize=(widest, widest),
    )
    for left, top, width, height in np.asarray(found, int).reshape(-1, 4).tolist():
        right = round(cascade.shift * width)
        yield view.box(Box(left + right, top, width, height).grown(round((cascade.scale - 1) * width / 2)))


def _load(cascade: Cascade) -> Any:
    path = Path(cv2.data.haarcascades) / cascade.file  # an absolute path stays itself
    try:
        content = path.read_bytes()
    except OSError as error:
        shipped = "Install opencv-python-headless below version 5, or give the path of another cascade."
        hint = shipped if cascade.sha256 else "Check its name and folder."
        raise ModelError(f"The cascade file {path} cannot be read.", hint=hint) from error
    if cascade.sha256 and hashlib.sha256(content).hexdigest() != cascade.sha256:
        raise ModelError(
            f"The cascade file {path} is not the one this program was measured with.",
            hint="Install opencv-python-headless again, or choose a cascade by its path.",
        )
    classifier = cv2.CascadeClassifier()
    try:
        loaded = classifier.load(str(path))
    except (cv2.error, SystemError):  # OpenCV raises for some broken files and returns false for others
        loaded = False
    if not loaded or classifier.empty():
        raise ModelError(f"{path} is not a cascade.", hint="Choose the XML file of a Haar or LBP cascade for OpenCV.")
    return classifier
