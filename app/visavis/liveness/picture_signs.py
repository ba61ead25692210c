"""Signs of a picture of a face: it moves as a plane does, or nothing in it moves."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.liveness.hint import DenyCue
from visavis.liveness.view import LivenessView, Patch, Shape, anisotropy, face_mask, normalize

#: Seconds whose views are averaged: it removes noise.
_STEP_S = 0.2
#: Seconds that are compared.
_SPAN_S = 5.0
#: Share of the steps of that time that must have views, before nothing is said to move.
_MIN_COVERED = 0.9
#: Largest loss of correlation between two steps of a face in which nothing moves. See docs/liveness.md for how this and
#: the limits below were chosen.
_MAX_CHANGE = 0.008
#: Anisotropy of the landmarks from which two faces are registered: it costs milliseconds, so it is done only then.
_MIN_TILT = 1.08
#: Anisotropy of the registration from which a face was tilted, or turned.
_MIN_REGISTERED_TILT = 1.14
#: Correlation after registration from which a tilted face is flat. In a turned head, the nose hides a cheek.
_MIN_FLATNESS = 0.975
#: Pairs of views that must be flat.
_MIN_FLAT_PAIRS = 2
#: Maximum number of iterations of a registration, and the change of correlation that ends it earlier.
_CRITERIA = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, 30, 1e-4)

_MASK = face_mask()


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """The views of a fifth of a second."""

    time: float
    shape: Shape  #: their mean
    mean: Patch  #: their mean, inside the mask
    face: NDArray[np.uint8]  #: the newest of them


class PictureSigns:
    """Finds the deny cues in the views of one face, given one after another."""

    def __init__(self) -> None:
        self._views: list[LivenessView] = []
        self._steps: deque[_Step] = deque()
        self._flat_pairs = 0

    def clear(self) -> None:
        """Forget the views so far: the face was out of sight."""
        self._views.clear()
        self._steps.clear()

    def find(self, view: LivenessView) -> Collection[DenyCue]:
        """The deny cues that have just shown."""
        found: Collection[DenyCue] = ()
        if self._views and view.time - self._views[0].time >= _STEP_S:
            found = self._compare(_average(self._views))
            self._views = []
        self._views.append(view)
        return found

    def _compare(self, newest: _Step) -> set[DenyCue]:
        while self._steps and newest.time - self._steps[0].time > _SPAN_S:
            self._steps.popleft()
        cues = set()
        if self._is_flat(newest):
            cues.add(DenyCue.FLAT)
        self._steps.append(newest)
        if self._is_lifeless():
            cues.add(DenyCue.LIFELESS)
        return cues

    def _is_flat(self, newest: _Step) -> bool:
        """Whether a second pair of views has shown a plane."""
        tilt, other = max(
            ((anisotropy(step.shape, newest.shape), step) for step in self._steps),
            key=lambda pair: pair[0],
            default=(1.0, newest),
        )
        if _MIN_TILT <= tilt < float("inf") and is_plane(other.face, newest.face):
            self._flat_pairs += 1
        return self._flat_pairs >= _MIN_FLAT_PAIRS

    def _is_lifeless(self) -> bool:
        if len(self._steps) < _MIN_COVERED * _SPAN_S / _STEP_S:
            return False
        if self._steps[-1].time - self._steps[0].time < _MIN_COVERED * _SPAN_S:
            return False
        means = np.stack([step.mean for step in self._steps])
        return bool((means @ means.T).min() >= 1 - _MAX_CHANGE)


def is_plane(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> bool:
    """Whether two views of a face differ by a tilt, and are the same picture apart from it.

    The views are registered with the affine map that maximizes their correlation [1]_.

    Parameters
    ----------
    first, second : ndarray of uint8, shape (FACE_SIDE, FACE_SIDE)
        `LivenessView.face`.

    References
    ----------
    .. [1] Evangelidis, G. D. and Psarakis, E. Z. (2008). Parametric image alignment using enhanced correlation
       coefficient maximization. IEEE TPAMI 30(10). doi:10.1109/TPAMI.2008.113
    """
    identity = np.eye(2, 3, dtype=np.float32)
    try:
        correlation, warp = cv2.findTransformECC(first, second, identity, cv2.MOTION_AFFINE, _CRITERIA, _MASK, 1)
    except cv2.error:  # they have so little in common that the search diverges
        return False
    tilt = anisotropy(np.eye(2), np.asarray(warp[:, :2], np.float64))
    return _MIN_REGISTERED_TILT <= tilt < float("inf") and correlation >= _MIN_FLATNESS


def _average(views: list[LivenessView]) -> _Step:
    mean = np.asarray(np.mean([view.face for view in views], axis=0), np.float32)
    shape = np.mean([view.shape for view in views], axis=0)
    return _Step(views[-1].time, shape, normalize(mean[_MASK > 0]), views[-1].face)
