"""The bounded hand-over between two threads that do one work together. Unlike in a mailbox, nothing is lost."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

#: Items that `read_ahead` makes before they are wanted. A frame of a video is read in less time than anything is done
#: with it, so two are there whenever the next one is wanted, and more would only take memory.
_AHEAD = 2


class Handover(Generic[T]):
    """Passes items from one thread to another in order. The writer waits while `capacity` items are not taken.

    Iterating waits for items, and ends when the writer has closed it and nothing is left.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._items: deque[T] = deque()
        self._changed = threading.Condition()
        self._is_closed = self._is_left = False

    def put(self, item: T) -> bool:
        """Hand an item over, and wait for room if there is none. False if the reader has left: nobody takes it."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._items) < self._capacity or self._is_left)
            if not self._is_left:
                self._items.append(item)
                self._changed.notify_all()
            return not self._is_left

    def close(self) -> None:
        """The writer's end: the iteration ends after the last item."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def leave(self) -> None:
        """The reader's end: what was not taken is dropped, the writer waits no more, and the iteration ends."""
        with self._changed:
            self._is_left = True
            self._items.clear()
            self._changed.notify_all()

    def __iter__(self) -> Iterator[T]:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._items or self._is_closed or self._is_left)
                if not self._items:
                    return
                item = self._items.popleft()
                self._changed.notify_all()
            yield item


def read_ahead(items: Iterable[T], count: int = _AHEAD) -> Iterator[T]:
    """Make the items on a thread of their own, at most `count` before they are wanted, and yield all of them in order.

    It raises what making them raised. When the reader leaves the iteration, the thread ends after the item that it is
    at, and is waited for.
    """
    handover: Handover[T] = Handover(count)
    failures: list[Exception] = []

    def read() -> None:
        try:
            for item in items:
                if not handover.put(item):
                    return
        except Exception as error:  # noqa: BLE001  raised on the reader's thread
            failures.append(error)
        finally:
            handover.close()

    reader = threading.Thread(target=read, name="read ahead", daemon=True)
    reader.start()
    try:
        yield from handover
    finally:
        handover.leave()
        reader.join()
    if failures:
        raise failures[0]
