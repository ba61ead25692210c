"""Face detection with YuNet: one small network that finds the faces of all sizes in a picture at once.

It finds more faces than cascades in a fraction of their time. Its five landmarks are less precise than those of O-Net,
which verifies its faces as it does those of cascades (`visavis.detection.verified`).

References
----------
.. [1] Wu, W., Peng, H. and Yu, S. (2023). YuNet: a tiny millisecond-level face detector. Machine Intelligence Research
   20. doi:10.1007/s11633-023-1423-y
"""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from visavis.detection.detector import FullSearch, LocalSearch, cut_area
from visavis.detection.presets import NeuralSearch
from visavis.errors import ModelError
from visavis.faces.alignment import box_around
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image

#: Least probability of a candidate. O-Net verifies it, so it may be far below the 0.7 at which YuNet alone finds faces
#: without a false alarm. With 0.3, no face more was found in the pictures of docs/detection.md.
_MIN_PROBABILITY = 0.5
#: Largest intersection over union of two boxes: that of the network's own program.
_MAX_IOU = 0.3
#: Width, in pixels, of the smallest face wanted in the shrunk picture. YuNet was trained on faces from 10 pixels;
#: with 32 pixels it found no face more (docs/detection.md).
_FACE_PX = 20
#: Least side of the shrunk picture, in pixels. The network halves it five times; where a single row or column is left,
#: OpenCV (4.11 to 4.14) reads memory that nobody wrote, and finds faces in it.
_MIN_SIDE = 64


class YunetSearch:
    """The search with YuNet: a `visavis.detection.detector.CandidateSearch`. Not for two threads at once."""

    def __init__(self, content: bytes, sizes: NeuralSearch) -> None:
        """Load the network.

        Parameters
        ----------
        content : bytes
            The ONNX file of YuNet.
        sizes : NeuralSearch
            How small a face may be.

        Raises
        ------
        ModelError
            If OpenCV cannot read the file.
        """
        self._sizes = sizes
        try:
            file, no_configuration = np.frombuffer(content, np.uint8), np.zeros(0, np.uint8)
            self._network: Any = cv2.FaceDetectorYN.create(
                "onnx", file, no_configuration, (_MIN_SIDE, _MIN_SIDE), _MIN_PROBABILITY, _MAX_IOU
            )
        except cv2.error as error:
            raise ModelError(
                "OpenCV {version} cannot read the network YuNet.",
                hint='Install another version: pip install "opencv-python-headless>=4.11,<5"',
                version=cv2.__version__,
            ) from error

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `CandidateSearch.search`."""
        searched, left, top = cut_area(image, search.area)
        min_width = max(self._sizes.least_share * min(image.shape[:2]), self._sizes.least)
        return [face.shift(left, top) for face in self._detect(searched, min_width)]

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `CandidateSearch.search_locally`."""
        searched, left, top = cut_area(image, search.area)
        return [
            face.shift(left, top)
            for face in self._detect(searched, search.min_width)
            if face.box.width <= search.max_width
        ]

    def _detect(self, image: Image, min_width: float) -> Iterator[Face]:
        """Yield the faces in a picture, which is shrunk until faces of `min_width` have the width `_FACE_PX`."""
        height, width = image.shape[:2]
        factor = max(min_width / _FACE_PX, 1)
        size = max(round(width / factor), _MIN_SIDE), max(round(height / factor), _MIN_SIDE)
        shrunk = _shrink(image, size, step=max(int(factor / 2), 1))
        self._network.setInputSize(size)
        _, rows = self._network.detect(shrunk)
        scale = np.array([width / size[0], height / size[1]], np.float32)
        for row in rows if rows is not None else ():
            points = row[4:14].reshape(5, 2) * scale
            if np.isfinite(row).all() and np.ptp(points, axis=0).any():
                yield Face(box_around(points), points, float(row[14]))


def _shrink(image: Image, size: tuple[int, int], step: int) -> Image:
    """Resize to `size` (width, height); of more than twice as many pixels, only every `step`-th is averaged."""
    if size == image.shape[1::-1]:
        return np.ascontiguousarray(image)
    return np.asarray(cv2.resize(image[::step, ::step], size, interpolation=cv2.INTER_AREA), np.uint8)
