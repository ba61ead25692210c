"""Follows what other processes do to the people and models, while the window is open."""

import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from visavis.factory.store_watch import INTERVAL_S, StoreWatch
from visavis.process.mailbox import Latest
from visavis.ui.threads import StreamThread


class StoreFollower(QObject):
    """Looks at the disk four times a second, on its own thread, and tells when people and models must be read again."""

    changed = Signal()

    def __init__(self, watch: StoreWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._watch = watch
        self._stopped = threading.Event()
        self._changes: Latest[bool] = Latest()
        self._thread = StreamThread(self._find_changes(), self._changes, self._stopped.set, self)
        self._thread.available.connect(self._tell)

    def start(self) -> None:
        """Begin to look."""
        if not self._thread.isRunning():
            self._thread.start()

    def _find_changes(self) -> Iterator[bool]:
        while not self._stopped.wait(INTERVAL_S):
            if self._watch.has_changed():
                yield True

    def _tell(self) -> None:
        if self._changes.take():
            self.changed.emit()
