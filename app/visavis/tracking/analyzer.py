"""The analysis loop of a live source. Commands change its pipeline while it runs."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from visavis.classification.classifier import Classifier
from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.imaging.low_light import enhance
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.channels.trackers import ChannelTrackers
from visavis.tracking.commands import AnalysisState, Command, CommandQueue

_log = logging.getLogger(__name__)


class Analyzer:
    """Yields the analyses of the frames of live sources, each of which has a channel.

    One thread iterates. It owns the networks: they are loaded, used and released there. Any thread may call `submit`.

    Parameters
    ----------
    on_change : callable
        Called with each pipeline that comes into use, on the thread that iterates.
    on_classifier : callable
        Called with the model of whole pictures that comes into use instead of looking for faces, or with None when
        faces are looked for again, on the thread that iterates.
    on_error : callable
        Called once with the error of each command that fails, on the thread that iterates.
    on_analysis : callable
        Called with each analysis, on the thread that iterates. A reader of the analyses may skip some; this does not.
    on_cost : callable
        Called with the channel of each frame and the seconds that its analysis took, on the thread that iterates.
    """

    def __init__(
        self,
        frames: Iterable[Frame],
        pipeline: Pipeline,
        *,
        on_change: Callable[[Pipeline], None] = lambda _: None,
        on_classifier: Callable[[Classifier | None], None] = lambda _: None,
        on_error: Callable[[VisavisError], None] = lambda _: None,
        on_analysis: Callable[[Analysis], None] = lambda _: None,
        on_cost: Callable[[int, float], None] = lambda channel, seconds: None,
    ) -> None:
        self._frames = frames
        self._commands = CommandQueue()
        self._state = AnalysisState(ChannelTrackers(pipeline), on_change, on_classifier)
        self._on_error = on_error
        self._on_analysis = on_analysis
        self._on_cost = on_cost

    def submit(self, command: Command) -> None:
        """Have a command run before the next frame.

        Commands run in the order of their submission. A newer command replaces a pending one of the same class.
        """
        self._commands.put(command)

    def __iter__(self) -> Iterator[Analysis]:
        state = self._state
        for frame in self._frames:
            for command in self._commands:
                self._run(command)
            start = time.perf_counter()
            analysis = self._find_faces(frame) if state.classify is None else state.classify(frame)
            self._on_analysis(analysis)
            if state.compared is not None and state.classify is None:
                analysis = _with_comparison(analysis, state.compared)
            self._on_cost(frame.channel, time.perf_counter() - start)
            yield analysis

    @property
    def is_classifying(self) -> bool:
        """Whether frames are classified, and no face is looked for."""
        return self._state.classify is not None

    def _find_faces(self, frame: Frame) -> Analysis:
        state = self._state
        limits = state.trackers.limits(frame.channel)
        analysis = state.trackers(frame)
        if state.recording is not None and frame.channel == state.recorded_channel:
            state.recording.add(analysis, limits)
        return analysis

    def _run(self, command: Command) -> None:
        try:
            command.run(self._state)
        except VisavisError as error:
            _log.warning("%s", error)
            self._on_error(error)


def _with_comparison(analysis: Analysis, other: Pipeline) -> Analysis:
    faces = [answer.face for answer in analysis.answers]
    return replace(analysis, compared=tuple(other.recognize(enhance(analysis.frame.image), faces)))
