"""A gate that holds back frames while the picture is paused."""

import threading


class Gate:
    """Initially open. One thread asks whether a frame may pass; others open and close the gate."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    @property
    def is_open(self) -> bool:
        return self._open.is_set()

    def open(self) -> None:
        """Let frames pass and wake a waiting thread."""
        self._open.set()

    def close(self) -> None:
        self._open.clear()

    def passes(self, *, live: bool) -> bool:
        """Whether a frame may pass. A recorded source waits here until it may; a live source drops the frame."""
        if not live:
            self._open.wait()
        return self._open.is_set()
