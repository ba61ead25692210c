"""What one person of the demo does alone: they show every view that capture mode asks for, one after another.

The demo is made of photos, so a head turns by moving the parts of the face against each other: most at the nose, which
is nearest to the camera.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

#: Seconds that each view is shown.
VIEW_S = 3.0
#: Seconds from one view to the next, of these.
_TURN_S = 0.8
#: How far the tip of the nose is below the center of the face, in pixels of the demo, whose faces are about 130 pixels
#: wide.
_NOSE_DROP_PX = 15.0
#: How the parts of a head move when it turns: (pixels to a side, pixels up or down, extent as a standard deviation in
#: pixels), in the demo, whose faces are about 130 pixels wide: the whole head, and the nose, which is in front of it.
_PARTS = ((16.0, 8.0, 70.0), (18.0, 9.0, 24.0))


@dataclass(frozen=True, slots=True)
class SoloView:
    """How a person shows themselves."""

    yaw: float = 0.0  #: about -1..1: to the left or right of the picture
    pitch: float = 0.0  #: about -1..1: up or down
    scale: float = 1.0  #: relative to the demo's usual size
    light: float = 1.0  #: brightness of the picture, relative to the usual one

    def mix(self, other: "SoloView", share: float) -> "SoloView":
        """The view, moved toward another one by a share 0..1."""
        pairs = zip(self.values, other.values, strict=True)
        return SoloView(*(mine + share * (theirs - mine) for mine, theirs in pairs))

    @property
    def values(self) -> tuple[float, float, float, float]:
        return self.yaw, self.pitch, self.scale, self.light


#: The views of one round.
VIEWS = (
    SoloView(),
    SoloView(yaw=1.1),
    SoloView(yaw=-1.1),
    SoloView(scale=1.4),
    SoloView(pitch=-1.0),
    SoloView(scale=0.72),
    SoloView(pitch=1.0),
    SoloView(light=0.66),
)


def solo_view(seconds: float) -> SoloView:
    """The view at that time, from 0: each for `VIEW_S` seconds, with a smooth motion to the next one."""
    number, since = divmod(seconds, VIEW_S)
    current, following = VIEWS[int(number) % len(VIEWS)], VIEWS[(int(number) + 1) % len(VIEWS)]
    return current.mix(following, ease((since - (VIEW_S - _TURN_S)) / _TURN_S))


def ease(share: float) -> float:
    """A share of a motion that starts and ends slowly: 0 up to 0, 1 from 1."""
    return (1 - math.cos(math.pi * min(max(share, 0.0), 1.0))) / 2


def turn_head(pixels: NDArray[np.uint8], face: NDArray[np.float64], view: SoloView) -> NDArray[np.uint8]:
    """Turn the head of a cut-out.

    Parameters
    ----------
    pixels : ndarray of uint8, shape (height, width, 4)
        The cut-out, BGRA.
    face : ndarray of float, shape (2,)
        Center of the face in it, (x, y).
    view : SoloView
        Its yaw and pitch.

    Returns
    -------
    ndarray of uint8, shape (height, width, 4)
        A copy, or `pixels` if the head is straight.
    """
    if not view.yaw and not view.pitch:
        return pixels
    height, width = pixels.shape[:2]
    x, y = np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)[:, np.newaxis]
    squared = (x - face[0]) ** 2 + (y - face[1] - _NOSE_DROP_PX) ** 2
    from_x, from_y = np.broadcast_to(x, (height, width)), np.broadcast_to(y, (height, width))
    for across, down, extent in _PARTS:
        motion = np.exp(-squared / (2 * extent**2))
        from_x = from_x - across * view.yaw * motion
        from_y = from_y - down * view.pitch * motion
    return np.asarray(
        cv2.remap(pixels, from_x.astype(np.float32), from_y.astype(np.float32), cv2.INTER_LINEAR), np.uint8
    )
