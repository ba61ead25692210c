"""Frames of a source."""

from dataclasses import dataclass

from visavis.imaging.image import Image


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture from a source."""

    image: Image
    """Shape (height, width, 3), uint8, BGR; not modified after the capture."""
    taken_at: float
    """Capture time, in seconds on `time.monotonic()`."""
    index: int = 0
    """Index in the source, from 0."""
    time: float = 0.0
    """Time in the source, in seconds since its first frame."""
    source: str = ""
    """Display name of the source, such as a path or a camera's name; without passwords."""
    interval: float = 0.0
    """Time until the next frame by the rate that the source gives, in seconds; 0 if it gives none."""
    channel: int = 0
    """Number of the source among those that are analyzed at once, from 0."""
    is_replayed: bool = False
    """Whether it comes from the recording of an earlier session, so that whoever is in it is not here now."""
