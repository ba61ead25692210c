"""What every source of frames is."""

import threading
from collections.abc import Iterator
from typing import Protocol

from visavis.imaging.frames import Frame


class Source(Protocol):
    """Frames, one after another. Opened by iterating, released when that ends."""

    @property
    def name(self) -> str:
        """For people; never a user name or password."""

    @property
    def live(self) -> bool:
        """Whether frames come at their own pace, so that the newest one counts and failing is worth another try."""

    def __iter__(self) -> Iterator[Frame]:
        """The frames, from the first.

        Raises
        ------
        SourceNotFoundError
            Before the first frame, if there is none to be had.
        SourceLostError
            Later, if it stops delivering.
        """

    def stop(self) -> None:
        """End the iteration soon, for good; from any thread."""


class Stoppable:
    """The stopping half of a source."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()
