"""The challenge: the person is asked to turn the head to a random side, and does so or not."""

import random
import statistics
from collections import deque

from visavis.liveness.hint import TurnSide

#: Seconds for which a face is watched before the first challenge: it may blink.
_FIRST_AFTER_S = 2.0
#: Seconds within which the head must have turned.
_ANSWER_S = 5.0
#: Seconds between two challenges.
_PAUSE_S = 2.0
#: Challenges of one face. Each has a random side, so a video of somebody who looks around passes one of two.
_MAX_CHALLENGES = 3
#: By how much the parallax changes when the head has turned, in distances of the eyes. See docs/liveness.md for how
#: these were chosen.
_MIN_TURN = 0.12
#: Frames in a row that must show it.
_MIN_FRAMES = 3
#: Seconds before a challenge whose median is where the head was.
_BASELINE_S = 0.5
#: Range of the parallax in that time up to which the head was still.
_MAX_BASELINE_RANGE = 0.06


class HeadTurnChallenge:
    """Asks for turns of the head and sees whether they follow. Times are seconds of the source.

    A turn to the other side fails the challenge, and another one follows after a pause.

    Parameters
    ----------
    draw : random.Random
        Draws the sides.
    """

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._recent: deque[tuple[float, float]] = deque()  # (time, parallax) of the last moments
        self._count = 0
        self._next_at: float | None = None  # when the next challenge may begin
        self._asked_at = 0.0
        self._baseline = 0.0
        self._followed = 0  # frames in a row
        self._opposed = 0
        self.asked: TurnSide | None = None  #: the side that is asked for now

    def interrupt(self) -> None:
        """The face was out of sight: the challenge counts as failed."""
        self._recent.clear()
        if self.asked is not None:
            self._fail(self._asked_at)

    def is_followed(self, parallax: float, now: float) -> bool:
        """Whether the head has now turned as asked.

        Parameters
        ----------
        parallax : float
            The first value of `view.LivenessView.parallax`. It does not change when a photo is tilted.
        """
        while self._recent and now - self._recent[0][0] > _BASELINE_S:
            self._recent.popleft()
        if self.asked is None:
            self._ask_when_due(now)
        self._recent.append((now, parallax))
        if self.asked is None:
            return False
        turned = self.asked.sign * (parallax - self._baseline)
        self._followed = self._followed + 1 if turned >= _MIN_TURN else 0
        self._opposed = self._opposed + 1 if turned <= -_MIN_TURN else 0
        if self._followed >= _MIN_FRAMES:
            self.asked = None
            return True
        if self._opposed >= _MIN_FRAMES or now - self._asked_at > _ANSWER_S:
            self._fail(now)
        return False

    def _ask_when_due(self, now: float) -> None:
        if self._next_at is None:
            self._next_at = now + _FIRST_AFTER_S
        if now < self._next_at or self._count >= _MAX_CHALLENGES or len(self._recent) < _MIN_FRAMES:
            return
        values = [value for _, value in self._recent]
        if max(values) - min(values) > _MAX_BASELINE_RANGE:
            return
        self.asked = self._draw.choice(list(TurnSide))
        self._asked_at, self._baseline, self._count = now, statistics.median(values), self._count + 1
        self._followed = self._opposed = 0

    def _fail(self, now: float) -> None:
        self.asked = None
        self._next_at = now + _PAUSE_S
