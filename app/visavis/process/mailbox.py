"""The mailbox that passes frames and analyses from one thread to the next."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

#: Maximum seconds to wait for the thread of a source that was stopped.
_END_S = 1.5


class Latest(Generic[T]):
    """A mailbox with one slot: a new item replaces one that was not taken.

    With a queue, a slow reader would fall behind. With one slot, it skips frames, as a live display should.
    Iterating waits for items, and ends when the mailbox is closed and empty.
    """

    def __init__(self) -> None:
        self._slot: deque[T] = deque(maxlen=1)
        self._changed = threading.Condition()
        self._closed = False

    def put(self, item: T) -> bool:
        """Put an item into the slot; return whether the slot was empty, so that the reader must be notified."""
        with self._changed:
            was_empty = not self._slot
            self._slot.append(item)
            self._changed.notify_all()
        return was_empty

    def take(self) -> T | None:
        """Return the item in the slot, or None, without waiting."""
        with self._changed:
            return self._slot.pop() if self._slot else None

    def close(self) -> None:
        """End the iteration after the last item."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[T]:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._slot or self._closed)
                if not self._slot:
                    return
                item = self._slot.pop()
            yield item


def newest(frames: Iterable[T], stop: Callable[[], None]) -> Iterator[T]:
    """Read a live source on a thread of its own, and yield the newest items, so that a slow reader never falls behind.

    It ends when `frames` ends, and raises what that raised. `stop` is called when the reader leaves the iteration, and
    the thread is left behind if it does not end soon after.
    """
    latest: Latest[T] = Latest()
    failures: list[Exception] = []

    def read() -> None:
        try:
            for item in frames:
                latest.put(item)
        except Exception as error:  # noqa: BLE001  raised on the reader's thread
            failures.append(error)
        finally:
            latest.close()

    reader = threading.Thread(target=read, name="capture", daemon=True)
    reader.start()
    try:
        yield from latest
    finally:
        stop()
        reader.join(_END_S)
    if failures:
        raise failures[0]
