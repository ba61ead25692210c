"""Spans: from the frames in which a person is visible to the times from when to when they are there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Longest time for which somebody may be out of sight within one span, in seconds. A face that turns away, or is hidden
#: for a moment, does not leave.
MAX_GAP_S = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From when to when somebody is there, in seconds since the first frame."""

    start: float
    end: float

    @property
    def duration(self) -> float:
        return self.end - self.start


def spans_of(
    frames: NDArray[np.int32], times: NDArray[np.float64], durations: NDArray[np.float64], max_gap: float = MAX_GAP_S
) -> tuple[Span, ...]:
    """The spans of somebody who is visible in these frames.

    Parameters
    ----------
    frames : ndarray of int32, shape (n,)
        Indices of frames, sorted, each once.
    times, durations : ndarray of float64, shape (frames of the file,)
        When each frame of the file begins, and for how long it is shown, in seconds.
    max_gap : float
        Longest time out of sight within one span, in seconds.
    """
    if not len(frames):
        return ()
    starts = times[frames]
    ends = starts + durations[frames]
    breaks = np.flatnonzero(starts[1:] - ends[:-1] > max_gap)
    firsts, lasts = np.append(0, breaks + 1), np.append(breaks, len(frames) - 1)
    return tuple(Span(float(starts[a]), float(ends[b])) for a, b in zip(firsts, lasts, strict=True))
