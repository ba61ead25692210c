"""What long work calls to say how far it is."""

from collections.abc import Callable

from visavis.messages import Message

ProgressCallback = Callable[[Message], None]
"""Takes one sentence on what is being done now; called on the thread that does it."""


def ignore_progress(message: Message) -> None:
    """The callback of callers that do not care."""
