"""Landmarks of a face, and the aligned chip that the `embedding` network sees. NumPy and OpenCV only.

Steps: box -> `squares` -> `crops` -> `to_rgb` -> O-Net -> `landmarks` -> `aligned_chips` -> `to_rgb` -> SFace.
Without O-Net: box -> `fallback_chips` -> `to_rgb` -> SFace.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.crop import cut_view, resize_square
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image

#: Version of the input of the networks. Increase it with every change in this module, which changes what embeddings
#: mean: stored ones are then computed again. 1 was the chip of 150 pixels for dlib's ResNet-29.
EMBEDDING_INPUT_VERSION = 2

#: Side of the crop for O-Net, in pixels.
CROP_SIDE = 48
#: Side of the chip for SFace, in pixels.
CHIP_SIDE = 112

#: Distance from the center of a Haar box down to the center of its crop, as a share of the height of the box. The best
#: value for haarcascade_frontalface_alt2, whose boxes are square, measured by the distance of the landmarks from
#: dlib's.
CROP_DROP = 0.03
#: Distance from the top of a Haar box down to the center of a chip without landmarks, as a share of the height of the
#: box: where the chip of a face with `_BOX_LANDMARKS` has its center.
FALLBACK_DROP = 0.427
#: Side of a chip without landmarks, as a share of the width of the box. Found in the same way.
FALLBACK_SCALE = 1.159

#: Where the five landmarks are in the chip, (x, y) in pixels, in the order of `Face.landmarks`. The network was trained
#: with this template, which OpenCV uses for it, too (cv2.FaceRecognizerSF.alignCrop). A template refitted to O-Net's
#: landmarks recognized no better.
REFERENCE = np.array(
    [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)], np.float32
)
#: Where the five landmarks are in the box that haarcascade_frontalface_alt2 gives for a face, (x, y) from the center of
#: the box, in sides of the box. Measured: mean positions of O-Net's landmarks in upright faces, and the median of the
#: boxes of 65 faces of LFW. Half of these boxes are within 5 % of that size.
_BOX_LANDMARKS = np.array(
    [(-0.18158, -0.11087), (0.18968, -0.11101), (0.00249, 0.11219), (-0.15970, 0.29592), (0.16842, 0.29709)], np.float32
)


def squares(boxes: Sequence[Box]) -> list[Box]:
    """Return the squares that O-Net sees: as wide as the boxes, centered slightly below their centers."""
    return [_square(box, 0.5 + CROP_DROP) for box in boxes]


def crops(image: Image, places: Sequence[Box]) -> NDArray[np.uint8]:
    """Cut `squares` out of a picture for O-Net.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        BGR. What is outside is black.
    places : sequence of Box
        The n squares, in pixels of `image`.

    Returns
    -------
    ndarray of uint8, shape (n, 48, 48, 3)
        BGR. `to_rgb` converts it to the input of the network.
    """
    return _stack([resize_square(cut_view(image, place), CROP_SIDE) for place in places], CROP_SIDE)


def landmarks(outputs: NDArray[np.float32], places: Sequence[Box]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Convert the output of O-Net to pixels of the picture.

    Parameters
    ----------
    outputs : ndarray of float32, shape (n, 15)
        Ten coordinates (x1, y1, x2, ...) and four sides as shares of the crop, and one probability.
    places : sequence of Box
        The n squares of the crops, in pixels of the picture.

    Returns
    -------
    points : ndarray of float32, shape (n, 5, 2)
        (x, y): the left eye in the picture, the right eye, the nose, the left and the right corner of the mouth.
    probabilities : ndarray of float32, shape (n,)
        Of a face, 0..1. This is no test of liveness: masks and statues pass.
    """
    corners = np.array([(place.left, place.top) for place in places], np.float32).reshape(-1, 1, 2)
    sides = np.array([place.width for place in places], np.float32).reshape(-1, 1, 1)
    return corners + outputs[:, :10].reshape(-1, 5, 2) * sides, outputs[:, 14]


