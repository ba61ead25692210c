"""Blinks: both eyes change together for a moment and come back, while the rest of the face stays.

A blink takes 100 to 400 ms [1]_.

References
----------
.. [1] Pan, G., Sun, L., Wu, Z. and Lao, S. (2007). Eyeblink-based anti-spoofing in face recognition from a generic
   webcamera. ICCV. doi:10.1109/ICCV.2007.4409068
"""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from visavis.liveness.view import LivenessView, anisotropy

#: Seconds from before a blink to after it, at most.
_MAX_SPAN_S = 0.7
#: Seconds from before a blink to after it, at least: what is shorter is a flash or an error of the landmarks.
_MIN_SPAN_S = 0.12
#: Frames in a row in which both eyes must be closed.
_MIN_CLOSED = 2
#: Frames in a row in which both eyes must be open and still before: errors of the landmarks come and go.
_MIN_OPEN_BEFORE = 3
#: Frames in a row in which both eyes must be open after.
_MIN_OPEN_AFTER = 2
#: Correlation with the open eye below which an eye is closed. See docs/liveness.md for how these were chosen.
_MAX_CLOSED = 0.90
#: Correlation with the eye before from which an eye is open again.
_MIN_OPEN = 0.95
#: Correlation of the nose with the nose before, in every frame of the blink: the head does not turn.
_MIN_STILL = 0.95
#: Anisotropy between the shape before and any in the blink up to which the face was not tilted.
_MAX_ANISOTROPY = 1.06


class BlinkDetector:
    """Finds blinks in the views of one face, given one after another."""

    def __init__(self) -> None:
        self._views: deque[LivenessView] = deque()

    def clear(self) -> None:
        """Forget the views so far: the face was out of sight."""
        self._views.clear()

    def is_blink(self, view: LivenessView) -> bool:
        """Whether a blink has just ended with this view."""
        while self._views and view.time - self._views[0].time > _MAX_SPAN_S:
            self._views.popleft()
        self._views.append(view)
        views = list(self._views)
        left, right, nose = (
            patches @ patches.T
            for patches in map(np.stack, zip(*((*each.eyes, each.nose) for each in views), strict=True))
        )
        # row: the view that is compared with, column: the view that is compared
        is_closed = np.maximum(left, right) < _MAX_CLOSED
        is_open = np.minimum(left, right) >= _MIN_OPEN
        found = any(
            view.time - views[row].time >= _MIN_SPAN_S
            and is_open[row, row - _MIN_OPEN_BEFORE + 1 : row].all()
            and is_open[row, -_MIN_OPEN_AFTER:].all()
            and _longest_run(is_closed[row, row:]) >= _MIN_CLOSED
            and nose[row, row:].min() >= _MIN_STILL
            and all(anisotropy(views[row].shape, other.shape) <= _MAX_ANISOTROPY for other in views[row + 1 :])
            for row in range(_MIN_OPEN_BEFORE - 1, len(views) - 1)
        )
        if found:
            self._views.clear()
        return found


def _longest_run(flags: NDArray[np.bool_]) -> int:
    """How many flags in a row are true, at most."""
    longest = current = 0
    for flag in flags.tolist():
        current = current + 1 if flag else 0
        longest = max(longest, current)
    return longest
