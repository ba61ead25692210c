"""The callback with which long operations report their progress."""

from collections.abc import Callable

from visavis.messages import Message

ProgressCallback = Callable[[Message], None]
"""Takes one sentence on the current step. It is called on the thread of the operation."""


def ignore_progress(message: Message) -> None:
    """The callback for callers without a display."""
