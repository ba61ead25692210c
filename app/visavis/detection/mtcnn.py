"""Face detection with two small networks: P-Net searches the picture at all sizes, and R-Net refines what P-Net found.

They find more faces than cascades and take longer. O-Net, the third network of MTCNN [1]_, verifies the result as it
does for cascades (`visavis.detection.verified`).

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

from visavis.detection.detector import FullSearch, LocalSearch, cut_area
from visavis.detection.presets import NeuralSearch
from visavis.faces.alignment import CROP_DROP, to_rgb
from visavis.imaging.crop import cut_view, resize_square
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.networks.engine import Engine

#: Side of the crop that P-Net sees, in pixels.
_PNET_SIDE = 12
#: Distance between two crops of P-Net, in pixels.
_PNET_STEP = 2
#: Side of the crop that R-Net sees, in pixels.
_RNET_SIDE = 24
#: Each search is for faces larger by this factor than the one before: that of the paper.
_PYRAMID_FACTOR = 1 / 0.709
#: Least probability of a face for P-Net: that of the paper's program, like the three numbers below.
_PNET_MIN_PROBABILITY = 0.6
#: Least probability of a face for R-Net.
_RNET_MIN_PROBABILITY = 0.7
#: Largest intersection over union of two boxes that P-Net found at one size.
_MAX_IOU_ONE_SIZE = 0.5
#: Largest intersection over union of two boxes that were found at different sizes.
_MAX_IOU = 0.7

_Boxes = NDArray[np.float32]  # (n, 5): left, top, right, bottom in pixels, and the probability of a face


@dataclass(frozen=True, slots=True)
class NetworkSearch:
    """The search with P-Net and R-Net: a `visavis.detection.detector.CandidateSearch`.

    P-Net sees every face at 12 pixels, so a search at a lower resolution is no faster.
    """

    pnet: Engine  #: float32 (n, height, width, 3) RGB 0..255 to (n, rows, columns, 5)
    rnet: Engine  #: float32 (n, 24, 24, 3) RGB 0..255 to (n, 5)
    sizes: NeuralSearch  #: how small a face may be

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `CandidateSearch.search`."""
        searched, left, top = cut_area(image, search.area)
        shorter, longer = sorted(searched.shape[:2])
        min_width = max(self.sizes.least_share * shorter, self.sizes.least)
        return [face.shift(left, top) for face in self._search_shrunk(searched, min_width, longer)]

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `CandidateSearch.search_locally`."""
        searched, left, top = cut_area(image, search.area)
        return [face.shift(left, top) for face in self._search_shrunk(searched, search.min_width, search.max_width)]

    def _search_shrunk(self, image: Image, min_width: float, max_width: float) -> list[Face]:
        """Search the picture shrunk as far as R-Net allows, so that large faces are cut out of few pixels."""
        height, width = image.shape[:2]
        factor = max(min_width / _RNET_SIDE, 1)
        size = max(round(width / factor), 1), max(round(height / factor), 1)
        if size == (width, height):
            return self._search(image, min_width, max_width)
        small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
        boxes = [face.box for face in self._search(small, min_width / factor, max_width / factor)]
        return [Face(Box(*(round(factor * side) for side in (b.left, b.top, b.width, b.height)))) for b in boxes]

    def _search(self, image: Image, min_width: float, max_width: float) -> list[Face]:
        proposals = list(self._propose(image, max(min_width, _PNET_SIDE), max_width))
        if not proposals:
            return []
        boxes = _suppress(np.concatenate(proposals), _MAX_IOU)
        if not len(boxes):
            return []
        refined = self._refine(image, boxes)
        likely = _suppress(refined[refined[:, 4] >= _RNET_MIN_PROBABILITY], _MAX_IOU)
        return [Face(_cascade_box(_square(box))) for box in likely]

    def _propose(self, image: Image, min_width: float, max_width: float) -> Iterator[_Boxes]:
        """Yield the boxes of P-Net for each size of faces."""
        height, width = image.shape[:2]
        view, face_width = image, min_width
        while True:
            size = round(width * _PNET_SIDE / face_width), round(height * _PNET_SIDE / face_width)
            if min(size) < _PNET_SIDE or face_width > max_width * _PYRAMID_FACTOR:
                return
            # shrink the previous picture, so that the twelve million pixels of a photo are averaged once only
            view = np.asarray(cv2.resize(view, size, interpolation=cv2.INTER_AREA), np.uint8)
            scale = np.array([width / size[0], height / size[1]] * 2, np.float32)
            yield _suppress(self._propose_one_size(view, scale), _MAX_IOU_ONE_SIZE)
            face_width *= _PYRAMID_FACTOR

    def _propose_one_size(self, view: Image, scale: NDArray[np.float32]) -> _Boxes:
        """Return the boxes for faces of 12 pixels in a view; `scale` is the size of its pixels (x, y, x, y)."""
        [output] = self.pnet(to_rgb(view[np.newaxis]))
        rows, columns = np.nonzero(output[..., 4] >= _PNET_MIN_PROBABILITY)
        found = output[rows, columns]
        crops = np.column_stack([columns, rows, columns, rows]) * _PNET_STEP + np.array([0, 0, _PNET_SIDE, _PNET_SIDE])
        boxes = (crops + found[:, :4] * _PNET_SIDE) * scale
        return np.column_stack([boxes, found[:, 4]]).astype(np.float32)

    def _refine(self, image: Image, boxes: _Boxes) -> _Boxes:
        """Return the boxes with the position and the probability that R-Net gives them."""
        squares = [_square(box) for box in boxes]
        outputs = self.rnet(
            to_rgb(np.stack([resize_square(cut_view(image, square), _RNET_SIDE) for square in squares]))
        )
        corners = np.array([(square.left, square.top, square.right, square.bottom) for square in squares], np.float32)
        sides = np.array([[square.width] for square in squares], np.float32)
        return np.column_stack([corners + outputs[:, :4] * sides, outputs[:, 4]])


def _suppress(boxes: _Boxes, max_iou: float) -> _Boxes:
    """Remove each box that overlaps a more probable one; return the others, most probable first."""
    boxes = boxes[(boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])]
    rectangles = np.column_stack([boxes[:, :2], boxes[:, 2:4] - boxes[:, :2]]).astype(np.float64)
    kept = cv2.dnn.NMSBoxes(rectangles, boxes[:, 4], 0.0, max_iou)  # type: ignore[arg-type]
    return boxes[np.asarray(kept, np.intp)]


def _square(box: NDArray[np.float32]) -> Box:
    """Return the square with the center of a box that contains it."""
    left, top, right, bottom = (float(value) for value in box[:4])
    side = max(round(max(right - left, bottom - top)), 1)
    return Box(round((left + right - side) / 2), round((top + bottom - side) / 2), side, side)


def _cascade_box(square: Box) -> Box:
    """Return the box that a cascade would give: O-Net, whose crop is slightly lower, then sees this square."""
    return square.shift(0, -round(CROP_DROP * square.height))
