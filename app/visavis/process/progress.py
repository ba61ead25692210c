"""What long work calls to say how far it is."""

from collections.abc import Callable

ProgressCallback = Callable[[str], None]
"""Takes one sentence on what is being done now; called on the thread that does it."""


def ignore_progress(sentence: str) -> None:
    """The callback of callers that do not care."""
