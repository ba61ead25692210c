"""What whole frames show: the answers of a classifier, steady from frame to frame, for the sources of several channels.

No face is looked for.
"""

import math
import time
from dataclasses import dataclass, field

from visavis.classification.classifier import Classifier, Similarities
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.recognition.match import PENDING, Match
from visavis.tracking.cut_detection import SAME_SCENE_CORRELATION, CutDetector
from visavis.tracking.name_hysteresis import NameState

#: Seconds in which the weight of a frame falls to 1/e. A label follows another thing in the picture within three times
#: as long, and single frames do not change it.
_FADE_S = 0.3
#: Seconds for which the score and the runner-up stay while the class does: numbers that change faster cannot be read.
_HOLD_S = 0.25
#: Number of observations that the decision on a later frame counts for: the class is given from the threshold for the
#: first look at a face in a video, and kept down to the threshold for stills (`name_hysteresis`).
_OBSERVATIONS = 1


@dataclass
class _Scene:
    """What was seen in a channel since its last cut."""

    cuts: CutDetector = field(default_factory=lambda: CutDetector(SAME_SCENE_CORRELATION))
    mean: Similarities | None = None
    taken_at: float = 0.0  # of the newest frame
    state: NameState = field(default_factory=NameState)
    shown: Match = PENDING
    shown_since: float = float("-inf")

    def begin(self) -> None:
        """Forget what was seen before a cut."""
        self.mean, self.state, self.shown_since = None, NameState(), float("-inf")

    def add(self, similarities: Similarities, taken_at: float) -> Similarities:
        """Count one more frame of the scene, and return the mean."""
        kept = 0.0 if self.mean is None else math.exp(-max(taken_at - self.taken_at, 0.0) / _FADE_S)
        self.mean = similarities if self.mean is None else kept * self.mean + (1 - kept) * similarities
        self.taken_at = taken_at
        return self.mean

    def show(self, match: Match) -> Match:
        """The answer to show: a new class at once, other figures of the same one after a moment."""
        is_same = (match.name, match.best) == (self.shown.name, self.shown.best)
        if not is_same or not 0 <= self.taken_at - self.shown_since < _HOLD_S:
            self.shown, self.shown_since = match, self.taken_at
        return self.shown


class PictureAnswers:
    """Classifies the frames of several channels on one thread. A cut begins anew: no label outlives its scene.

    The answer is that for the mean of the log-odds over the newest frames, which fade exponentially: a logarithmic
    opinion pool (Genest, C. and Zidek, J. V. (1986). Combining probability distributions: a critique and an annotated
    bibliography). A picture that is shown once is judged by the threshold for stills, as `visavis classify` does.
    """

    def __init__(self, classifier: Classifier) -> None:
        self.classifier = classifier
        self._scenes: dict[int, _Scene] = {}

    def __call__(self, frame: Frame) -> Analysis:
        """Classify the next frame of its channel."""
        start = time.perf_counter()
        scene = self._scenes.setdefault(frame.channel, _Scene())
        if scene.cuts.is_new_scene(frame):
            scene.begin()
        is_first = scene.mean is None
        mean = scene.add(self.classifier.similarities(frame.image), frame.taken_at)
        proposal = self.classifier.decide(mean, None if is_first else _OBSERVATIONS)
        scene.state = scene.state.with_decision(proposal, self.classifier.decision.threshold)
        shown = scene.show(scene.state.match)
        stages = {"classify": (time.perf_counter() - start) * 1e3}
        return Analysis(frame, (), stages, picture=shown)
