"""The loop that analyzes what is live, by the newest pipeline."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.process.mailbox import Latest
from visavis.tracking import MeasuredBudget, Tracker

_log = logging.getLogger(__name__)


class Analyzer:
    """Analyses of the frames of a live source, by the newest pipeline that was asked for.

    One thread iterates, and it owns the networks: they are loaded, used and let go there. Any thread may call `use`:
    the faces that are followed stay, and are asked for their names again.
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
        self._follow = Tracker(pipeline, MeasuredBudget())
        self._wanted: Latest[Callable[[], Pipeline]] = Latest()
        self._line: Latest[float] = Latest()
        self._compared: Latest[Callable[[], Pipeline] | None] = Latest()
        self._question: Latest[Callable[[Pipeline], object]] = Latest()
        self._beside: Pipeline | None = None
        self._changed = changed
        self._failed = failed

    def use(self, load: Callable[[], Pipeline]) -> None:
        """Ask for another pipeline, loaded before the next frame; if that fails, the old one stays."""
        self._wanted.put(load)

    def draw_line(self, threshold: float) -> None:
        """Move the line between known and unknown before the next frame, in whichever pipeline is in use by then."""
        self._line.put(threshold)

    def compare(self, load: Callable[[], Pipeline] | None) -> None:
        """Give another pipeline's answers beside those of the one in use; with None, no longer."""
        self._compared.put(load)

    def ask(self, question: Callable[[Pipeline], object]) -> None:
        """Have something asked of the pipeline in use, before the next frame; the newest question replaces others.

        It has the networks to itself: no frame is analyzed meanwhile. What comes of it, it tells itself.
        """
        self._question.put(question)

    def __iter__(self) -> Iterator[Analysis]:
        for frame in self._frames:
            load = self._wanted.take()
            if load is not None:
                self._put_in_use(self._loaded(load))
            threshold = self._line.take()
            if threshold is not None:
                self._put_in_use(self._follow.pipeline.at(threshold))
            for load_beside in self._compared.taken():
                self._beside = load_beside and self._loaded(load_beside)
            question = self._question.take()
            if question is not None:
                self._answer(question)
            analysis = self._follow(frame)
            yield analysis if self._beside is None else _beside(analysis, self._beside)

    def _put_in_use(self, pipeline: Pipeline | None) -> None:
        if pipeline is not None:
            self._follow.use(pipeline)
            self._changed(pipeline)

    def _answer(self, question: Callable[[Pipeline], object]) -> None:
        try:
            question(self._follow.pipeline)
        except VisavisError as error:
            _log.warning("%s", error)
            self._failed(error)

    def _loaded(self, load: Callable[[], Pipeline]) -> Pipeline | None:
        """The pipeline, or None after telling why there is none."""
        try:
            return load()
        except VisavisError as error:
            _log.warning("%s", error)
            self._failed(error)
            return None


def _beside(analysis: Analysis, other: Pipeline) -> Analysis:
    faces = [answer.face for answer in analysis.answers]
    return replace(analysis, beside=tuple(other.recognize(analysis.frame.image, faces)))
