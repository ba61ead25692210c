"""Hints on why no face is recognized, computed without Qt; `CalmHint` suppresses short-lived ones."""

from enum import Enum

from visavis.faces.observation import QualityIssue
from visavis.pipeline import Analysis

#: Mean gray of a whole picture, 0..255, below which no detector finds a face.
_NIGHT_BRIGHTNESS = 20.0
#: Step between the pixels that are averaged for it.
_STEP = 16
#: Time for which a reason must hold before it is shown, in seconds.
SAY_AFTER_S = 1.5
#: Time for which it stays after it stopped holding, in seconds.
LEAVE_AFTER_S = 2.0


class HintReason(Enum):
    """Why a face cannot be recognized."""

    NIGHT = "the picture is too dark"
    SMALL = "too far away"
    DARK = "too dark"
    BRIGHT = "too bright"
    BLURRED = "blurred"
    TURNED = "turned away"
    PEOPLE = "nobody is enrolled"


_REASON_BY_ISSUE = {
    QualityIssue.SMALL: HintReason.SMALL,
    QualityIssue.DARK: HintReason.DARK,
    QualityIssue.BRIGHT: HintReason.BRIGHT,
    QualityIssue.BLURRED: HintReason.BLURRED,
    QualityIssue.TURNED: HintReason.TURNED,
}


def find_reason(analysis: Analysis, people: int) -> HintReason | None:
    """Find the reason why no face of a frame is recognized.

    None if a face is recognized, and if the user can improve nothing: an empty room, or a well visible stranger.

    Parameters
    ----------
    people : int
        Number of people that can be named.
    """
    if any(answer.match.name for answer in analysis.answers):
        return None
    if not analysis.answers:
        return HintReason.NIGHT if float(analysis.frame.image[::_STEP, ::_STEP].mean()) < _NIGHT_BRIGHTNESS else None
    if not people:
        return HintReason.PEOPLE
    largest = max(analysis.answers, key=lambda answer: answer.face.box.area)
    return _REASON_BY_ISSUE.get(largest.match.doubt) if isinstance(largest.match.doubt, QualityIssue) else None


class CalmHint:
    """Hysteresis for hints whose reason changes with every frame. Times are seconds on one monotonic clock."""

    def __init__(self) -> None:
        self._said: HintReason | None = None
        self._held = float("-inf")  # when the shown reason held last
        self._next: HintReason | None = None
        self._since = 0.0

    def update(self, newest: HintReason | None, now: float) -> HintReason | None:
        """Update with the newest reason; return the reason to show."""
        if newest is not self._next:
            self._next, self._since = newest, now
        if newest is self._said:
            self._held = now
        elif newest is not None and now - self._since >= SAY_AFTER_S:
            self._said, self._held = newest, now
        elif now - self._held >= LEAVE_AFTER_S:
            self._said = None
        return self._said
