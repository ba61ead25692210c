"""Why nobody is recognized, decided without Qt and said calmly: not at once, and not for a moment only."""

from enum import Enum

from visavis.faces.observation import QualityIssue
from visavis.pipeline import Analysis

#: Mean gray of a whole picture, of 255, below which nobody could find a face in it.
_NIGHT = 20.0
#: Every so many pixels of the picture are enough to see that.
_STEP = 16
#: Seconds for which a reason must hold before it is said, and for which it is still said once it holds no more.
SAY_AFTER_S = 1.5
LEAVE_AFTER_S = 2.0


class HintReason(Enum):
    """What makes a face, or the whole picture, too poor to tell."""

    NIGHT = "the picture is too dark"
    SMALL = "too far away"
    DARK = "too dark"
    BRIGHT = "too bright"
    BLURRED = "blurred"
    TURNED = "turned away"
    PEOPLE = "nobody is enrolled"


_FLAWS = {
    QualityIssue.SMALL: HintReason.SMALL,
    QualityIssue.DARK: HintReason.DARK,
    QualityIssue.BRIGHT: HintReason.BRIGHT,
    QualityIssue.BLURRED: HintReason.BLURRED,
    QualityIssue.TURNED: HintReason.TURNED,
}


def reason(analysis: Analysis, people: int) -> HintReason | None:
    """Why nobody is recognized in a frame.

    None where somebody is, and where there is nothing to mend: an empty room, or a stranger who is seen well.

    Parameters
    ----------
    people : int
        How many can be named.
    """
    if any(answer.match.name for answer in analysis.answers):
        return None
    if not analysis.answers:
        return HintReason.NIGHT if float(analysis.frame.image[::_STEP, ::_STEP].mean()) < _NIGHT else None
    if not people:
        return HintReason.PEOPLE
    largest = max(analysis.answers, key=lambda answer: answer.face.box.area)
    return _FLAWS.get(largest.match.doubt) if isinstance(largest.match.doubt, QualityIssue) else None


class CalmHint:
    """What is said of reasons that change with every frame. Moments are seconds on one clock that does not go back."""

    def __init__(self) -> None:
        self._said: HintReason | None = None
        self._held = float("-inf")  # when what is said held last
        self._next: HintReason | None = None
        self._since = 0.0

    def hear(self, newest: HintReason | None, now: float) -> HintReason | None:
        """What to say, given that this is the newest."""
        if newest is not self._next:
            self._next, self._since = newest, now
        if newest is self._said:
            self._held = now
        elif newest is not None and now - self._since >= SAY_AFTER_S:
            self._said, self._held = newest, now
        elif now - self._held >= LEAVE_AFTER_S:
            self._said = None
        return self._said
