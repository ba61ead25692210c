"""The interface of all sources of frames."""

import threading
from collections.abc import Iterator
from typing import Protocol

from visavis.imaging.frames import Frame


class Source(Protocol):
    """A source of frames. Iterating opens it, and releases it at the end."""

    @property
    def name(self) -> str:
        """Display name, without user names and passwords."""

    @property
    def live(self) -> bool:
        """Whether frames arrive at their own pace: then the newest frame counts, and reconnecting makes sense."""

    def __iter__(self) -> Iterator[Frame]:
        """The frames, from the first one.

        Raises
        ------
        SourceNotFoundError
            Before the first frame, if the source cannot be opened.
        SourceLostError
            Later, if the source stops delivering.
        """

    def stop(self) -> None:
        """End the iteration soon and for good. Any thread may call it."""


class Stoppable:
    """Base of sources that can be stopped."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()

    def wait(self, seconds: float) -> bool:
        """Wait until the source is stopped, but at most `seconds`; return whether it is stopped."""
        return self._stopped.wait(seconds)
