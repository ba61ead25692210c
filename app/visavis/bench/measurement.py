"""Figures of a scenario, and the tally they are computed from."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from visavis.bench.scenario import Scenario
from visavis.bench.scene import SceneFace
from visavis.pipeline import Analysis

#: Maximum age of a label in frames, with which the frame painted counts as labeled.
MAX_LABEL_AGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The figures of one scenario; None where there is nothing to measure."""

    scenario: Scenario
    fps: float  #: frames painted per second (headless: analyzed)
    labeled_share: float  #: share of the camera's frames painted (headless: returned) with a label fresh enough
    named_right: float | None  #: share of the two people's appearances with their name on their face
    age_ms: dict[str, float]  #: from taking a picture to painting (headless: returning) its label: p50, p95, p99
    cpu_per_second: float  #: processor seconds per second of the source, without those of the source itself
    stages_ms: dict[str, float]  #: mean per frame
    first_picture_s: float | None  #: from the start of the process to the first picture painted
    first_label_s: float  #: from the start of the process to the first label of the loaded model
    peak_mb: float | None  #: peak resident memory, in units of 10^6 bytes

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
    """Counts and durations collected while a scenario runs."""

    frames: int = 0  #: painted or returned
    labeled: int = 0  #: of these, labeled
    appearances: int = 0  #: of the two people, in analyzed frames
    right: int = 0
    analyzed: int = 0  #: frames
    ages_ms: list[float] = field(default_factory=list)
    stages_ms: dict[str, float] = field(default_factory=lambda: defaultdict(float))  #: sums

    def add_frame(self, index: int, answered: int | None) -> None:
        """Count frame `index` as painted or returned with the answers to frame `answered`."""
        self.frames += 1
        self.labeled += answered is not None and index - answered <= MAX_LABEL_AGE

    def add_painting(self, spent_ms: float) -> None:
        """Add the time that painting a frame took."""
        self.stages_ms["paint"] += spent_ms

    def add_analysis(self, analysis: Analysis) -> None:
        """Count a frame as analyzed. If that took long, its answers may come too late to be painted."""
        self.analyzed += 1
        for stage, spent in analysis.stages.items():
            self.stages_ms[stage] += spent

    def add_answers(self, analysis: Analysis, age_s: float, faces: Sequence[SceneFace]) -> None:
        """Count answers as painted or returned `age_s` seconds after the picture, which shows `faces`."""
        self.ages_ms.append(age_s * 1e3)
        people = [face for face in faces if face.name]
        self.appearances += len(people)
        self.right += sum(is_named_right(analysis, face) for face in people)

    @property
    def ages(self) -> dict[str, float]:
        """Percentiles of the label ages, in milliseconds."""
        shares = (50, 95, 99)
        values = np.percentile(self.ages_ms, shares) if self.ages_ms else [0.0] * len(shares)
        return {f"p{share}": float(value) for share, value in zip(shares, values, strict=True)}

    @property
    def stages(self) -> dict[str, float]:
        """Mean milliseconds of each stage: painting per frame painted, the others per frame analyzed."""
        counts = defaultdict(lambda: max(self.analyzed, 1), paint=max(self.frames, 1))
        return {stage: spent / counts[stage] for stage, spent in self.stages_ms.items()}

    @property
    def named_right(self) -> float | None:
        """Share of the people's appearances that were named right; None without any."""
        return self.right / self.appearances if self.appearances else None


def is_named_right(analysis: Analysis, face: SceneFace) -> bool:
    """Whether an answer lies on the face and has its name."""
    x, y = face.center
    for answer in analysis.answers:
        box = answer.face.box
        across, down = abs(box.center[0] - x), abs(box.center[1] - y)
        if max(across, down) <= face.width / 2 and answer.match.name == face.name:
            return True
    return False
