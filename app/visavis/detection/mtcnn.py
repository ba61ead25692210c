"""Finding faces with two small networks instead of cascades: P-Net looks everywhere, R-Net at what P-Net found.

They find more than cascades and take longer. O-Net, the third of MTCNN's networks [1]_, verifies as it does behind
cascades (`visavis.detection.verified`).

References
----------
.. [1] Zhang, K., Zhang, Z., Li, Z. and Qiao, Y. (2016). Joint face detection and alignment using multitask cascaded
   convolutional networks. IEEE Signal Processing Letters 23(10). doi:10.1109/LSP.2016.2603342
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import SearchArea
from visavis.detection.presets import NeuralSearch
from visavis.faces.alignment import CROP_DROP, prepare
from visavis.imaging.crop import resized, viewed
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.networks.engine import Engine

#: P-Net's crop, the step between crops, and R-Net's crop, in pixels.
_CROP, _STEP, _REFINED = 12, 2, 24
#: Each search is for faces this much larger than the one before: the paper's.
_FACTOR = 1 / 0.709
#: What P-Net and R-Net must give at least, and how much (intersection over union) boxes of one face overlap at least:
#: on one scale, and of all scales. The paper's own program has the same numbers.
_PROPOSED, _KEPT = 0.6, 0.7
_SAME_SCALE, _SAME = 0.5, 0.7

_Boxes = NDArray[np.float32]  # (n, 5): left, top, right, bottom in pixels, and how likely they are faces


@dataclass(frozen=True, slots=True)
class NetworkSearch:
    """What may be a face, by P-Net and R-Net: a `visavis.detection.detector.CandidateSearch`."""

    propose: Engine  #: P-Net: float32 (n, height, width, 3) RGB 0..255 to (n, rows, columns, 5)
    refine: Engine  #: R-Net: float32 (n, 24, 24, 3) RGB 0..255 to (n, 5)
    sizes: NeuralSearch  #: how small a face may be

    def __call__(self, image: Image, part: SearchArea) -> list[Face]:
        """All that may be a face in a BGR picture, or in a part of it; in any order, and roughly.

        P-Net sees every face at 12 pixels, so a glance is no quicker than a search.
        """
        seen = image if part.place is None else viewed(image, part.place)
        shorter, longer = sorted(seen.shape[:2])
        least = part.least or max(self.sizes.least_share * shorter, self.sizes.least)
        left, top = (part.place.left, part.place.top) if part.place else (0, 0)
        return [Face(face.box.moved(left, top)) for face in self._shrunk(seen, least, part.largest or longer)]

    def _shrunk(self, image: Image, least: float, largest: float) -> list[Face]:
        """What is found in the picture shrunk as far as R-Net allows: large faces are cut out of few pixels then."""
        height, width = image.shape[:2]
        factor = max(least / _REFINED, 1)
        size = max(round(width / factor), 1), max(round(height / factor), 1)
        if size == (width, height):
            return self._search(image, least, largest)
        small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
        boxes = [face.box for face in self._search(small, least / factor, largest / factor)]
        return [Face(Box(*(round(factor * side) for side in (b.left, b.top, b.width, b.height)))) for b in boxes]

    def _search(self, image: Image, least: float, largest: float) -> list[Face]:
        proposed = list(self._proposed(image, max(least, _CROP), largest))
        if not proposed:
            return []
        boxes = _one_each(np.concatenate(proposed), _SAME)
        if not len(boxes):
            return []
        places = [_square(box) for box in boxes]
        outputs = self.refine(prepare(np.stack([resized(viewed(image, place), _REFINED) for place in places])))
        corners = np.array([(place.left, place.top, place.right, place.bottom) for place in places], np.float32)
        sides = np.array([[place.width] for place in places], np.float32)
        refined = np.column_stack([corners + outputs[:, :4] * sides, outputs[:, 4]])
        likely = _one_each(refined[refined[:, 4] >= _KEPT], _SAME)
        return [Face(_raised(_square(box))) for box in likely]

    def _proposed(self, image: Image, least: float, largest: float) -> Iterator[_Boxes]:
        """P-Net's boxes for each size of faces."""
        height, width = image.shape[:2]
        view, size = image, least
        while True:
            small = round(width * _CROP / size), round(height * _CROP / size)
            if min(small) < _CROP or size > largest * _FACTOR:
                return
            # from the size before: a photo's twelve million pixels are averaged once
            view = np.asarray(cv2.resize(view, small, interpolation=cv2.INTER_AREA), np.uint8)
            [answer] = self.propose(prepare(view[np.newaxis]))
            rows, columns = np.nonzero(answer[..., 4] >= _PROPOSED)
            corners = np.column_stack([columns, rows, columns, rows]).astype(np.float32) * _STEP + (0, 0, _CROP, _CROP)
            found = answer[rows, columns]
            scales = np.array([width / small[0], height / small[1]] * 2, np.float32)
            yield _one_each(
                np.column_stack([(corners + found[:, :4] * _CROP) * scales, found[:, 4]]).astype(np.float32),
                _SAME_SCALE,
            )
            size *= _FACTOR


def _one_each(boxes: _Boxes, overlap: float) -> _Boxes:
    """The boxes without those that overlap a likelier one by more than `overlap`; likeliest first."""
    boxes = boxes[(boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])]
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    kept: list[int] = []
    left = np.arange(len(boxes))
    while len(left):
        first, left = left[0], left[1:]
        kept.append(int(first))
        sides = np.minimum(boxes[first, 2:4], boxes[left, 2:4]) - np.maximum(boxes[first, :2], boxes[left, :2])
        shared = np.prod(np.maximum(sides, 0), axis=1)
        left = left[shared <= overlap * (areas[first] + areas[left] - shared)]
    return boxes[kept]


def _square(box: NDArray[np.float32]) -> Box:
    """The square around a box's center that holds it."""
    left, top, right, bottom = (float(value) for value in box[:4])
    side = max(round(max(right - left, bottom - top)), 1)
    return Box(round((left + right - side) / 2), round((top + bottom - side) / 2), side, side)


def _raised(box: Box) -> Box:
    """The box as a cascade would have it, so that O-Net, which looks slightly lower, sees this square."""
    return box.moved(0, -round(CROP_DROP * box.height))
