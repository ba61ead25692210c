"""The gray views that a cascade searches: shrunk, equalized, mirrored or rotated, each with its inverse transform."""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Clip limit of CLAHE: OpenCV's customary value.
_CLIP_LIMIT = 2.0
#: Tiles of CLAHE, across and down: OpenCV's customary value.
_TILES = (8, 8)

_Gray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class ImageTransform:
    """A gray view of a picture, and the transform from the view to the picture."""

    gray: _Gray  #: (height, width)
    inverse: NDArray[np.float64]
    """From points in `gray` to points in the picture, shape (2, 3). Coordinates are continuous: (0, 0) is the upper
    left corner of a picture, not the center of its first pixel."""

    @classmethod
    def from_image(cls, image: Image, longest: int | None = None) -> Self:
        """Convert a picture to gray, shrunk to at most `longest` pixels in width and height.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.
        longest : int, optional
            In pixels; None: the size of the picture. Pictures are never enlarged.
        """
        gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        height, width = gray.shape
        factor = min(1.0, (longest or width + height) / max(width, height))
        size = max(round(width * factor), 1), max(round(height * factor), 1)
        if size != (width, height):
            gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
        inverse = np.array([[width / size[0], 0, 0], [0, height / size[1], 0]])
        return cls(np.asarray(gray, np.uint8), inverse)

    @property
    def pixel_size(self) -> float:
        """Side of a pixel of this view, in pixels of the picture."""
        return float(np.linalg.norm(self.inverse[:, 0]))

    def equalize(self) -> Self:
        """Return a view with more contrast: cascades ignore regions that vary by less than ten gray levels.

        The values are stretched to the whole range, then equalized locally (CLAHE), so that dark, pale and backlit
        faces are found.
        """
        whole_range = cv2.normalize(self.gray, None, 0, 255, cv2.NORM_MINMAX)  # type: ignore[call-overload]
        local = cv2.createCLAHE(clipLimit=_CLIP_LIMIT, tileGridSize=_TILES).apply(whole_range)
        return type(self)(np.asarray(local, np.uint8), self.inverse)

    def mirror(self) -> Self:
        """Return a view with left and right exchanged."""
        to_here = np.array([[-1, 0, self.gray.shape[1]], [0, 1, 0]])
        return type(self)(np.ascontiguousarray(self.gray[:, ::-1]), self._inverse_through(to_here))

    def rotate(self, degrees: float) -> Self:
        """Return a view rotated counterclockwise about its center. It is padded with black, and nothing is cut off."""
        height, width = self.gray.shape
        radians = np.radians(degrees)
        cosine, sine = np.cos(radians), np.sin(radians)
        size = round(height * abs(sine) + width * abs(cosine)), round(height * abs(cosine) + width * abs(sine))
        linear = np.array([[cosine, -sine], [sine, cosine]])  # from the rotated view to this one; y points down
        shift = np.array([width, height]) / 2 - linear @ np.array(size) / 2
        to_here = np.column_stack([linear, shift])
        by_pixel = to_here.copy()
        by_pixel[:, 2] += linear @ (0.5, 0.5) - 0.5  # OpenCV has the centers of pixels at integers
        rotated = cv2.warpAffine(self.gray, by_pixel, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        return type(self)(np.asarray(rotated, np.uint8), self._inverse_through(to_here))

    def box_in_picture(self, box: Box) -> Box:
        """Return the upright box in the picture with the center and the size of a box in this view."""
        x, y = self.inverse @ (*box.center, 1.0)
        across, down = np.linalg.norm(self.inverse[:, :2], axis=0)
        width, height = max(round(box.width * across), 1), max(round(box.height * down), 1)
        return Box(round(x - width / 2), round(y - height / 2), width, height)

    def _inverse_through(self, to_here: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the inverse transform of a view made from this one, given the transform from it to this one."""
        return np.asarray(self.inverse @ np.vstack([to_here, (0, 0, 1)]), np.float64)
