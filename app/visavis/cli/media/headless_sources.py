"""The sources of `visavis live --headless`: one, or several at once, each with a tracker."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from visavis.cli.command import say, say_error
from visavis.errors import SourceError, SourcePictureError
from visavis.imaging.frames import Frame
from visavis.liveness.monitor import LivenessMonitor
from visavis.pipeline import Analysis, Pipeline
from visavis.process.mailbox import newest
from visavis.sources import Persistent, Source, open_source
from visavis.sources.recorded.replay import Replay
from visavis.sources.roster import SourceRoster
from visavis.tracking import FixedBudget, MeasuredBudget, RecordedBudget, Tracker
from visavis.tracking.channels.reading import ReadSource, read_together
from visavis.tracking.channels.reduced_rate import ReducedRate
from visavis.tracking.channels.turns import Turns


class HeadlessSources:
    """The sources that are read at once, and a tracker for each.

    Parameters
    ----------
    open_ : callable
        Seam for tests.

    Raises
    ------
    VisavisError
        If one of them does not exist.
    """

    def __init__(self, texts: Sequence[str], open_: Callable[..., Source] = open_source) -> None:
        opened = [open_(text, paced=False) for text in texts]
        roster = SourceRoster()
        self._sources = [
            ReadSource(Persistent(partial(_return, each), on_status=_say_status), roster.add(channel, each), each.live)
            for channel, each in enumerate(opened)
        ]
        self._opened = opened
        self._turns = Turns()
        self._rates = [ReducedRate() for _ in opened]
        self._said: set[int] = set()  # channels of which it was said that they are analyzed less often
        self.trackers: list[Tracker] = []  #: by channel, after `follow`
        self._failures = 0

    @property
    def is_live(self) -> bool:
        """Whether any source is live."""
        return any(each.is_live for each in self._sources)

    @property
    def has_failed(self) -> bool:
        """Whether no source of several could be read to its end; one alone raises its error."""
        return self._failures == len(self._sources)

    def follow(self, pipeline: Pipeline, *, has_liveness: bool) -> None:
        """Make the trackers."""
        self.trackers = [
            _create_tracker(each, len(self._opened), pipeline, LivenessMonitor() if has_liveness else None)
            for each in self._opened
        ]

    def use(self, pipeline: Pipeline) -> None:
        """Continue with another pipeline."""
        for tracker in self.trackers:
            tracker.use(pipeline)

    def frames(self) -> Iterator[Frame]:
        """The frames of all sources."""
        if len(self._sources) > 1:
            return read_together(self._sources, self._turns, self._fail)
        source = self._sources[0].source
        return newest(source, source.stop) if self.is_live else iter(source)

    def analyze(self, frame: Frame) -> Analysis:
        """Analyze the next frame of its source."""
        start = time.perf_counter()
        analysis = self.trackers[frame.channel](frame)
        if len(self._sources) > 1 and self.is_live:
            self._turns.record(frame.channel, time.perf_counter() - start)
            self._say_rate(frame)
        return analysis

    def say_skipped(self) -> None:
        """Print how many pictures could not be used."""
        for each in self._sources:
            for reason, times in each.source.skipped.items():
                say(f"Skipped of {each.name}: {times} ({reason.value}).")

    def _say_rate(self, frame: Frame) -> None:
        """Print once that this computer is too slow for every frame of a source."""
        channel = frame.channel
        per_second = self._rates[channel].update(self._turns.interval(channel), time.monotonic())
        if per_second and channel not in self._said:
            self._said.add(channel)
            say(
                f"visavis: This computer is too slow for all sources at once: {frame.source} is analyzed "
                f"{per_second:.1f} times a second."
            )

    def _fail(self, error: SourceError) -> None:
        self._failures += 1
        say_error(error)


def _create_tracker(source: Source, sharing: int, pipeline: Pipeline, liveness: LivenessMonitor | None) -> Tracker:
    """A tracker for a source. That of a recording does exactly what the one did that was recorded."""
    if isinstance(source, Replay):
        index = source.index
        return Tracker(pipeline, RecordedBudget(index.limits, index.frames), liveness, new_id=index.track_numbers())
    return Tracker(pipeline, MeasuredBudget(sharing) if source.live else FixedBudget(), liveness)


def _return(source: Source) -> Source:
    return source


def _say_status(error: SourceError | None) -> None:
    """Print that a live source failed, or that it delivers again."""
    if error is None:
        say("visavis: The source delivers pictures again.")
    else:
        retry = "" if isinstance(error, SourcePictureError) else " Trying again."
        say(f"visavis: {error}{retry} {error.hint}".rstrip())
