"""Callbacks for progress, called on the thread that does the work."""

from collections.abc import Callable

from visavis.training_client.trainer import Event

EventCallback = Callable[[Event], None]
"""Takes one event of a training (docs/formats.md)."""

CountCallback = Callable[[int, int], None]
"""Takes how many items are done, and how many there are."""


class StepCounter:
    """An `EventCallback` that says of each event to which of how many steps it belongs, and passes it on.

    A network that is fitted takes four steps: look at the pictures, learn, test, save. One that is not takes three,
    since it has nothing to learn.
    """

    def __init__(self, on_event: EventCallback, *, is_fitted: bool) -> None:
        self._on_event = on_event
        self._steps = 4 if is_fitted else 3
        self._step = 1
        self._has_epochs = False

    def __call__(self, event: Event) -> None:
        self._step = max(self._step, self._find_step(event))
        self._on_event({**event, "step": self._step, "steps": self._steps})

    def _find_step(self, event: Event) -> int:
        match event["event"]:
            case "start":
                return 2
            case "epoch":
                self._has_epochs = True
                return 2
            case "progress" if self._has_epochs:
                return 3
            case "evaluated" | "published":
                return self._steps
        return 1
