"""The analysis loop of a live source. Commands change its pipeline while it runs."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from visavis.errors import VisavisError
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.budget import MeasuredBudget
from visavis.tracking.commands import AnalysisState, Command, CommandQueue
from visavis.tracking.tracker import Tracker

_log = logging.getLogger(__name__)


class Analyzer:
    """Yields the analyses of the frames of a live source.

    One thread iterates. It owns the networks: they are loaded, used and released there. Any thread may call `submit`.

    Parameters
    ----------
    on_change : callable
        Called with each pipeline that comes into use, on the thread that iterates.
    on_error : callable
        Called once with the error of each command that fails, on the thread that iterates.
    on_analysis : callable
        Called with each analysis, on the thread that iterates. A reader of the analyses may skip some; this does not.
    """

    def __init__(
        self,
        frames: Iterable[Frame],
        pipeline: Pipeline,
        *,
        on_change: Callable[[Pipeline], None] = lambda _: None,
        on_error: Callable[[VisavisError], None] = lambda _: None,
        on_analysis: Callable[[Analysis], None] = lambda _: None,
    ) -> None:
        self._frames = frames
        self._commands = CommandQueue()
        self._state = AnalysisState(Tracker(pipeline, MeasuredBudget()), on_change)
        self._on_error = on_error
        self._on_analysis = on_analysis

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
            analysis = state.tracker(frame)
            self._on_analysis(analysis)
            yield analysis if state.compared is None else _with_comparison(analysis, state.compared)

    def _run(self, command: Command) -> None:
        try:
            command.run(self._state)
        except VisavisError as error:
            _log.warning("%s", error)
            self._on_error(error)


def _with_comparison(analysis: Analysis, other: Pipeline) -> Analysis:
    faces = [answer.face for answer in analysis.answers]
    return replace(analysis, compared=tuple(other.recognize(analysis.frame.image, faces)))
