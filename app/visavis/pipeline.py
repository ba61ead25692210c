"""From a picture to its labeled faces: a value that calls steps. For video see `visavis.tracking.tracker`."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import Detector
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.recognition.match import Match
from visavis.recognition.recognizer import NoRecognizer, Recognizer


@dataclass(frozen=True, slots=True)
class Answer:
    """One face of a frame, and who it is."""

    face: Face
    match: Match
    track: int | None = None  #: the number of the track, in a video
    velocity: tuple[float, float] = (0.0, 0.0)  #: how fast the face moves, in pixels a second to the right and down
    seen: bool = True  #: false where the face was not found in this frame: its box is where it should be
    since: float | None = None  #: when the track began, in seconds of the source
    tries: int = 0  #: how often its face was looked at, by the network that recognizes ...
    looks: int = 0  #: ... and how many of these looks counted
    vectors: tuple[NDArray[np.float32], ...] = field(default=(), compare=False)
    """What that network said in the newest looks that counted, oldest first, each of shape (n,)."""


@dataclass(slots=True)
class WorkCounts:
    """How often the costly steps ran for a frame of a video."""

    full_searches: int = 0  #: of the whole frame, thoroughly
    coarse_searches: int = 0  #: of the whole frame, coarsely
    changed_region_searches: int = 0
    local_searches: int = 0  #: near the predicted position of a face
    recognitions: int = 0  #: faces embedded
    dropped_frames: int = 0  #: frames of the source before this one that were not analyzed


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What was found in a frame."""

    frame: Frame
    answers: tuple[Answer, ...]
    stages: Mapping[str, float] = field(default_factory=dict)  #: milliseconds spent, by step
    counts: WorkCounts = field(default_factory=WorkCounts)
    beside: tuple[Match, ...] = ()
    """What a model that is compared says of the same faces, each by this one look; empty where none is."""

    def as_json(self) -> dict[str, Any]:
        """What `recognize` and `live --headless` print (docs/formats.md)."""
        return {
            "source": self.frame.source,
            "frame": self.frame.index,
            "time": round(self.frame.time, 3),
            "faces": [_face_as_json(answer) for answer in self.answers],
        }


def _face_as_json(answer: Answer) -> dict[str, Any]:
    box, match = answer.face.box, answer.match
    return {
        "box": [box.left, box.top, box.width, box.height],
        "name": match.name,
        "score": round(match.score, 4),
        "runner_up": [match.runner_up[0], round(match.runner_up[1], 4)] if match.runner_up else None,
        "track": answer.track,
    }


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The steps, and what to say of them. No state, no thread, no Qt, no camera."""

    detect: Detector
    recognize: Recognizer = field(default_factory=NoRecognizer)
    model: str | None = None  #: the ID of the model that names, if any
    people: int = 0  #: how many it can name
    device: str = "CPU"

    @property
    def heeds_rejections(self) -> bool:
        """Whether what the user said a face is not keeps it from having that name."""
        return self.recognize.vetoes is not None

    def final(self, match: Match) -> Match:
        """Return the answer for a face whose video was analyzed to its end (`Decision.final`)."""
        return self.recognize.decision.final(match)

    def with_threshold(self, threshold: float) -> "Pipeline":
        """Return a copy with another threshold between known and unknown."""
        decision = replace(self.recognize.decision, threshold=threshold)
        return replace(self, recognize=replace(self.recognize, decision=decision))

    def __call__(self, frame: Frame) -> Analysis:
        start = time.perf_counter()
        faces = self.detect(frame.image)
        detected = time.perf_counter()
        matches = self.recognize(frame.image, faces)
        done = time.perf_counter()
        answers = tuple(Answer(face, match) for face, match in zip(faces, matches, strict=True))
        stages = {"detect": (detected - start) * 1e3, "recognize": (done - detected) * 1e3}
        return Analysis(frame, answers, stages)
