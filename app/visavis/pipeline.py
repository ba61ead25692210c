"""From a frame to its labeled faces: a value that calls steps, and the loop that runs the newest of them."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from visavis.errors import VisavisError
from visavis.frames import Frame, Latest
from visavis.geometry import Face
from visavis.images import Image
from visavis.recognition import Match, nobody

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """One face of a frame, and who it is."""

    face: Face
    match: Match
    track: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What was found in a frame."""

    frame: Frame
    answers: tuple[Answer, ...]
    stages: Mapping[str, float] = field(default_factory=dict)  #: milliseconds spent, by step

    def line(self) -> dict[str, Any]:
        """What `recognize` and `live --headless` print (spec.md, "What the outputs mean")."""
        return {
            "source": self.frame.source,
            "frame": self.frame.index,
            "time": round(self.frame.time, 3),
            "faces": [_face_line(answer) for answer in self.answers],
        }


def _face_line(answer: Answer) -> dict[str, Any]:
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

    detect: Callable[[Image], Sequence[Face]]
    recognize: Callable[[Image, Sequence[Face]], Sequence[Match]] = nobody
    model: str | None = None  #: the ID of the model that names, if any
    people: int = 0  #: how many it can name
    device: str = "CPU"

    def __call__(self, frame: Frame) -> Analysis:
        start = time.perf_counter()
        faces = self.detect(frame.image)
        detected = time.perf_counter()
        matches = self.recognize(frame.image, faces)
        done = time.perf_counter()
        answers = tuple(Answer(face, match) for face, match in zip(faces, matches, strict=True))
        stages = {"detect": (detected - start) * 1e3, "recognize": (done - detected) * 1e3}
        return Analysis(frame, answers, stages)


class Analyzer:
    """Analyses of frames, by the newest pipeline that was asked for.

    One thread iterates, and it owns the networks: they are loaded, used and let go there. Any thread may call `use`.
    """

    def __init__(
        self,
        frames: Iterable[Frame],
        pipeline: Pipeline,
        *,
        changed: Callable[[Pipeline], None] = lambda _: None,
        failed: Callable[[VisavisError], None] = lambda _: None,
    ) -> None:
        self._frames = frames
        self._pipeline = pipeline
        self._wanted: Latest[Callable[[], Pipeline]] = Latest()
        self._changed = changed
        self._failed = failed

    def use(self, load: Callable[[], Pipeline]) -> None:
        """Ask for another pipeline, loaded before the next frame; if that fails, the old one stays."""
        self._wanted.put(load)

    def __iter__(self) -> Iterator[Analysis]:
        for frame in self._frames:
            load = self._wanted.take()
            if load is not None:
                self._load(load)
            yield self._pipeline(frame)

    def _load(self, load: Callable[[], Pipeline]) -> None:
        try:
            self._pipeline = load()
        except VisavisError as error:
            _log.warning("%s", error)
            self._failed(error)
        else:
            self._changed(self._pipeline)
