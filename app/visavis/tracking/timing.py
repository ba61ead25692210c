"""Measuring where the time of a frame goes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from visavis.pipeline import WorkCounts

#: The stages of a frame: detect cuts, follow faces, search new ones, embed faces, decide on names.
STAGES = ("cut", "follow", "search", "recognize", "decide")


@dataclass(slots=True)
class StageTimer:
    """Seconds per stage of one frame, and counts of the costly steps. Filled while the frame is analyzed."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    counts: WorkCounts = field(default_factory=WorkCounts)

    @contextmanager
    def measure(self, stage: str) -> Iterator[None]:
        """Add the duration of a `with` block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start

    @property
    def milliseconds(self) -> dict[str, float]:
        return {stage: seconds * 1e3 for stage, seconds in self.seconds.items()}
