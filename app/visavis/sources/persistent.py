"""Frames that come back after an outage."""

import dataclasses
import itertools
import logging
import threading
from collections.abc import Callable, Iterator, Sequence

from visavis.errors import SourceError
from visavis.imaging.frames import Frame
from visavis.sources.source import Source

_log = logging.getLogger(__name__)


class Persistent:
    """A source that is tried again when it is live and fails midway: a cable came loose, a network dropped.

    Numbers and times of its frames go on across an outage. A source that never gave a frame, and a file that ends,
    are not tried again.

    Parameters
    ----------
    open_
        Gives the source, on the thread that iterates; called once. The source is iterated again after an outage,
        and finds its camera by its id.
    told
        Called with the error once an outage begins, and with None when frames flow again; on the same thread.
    pauses
        Seconds before the first attempt, the second, and so on; the last one counts for all after it.
    """

    def __init__(
        self,
        open_: Callable[[], Source],
        *,
        told: Callable[[SourceError | None], None],
        pauses: Sequence[float] = (0.5, 1, 2, 4, 8),
    ) -> None:
        self._open = open_
        self._told = told
        self._pauses = pauses
        self._stopped = threading.Event()
        self._source: Source | None = None

    @property
    def name(self) -> str:
        """The source's; empty until it is opened."""
        return self._source.name if self._source else ""

    @property
    def live(self) -> bool:
        """The source's; false until it is opened."""
        return self._source is not None and self._source.live

    def stop(self) -> None:
        self._stopped.set()
        if self._source:
            self._source.stop()

    def __iter__(self) -> Iterator[Frame]:
        source = self._source = self._open()
        first: Frame | None = None
        count = itertools.count()
        failures = 0
        while not self._stopped.is_set():  # asked after `_source` is set: a stop in between is not missed
            try:
                for frame in source:
                    if failures:
                        failures = 0
                        self._told(None)
                    first = first or frame
                    yield _continued(frame, next(count), first) if source.live else frame
                return
            except SourceError as error:
                if first is None or not source.live:
                    raise
                if not failures:
                    _log.info("%s", error)
                    self._told(error)
            pause = self._pauses[min(failures, len(self._pauses) - 1)]
            failures += 1
            self._stopped.wait(pause)


def _continued(frame: Frame, index: int, first: Frame) -> Frame:
    """The frame with its place counted from before the outage."""
    return dataclasses.replace(frame, index=index, time=first.time + frame.taken_at - first.taken_at)
