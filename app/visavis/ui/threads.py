"""Work off the GUI thread: the only file with threads and Qt. It forwards, and decides nothing.

Signals reach their receivers in the GUI thread because these objects live there; only `run` is elsewhere.
"""

import queue
import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from visavis.errors import VisavisError
from visavis.process.mailbox import Latest

T = TypeVar("T")


class StreamThread(QThread):
    """Reads `items` on a thread of its own and forwards what happens."""

    available = Signal()  #: `into` was empty and now holds an item: take it
    failed = Signal(VisavisError)

    def __init__(self, items: Iterable[Any], into: Latest[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = items
        self._into = into

    def run(self) -> None:
        try:
            for item in self._items:
                if self._into.put(item):
                    self.available.emit()
        except VisavisError as error:
            self.failed.emit(error)
        finally:
            self._into.close()  # so whoever reads `into` ends too


def _ignored(_: Any) -> None:
    """For work whose result nobody needs."""


class Worker(QThread):
    """Does one-shot work, one piece after the other, on a thread of its own: disk and devices keep nobody waiting.

    In order, so that a list read after a picture was saved has it.
    """

    failed = Signal(VisavisError)  #: work failed that had nobody else to tell

    _ended = Signal(object, object)  # what to call in the GUI thread, and with what

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._closed = False
        self._ended.connect(self._call)

    def do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] = _ignored,
        failed: Callable[[VisavisError], None] | None = None,
    ) -> None:
        """Run `work` after what was asked for before; then, in the GUI thread, `done` with its result or `failed`."""

        def run() -> None:
            try:
                result = work()
            except VisavisError as error:
                self._ended.emit(failed or self.failed.emit, error)
            else:
                self._ended.emit(done, result)

        if self._closed:
            return
        self._work.put(run)
        if not self.isRunning():
            self.start()

    def close(self) -> None:
        """End after what was asked for: saved is saved. What is asked for later is not done."""
        self._closed = True
        self._work.put(None)

    def run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception:  # noqa: BLE001 - a bug in one piece of work is told, and no reason to lose the next
                sys.excepthook(*sys.exc_info())

    def _call(self, receiver: Callable[[Any], None], value: Any) -> None:
        receiver(value)
