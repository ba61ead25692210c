"""Where a face's landmarks are, and the chips that the `embedding` network sees. NumPy and OpenCV only.

The way of a face: box -> `squares` -> `crops` -> O-Net -> `landmarks` -> `aligned_chips` -> `prepare` -> ResNet-29.
Without O-Net: box -> `fallback_chips` -> `prepare` -> ResNet-29.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.crop import resized, viewed
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Raise with every change here: stored embeddings are then made again, because they would mean something else.
INPUT_VERSION = 1

#: Side of O-Net's crop, in pixels.
CROP_SIDE = 48
#: Side of the ResNet-29's chip, in pixels.
CHIP_SIDE = 150

#: How far below a Haar box's center the crop's center lies, as a share of the box's height: best for
#: haarcascade_frontalface_alt2, whose boxes are square (measured by the landmarks' distance from dlib's).
CROP_DROP = 0.03
#: How far below a Haar box's top the center of a chip without landmarks lies, as a share of its height (likewise).
FALLBACK_DROP = 0.60

#: The five points in dlib's chip of 150 pixels, in the order of `Face.landmarks`. dlib aligns by other
#: points, so these were fitted: the mean place of O-Net's points in chips that dlib had aligned. Minus half a pixel,
#: because there a pixel's center lay at .5, and here it lies at 0.
REFERENCE = (
    np.array([(48.38, 46.29), (101.99, 46.27), (74.96, 78.50), (51.54, 105.03), (98.92, 105.20)], np.float32) - 0.5
)


#: Where in the chip the box lies that haarcascade_frontalface_alt2 gives for its face: center and side, in pixels of
#: the chip. Measured: medians of 65 faces of LFW; half of all boxes are as wide within 5 percent.
_BOX_CENTER, _BOX_SIDE = (74.1, 61.8), 144.4


def squares(boxes: Sequence[Box]) -> list[Box]:
    """The squares that O-Net looks at: as wide as the boxes, around a point slightly below their centers."""
    return [_square(box, 0.5 + CROP_DROP) for box in boxes]


def crops(image: Image, places: Sequence[Box]) -> NDArray[np.uint8]:
    """Cut `squares` out of a picture for O-Net.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        BGR. What lies outside is black.
    places : sequence of Box
        n squares, in pixels of `image`.

    Returns
    -------
    ndarray of uint8, shape (n, 48, 48, 3)
        BGR; `prepare` turns it into what the network takes.
    """
    return _stacked([resized(viewed(image, place), CROP_SIDE) for place in places], CROP_SIDE)


def landmarks(outputs: NDArray[np.float32], places: Sequence[Box]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """What O-Net said, in pixels of the picture.

    Parameters
    ----------
    outputs : ndarray of float32, shape (n, 15)
        Ten coordinates (x1, y1, x2, ...) and four sides as shares of the crop, one probability.
    places : sequence of Box
        The n `squares` that were cut.

    Returns
    -------
    points : ndarray of float32, shape (n, 5, 2)
        (x, y): the eye on the picture's left, the eye on its right, the nose, the mouth's left and right corners.
    probabilities : ndarray of float32, shape (n,)
        How surely each is a face, 0..1. It is no test of liveness: masks and statues pass.
    """
    corners = np.array([(place.left, place.top) for place in places], np.float32).reshape(-1, 1, 2)
    sides = np.array([place.width for place in places], np.float32).reshape(-1, 1, 1)
    return corners + outputs[:, :10].reshape(-1, 5, 2) * sides, outputs[:, 14]


def similarity(points: NDArray[np.float32]) -> NDArray[np.float64]:
    """The rotation, scale and shift that bring five points closest to where the network expects them.

    Least squares without shear or reflection. With points as complex numbers it is z -> a z + b, whose a has the
    closed form below; the same as Umeyama's solution in two dimensions [1]_.

    Parameters
    ----------
    points : ndarray of float, shape (5, 2)
        Landmarks in pixels of the picture.

    Returns
    -------
    ndarray of float64, shape (2, 3)
        From pixels of the picture to pixels of the chip, as ``cv2.warpAffine`` takes it.

    Raises
    ------
    ValueError
        If all points are the same.

    References
    ----------
    .. [1] Umeyama, S. (1991). Least-squares estimation of transformation parameters between two point patterns. IEEE
       TPAMI 13(4). doi:10.1109/34.88573
    """
    factor, shift = _similarity(points)
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def box_around(points: NDArray[np.float32]) -> Box:
    """The box that a cascade would give for a face with these landmarks: square, and upright however the head is.

    Parameters
    ----------
    points : ndarray of float, shape (5, 2)
        Landmarks in pixels of the picture.

    Raises
    ------
    ValueError
        If all points are the same.
    """
    factor, shift = _similarity(points)
    center = (complex(*_BOX_CENTER) - shift) / factor
    side = max(round(_BOX_SIDE / abs(factor)), 1)
    return Box(round(center.real - side / 2), round(center.imag - side / 2), side, side)


def aligned_chips(image: Image, points: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The chips of faces whose landmarks are known: upright, eyes and mouth where the network expects them.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        BGR. What lies outside is black.
    points : ndarray of float32, shape (n, 5, 2)
        Landmarks of each face, in pixels of `image`.

    Returns
    -------
    ndarray of uint8, shape (n, 150, 150, 3)
        BGR; `prepare` turns it into what the network takes.

    Raises
    ------
    ValueError
        If all points of a face are the same.
    """
    return _stacked([_warped(image, similarity(face)) for face in points], CHIP_SIDE)


