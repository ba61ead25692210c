"""The times of a video's frames: those of the file, except where its clock is at fault."""

import math
from collections.abc import Iterator
from typing import Any

import cv2

#: Frame rate of a file whose frames have no times, and whose rate is missing or implausible, in frames per second.
_DEFAULT_RATE = 30.0
#: Minimum plausible frame rate, in frames per second: one a minute.
_MIN_RATE = 1 / 60
#: Maximum plausible frame rate, in frames per second. Some containers give the ticks of their clock instead (90,000 or
#: 1,000).
_MAX_RATE = 480.0
#: Maximum seconds between two frames of an MPEG stream. A longer step is a jump of its clock, as between joined
#: recordings. FFmpeg has the same limit.
_MAX_STREAM_STEP_S = 10.0
#: Maximum seconds between two frames of other files, whose clocks run through: a camera may record once a minute, or
#: pause. A longer step is a fault of the file.
_MAX_STEP_S = 3600.0
#: Seconds by which a clock may go back, as where frames are out of order. A longer step back begins another recording.
_MAX_BACK_S = 0.5
#: Maximum seconds between the requested time of a jump and that of the frame there; a clock that says more is at fault.
_MAX_JUMP_ERROR_S = 60.0
#: Seconds between two frames that have the same time. It is as short as players can show, so that a burst of frames
#: does not make the video longer.
_TICK_S = 0.001


def timestamps(capture: Any, *, is_stream: bool, start: float = 0.0) -> Iterator[float]:
    """The time of the frame that was just read, in seconds since the first frame. Each is after the one before.

    Parameters
    ----------
    capture : cv2.VideoCapture
        With the first frame read.
    is_stream : bool
        Whether the clock of the file may jump.
    start : float
        The time of the first frame read; not 0 after a jump in the file.

    Notes
    -----
    The frame rate counts only as long as the file's clock has not moved, since the rate of a file may vary, be missing,
    or be wrong. Where a clock jumps, the frame comes one frame after the one before, and the clock goes on from there.
    """
    max_step = _MAX_STREAM_STEP_S if is_stream else _MAX_STEP_S
    usual_step = 1 / usual_rate(capture)
    elapsed, previous = start, file_clock(capture)
    offset, waited, has_moved = start - previous, 0.0, False
    while True:
        yield elapsed
        now = file_clock(capture)
        step = now - previous
        if not -_MAX_BACK_S <= step <= max_step:
            offset = elapsed + usual_step - now
        has_moved = has_moved or step > 0
        waited = 0.0 if has_moved else waited + usual_step
        elapsed = max(now + offset + waited, elapsed + _TICK_S)
        previous = now


def has_rate(capture: Any) -> bool:
    """Whether a video gives a frame rate, and a plausible one."""
    return bool(_MIN_RATE <= capture.get(cv2.CAP_PROP_FPS) <= _MAX_RATE)


def usual_rate(capture: Any) -> float:
    """The frame rate of a video, in frames per second; a common one if it gives none."""
    return float(capture.get(cv2.CAP_PROP_FPS)) if has_rate(capture) else _DEFAULT_RATE


def time_after_jump(capture: Any, origin: float, target: float) -> float:
    """The time of the first frame read after a jump, in seconds since the first frame.

    The file's clock tells it, since OpenCV counts frames, which are not as far apart everywhere. Where the clock does
    not run, or is far from where it was to go, it is the requested time.

    Parameters
    ----------
    origin : float
        The file's time of the first frame; 0 if none was read yet.
    target : float
        The requested time.
    """
    now = file_clock(capture) - origin
    return now if now > 0 and abs(now - target) <= _MAX_JUMP_ERROR_S else target


def announced_duration(capture: Any) -> float:
    """How long a video is, in seconds, as the file says; 0 if it does not say.

    An implausible rate counts, too: with it, the number of frames follows from the duration.
    """
    rate, count = capture.get(cv2.CAP_PROP_FPS), capture.get(cv2.CAP_PROP_FRAME_COUNT)
    duration = count / (rate if rate > 0 else _DEFAULT_RATE)
    return float(duration) if math.isfinite(duration) and duration > 0 else 0.0


def file_clock(capture: Any) -> float:
    """The file's time of the last frame, in seconds."""
    time = float(capture.get(cv2.CAP_PROP_POS_MSEC)) / 1000
    return time if math.isfinite(time) else 0.0
