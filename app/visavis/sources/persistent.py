"""Reconnecting to live sources after an outage, and telling what is wrong with their pictures."""

import dataclasses
import itertools
import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from visavis.errors import SourceBusyError, SourceError, SourcePictureError
from visavis.imaging.frames import Frame
from visavis.imaging.listing import OtherFile
from visavis.sources.picture_watch import FrozenPictureError, PictureWatch
from visavis.sources.raw_picture import UnusableReason
from visavis.sources.source import Source

_log = logging.getLogger(__name__)


class Persistent:
    """A source that reconnects if it is live and fails midway: a loose cable, a dropped network, a hanging driver.

    The indexes and times of its frames continue after an outage. A source that is there but does not deliver yet is
    tried again, too. It does not retry a source that is not there at the beginning, nor a file that ended.

    Frames whose picture is frozen or black are yielded as all others. A source whose picture freezes is opened again,
    once: if that does not help, the picture may be a still on purpose.

    Parameters
    ----------
    open_source
        Opens the source; called once, on the thread that iterates. After an outage, the source is iterated again, and
        finds its camera by its ID.
    on_status
        Called with the error when an outage begins or the pictures show nothing, and with None when that ends; on the
        thread that iterates.
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
        self._status: SourceError | None = None  # told last
        self._watch = PictureWatch()

    @property
    def name(self) -> str:
        """The name of the source; empty until it is opened."""
        return self._source.name if self._source is not None else ""

    @property
    def live(self) -> bool:
        """Whether the source is live; False until it is opened."""
        return self._source is not None and self._source.live

    @property
    def skipped(self) -> Mapping[UnusableReason, int]:
        """Number of pictures of the source that could not be used, by reason."""
        return getattr(self._source, "skipped", Counter())

    @property
    def passed_over(self) -> Sequence[OtherFile]:
        """Files of the source so far that are no pictures, or cannot be decoded; empty where it has no files."""
        return tuple(getattr(self._source, "passed_over", ()))

    def stop(self) -> None:
        self._stopped.set()
        if self._source is not None:
            self._source.stop()

    def __iter__(self) -> Iterator[Frame]:
        source = self._source = self._open()
        first: Frame | None = None
        count = itertools.count()
        failures = 0
        was_reopened = False  # because its picture was frozen
        while not self._stopped.is_set():  # checked after `_source` is set, so that no `stop` is missed
            frames = iter(source)
            try:
                for frame in frames:
                    failures = 0
                    if not source.live:
                        yield frame
                        continue
                    first = first or frame
                    fault = self._watch.see(frame)
                    self._tell(fault)
                    yield _renumber(frame, next(count), first)
                    is_frozen = isinstance(fault, FrozenPictureError)
                    if is_frozen and not was_reopened:
                        was_reopened = True
                        break
                    was_reopened = was_reopened and is_frozen
                else:
                    return
            except SourceError as error:
                if not source.live or (first is None and not isinstance(error, SourceBusyError)):
                    raise
                if not failures:
                    self._tell(error)
            finally:
                _close(frames)
            pause = self._pauses[min(failures, len(self._pauses) - 1)]
            failures += 1
            self._stopped.wait(pause)

    def _tell(self, status: SourceError | None) -> None:
        """Report a status if it is another than before."""
        if type(status) is type(self._status) and (status is None or isinstance(status, SourcePictureError)):
            return
        self._status = status
        if status is not None:
            _log.info("%s", status)
        else:
            _log.info("%s delivers pictures again.", self.name)
        self._on_status(status)


def _close(frames: Iterator[Frame]) -> None:
    """End an iteration that was left early, so that its camera is released before it is opened again."""
    close = getattr(frames, "close", None)
    if close is not None:
        close()


def _renumber(frame: Frame, index: int, first: Frame) -> Frame:
    """The frame with index and time counted from the first frame before the outage."""
    return dataclasses.replace(frame, index=index, time=first.time + frame.taken_at - first.taken_at)
