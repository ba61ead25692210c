"""Playing what is recorded in real time."""

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator

from visavis.imaging.frames import Frame

#: A film that is so many seconds late goes on where it is: whoever paused it wants to see what comes then.
_PAUSED = 1.0


def paced(
    frames: Iterator[Frame], stopped: threading.Event, clock: Callable[[], float] = time.monotonic
) -> Iterator[Frame]:
    """Pass each frame on at `start + frame.time`, so that waiting too long once does not delay the ones after.

    A late frame is passed on at once: whoever wants only the newest puts them into a mailbox.
    Ends at once when `stopped` is set.
    """
    start = None
    for frame in frames:
        now = clock()
        start = now - frame.time if start is None else start
        if now - start - frame.time > _PAUSED:
            start = now - frame.time
        if stopped.wait(max(0.0, start + frame.time - now)):
            return
        yield dataclasses.replace(frame, taken_at=clock())
