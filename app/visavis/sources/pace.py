"""Playback of recorded frames in real time."""

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator

from visavis.imaging.frames import Frame
from visavis.sources.jumps import Jumps

#: Delay from which playback was paused, in seconds. It then continues with the next frame instead of catching up.
_PAUSE_S = 1.0


def pace(
    frames: Iterator[Frame],
    stopped: threading.Event,
    clock: Callable[[], float] = time.monotonic,
    jumps: Jumps | None = None,
) -> Iterator[Frame]:
    """Yield each frame at `start + frame.time`, so that one late frame does not delay the following ones.

    Late frames are yielded at once; to skip them, use a mailbox. The iteration ends when `stopped` is set.
    A jump ends the wait for a frame, which is then left out; the first frame after it is yielded at once.
    """
    start, made = None, 0
    waiter = stopped if jumps is None else jumps
    for frame in frames:
        now = clock()
        if jumps is not None and jumps.count != made:
            start, made = None, jumps.count
        start = now - frame.time if start is None else start
        if now - start - frame.time > _PAUSE_S:
            start = now - frame.time
        if waiter.wait(max(0.0, start + frame.time - now)):
            if jumps is None or stopped.is_set():
                return
            continue
        yield dataclasses.replace(frame, taken_at=clock())
