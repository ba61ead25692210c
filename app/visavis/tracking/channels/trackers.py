"""The trackers of several channels: each follows the faces of its source, and all share one pipeline."""

import itertools
from collections.abc import Callable

from visavis.imaging.frames import Frame
from visavis.liveness.monitor import LivenessMonitor
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.budget import MeasuredBudget
from visavis.tracking.schedule import DEFAULT, WorkLimits
from visavis.tracking.tracker import Tracker

#: Seconds without a frame after which a channel takes no share of the time for searches.
_SILENCE_S = 5.0


class ChannelTrackers:
    """Analyzes the frames of several channels on one thread. A channel gets its tracker with its first frame.

    Their tracks are numbered together, so that a number means one track whatever its channel.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self._has_liveness = False
        self._trackers: dict[int, tuple[Tracker, MeasuredBudget]] = {}
        self._newest: dict[int, float] = {}  # when the newest frame of each channel was taken
        self._new_id: Callable[[], int] = itertools.count(1).__next__

    def use(self, pipeline: Pipeline) -> None:
        """Continue with another pipeline and keep the tracks."""
        self.pipeline = pipeline
        for tracker, _ in self._trackers.values():
            tracker.use(pipeline)

    def set_liveness(self, *, is_on: bool) -> None:
        """Give the liveness hint, or stop."""
        self._has_liveness = is_on
        for tracker, _ in self._trackers.values():
            if not is_on:
                tracker.liveness = None
            elif tracker.liveness is None:
                tracker.liveness = LivenessMonitor()

    def limits(self, channel: int) -> WorkLimits:
        """How much work the next frame of a channel may take."""
        return self._trackers[channel][0].limits if channel in self._trackers else DEFAULT

    def restart(self, channel: int, on_new_track: Callable[[int], object] | None = None) -> None:
        """Forget the tracks of a channel (`Tracker.restart`)."""
        tracker, _ = self._trackers.get(channel) or self._create(channel)
        tracker.restart(on_new_track)

    def __call__(self, frame: Frame) -> Analysis:
        """Analyze the next frame of its channel."""
        tracker, budget = self._trackers.get(frame.channel) or self._create(frame.channel)
        self._newest[frame.channel] = frame.taken_at
        budget.sharing = max(sum(frame.taken_at - other < _SILENCE_S for other in self._newest.values()), 1)
        return tracker(frame)

    def _create(self, channel: int) -> tuple[Tracker, MeasuredBudget]:
        budget = MeasuredBudget()
        liveness = LivenessMonitor() if self._has_liveness else None
        tracker = Tracker(self.pipeline, budget, liveness, new_id=self._new_id)
        self._trackers[channel] = tracker, budget
        return tracker, budget
