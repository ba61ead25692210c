"""Spans: from the frames in which a person is visible to the times from when to when they are there."""

import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.pipeline import Analysis

#: Longest time for which somebody may be out of sight within one span, in seconds. A face that turns away, or is hidden
#: for a moment, does not leave.
MAX_GAP_S = 1.0

#: Duration of the only frame of a video that gives no rate, in seconds.
_FRAME_S = 1 / 30


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


class SpanCollector:
    """The spans of the people with a name in a video, whose analyses are given one after another."""

    def __init__(self) -> None:
        self._times = array.array("d")
        self._interval = 0.0
        self._frames: dict[str, array.array[int]] = {}

    def add(self, analysis: Analysis) -> None:
        index = len(self._times)
        self._times.append(analysis.frame.time)
        self._interval = analysis.frame.interval
        for name in {answer.match.name for answer in analysis.answers} - {None}:
            self._frames.setdefault(str(name), array.array("i")).append(index)

    def spans(self) -> dict[str, tuple[Span, ...]]:
        """By name, in the order in which they are first seen."""
        times = np.array(self._times, np.float64)
        durations = np.diff(times, append=times[-1] + last_duration(times, self._interval)) if len(times) else times
        return {name: spans_of(np.array(frames), times, durations) for name, frames in self._frames.items()}


def last_duration(times: NDArray[np.float64], interval: float) -> float:
    """For how long the last frame is shown: as long as usual, or as the file's rate says if that is shorter."""
    usual = [*([float(np.median(np.diff(times)))] if len(times) > 1 else []), *([interval] if interval > 0 else [])]
    return min(usual, default=_FRAME_S)
