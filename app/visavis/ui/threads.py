"""Background threads of the window: the only module that uses Qt threads. It forwards results and decides nothing.

Thread objects live in the GUI thread, so their signals arrive there; only `run` executes on the other thread.
"""

import queue
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from visavis.errors import VisavisError

T = TypeVar("T")


class BackgroundThread(QThread):
    """A thread with a parent, through which `close_threads` finds it.

    Parameters
    ----------
    parent : QObject
        Owner in Qt's object tree, below the program or its window.
    grace_ms : int
        Milliseconds that closing waits for this thread alone, before the limit shared by all threads counts.
    """

    def __init__(self, parent: QObject, *, grace_ms: int = 0) -> None:
        super().__init__(parent)
        self.grace_ms = grace_ms

    def close(self) -> None:
        """Ask the thread to end. Returns at once; use `wait` to wait for it."""
        raise NotImplementedError


class Mailbox(Protocol):
    """Where a thread leaves items for the GUI thread: `Latest`, or one with several slots."""

    def put(self, item: Any) -> bool:
        """Leave an item; return whether the reader must be notified."""
        ...

    def close(self) -> None:
        """No more items will come."""
        ...


class StreamThread(BackgroundThread):
    """Reads `items` on a thread of its own and puts each into the mailbox `into`.

    Parameters
    ----------
    stop : callable
        Makes `items` end soon. Called in the GUI thread, possibly more than once.
    """

    available = Signal()  #: `into` was empty and now holds an item: take it
    failed = Signal(VisavisError)

    def __init__(self, items: Iterable[Any], into: Mailbox, stop: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._items = items
        self._into = into
        self._stop = stop

    def close(self) -> None:
        if self.isRunning():
            self._stop()

    def run(self) -> None:
        try:
            for item in self._items:
                if self._into.put(item):
                    self.available.emit()
        except VisavisError as error:
            self.failed.emit(error)
        finally:
            self._into.close()  # readers of `into` end too


def _ignore_result(_: Any) -> None:
    """Receiver for work without a result."""


class Worker(BackgroundThread):
    """Runs submitted work, one piece after the other, on a thread of its own.

    Work is done in the order of submission: a list that is read after a picture was saved contains the picture.

    Parameters
    ----------
    cancel : callable, optional
        Called by `close` to make the current work return soon.
    """

    failed = Signal(VisavisError)  #: work failed that was submitted without `on_error`

    _ended = Signal(object, object)  # receiver to call in the GUI thread, and its argument

    def __init__(self, parent: QObject, *, cancel: Callable[[], object] | None = None, grace_ms: int = 0) -> None:
        super().__init__(parent, grace_ms=grace_ms)
        self._cancel = cancel
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._closed = False
        self._ended.connect(self._call)

    def submit(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] = _ignore_result,
        on_error: Callable[[VisavisError], None] | None = None,
    ) -> None:
        """Run `work` after everything submitted before; then call `on_done` or `on_error` in the GUI thread."""

        def run() -> None:
            try:
                result = work()
            except VisavisError as error:
                self._ended.emit(on_error or self.failed.emit, error)
            else:
                self._ended.emit(on_done, result)

        if self._closed:
            return
        self._work.put(run)
        if not self.isRunning():
            self.start()

    def run_after(self, receiver: Callable[[], None]) -> None:
        """Call `receiver` in the GUI thread, after the work submitted so far and its receivers."""
        self.submit(lambda: None, lambda _: receiver())

    def close(self) -> None:
        """Finish the work submitted so far, then end. Later submissions are ignored."""
        self._closed = True
        if self._cancel is not None:
            self._cancel()
        self._work.put(None)

    def run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception:  # noqa: BLE001 - reported as a bug; the next piece of work still runs
                sys.excepthook(*sys.exc_info())

    def _call(self, receiver: Callable[[Any], None], value: Any) -> None:
        receiver(value)


def close_threads(*roots: QObject, limit_s: float) -> bool:
    """End every `BackgroundThread` below `roots` in Qt's object tree.

    The tree is the register of threads, so no list has to be kept and no thread can be forgotten.

    Parameters
    ----------
    limit_s : float
        Seconds to wait for all threads together, after the grace period of those that have one.

    Returns
    -------
    bool
        Whether every thread has ended.
    """
    threads = [thread for root in roots for thread in root.findChildren(BackgroundThread)]
    for thread in threads:
        thread.close()
    for thread in threads:
        if thread.grace_ms:
            thread.wait(thread.grace_ms)
    deadline = time.monotonic() + limit_s
    return all(thread.wait(max(int((deadline - time.monotonic()) * 1000), 0)) for thread in threads)
