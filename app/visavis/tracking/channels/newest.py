"""The newest analysis of each channel, on its way to whoever shows it."""

import threading

from visavis.pipeline import Analysis


class NewestAnalyses:
    """A mailbox with one slot for each channel: a new analysis replaces one of its channel that was not taken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slots: dict[int, Analysis] = {}

    def put(self, analysis: Analysis) -> bool:
        """Put an analysis into its slot; return whether all slots were empty, so that the reader must be notified."""
        with self._lock:
            were_empty = not self._slots
            self._slots[analysis.frame.channel] = analysis
            return were_empty

    def take(self) -> list[Analysis]:
        """Take what is there, without waiting."""
        with self._lock:
            taken = list(self._slots.values())
            self._slots.clear()
            return taken

    def close(self) -> None:
        """No more will come. What is there can still be taken."""
