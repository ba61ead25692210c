"""Frames, and the mailbox through which they pass from one thread to the next."""

from dataclasses import dataclass

from visavis.imaging.image import Image


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture from a source."""

    image: Image
    """(height, width, 3) uint8, BGR; never written to after capture."""
    taken_at: float
    """When it was taken: seconds on time.monotonic()."""
    index: int = 0
    """Its number in its source, from 0."""
    time: float = 0.0
    """Its place in its source: seconds since the first frame."""
    source: str = ""
    """The source's name for people: a file's path, a camera's name; never a password."""
