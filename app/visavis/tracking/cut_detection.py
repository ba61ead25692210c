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
#: Correlation of the gray values below which the picture is another one, however dark both are. Measured: 0.03 to 0.19
#: at three cuts of a film, at least 0.52 between its other frames, and at least 0.83 between 2,100 webcam frames.
SAME_SCENE_CORRELATION = 0.35
#: Minimum standard deviation of the gray values of both frames for that: without contrast, noise does not correlate.
_MIN_CONTRAST = 8.0
#: Factor by which the difference must also exceed the scene's usual one: in busy scenes all frames differ.
_MIN_CHANGE_RATIO = 2.5
#: Seconds between two frames after which the scene counts as new.
_MAX_GAP_S = 1.0


class CutDetector:
    """Detects new scenes in the frames of a source, given one after another.

    Parameters
    ----------
    min_correlation : float, optional
        Correlation of two frames below which the second is a cut, too. By default none is: before a plain wall, two
        people who change places do not correlate either, and their tracks shall go on.
    """

    def __init__(self, min_correlation: float = -1.0) -> None:
        self._min_correlation = min_correlation
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
        is_new = is_new or previous_gray is None or _correlation(gray, previous_gray) < self._min_correlation
        self._usual_change = 0.0 if is_new else 0.8 * self._usual_change + 0.2 * change
        return is_new


def _correlation(gray: NDArray[np.int16], other: NDArray[np.int16]) -> float:
    """The correlation of two images, -1..1; 1 if one of them has too little contrast."""
    if min(float(gray.std()), float(other.std())) < _MIN_CONTRAST:
        return 1.0
    return float(np.corrcoef(gray.ravel(), other.ravel())[0, 1])


def _coarse_gray(frame: Frame) -> NDArray[np.int16]:
    """Some of the pixels in gray: the green channel, which makes up most of the luminance."""
    step = max(min(frame.image.shape[:2]) // _ROWS, 1)
    return frame.image[::step, ::step, 1].astype(np.int16)