def similarity(points: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the similarity transform that maps five landmarks closest to where the network expects them.

    Least squares over rotation, scale and translation. With points as complex numbers, the transform is z -> a z + b,
    and `a` has a closed form, which equals Umeyama's solution in two dimensions [1]_.

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
    factor, shift = _similarity(points, REFERENCE)
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def box_around(points: NDArray[np.float32]) -> Box:
    """Return the box that a cascade would give for a face with these landmarks: a square, upright for any roll.

    Parameters
    ----------
    points : ndarray of float, shape (5, 2)
        Landmarks in pixels of the picture.

    Raises
    ------
    ValueError
        If all points are the same.
    """
    factor, shift = _similarity(points, _BOX_LANDMARKS)
    center = -shift / factor
    side = max(round(1 / abs(factor)), 1)
    return Box(round(center.real - side / 2), round(center.imag - side / 2), side, side)


def aligned_chips(image: Image, points: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return the chips of faces with known landmarks: upright, with eyes and mouth where the network expects them.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        BGR. What is outside is black.
    points : ndarray of float32, shape (n, 5, 2)
        Landmarks of each face, in pixels of `image`.

    Returns
    -------
    ndarray of uint8, shape (n, 112, 112, 3)
        BGR. `to_rgb` converts it to the input of the network.

    Raises
    ------
    ValueError
        If all points of a face are the same.
    """
    return _stack([_warp(image, similarity(face)) for face in points], CHIP_SIDE)


def fallback_chips(image: Image, boxes: Sequence[Box]) -> NDArray[np.uint8]:
    """Return the chips of faces without landmarks: squares slightly larger than the boxes, centered slightly higher.

    Returns
    -------
    ndarray of uint8, shape (n, 112, 112, 3)
        BGR. They are nearly as good as aligned chips, unless the head is tilted.
    """
    places = [_square(box, FALLBACK_DROP, FALLBACK_SCALE) for box in boxes]
    return _stack([resize_square(cut_view(image, place), CHIP_SIDE) for place in places], CHIP_SIDE)


def chip_corners(face: Face) -> NDArray[np.float32]:
    """Return where the corners of the face's chip are in the picture, (x, y) in pixels, in order, shape (4, 2).

    Raises
    ------
    ValueError
        If all landmarks of the face are the same.
    """
    if face.landmarks is None:
        place = _square(face.box, FALLBACK_DROP, FALLBACK_SCALE)
        left, top, right, bottom = place.left, place.top, place.right, place.bottom
        return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    chip = np.array([(0, 0, 1), (CHIP_SIDE, 0, 1), (CHIP_SIDE, CHIP_SIDE, 1), (0, CHIP_SIDE, 1)])
    return np.asarray(chip @ cv2.invertAffineTransform(similarity(face.landmarks)).T, np.float32)


def to_rgb(chips: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Convert crops or chips to the input of the published networks.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, side, side, 3)
        BGR.

    Returns
    -------
    ndarray of float32, shape (n, side, side, 3)
        RGB 0..255. The networks scale it.
    """
    return chips[..., ::-1].astype(np.float32)


def _square(box: Box, drop: float, scale: float = 1.0) -> Box:
    """Return a square, its side `scale` widths of the box, its center `drop` heights of the box below its top."""
    side = round(scale * box.width)
    left = round(box.left + (box.width - side) / 2)
    return Box(left, round(box.top + drop * box.height - side / 2), side, side)


def _stack(pictures: Sequence[Image], side: int) -> NDArray[np.uint8]:
    return np.stack(pictures) if pictures else np.zeros((0, side, side, 3), np.uint8)


def _warp(image: Image, matrix: NDArray[np.float64]) -> Image:
    """Transform a picture to a chip with a similarity; what is outside of the picture is black.

    ``warpAffine`` interpolates between four pixels, so a large face would alias: it is first shrunk by averaging.
    """
    factor = round(1 / np.hypot(*matrix[:, 0]))
    if factor > 1:
        image, matrix = _shrink(image, matrix, factor)
    return np.asarray(cv2.warpAffine(image, matrix, (CHIP_SIDE, CHIP_SIDE), flags=cv2.INTER_LINEAR), np.uint8)


def _shrink(image: Image, matrix: NDArray[np.float64], factor: int) -> tuple[Image, NDArray[np.float64]]:
    """Return the visible part of the picture, shrunk by about `factor`, and the matrix from it to the chip."""
    chip = np.array([(0, 0, 1), (0, CHIP_SIDE, 1), (CHIP_SIDE, 0, 1), (CHIP_SIDE, CHIP_SIDE, 1)])
    corners = chip @ cv2.invertAffineTransform(matrix).T
    left, top = (int(value) for value in np.floor(corners.min(axis=0)) - factor)
    right, bottom = (int(value) for value in np.ceil(corners.max(axis=0)) + factor)
    visible = Box(left, top, right - left, bottom - top).clip(image.shape[1], image.shape[0])
    if visible is None:
        return np.zeros((1, 1, 3), np.uint8), matrix
    part = image[visible.top : visible.bottom, visible.left : visible.right]
    width, height = (max(round(length / factor), 1) for length in (visible.width, visible.height))
    small = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA)
    x, y = visible.width / width, visible.height / height  # `factor`, except for rounding
    # the center of a pixel is at 0, its border at -0.5
    back = np.array([[x, 0, visible.left + (x - 1) / 2], [0, y, visible.top + (y - 1) / 2], [0, 0, 1]])
    return np.asarray(small, np.uint8), matrix @ back


def _similarity(points: NDArray[np.float32], reference: NDArray[np.float32]) -> tuple[complex, complex]:
    """Return the similarity as (a, b). Plain complex numbers are faster than arrays for five points."""
    source = [complex(x, y) for x, y in points.tolist()]
    target = [complex(x, y) for x, y in reference.tolist()]
    center, target_center = sum(source) / len(source), sum(target) / len(target)
    spread = sum(abs(point - center) ** 2 for point in source)
    if not spread > 0:
        raise ValueError("the landmarks are all in one place")
    pairs = zip(source, target, strict=True)
    factor = sum((point - center).conjugate() * (goal - target_center) for point, goal in pairs) / spread
    return factor, target_center - factor * center
