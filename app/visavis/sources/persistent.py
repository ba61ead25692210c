"""Reconnecting to live sources after an outage."""

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
    """A source that reconnects if it is live and fails midway: a loose cable, a dropped network.

    The indexes and times of its frames continue after an outage. It does not retry a source that never gave a frame,
    nor a file that ended.

    Parameters
    ----------
    open_source
        Opens the source; called once, on the thread that iterates. After an outage, the source is iterated again, and
        finds its camera by its ID.
    on_status
        Called with the error when an outage begins, and with None when it ends; on the thread that iterates.
    pauses
        Seconds before the first attempt, the second, and so on. The last one is used for all further attempts.
    """

    def __init__(
        self,
        open_source: Callable[[], Source],
        *,
        on_status: Callable[[SourceError | None], None],
        pauses: Sequence[float] = (0.5, 1, 2, 4, 8),
    ) -> None:
        self._open = open_source
        self._on_status = on_status
        self._pauses = pauses
        self._stopped = threading.Event()
        self._source: Source | None = None

    @property
    def name(self) -> str:
        """The name of the source; empty until it is opened."""
        return self._source.name if self._source else ""

    @property
    def live(self) -> bool:
        """Whether the source is live; False until it is opened."""
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
        while not self._stopped.is_set():  # checked after `_source` is set, so that no `stop` is missed
            try:
                for frame in source:
                    if failures:
                        failures = 0
                        self._on_status(None)
                    first = first or frame
                    yield _renumber(frame, next(count), first) if source.live else frame
                return
            except SourceError as error:
                if first is None or not source.live:
                    raise
                if not failures:
                    _log.info("%s", error)
                    self._on_status(error)
            pause = self._pauses[min(failures, len(self._pauses) - 1)]
            failures += 1
            self._stopped.wait(pause)


def _renumber(frame: Frame, index: int, first: Frame) -> Frame:
    """The frame with index and time counted from the first frame before the outage."""
    return dataclasses.replace(frame, index=index, time=first.time + frame.taken_at - first.taken_at)
