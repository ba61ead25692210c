"""The type of pictures in memory, and conversion of other arrays to it."""

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""A picture: shape (height, width, 3), uint8, BGR as in OpenCV."""


def as_bgr(array: NDArray[np.uint8] | NDArray[np.uint16]) -> Image:
    """Convert a picture to BGR, uint8.

    Parameters
    ----------
    array : ndarray, shape (height, width), (height, width, 1), (height, width, 3) or (height, width, 4)
        uint8, or uint16 with the full range (16-bit PNG). Three channels are BGR, four are BGRA; alpha is dropped.

    Returns
    -------
    ndarray of uint8, shape (height, width, 3)

    Raises
    ------
    ValueError
        If it is empty, or has another shape or type.
    """
    if array.size == 0 or array.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"no picture: shape {array.shape}, {array.dtype}")
    picture = np.asarray(array >> 8 if array.dtype == np.uint16 else array, np.uint8)
    match picture.shape:
        case (_, _) | (_, _, 1):
            return np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
        case (_, _, 3):
            return picture
        case (_, _, 4):
            return np.ascontiguousarray(picture[:, :, :3])
    raise ValueError(f"no picture: shape {array.shape}")
