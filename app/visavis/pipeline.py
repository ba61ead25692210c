"""The pipeline: detects and names the faces in a picture. For video see `visavis.tracking.tracker`."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import Detector
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.imaging.low_light import enhance
from visavis.liveness.hint import LivenessHint
from visavis.recognition.match import Match
from visavis.recognition.recognizer import NoRecognizer, Recognizer


@dataclass(frozen=True, slots=True)
class Answer:
    """One face of a frame, and the answer for it."""

    face: Face
    match: Match
    track: int | None = None  #: number of the track, in a video
    velocity: tuple[float, float] = (0.0, 0.0)  #: in pixels per second, to the right and down
    is_detected: bool = True  #: false if the face was not found in this frame; its box is then predicted
    started_at: float | None = None  #: when the track began, in seconds of the source
    attempts: int = 0  #: how often the face was embedded
    observations: int = 0  #: how many of these observations were good enough to be counted
    vectors: tuple[NDArray[np.float32], ...] = field(default=(), compare=False)
    """The vectors of the newest observations that were counted, oldest first, each of shape (n,)."""
    liveness: LivenessHint | None = None  #: None while the liveness hint is off, and for faces without a name
    guest: str | None = None  #: the guest that an unknown face is, where unknown faces are grouped


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
    """The result for a frame."""

    frame: Frame
    answers: tuple[Answer, ...]
    stages: Mapping[str, float] = field(default_factory=dict)  #: milliseconds by step
    counts: WorkCounts = field(default_factory=WorkCounts)
    space: str | None = None
    """What the vectors of the answers mean (`Recognizer.embedding_space`)."""
    compared: tuple[Match, ...] = ()
    """Answers of a second model for the same faces, each by this one observation; empty if none is compared."""
    picture: Match | None = None
    """What the whole frame shows: a class, or unknown. No face was looked for then; None: faces were."""

    def as_json(self, *, has_candidates: bool = False) -> dict[str, Any]:
        """Return what `recognize` and `live --headless` print (docs/formats.md), with the candidates if asked for."""
        return {
            "source": self.frame.source,
            "frame": self.frame.index,
            "time": round(self.frame.time, 3),
            "faces": [_face_as_json(answer, has_candidates=has_candidates) for answer in self.answers],
        }


def _face_as_json(answer: Answer, *, has_candidates: bool) -> dict[str, Any]:
    box, match = answer.face.box, answer.match
    printed: dict[str, Any] = {
        "box": [box.left, box.top, box.width, box.height],
        "name": match.name,
        "score": round(match.score, 4),
        "runner_up": [match.runner_up[0], round(match.runner_up[1], 4)] if match.runner_up else None,
        "track": answer.track,
    }
    if has_candidates:
        printed["candidates"] = [[name, round(score, 4)] for name, score in match.candidates]
    return printed if answer.liveness is None else printed | {"liveness": answer.liveness.as_json()}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A detector and a recognizer. It has no state, no thread, no Qt and no camera."""

    detect: Detector
    recognize: Recognizer = field(default_factory=NoRecognizer)
    model: str | None = None  #: ID of the model of the recognizer, if any
    people: int = 0  #: number of people it can name
    device: str = "CPU"

    @property
    def heeds_rejections(self) -> bool:
        """Whether the user's rejections of names are applied."""
        return self.recognize.vetoes is not None

    def final(self, match: Match) -> Match:
        """Return the answer for a face whose video was analyzed to its end (`Decision.final`)."""
        return self.recognize.decision.final(match)

    def without_names(self) -> "Pipeline":
        """Return a copy that finds faces and names nobody."""
        return Pipeline(self.detect)

    def with_candidates(self, count: int) -> "Pipeline":
        """Return a copy whose matches list that many candidates."""
        decision = replace(self.recognize.decision, listed=count)
        return replace(self, recognize=replace(self.recognize, decision=decision))

    def with_threshold(self, threshold: float) -> "Pipeline":
        """Return a copy with another threshold between known and unknown."""
        decision = replace(self.recognize.decision, threshold=threshold)
        return replace(self, recognize=replace(self.recognize, decision=decision))

    def __call__(self, frame: Frame) -> Analysis:
        start = time.perf_counter()
        image = enhance(frame.image)
        faces = self.detect(image)
        detected = time.perf_counter()
        matches = self.recognize(image, faces)
        done = time.perf_counter()
        answers = tuple(Answer(face, match) for face, match in zip(faces, matches, strict=True))
        stages = {"detect": (detected - start) * 1e3, "recognize": (done - detected) * 1e3}
        return Analysis(frame, answers, stages)
