"""What a whole picture shows, in words: the class with its score, and the runner-up. Draws nothing."""

from dataclasses import dataclass

from visavis.escaping import line
from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.recognition.match import Match
from visavis.ui.live.overlay import is_current
from visavis.ui.text import matches
from visavis.ui.text.language import translate

#: Lowest score, 0..1, of a runner-up that is told: among classes that are all out of the question, the second one says
#: nothing, and changes with every frame.
_MIN_SCORE = 0.01


@dataclass(frozen=True, slots=True)
class PictureLabel:
    """The label of a whole picture."""

    title: str  #: the class, or *Unknown*
    score: str = ""  #: such as "93 %"; empty for an unknown picture
    remark: str = ""  #: the runner-up, or the class that an unknown picture is most like; empty if there is none
    is_known: bool = True

    @property
    def text(self) -> str:
        """The whole label as one line, for screen readers."""
        return ", ".join(filter(None, (" ".join(filter(None, (self.title, self.score))), self.remark)))


def current_label(analysis: Analysis | None, frame: Frame, scene_began: float = float("-inf")) -> PictureLabel | None:
    """The label to paint over `frame`; None if faces are looked for, or the newest analysis is too old.

    Parameters
    ----------
    scene_began : float
        When the scene of `frame` began, in seconds on time.monotonic().
    """
    if analysis is None or analysis.picture is None or not is_current(analysis, frame, scene_began):
        return None
    return label_of(analysis.picture)


def label_of(match: Match) -> PictureLabel:
    """The label of an answer."""
    if match.name is None:
        likeness = ""
        if match.best is not None and match.score >= _MIN_SCORE:
            text = translate("PictureLabel", "most like {name}, {score}")
            likeness = text.format(name=line(match.best), score=matches.format_score(match.score))
        return PictureLabel(translate("PictureLabel", "Unknown"), remark=likeness, is_known=False)
    remark = ""
    if match.runner_up is not None and match.runner_up[1] >= _MIN_SCORE:
        name, score = match.runner_up
        text = translate("PictureLabel", "then {name}, {score}")
        remark = text.format(name=line(name), score=matches.format_score(score))
    return PictureLabel(line(match.name), matches.format_score(match.score), remark)
