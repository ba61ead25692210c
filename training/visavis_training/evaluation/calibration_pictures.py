"""The pictures that the shipped calibration is measured on: given ones and copies, each embedded as a sample."""

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np

from visavis.factory.detectors import SampleFaceFinder
from visavis.imaging import codec, listing
from visavis.imaging.crop import cut
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.recognition.embedding_cache import EmbeddedSample, SampleEmbedder, SampleEmbeddings
from visavis_training.callbacks import CountCallback
from visavis_training.evaluation.picture_kinds import Alteration, dark, gray, out_of_focus, small
from visavis_training.fitting.strangers import CalibrationSet

#: Length of the path of a shaken picture, as a share of the width of the face: 9 pixels in Labeled Faces in the Wild.
_SHAKE = 0.08
#: The face alone: how far the picture reaches beyond its box on each side, as shares of its width and height, and its
#: size in pixels. So are the pictures of the ORL database.
_ALONE = (0.15, 0.29, (92, 112))


def _shaken(image: Image, face: Box, *, upright: bool) -> Image:
    length = max(round(_SHAKE * face.width), 2)
    kernel = np.full((length, 1) if upright else (1, length), 1 / length, np.float32)
    return np.asarray(cv2.filter2D(image, -1, kernel, borderType=cv2.BORDER_REPLICATE), np.uint8)


def _crop(image: Image, face: Box, x: float, y: float, width: float, height: float) -> Image:
    """The part of a picture at these shares of the face's box, as far as it lies inside."""
    left, top = round(face.left + x * face.width), round(face.top + y * face.height)
    place = Box(left, top, round(width * face.width), round(height * face.height))
    return cut(image, place.clip(image.shape[1], image.shape[0]) or face)


def _alone(image: Image, face: Box) -> Image:
    beside, above, size = _ALONE
    part = _crop(gray(image, face), face, -beside, -above, 1 + 2 * beside, 1 + 2 * above)
    return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)


KINDS: Mapping[str, Alteration] = {
    "color": lambda image, _: image,
    "gray": gray,
    "dark": dark,
    "92x112": _alone,
    "small": small,
    "blurred": out_of_focus,
    "shaken": lambda image, face: _shaken(image, face, upright=False),
    "shaken upright": lambda image, face: _shaken(image, face, upright=True),
    "box": lambda image, face: _crop(gray(image, face), face, 0, 0, 1, 1.1),
    "tight": lambda image, face: _crop(gray(image, face), face, 0.15, 0.1, 0.7, 0.9),
}
"""What is done to a picture and the box of its face, by the name of the kind.

"box" is the box of the face, "tight" is 0.7 times as wide and 0.9 times as high; both are gray.
"""


def embed_kinds(
    people: Path, strangers: Path, embed: SampleEmbedder, find_face: SampleFaceFinder, on_progress: CountCallback
) -> dict[str, CalibrationSet]:
    """Embed all pictures in all kinds. Copies in which no face is found are left out.

    Parameters
    ----------
    people : Path
        With a folder of pictures per person.
    strangers : Path
        With one picture each, in subfolders or not.

    Raises
    ------
    PictureError
        If a picture cannot be read.
    """
    folders = listing.subfolders(people)
    owners = [(folder.name, path) for folder in folders for path in listing.pictures_in(folder).pictures]
    pictures = [*owners, *(("", path) for path in listing.pictures_below(strangers).pictures)]
    rows: dict[str, dict[str, dict[str, EmbeddedSample]]] = {kind: {"": {}} for kind in KINDS}
    for number, (name, path) in enumerate(pictures, start=1):
        image = codec.read(path)
        face = find_face(image)[0].box
        for kind, alter in KINDS.items():
            sample = embed(np.ascontiguousarray(alter(image, face)))
            if sample.found:
                rows[kind].setdefault(name, {})[str(path)] = sample
        on_progress(number, len(pictures))
    return {kind: _collect(of_kind) for kind, of_kind in rows.items()}


def _collect(rows: Mapping[str, Mapping[str, EmbeddedSample]]) -> CalibrationSet:
    """The set of samples by person; strangers are at ""."""
    tables = {name: SampleEmbeddings.from_samples(own) for name, own in rows.items()}
    return CalibrationSet(people=tables, strangers=tables.pop(""))
