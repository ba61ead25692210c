"""Commands to the analysis thread: any thread submits them, and the analysis thread runs them between two frames."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from visavis.classification.classifier import Classifier
from visavis.errors import VisavisError
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.channels.picture_answers import PictureAnswers
from visavis.tracking.channels.trackers import ChannelTrackers
from visavis.tracking.schedule import WorkLimits


@dataclass(slots=True)
class AnalysisState:
    """What commands change. Only the analysis thread uses it."""

    trackers: ChannelTrackers
    on_change: Callable[[Pipeline], None]  #: called after another pipeline is in use
    on_classifier: Callable[[Classifier | None], None] = lambda _: None  #: called when `classify` has another one
    classify: PictureAnswers | None = None  #: instead of looking for faces; None: faces are looked for
    compared: Pipeline | None = None  #: answers beside the one in use
    recording: "SessionRecording | None" = None  #: gets the analyses of one channel; None: nothing is recorded
    recorded_channel: int = 0

    def use(self, pipeline: Pipeline) -> None:
        """Use another pipeline and keep the tracks."""
        self.trackers.use(pipeline)
        self.on_change(pipeline)

    def classify_with(self, classifier: Classifier | None) -> None:
        """Classify whole frames; None: look for faces again."""
        self.classify = None if classifier is None else PictureAnswers(classifier)
        self.on_classifier(classifier)


class Command(Protocol):
    """Something to do on the analysis thread. A newer command of the same class replaces it while it is pending."""

    def run(self, state: AnalysisState) -> None:
        """Do it.

        Raises
        ------
        VisavisError
            If it cannot be done. The pipeline in use is then the same as before, or one that names nobody.
        """
        ...


@dataclass(frozen=True, slots=True)
class UsePipeline:
    """Load a pipeline and use it."""

    load: Callable[[], Pipeline]
    names_may_be_gone: bool = False
    """Whether the pipeline in use may name people who were forgotten since. If loading fails, nobody is named then."""

    def run(self, state: AnalysisState) -> None:
        try:
            pipeline = self.load()
        except VisavisError:
            if self.names_may_be_gone:
                state.use(state.trackers.pipeline.without_names())
            raise
        state.use(pipeline)


@dataclass(frozen=True, slots=True)
class SetThreshold:
    """Set the threshold between known and unknown in the pipeline in use."""

    threshold: float  #: minimum score for a name in a still, 0..1

    def run(self, state: AnalysisState) -> None:
        state.use(state.trackers.pipeline.with_threshold(self.threshold))


@dataclass(frozen=True, slots=True)
class SetLiveness:
    """Give the liveness hint, or stop."""

    is_on: bool

    def run(self, state: AnalysisState) -> None:
        state.trackers.set_liveness(is_on=self.is_on)


@dataclass(frozen=True, slots=True)
class ComparePipeline:
    """Load a pipeline and give its answers beside those of the pipeline in use; None: no longer.

    If loading fails, nothing is compared any more. The answers of the pipeline compared before would pass for those of
    this one, and might name people who were forgotten since.
    """

    load: Callable[[], Pipeline] | None

    def run(self, state: AnalysisState) -> None:
        state.compared = None
        if self.load is not None:
            state.compared = self.load()


@dataclass(frozen=True, slots=True)
class ClassifyPictures:
    """Load a model of whole pictures, and classify frames with it instead of looking for faces; None: no longer.

    If loading fails, faces are looked for again: the model may be gone because it learned from somebody's pictures.
    """

    load: Callable[[], Classifier] | None

    def run(self, state: AnalysisState) -> None:
        try:
            classifier = None if self.load is None else self.load()
        except VisavisError:
            state.classify_with(None)
            raise
        state.classify_with(classifier)


class SessionRecording(Protocol):
    """What gets a session that is recorded."""

    def add(self, analysis: Analysis, limits: WorkLimits) -> None:
        """Take an analyzed frame, and how much work it was allowed."""

    def add_track(self, number: int) -> None:
        """Take the number of a new track."""


@dataclass(frozen=True, slots=True)
class BeginRecording:
    """Record a channel from now on. Its tracks are forgotten, since a replay begins without any, too."""

    begin: Callable[[], SessionRecording]
    channel: int = 0

    def run(self, state: AnalysisState) -> None:
        state.recording, state.recorded_channel = self.begin(), self.channel
        state.trackers.restart(self.channel, state.recording.add_track)


@dataclass(frozen=True, slots=True)
class EndRecording:
    """Record no more, and call a function then."""

    end: Callable[[], object]

    def run(self, state: AnalysisState) -> None:
        state.recording = None
        self.end()


@dataclass(frozen=True, slots=True)
class QueryPipeline:
    """Call a function with the pipeline in use. It has the networks to itself, and delivers its result by itself."""

    query: Callable[[Pipeline], object]

    def run(self, state: AnalysisState) -> None:
        self.query(state.trackers.pipeline)


@dataclass(frozen=True, slots=True)
class EmbedCandidate:
    """Embed the face of a candidate of capture mode: a query of its own class, which replaces no other one."""

    query: Callable[[Pipeline], object]

    def run(self, state: AnalysisState) -> None:
        self.query(state.trackers.pipeline)


class CommandQueue:
    """Pending commands in the order of their submission, only the newest of each class. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pending: dict[type[Command], Command] = {}

    def put(self, command: Command) -> None:
        """Append a command. It replaces a pending one of its class."""
        with self._lock:
            self._pending.pop(type(command), None)
            self._pending[type(command)] = command

    def __iter__(self) -> Iterator[Command]:
        """Take the pending commands one by one, oldest first, without waiting for more."""
        while (command := self._take()) is not None:
            yield command

    def _take(self) -> Command | None:
        with self._lock:
            oldest = next(iter(self._pending), None)
            return None if oldest is None else self._pending.pop(oldest)
