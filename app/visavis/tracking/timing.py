"""Where the time of one frame went."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

#: What a frame goes through: is it another scene, where did faces go, are there new ones, who is who.
STAGES = ("cut", "follow", "search", "recognize", "decide")


@dataclass(slots=True)
class StageTimer:
    """Seconds by stage, and how often the costly things were done. Grows while the frame is analyzed."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    counts: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Count the time of a `with` block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start

    @property
    def milliseconds(self) -> dict[str, float]:
        return {stage: seconds * 1e3 for stage, seconds in self.seconds.items()}
