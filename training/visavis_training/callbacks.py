"""Callbacks for progress, called on the thread that does the work."""

from collections.abc import Callable

from visavis.training_client.trainer import Event

EventCallback = Callable[[Event], None]
"""Takes one event of a training (docs/formats.md)."""

CountCallback = Callable[[int, int], None]
"""Takes how many items are done, and how many there are."""
