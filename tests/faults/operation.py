"""An operation that writes, ready to fail."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Operation:
    """An operation that writes."""

    name: str
    prepare: object
    """A function of the world: makes what is needed before, and returns the operation, which can be called again."""
    is_gradual: bool = False
    """Whether it may be done in part: each part is valid, and doing it again completes it."""
    repeats: bool = True
    """Whether a new program can do it again; undoing is known only to the one that made the edit."""

    is_move: bool = False
    """Whether it moves a folder from one place to another: after a power cut it may be at both."""

    def __str__(self):
        return self.name
