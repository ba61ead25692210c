"""Finding faces: Haar cascades, as a preset says. The only place with cv2.CascadeClassifier."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol

import cv2
import cv2.data
import numpy as np

from visavis.errors import ModelError
from visavis.geometry import Box, Face
from visavis.images import Image
from visavis.preprocessing import viewed
from visavis.presets import Cascade, Preset
from visavis.views import View

#: How wide the smallest face may be in what is searched for faces of known size, in pixels: larger ones are searched
#: shrunk. Cascades were learned at 20 pixels; O-Net looks at 48.
_WIDE_ENOUGH = 64
#: Where more than this of the smaller of two boxes lies on the larger, they are one face. Measured: of 43 faces in
#: groups none was lost to a neighbor, and none has two boxes (docs/detection.md).
_SAME = 0.5
#: How wide a face may be that is followed, as a share of how wide it was.
_FOLLOWED = (0.75, 1.35)


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