def fallback_chips(image: Image, boxes: Sequence[Box]) -> NDArray[np.uint8]:
    """The chips of faces whose landmarks are not known: squares as wide as the boxes, slightly below their centers.

    Returns
    -------
    ndarray of uint8, shape (n, 150, 150, 3)
        BGR; nearly as good as aligned chips, unless the head is tilted.
    """
    places = [_square(box, FALLBACK_DROP) for box in boxes]
    return _stacked([resized(viewed(image, place), CHIP_SIDE) for place in places], CHIP_SIDE)


def prepare(chips: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Crops or chips as the published networks take them.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, side, side, 3)
        BGR.

    Returns
    -------
    ndarray of float32, shape (n, side, side, 3)
        RGB 0..255: subtracting means and dividing is part of the networks.
    """
    return chips[..., ::-1].astype(np.float32)


def _square(box: Box, drop: float) -> Box:
    """A square as wide as `box`, its center `drop` of the box's height below the box's top."""
    return Box(box.left, round(box.top + drop * box.height - box.width / 2), box.width, box.width)


def _stacked(pictures: Sequence[Image], side: int) -> NDArray[np.uint8]:
    return np.stack(pictures) if pictures else np.zeros((0, side, side, 3), np.uint8)


def _warped(image: Image, matrix: NDArray[np.float64]) -> Image:
    """The chip that `matrix`, a similarity, takes the picture to; black outside the picture.

    ``warpAffine`` looks at four pixels only, so a large face would alias: it is first shrunk by averaging.
    """
    factor = round(1 / np.hypot(*matrix[:, 0]))
    if factor > 1:
        image, matrix = _shrunk(image, matrix, factor)
    return np.asarray(cv2.warpAffine(image, matrix, (CHIP_SIDE, CHIP_SIDE), flags=cv2.INTER_LINEAR), np.uint8)


def _shrunk(image: Image, matrix: NDArray[np.float64], factor: int) -> tuple[Image, NDArray[np.float64]]:
    """The part of the picture that the chip shows, some `factor` times smaller, and the matrix from it to the chip."""
    chip = np.array([(0, 0, 1), (0, CHIP_SIDE, 1), (CHIP_SIDE, 0, 1), (CHIP_SIDE, CHIP_SIDE, 1)])
    corners = chip @ cv2.invertAffineTransform(matrix).T
    left, top = (int(value) for value in np.floor(corners.min(axis=0)) - factor)
    right, bottom = (int(value) for value in np.ceil(corners.max(axis=0)) + factor)
    shown = Box(left, top, right - left, bottom - top).clipped(image.shape[1], image.shape[0])
    if shown is None:
        return np.zeros((1, 1, 3), np.uint8), matrix
    part = image[shown.top : shown.bottom, shown.left : shown.right]
    width, height = (max(round(length / factor), 1) for length in (shown.width, shown.height))
    small = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA)
    x, y = shown.width / width, shown.height / height  # `factor`, but for rounding
    # a pixel's center lies at 0, its border at -0.5
    back = np.array([[x, 0, shown.left + (x - 1) / 2], [0, y, shown.top + (y - 1) / 2], [0, 0, 1]])
    return np.asarray(small, np.uint8), matrix @ back


def _similarity(points: NDArray[np.float32]) -> tuple[complex, complex]:
    """What `similarity` returns, as (a, b). Plain numbers: every frame asks, and for five points arrays are slower."""
    source = [complex(x, y) for x, y in points.tolist()]
    middle = sum(source) / len(source)
    spread = sum(abs(point - middle) ** 2 for point in source)
    if not spread > 0:
        raise ValueError("the landmarks are all in one place")
    moved = zip(source, _TARGET, strict=True)
    factor = sum((point - middle).conjugate() * (aim - _TARGET_MIDDLE) for point, aim in moved) / spread
    return factor, _TARGET_MIDDLE - factor * middle


#: `REFERENCE` as complex numbers, and their mean.
_TARGET = [complex(x, y) for x, y in REFERENCE.tolist()]
_TARGET_MIDDLE = sum(_TARGET) / len(_TARGET)
