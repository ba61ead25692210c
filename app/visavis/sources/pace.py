"""Playback of recorded frames in real time."""

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator

from visavis.imaging.frames import Frame

#: Delay from which playback was paused, in seconds. It then continues with the next frame instead of catching up.
_PAUSE_S = 1.0


def pace(
    frames: Iterator[Frame], stopped: threading.Event, clock: Callable[[], float] = time.monotonic
) -> Iterator[Frame]:
    """Yield each frame at `start + frame.time`, so that one late frame does not delay the following ones.

    Late frames are yielded at once; to skip them, use a mailbox. The iteration ends when `stopped` is set.
    """
    start = None
    for frame in frames:
        now = clock()
        start = now - frame.time if start is None else start
        if now - start - frame.time > _PAUSE_S:
            start = now - frame.time
        if stopped.wait(max(0.0, start + frame.time - now)):
            return
        yield dataclasses.replace(frame, taken_at=clock())
