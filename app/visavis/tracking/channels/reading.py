"""Reading several sources on one thread that analyzes their frames: for programs without a window."""

import heapq
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from visavis.errors import SourceError
from visavis.imaging.frames import Frame
from visavis.sources import Persistent
from visavis.tracking.channels.turns import Turns

#: Maximum seconds to wait for the threads of sources that were stopped.
_END_S = 1.5


@dataclass(frozen=True, slots=True)
class ReadSource:
    """One of several sources; its channel is its place among them."""

    source: Persistent
    name: str  #: that of the source, with a number if another one is called so
    is_live: bool


def read_together(
    sources: Sequence[ReadSource], turns: Turns, on_failure: Callable[[SourceError], object]
) -> Iterator[Frame]:
    """Yield the frames of all sources, with their channels. A source that fails does not end the others.

    Recorded sources are read frame by frame, without drops. If all are recorded, their frames come in the order of
    their times, so that the result is the same each time. Else each has a thread, and live sources give the newest.

    Parameters
    ----------
    turns : Turns
        The mailboxes of the threads.
    on_failure : callable
        Called with the error of each source that fails, on any thread.
    """
    streams = [_read(channel, each, on_failure) for channel, each in enumerate(sources)]
    if not any(each.is_live for each in sources):
        yield from heapq.merge(*streams, key=lambda frame: (frame.time, frame.channel))
        return
    remaining = threading.Semaphore(0)

    def read(stream: Iterator[Frame], *, is_live: bool) -> None:
        try:
            for frame in stream:
                if is_live:
                    turns.put(frame)
                elif not turns.hand_over(frame):
                    break
        finally:
            remaining.release()

    threads = [
        threading.Thread(target=read, args=(stream,), kwargs={"is_live": each.is_live}, name="capture", daemon=True)
        for stream, each in zip(streams, sources, strict=True)
    ]

    def wait() -> None:
        for _ in threads:
            remaining.acquire()
        turns.close()

    ending = threading.Thread(target=wait, name="captures", daemon=True)
    for thread in (*threads, ending):
        thread.start()
    try:
        yield from turns
    finally:
        for each in sources:
            each.source.stop()
        turns.close()
        ending.join(_END_S)


def _read(channel: int, read: ReadSource, on_failure: Callable[[SourceError], object]) -> Iterator[Frame]:
    try:
        for frame in read.source:
            number = read.name.removeprefix(read.source.name)  # of the second of one name
            yield replace(frame, channel=channel, source=frame.source + number)
    except SourceError as error:
        on_failure(error)
