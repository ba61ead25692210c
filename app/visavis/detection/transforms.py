"""What a cascade searches: the picture in gray, smaller, equalized, mirrored or turned; and the way back from there."""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

_Gray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class ImageTransform:
    """A gray picture made of another one, and how boxes found in it lie there."""

    gray: _Gray  #: (height, width)
    back: NDArray[np.float64]
    """From places in `gray` to places in the picture, shape (2, 3). Places are continuous: the pictures' upper left
    corners are (0, 0), not the centers of the pixels there."""

    @classmethod
    def of(cls, image: Image, longest: int | None = None) -> Self:
        """A picture in gray, at most `longest` pixels wide and high.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.
        longest : int, optional
            In pixels; None: as large as it is. Pictures are never enlarged.
        """
        gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
        height, width = gray.shape
        factor = min(1.0, (longest or width + height) / max(width, height))
        size = max(round(width * factor), 1), max(round(height * factor), 1)
        if size != (width, height):
            gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
        back = np.array([[width / size[0], 0, 0], [0, height / size[1], 0]])
        return cls(np.asarray(gray, np.uint8), back)

    @property
    def shrunk(self) -> float:
        """How many pixels of the picture make one of this view, side by side."""
        return float(np.linalg.norm(self.back[:, 0]))

    def equalized(self) -> Self:
        """With the contrast that cascades need: they pass over all that varies by less than ten gray levels.

        Stretched to the whole range, then place by place (CLAHE with OpenCV's customary settings), so that dark, pale
        and backlit faces are found.
        """
        whole_range = cv2.normalize(self.gray, None, 0, 255, cv2.NORM_MINMAX)  # type: ignore[call-overload]
        local = cv2.createCLAHE(clipLimit=2.0, tileGridSize=(8, 8)).apply(whole_range)
        return type(self)(np.asarray(local, np.uint8), self.back)

    def mirrored(self) -> Self:
        """Left and right exchanged."""
        to_here = np.array([[-1, 0, self.gray.shape[1]], [0, 1, 0]])
        return type(self)(np.ascontiguousarray(self.gray[:, ::-1]), self._before(to_here))

    def turned(self, degrees: float) -> Self:
        """Turned counterclockwise about its center; what was outside is black, and nothing is cut off."""
        height, width = self.gray.shape
        radians = np.radians(degrees)
        cosine, sine = np.cos(radians), np.sin(radians)
        size = round(height * abs(sine) + width * abs(cosine)), round(height * abs(cosine) + width * abs(sine))
        linear = np.array([[cosine, -sine], [sine, cosine]])  # from the turned picture to this one; y points down
        shift = np.array([width, height]) / 2 - linear @ np.array(size) / 2
        to_here = np.column_stack([linear, shift])
        by_pixel = to_here.copy()
        by_pixel[:, 2] += linear @ (0.5, 0.5) - 0.5  # OpenCV has pixels' centers at whole numbers
        turned = cv2.warpAffine(self.gray, by_pixel, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        return type(self)(np.asarray(turned, np.uint8), self._before(to_here))

    def box(self, found: Box) -> Box:
        """Where a box found in this view lies in the picture: around the same point, as large, and upright."""
        x, y = self.back @ (*found.center, 1.0)
        across, down = np.linalg.norm(self.back[:, :2], axis=0)
        width, height = max(round(found.width * across), 1), max(round(found.height * down), 1)
        return Box(round(x - width / 2), round(y - height / 2), width, height)

    def _before(self, to_here: NDArray[np.float64]) -> NDArray[np.float64]:
        """The way back of a view made of this one."""
        return np.asarray(self.back @ np.vstack([to_here, (0, 0, 1)]), np.float64)
