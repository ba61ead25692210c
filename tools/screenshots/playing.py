"""What the tours play in the place of a camera and of a training."""

import threading
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from visavis.imaging.frames import Frame
from visavis.imaging.image import Image

Event = dict[str, Any]

#: Seconds between two frames of somebody who moves, and of a picture that stays: each is analyzed, which takes time.
MOVING_S, STILL_S = 0.05, 0.2


class Playing:
    """A live source that repeats pictures."""

    live = True

    def __init__(self, pictures: Sequence[Image], name: str) -> None:
        self.name = name
        self._pictures = pictures
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    def __iter__(self) -> Iterator[Frame]:
        for number, image in enumerate(cycle(self._pictures)):
            if self._stopped.wait(STILL_S if len(self._pictures) == 1 else MOVING_S):
                return
            changed = image.copy()
            changed[0, 0] = number % 256  # or the picture counts as frozen
            yield Frame(changed, time.monotonic(), number, number / 10, self.name)


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
