"""Finding faces: Haar cascades, as a preset says. The only place with cv2.CascadeClassifier."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import cv2
import cv2.data
import numpy as np

from visavis.detection.detector import CandidateSearch, SearchArea, around, brief, distinct, known
from visavis.detection.presets import Cascade, Preset
from visavis.detection.transforms import ImageTransform
from visavis.errors import ModelError
from visavis.imaging.crop import viewed
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.messages import Message

#: How wide a face may be that is followed, as a share of how wide it was.
_FOLLOWED = (0.75, 1.35)


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
        return self._searched(image, SearchArea())

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """See `Detector.within`."""
        return self._searched(image, known(place, least, largest))

    def glance(self, image: Image, finest: int, place: Box | None = None) -> list[Face]:
        """See `Detector.glance`."""
        return self._searched(image, brief(place, finest))

    def follow(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.follow`."""
        return [self._followed(image, box) for box in boxes]

    def rounds(self) -> dict[int, CandidateSearch]:
        """The searches by the number of their round, for whoever verifies."""
        numbers = {cascade.round for cascade in self.preset.cascades}
        return {number: partial(self._round, number) for number in sorted(numbers)}

    def _searched(self, image: Image, part: SearchArea) -> list[Face]:
        boxes = [face.box for search in self.rounds().values() for face in search(image, part)]
        return [Face(box) for box in distinct(boxes)]

    def _followed(self, image: Image, box: Box) -> Face | None:
        least, largest = (factor * box.width for factor in _FOLLOWED)
        found = self.within(image, around(box), least, largest)
        return max(found, key=lambda face: face.box.overlap(box), default=None)

    def _round(self, number: int, image: Image, part: SearchArea) -> list[Face]:
        shown = image if part.place is None else viewed(image, part.place)
        longest, shorter = max(shown.shape[:2]), min(image.shape[:2])
        least = part.least or max(self.preset.least_share * shorter, 1)
        step = (
            max(int(least / (2 * part.wide)), 1) if part.wide else 1
        )  # skipping pixels costs nothing; averaging follows
        view = ImageTransform.of(
            shown[::step, ::step], round(longest * part.wide / least) if part.wide else self.preset.longest
        )
        shrunk = view.shrunk * step
        left, top = (part.place.left, part.place.top) if part.place else (0, 0)
        return [
            Face(Box(*(step * side for side in (box.left, box.top, box.width, box.height))).moved(left, top))
            for box in self._found(view, number, part, shrunk, least)
        ]

    def _found(self, view: ImageTransform, number: int, part: SearchArea, shrunk: float, least: float) -> Iterator[Box]:
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


def _views(view: ImageTransform, cascade: Cascade) -> Iterator[ImageTransform]:
    """What the cascade searches of a picture."""
    plain = view.equalized() if cascade.equalized else view
    yield plain
    if cascade.mirrored:
        yield plain.mirrored()
    yield from map(plain.turned, cascade.turned)


def _search(
    classifier: Any, view: ImageTransform, cascade: Cascade, least: float, largest: float | None
) -> Iterator[Box]:
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
        shipped = Message("Install opencv-python-headless below version 5, or give the path of another cascade.")
        hint = shipped if cascade.sha256 else Message("Check its name and folder.")
        raise ModelError("The cascade file {path} cannot be read.", hint=hint, path=path) from error
    if cascade.sha256 and hashlib.sha256(content).hexdigest() != cascade.sha256:
        raise ModelError(
            "The cascade file {path} is not the one this program was measured with.",
            hint="Install opencv-python-headless again, or choose a cascade by its path.",
            path=path,
        )
    classifier = cv2.CascadeClassifier()
    try:
        loaded = classifier.load(str(path))
    except (cv2.error, SystemError):  # OpenCV raises for some broken files and returns false for others
        loaded = False
    if not loaded or classifier.empty():
        raise ModelError(
            "{path} is not a cascade.", hint="Choose the XML file of a Haar or LBP cascade for OpenCV.", path=path
        )
    return classifier
