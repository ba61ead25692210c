"""Stand-ins at the seams: no camera is needed."""

import cv2
import numpy as np


def picture(value=90, width=64, height=48):
    """A plain picture: (height, width, 3) uint8."""
    return np.full((height, width, 3), value, np.uint8)


class FakeCapture:
    """What `cv2.VideoCapture` is to a source: gives its pictures, then fails as an unplugged camera does.

    `times` are the timestamps of the pictures in milliseconds; without them the clock stands still at 0.
    `promised` is the number of frames it says it has; something live does not know.
    """

    def __init__(self, pictures=(), *, opened=True, rate=0.0, times=(), promised=0):
        self._pictures = list(pictures)
        self._opened = opened
        self._times = times
        self._values = {cv2.CAP_PROP_FPS: rate, cv2.CAP_PROP_FRAME_COUNT: promised}
        self._given = 0
        self.released = False

    def __call__(self, *arguments):
        """Be opened: the capture is its own opener, and remembers what it was asked for."""
        self.arguments = arguments
        return self

    def isOpened(self):  # noqa: N802 - OpenCV's name
        return self._opened

    def read(self):
        assert not self.released
        if self._given == len(self._pictures):
            return False, None
        self._given += 1
        return True, self._pictures[self._given - 1]

    def get(self, key):
        if key == cv2.CAP_PROP_POS_MSEC:
            return self._times[self._given - 1] if self._times else 0.0
        return self._values.get(key, 0.0)

    def set(self, key, value):
        self._values[key] = value
        return True

    def release(self):
        self.released = True
