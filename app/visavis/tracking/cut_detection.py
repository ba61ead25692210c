"""Cut detection: a new scene ends all tracks, even where faces are at the same places."""

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.frames import Frame

#: Minimum number of pixels on the shorter side that are compared: enough to detect a cut, few enough to cost nothing.
_ROWS = 32
#: Mean difference of gray values, 0..255, above which a frame may be a cut. Measured: three cuts of a film differed by
#: 28 to 32, its busiest frames by 14, and none of 2,100 webcam frames, with a head that comes close and goes, by more
#: than 12.
_MIN_CHANGE = 18.0
#: Factor by which the difference must also exceed the scene's usual one: in busy scenes all frames differ.
_MIN_CHANGE_RATIO = 2.5
#: Seconds between two frames after which the scene counts as new.
_MAX_GAP_S = 1.0


class CutDetector:
    """Detects new scenes in the frames of a source, given one after another."""

    def __init__(self) -> None:
        self._previous: Frame | None = None
        self._previous_gray: NDArray[np.int16] | None = None
        self._usual_change = 0.0

    def is_new_scene(self, frame: Frame) -> bool:
        """Whether this frame does not continue the previous one: the first frame, a cut, a gap, or another source."""
        previous, previous_gray = self._previous, self._previous_gray
        gray = _coarse_gray(frame)
        self._previous, self._previous_gray = frame, gray
        is_new = (
            previous is None
            or previous_gray is None
            or frame.source != previous.source
            or previous_gray.shape != gray.shape
            or not 0 <= frame.time - previous.time <= _MAX_GAP_S
        )
        change = 0.0 if is_new or previous_gray is None else float(np.abs(gray - previous_gray).mean())
        if not is_new and change > max(_MIN_CHANGE, _MIN_CHANGE_RATIO * self._usual_change):
            is_new = True
        self._usual_change = 0.0 if is_new else 0.8 * self._usual_change + 0.2 * change
        return is_new


def _coarse_gray(frame: Frame) -> NDArray[np.int16]:
    """Some of the pixels in gray: the green channel, which makes up most of the luminance."""
    step = max(min(frame.image.shape[:2]) // _ROWS, 1)
    return frame.image[::step, ::step, 1].astype(np.int16)
