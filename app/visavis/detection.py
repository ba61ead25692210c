"""Finding faces: Haar cascades, by preset. The only place with cv2.CascadeClassifier."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import cv2
import cv2.data
import numpy as np

from visavis import folders
from visavis.errors import ModelError, SettingsError
from visavis.geometry import Box, Face
from visavis.images import Image

#: Boxes that overlap more than this (intersection over union) are the same face seen by two cascades.
_SAME = 0.3


@dataclass(frozen=True, slots=True)
class Cascade:
    """One cascade file and how it is run."""

    file: str  #: inside cv2.data.haarcascades, or an absolute path
    sha256: str | None  #: None for a user's own file
    scale_factor: float = 1.2
    min_neighbors: int = 3
    mirrored: bool = False  #: also run on the mirrored picture, for profiles
    round: int = 1  #: those of a later round run only where none before found a face that passed verification


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of looking for faces: cascades/*.json says which there are and when to use which."""

    name: str
    cascades: tuple[Cascade, ...]
    least_share: float  #: least width of a face, as a share of the frame's shorter side
    margin: float = 0.0  #: how far boxes are grown on each side, as a share of their width
    verified: bool = False
    """Whether it is meant to find too much: a network then looks at each box (`visavis.verification`)."""

    @classmethod
    def named(cls, name: str) -> "Preset":
        """A shipped preset by its name, or a user's own cascade by the path of its XML file.

        Raises
        ------
        SettingsError
            If there is no such preset.
        """
        if name.lower().endswith(".xml"):
            return cls(Path(name).stem, (Cascade(str(Path(name).absolute()), None),), least_share=0.1)
        path = folders.shipped("cascades") / f"{name}.json"
        if name not in preset_names():
            hint = f"Choose one of {', '.join(preset_names())}, or an XML file."
            raise SettingsError(f"There is no detection preset {name!r}.", hint=hint)
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        cascades = tuple(Cascade(**cascade) for cascade in values["cascades"])
        return cls(name, cascades, values["least_share"], values["margin"], values["verified"])


def preset_names() -> list[str]:
    """The presets that ship with the program."""
    return sorted(path.stem for path in folders.shipped("cascades").glob("*.json"))


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
        return [Face(box) for box in distinct([face.box for search in self.rounds() for face in search(image)])]

    def rounds(self) -> list[Callable[[Image], list[Face]]]:
        """The searches of each round, for whoever verifies: each gives all that may be a face, in any order."""
        return [partial(self._round, number) for number in sorted({each.round for each in self.preset.cascades})]

    def _round(self, number: int, image: Image) -> list[Face]:
        gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        least = max(round(self.preset.least_share * min(gray.shape)), 1)
        boxes: list[Box] = []
        for cascade, classifier in self._loaded:
            if cascade.round != number:
                continue
            boxes += _search(classifier, gray, cascade, least)
            if cascade.mirrored:
                width = gray.shape[1]
                mirrored = _search(classifier, np.ascontiguousarray(gray[:, ::-1]), cascade, least)
                boxes += [Box(width - box.right, box.top, box.width, box.height) for box in mirrored]
        return [Face(box.grown(round(self.preset.margin * box.width))) for box in boxes]


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


def distinct(boxes: Sequence[Box]) -> list[Box]:
    """The boxes without those that lie on a larger one, largest first."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if all(box.overlap(other) <= _SAME for other in kept):
            kept.append(box)
    return kept


def distinct_faces(faces: Sequence[Face]) -> list[Face]:
    """The faces without those that lie on a surer one, largest first."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: -(face.probability or 0)):
        if all(face.box.overlap(other.box) <= _SAME for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda face: -face.box.area)


def _search(classifier: Any, gray: Any, cascade: Cascade, least: int) -> list[Box]:
    found = classifier.detectMultiScale(gray, cascade.scale_factor, cascade.min_neighbors, minSize=(least, least))
    return [Box(*(int(value) for value in box)) for box in found]


def _load(cascade: Cascade) -> Any:
    path = Path(cv2.data.haarcascades) / cascade.file  # an absolute path stays itself
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"The cascade file {path} cannot be read.",
            hint="Install opencv-python-headless below version 5, or give the path of another cascade.",
        ) from error
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
