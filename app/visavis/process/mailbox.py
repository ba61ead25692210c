"""The mailbox through which frames and answers pass from one thread to the next."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """A mailbox with one slot: the newest item replaces the one nobody took.

    A queue would turn slowness into delay; one slot turns it into dropped frames, which is what live means.
    Iterating waits for items, and ends once the mailbox is closed and empty.
    """

    def __init__(self) -> None:
        self._slot: deque[T] = deque(maxlen=1)
        self._changed = threading.Condition()
        self._closed = False

    def put(self, item: T) -> bool:
        """Offer `item`; true if the slot was empty: tell the reader."""
        with self._changed:
            was_empty = not self._slot
            self._slot.append(item)
            self._changed.notify_all()
        return was_empty

    def take(self) -> T | None:
        """Return the newest item without waiting, or None."""
        with self._changed:
            return self._slot.pop() if self._slot else None

    def close(self) -> None:
        """No more items will come: whoever iterates ends after the last one."""
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
    """The items of a live source, read on a thread of its own: a slow reader gets the newest and never falls behind.

    Ends as `frames` ends, raising what it raised. `stop` is called when the reader has had enough.
    """
    latest: Latest[T] = Latest()
    failures: list[Exception] = []

    def read() -> None:
        try:
            for item in frames:
                latest.put(item)
        except Exception as error:  # noqa: BLE001  told on the reader's thread
            failures.append(error)
        finally:
            latest.close()

    reader = threading.Thread(target=read, name="capture", daemon=True)
    reader.start()
    try:
        yield from latest
    finally:
        stop()
        reader.join()
    if failures:
        raise failures[0]
