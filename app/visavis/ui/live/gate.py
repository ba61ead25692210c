"""A gate that holds back frames while the picture is paused."""

import threading


class Gate:
    """Initially open. One thread asks whether a frame may pass; others open and close the gate."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_open = True
        self._allowed = 0  # frames that may pass while it is closed

    @property
    def is_open(self) -> bool:
        return self._is_open

    def open(self) -> None:
        """Let frames pass and wake a waiting thread."""
        with self._changed:
            self._is_open, self._allowed = True, 0
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._is_open = False

    def allow(self, count: int) -> None:
        """Let so many frames pass while the gate is closed."""
        with self._changed:
            if not self._is_open:
                self._allowed = count
                self._changed.notify_all()

    def passes(self, *, live: bool) -> bool:
        """Whether a frame may pass. A recorded source waits here until it may; a live source drops the frame."""
        with self._changed:
            if not live:
                self._changed.wait_for(lambda: self._is_open or self._allowed > 0)
            if self._is_open:
                return True
            is_allowed = self._allowed > 0
            self._allowed = max(self._allowed - 1, 0)
            return is_allowed
