"""What the tours play in the place of a camera and of a training."""

import threading
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from visavis.imaging.frames import Frame
from visavis.imaging.image import Image

Event = dict[str, Any]

#: Minimum seconds between two frames of somebody who moves, and of a picture that stays: each is analyzed, which takes
#: time.
_MOVING_S, _STILL_S = 0.1, 0.2
#: Maximum seconds between two frames: the analysis pauses behind some pages.
_MOST_S = 1.0
#: Seconds between two frames where none waits for the analysis.
_STEADY_S = 1 / 30


class Playing:
    """A live source that repeats pictures.

    Parameters
    ----------
    waits : bool
        Whether each frame is given once the one before was analyzed. So a busy computer shows the same labels as an
        idle one, and analyzes no frame that nobody will see. Otherwise they come like those of a camera.
    """

    live = True

    def __init__(self, pictures: Sequence[Image], name: str, *, waits: bool = True) -> None:
        self.name = name
        self._pictures = pictures
        self._waits = waits
        self._analyzed = -1  # number of the newest frame that was
        self._changed = threading.Condition()
        self._stopped = False

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def analyzed(self, number: int) -> None:
        """Give the next frame: this one was analyzed."""
        with self._changed:
            self._analyzed = max(self._analyzed, number)
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Frame]:
        for number, image in enumerate(cycle(self._pictures)):
            changed = image.copy()
            changed[0, 0] = number % 256  # or the picture counts as frozen
            yield Frame(changed, time.monotonic(), number, number / 10, self.name)
            if self._has_stopped(after=number):
                return

    def _has_stopped(self, *, after: int) -> bool:
        """Wait for the time of the next frame; return whether there is none."""
        with self._changed:
            if not self._waits:
                return self._changed.wait_for(lambda: self._stopped, _STEADY_S)
            self._changed.wait_for(lambda: self._stopped or self._analyzed >= after, _MOST_S)
            pause = _STILL_S if len(self._pictures) == 1 else _MOVING_S
            return self._changed.wait_for(lambda: self._stopped, pause)


class Recorded:
    """A recorded training run. It waits after its last event until it is cancelled, unless a model was published."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._cancelled = threading.Event()

    def __iter__(self) -> Iterator[Event]:
        yield from self._events
        if self._events[-1]["event"] != "published":
            self._cancelled.wait()

    def cancel(self) -> None:
        self._cancelled.set()
