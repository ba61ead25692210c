"""What holds frames back while the picture is paused."""

import threading


class Gate:
    """Open at first. One thread asks whether a frame may pass, others open and close."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    @property
    def is_open(self) -> bool:
        return self._open.is_set()

    def open(self) -> None:
        """Let frames pass, and whoever waits."""
        self._open.set()

    def close(self) -> None:
        self._open.clear()

    def passes(self, *, live: bool) -> bool:
        """Whether a frame may pass. What is recorded waits here until it may; what is live goes by unseen."""
        if not live:
            self._open.wait()
        return self._open.is_set()
