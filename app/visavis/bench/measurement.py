"""What is measured, and what it comes to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from visavis.bench.scenario import Scenario
from visavis.bench.scene import SceneFace
from visavis.pipeline import Analysis

#: Answers from a frame that many frames back still count as the picture's.
FRESH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One scenario's figures; None where there is nothing to measure."""

    scenario: Scenario
    fps: float  #: frames painted a second (headless: analyzed)
    labeled_share: float  #: of the camera's frames, those painted (headless: returned) with a fresh finished answer
    named_right: float | None  #: of the two people's appearances, those with their name on their face
    age_ms: dict[str, float]  #: from taking a picture to its label painted (headless: returned): p50, p95, p99
    cpu_per_second: float  #: processor seconds per second of the source, without what the source itself costs
    stages_ms: dict[str, float]  #: mean a frame
    first_picture_s: float | None  #: from the process's start to the first picture painted
    first_label_s: float  #: ... to the first label of the loaded model
    peak_mb: float | None  #: most memory (resident), in units of 10^6 bytes

    def as_json(self) -> dict[str, Any]:
        """What `bench --json` prints (docs/formats.md)."""
        return {
            "scenario": self.scenario.name,
            "window": self.scenario.window,
            "throttled": self.scenario.throttled,
            "people": self.scenario.people,
            "fps": round(self.fps, 1),
            "labeled_share": round(self.labeled_share, 4),
            "named_right": None if self.named_right is None else round(self.named_right, 4),
            "age_ms": {key: round(value, 1) for key, value in self.age_ms.items()},
            "cpu_per_second": round(self.cpu_per_second, 4),
            "stages_ms": {key: round(value, 3) for key, value in self.stages_ms.items()},
            "first_picture_s": None if self.first_picture_s is None else round(self.first_picture_s, 3),
            "first_label_s": round(self.first_label_s, 3),
            "peak_mb": None if self.peak_mb is None else round(self.peak_mb, 1),
        }


@dataclass(slots=True)
class Tally:
    """Counts frames and answers while a scenario runs."""

    frames: int = 0  #: painted or returned
    labeled: int = 0  #: of those, with a fresh answer
    appearances: int = 0  #: of the two people, in analyzed frames
    right: int = 0
    analyzed: int = 0  #: frames
    ages_ms: list[float] = field(default_factory=list)
    stages_ms: dict[str, float] = field(default_factory=lambda: defaultdict(float))  #: summed up

    def show(self, frame: int, answered: int | None) -> None:
        """Frame number `frame` was painted or returned, with the answers to frame number `answered`."""
        self.frames += 1
        self.labeled += answered is not None and frame - answered <= FRESH

    def paint(self, spent_ms: float) -> None:
        """Painting a frame took that long."""
        self.stages_ms["paint"] += spent_ms

    def analyze(self, analysis: Analysis) -> None:
        """A frame was analyzed, whether or not its answers are painted: those that took long may come too late."""
        self.analyzed += 1
        for stage, spent in analysis.stages.items():
            self.stages_ms[stage] += spent

    def answer(self, analysis: Analysis, age_s: float, seen: Sequence[SceneFace]) -> None:
        """An analysis reached whoever looks, at that age; `seen` is what there was to see."""
        self.ages_ms.append(age_s * 1e3)
        known = [face for face in seen if face.name]
        self.appearances += len(known)
        self.right += sum(named_right(analysis, face) for face in known)

    @property
    def ages(self) -> dict[str, float]:
        """Percentiles of the ages."""
        shares = (50, 95, 99)
        values = np.percentile(self.ages_ms, shares) if self.ages_ms else [0.0] * len(shares)
        return {f"p{share}": float(value) for share, value in zip(shares, values, strict=True)}

    @property
    def stages(self) -> dict[str, float]:
        """Mean of each stage: of painting a frame painted, of the others a frame analyzed."""
        counts = defaultdict(lambda: max(self.analyzed, 1), paint=max(self.frames, 1))
        return {stage: spent / counts[stage] for stage, spent in self.stages_ms.items()}

    @property
    def named_right(self) -> float | None:
        return self.right / self.appearances if self.appearances else None


def named_right(analysis: Analysis, face: SceneFace) -> bool:
    """Whether an answer lies on that face and has its name."""
    x, y = face.center
    for answer in analysis.answers:
        box = answer.face.box
        across, down = abs(box.center[0] - x), abs(box.center[1] - y)
        if max(across, down) <= face.width / 2 and answer.match.name == face.name:
            return True
    return False
