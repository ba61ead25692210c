"""An answer in words: who, how surely, and why. Decides; draws nothing."""

from visavis.faces.observation import QualityIssue
from visavis.people.names import shown_name
from visavis.recognition.match import Doubt, Match
from visavis.ui.text import language
from visavis.ui.text.language import QT_TRANSLATE_NOOP, person_name, translate

_CONTEXT = "Answer"

_REASONS: dict[Doubt | QualityIssue, str] = {
    Doubt.NOBODY: QT_TRANSLATE_NOOP("Answer", "There is nobody to compare with yet."),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Answer", "Not compared with anybody yet. That takes a moment."),
    Doubt.FAR: QT_TRANSLATE_NOOP("Answer", "Resembles nobody who is enrolled. {best} is closest ({score} %)."),
    Doubt.AMBIGUOUS: QT_TRANSLATE_NOOP("Answer", "Resembles {best} ({score} %), but also {other} ({second} %)."),
    Doubt.TAKEN: QT_TRANSLATE_NOOP("Answer", "Resembles {best} ({score} %), but another face in view does so more."),
    Doubt.VETOED: QT_TRANSLATE_NOOP(
        "Answer", "Resembles {best} ({score} %), but also a face that you said is somebody else."
    ),
    QualityIssue.SMALL: QT_TRANSLATE_NOOP("Answer", "Too far away to tell."),
    QualityIssue.DARK: QT_TRANSLATE_NOOP("Answer", "Too dark to tell."),
    QualityIssue.BRIGHT: QT_TRANSLATE_NOOP("Answer", "Too bright to tell."),
    QualityIssue.BLURRED: QT_TRANSLATE_NOOP("Answer", "Too blurred to tell."),
    QualityIssue.TURNED: QT_TRANSLATE_NOOP("Answer", "Turned too far away to tell."),
}
_SURE = QT_TRANSLATE_NOOP("Answer", "{other} is next ({second} %).")
_FAR_FROM_ALL = QT_TRANSLATE_NOOP("Answer", "Resembles nobody who is enrolled.")
_ALONE = QT_TRANSLATE_NOOP("Answer", "There is no other candidate.")


def percent(score: float) -> int:
    """A score in whole percent, rounded down: 100 % would claim too much."""
    return min(int(100 * score), 99)


def format_score(score: float) -> str:
    """A score by itself, such as "93 %"."""
    return language.percent(percent(score) / 100)


def title(match: Match) -> str:
    """Who it is, such as "Ada, 93 %", or that it is unknown."""
    if match.doubt is Doubt.AMBIGUOUS and match.runner_up:
        text = translate(_CONTEXT, "{best} or {other}?")
        return text.format(best=person_name(match.best or ""), other=person_name(match.runner_up[0]))
    name = shown_name(match.name, translate(_CONTEXT, "Unknown"))
    if match.name is None:
        return name
    return translate(_CONTEXT, "{name}, {score} %").format(name=person_name(name), score=percent(match.score))


def reason(match: Match) -> str:
    """Why that is the answer, in a sentence."""
    text = _REASONS[match.doubt] if match.doubt else _SURE if match.runner_up else _ALONE
    if match.doubt is Doubt.FAR and not percent(match.score):  # "most like Ada (0 %)" says nothing
        text = _FAR_FROM_ALL
    other, second = match.runner_up or ("", 0.0)
    best = person_name(match.best or "")
    values = {"best": best, "score": percent(match.score), "other": person_name(other), "second": percent(second)}
    return translate(_CONTEXT, text).format(**values)
