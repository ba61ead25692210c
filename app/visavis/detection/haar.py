"""Face detection with Haar cascades. The only module that uses cv2.CascadeClassifier."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import cv2.data
import numpy as np

from visavis.detection.detector import (
    FullSearch,
    LocalSearch,
    cut_area,
    non_maximum_suppression,
    search_area,
)
from visavis.detection.presets import Cascade, Preset
from visavis.detection.transforms import ImageTransform
from visavis.errors import ModelError
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.messages import Message

#: Least width of a face that is detected again, as a share of its width before.
_MIN_REDETECTED = 0.75
#: Largest width of a face that is detected again, as a share of its width before.
_MAX_REDETECTED = 1.35
#: Width, in pixels, of the smallest face in a local search; larger ones are shrunk to it. Cascades were trained at 20
#: pixels; O-Net sees 48.
_LOCAL_FACE_PX = 64


@dataclass(frozen=True, slots=True)
class _Scale:
    """The sizes of faces in a search, and the resolution at which they are searched."""

    min_width: float  #: in pixels of the picture
    max_width: float | None  #: in pixels of the picture; None: any size
    face_px: int | None  #: width of a face of `min_width` in the shrunk picture; None: the resolution of the preset


@dataclass(frozen=True, slots=True)
class HaarSearch:
    """The cascades of one round of a preset: a `visavis.detection.detector.CandidateSearch`."""

    preset: Preset
    cascades: Sequence[tuple[Cascade, Any]]  #: each with its classifier

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `CandidateSearch.search`."""
        min_width = max(self.preset.least_share * min(image.shape[:2]), 1)
        scale = _Scale(min_width, None, search.face_px)
        return self._search(image, search.area, scale, coarse=search.area is not None)

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `CandidateSearch.search_locally`."""
        return self._search(image, search.area, _Scale(search.min_width, search.max_width, _LOCAL_FACE_PX))

    def _search(self, image: Image, area: Box | None, scale: _Scale, *, coarse: bool = False) -> list[Face]:
        searched, left, top = cut_area(image, area)
        longest, step = self.preset.longest, 1
        if scale.face_px is not None:
            # skipping pixels costs nothing; the rest is shrunk by averaging
            step = max(int(scale.min_width / (2 * scale.face_px)), 1)
            longest = round(max(searched.shape[:2]) * scale.face_px / scale.min_width)
        view = ImageTransform.from_image(searched[::step, ::step], longest)
        pixel = view.pixel_size * step  # of the view, in pixels of the picture
        max_width = scale.max_width / pixel if scale.max_width else None
        return [
            Face(Box(*(step * side for side in (box.left, box.top, box.width, box.height))).shift(left, top))
            for box in self._detect(view, scale.min_width / pixel, max_width, coarse=coarse)
        ]

    def _detect(
        self, view: ImageTransform, min_width: float, max_width: float | None, *, coarse: bool
    ) -> Iterator[Box]:
        """Yield the boxes that the cascades find in all variants of a view, in pixels of its picture."""
        for cascade, classifier in self.cascades:
            run = cascade.with_larger_steps() if coarse else cascade
            for variant in _variants(view, cascade):
                for box in _run(classifier, variant, run, min_width, max_width):
                    yield box.expand(round(self.preset.margin * box.width))


class HaarDetector:
    """A detector made of Haar cascades. The files are read once, at the first use. Not for two threads at once."""

    def __init__(self, preset: Preset) -> None:
        self.preset = preset

    @cached_property
    def rounds(self) -> dict[int, HaarSearch]:
        """The searches by the number of their round, in order.

        Raises
        ------
        ModelError
            If a cascade is missing, altered, or no cascade.
        """
        loaded = [(cascade, _load(cascade)) for cascade in self.preset.cascades]
        numbers = sorted({cascade.round for cascade in self.preset.cascades})
        return {
            number: HaarSearch(self.preset, [pair for pair in loaded if pair[0].round == number]) for number in numbers
        }

    def __call__(self, image: Image) -> list[Face]:
        """Return the faces in a picture, largest first, found by all cascades.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.

        Raises
        ------
        ModelError
            If a cascade is missing, altered, or no cascade.
        """
        return self.search(image, FullSearch())

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `Detector.search`."""
        return _distinct([face for each in self.rounds.values() for face in each.search(image, search)])

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `Detector.search_locally`."""
        return _distinct([face for each in self.rounds.values() for face in each.search_locally(image, search)])

    def search_candidates(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `Detector.search_candidates`: cascades have no quick search."""
        return []

    def redetect(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.redetect`."""
        return [self._redetect(image, box) for box in boxes]

    def _redetect(self, image: Image, box: Box) -> Face | None:
        search = LocalSearch(search_area(box), _MIN_REDETECTED * box.width, _MAX_REDETECTED * box.width)
        found = self.search_locally(image, search)
        return max(found, key=lambda face: face.box.iou(box), default=None)


def load(name: str) -> HaarDetector:
    """Return the detector for the name of a preset or the path of a cascade, its files read and checked.

    Raises
    ------
    SettingsError
        If there is no such preset.
    ModelError
        If a cascade is missing, altered, or no cascade.
    """
    detector = HaarDetector(Preset.load(name))
    detector(np.zeros((64, 64, 3), np.uint8))
    return detector


def _distinct(faces: Sequence[Face]) -> list[Face]:
    """Keep the largest of overlapping faces."""
    return non_maximum_suppression(faces, lambda face: face.box.area)


def _variants(view: ImageTransform, cascade: Cascade) -> Iterator[ImageTransform]:
    """Yield the variants of a view that the cascade searches."""
    upright = view.equalize() if cascade.equalized else view
    yield upright
    if cascade.mirrored:
        yield upright.mirror()
    yield from map(upright.rotate, cascade.turned)


def _run(
    classifier: Any, view: ImageTransform, cascade: Cascade, min_width: float, max_width: float | None
) -> Iterator[Box]:
    """Run a cascade on a view; yield boxes in pixels of its picture. Widths are in pixels of the view."""
    smallest = max(round(min_width / cascade.scale), 1)
    largest = round((max_width or 0) / cascade.scale)  # OpenCV takes 0 for any size
    found = classifier.detectMultiScale(
        view.gray,
        cascade.scale_factor,
        cascade.min_neighbors,
        minSize=(smallest, smallest),
        maxSize=(largest, largest),
    )
    for left, top, width, height in np.asarray(found, int).reshape(-1, 4).tolist():
        shift = round(cascade.shift * width)
        yield view.box_in_picture(Box(left + shift, top, width, height).expand(round((cascade.scale - 1) * width / 2)))


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
            "The cascade file {path} is not the one that this program was tested with.",
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
