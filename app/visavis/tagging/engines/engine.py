"""The interface of an engine, and its result for each file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from visavis.errors import VisavisError

#: How often a file is begun before it is given up, if each time the process that reads it dies: it may be the file.
MAX_ATTEMPTS = 3

ShareCallback = Callable[[Path, float], None]
"""Takes a file and the share of it that was watched, 0..1. Any thread may call it."""


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """What came of one file: its face log, as `log_file.encode` writes it, or why it cannot be read."""

    path: Path
    log: bytes = b""
    error: VisavisError | None = None


class TaggingEngine(Protocol):
    """Watches files, several at once."""

    def __call__(self, paths: Sequence[Path]) -> Iterator[WatchedFile]:
        """Watch files, and yield each once, in the order in which they are done.

        Raises
        ------
        EngineError
            If the engine cannot go on. What it yielded counts.
        """
        ...

    def stop(self) -> None:
        """End the work; the iteration ends. Any thread may call it."""
        ...


def ignore_share(path: Path, share: float) -> None:
    """The callback for callers without a display."""
