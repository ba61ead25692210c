"""The sentences of an explanation, computed without widgets."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from visavis.faces import observation
from visavis.faces.observation import FaceObservation
from visavis.people.names import shown_name
from visavis.recognition.decision import lead
from visavis.recognition.match import Doubt, Match
from visavis.review.explanation import Explanation
from visavis.ui.text.language import QT_TRANSLATE_NOOP, number, person_name, translate
from visavis.ui.text.matches import percent

#: Odds ratio below which two candidates count as equally likely.
_EVEN = 1.5
#: Odds ratio above which no figure is given.
_MANY = 1000
#: Minimum score of the best candidate for a comparison with the runner-up: below it, the ratio says nothing.
_MIN_SCORE = 0.01
_FEATURES = {
    "eyes": QT_TRANSLATE_NOOP("Explanation", "The eyes matter most."),
    "nose": QT_TRANSLATE_NOOP("Explanation", "The nose matters most."),
    "mouth": QT_TRANSLATE_NOOP("Explanation", "The mouth matters most."),
    "brow": QT_TRANSLATE_NOOP("Explanation", "The forehead and the hair matter most."),
    "chin": QT_TRANSLATE_NOOP("Explanation", "The chin matters most."),
    "cheek": QT_TRANSLATE_NOOP("Explanation", "The side of the face matters most."),
}


@dataclass(frozen=True, slots=True)
class ExplanationGrade:
    """One quality measure of a face, graded."""

    what: str
    how: str
    good: bool


def candidates(match: Match) -> str:
    """The lead of the best candidate over the runner-up; empty without two plausible candidates."""
    if match.best is None or match.runner_up is None or match.score < _MIN_SCORE:
        return ""
    other, second = match.runner_up
    times = math.exp(min(abs(lead(match.score, second)), 2 * math.log(_MANY)))
    if times < _EVEN:
        text = translate("Explanation", "{best} and {other} are about as likely.")
    elif times >= _MANY:
        text = translate("Explanation", "{best} is more than a thousand times as likely as {other}.")
    else:
        text = translate("Explanation", "{best} is about {times} times as likely as {other}.")
    first, last = (match.best, other) if match.score >= second else (other, match.best)
    return text.format(best=person_name(first), other=person_name(last), times=_round(times))


def line(grounds: Explanation) -> str:
    """The required score; empty if there is no one to compare with."""
    match, needed = grounds.match, grounds.threshold
    if needed is None or match.best is None:
        return ""
    kept = needed if grounds.keep_threshold is None else grounds.keep_threshold
    if match.name and match.score < needed:
        text = translate("Explanation", "A name needs {needed} % here; once given, it stays down to {kept} %.")
    elif match.doubt is Doubt.FAR:
        text = translate("Explanation", "A name needs {needed} % here; {best} has {score} %.")
    else:
        text = translate("Explanation", "A name needs {needed} % here.")
    return text.format(
        needed=_least(needed), kept=_least(kept), best=person_name(match.best), score=percent(match.score)
    )


def votes(grounds: Explanation) -> str:
    """The answers of the single observations of a track; empty for a still picture."""
    if not grounds.observations:
        return ""
    n, seconds = grounds.observations, _seconds(grounds.seconds)
    often = translate("Explanation", "Looked at %n times in {seconds}.", None, n)
    text = translate("Explanation", "Looked at once in {seconds}.") if n == 1 else often
    return f"{text.format(seconds=seconds)} {_shares(grounds.votes)}"


def _shares(votes_: Sequence[tuple[str | None, int]]) -> str:
    count = sum(count for _, count in votes_)
    if not count:
        return translate("Explanation", "None was good enough to count.")
    unknown = translate("Explanation", "unknown")
    if count == 1:
        return translate("Explanation", "One counted: {name}.").format(
            name=person_name(shown_name(votes_[0][0], unknown))
        )
    if len(votes_) == 1:
        text = translate("Explanation", "By themselves, the newest %n said: {name}.", None, count)
        return text.format(name=person_name(shown_name(votes_[0][0], unknown)))
    shares = ", ".join(f"{person_name(shown_name(name, unknown))} {each}" for name, each in votes_)
    return translate("Explanation", "Of the newest %n, by themselves: {shares}.", None, count).format(shares=shares)


def picture(grounds: Explanation) -> str:
    """The heading of the heat map."""
    if grounds.heat is None:
        return translate("Explanation", "This is what the network sees.")
    if grounds.feature is None:
        return translate("Explanation", "No single part decides the answer.")
    return translate("Explanation", _FEATURES[grounds.feature])


def legend(grounds: Explanation) -> str:
    """How to read the heat map."""
    if grounds.feature is None or grounds.match.best is None:
        return ""
    text = translate("Explanation", "The brighter a part, the less this face resembles {best} when it is covered.")
    return text.format(best=person_name(grounds.match.best))


def grades(seen: FaceObservation) -> tuple[ExplanationGrade, ...]:
    """The grade of each quality measure."""
    good, fair = translate("Explanation", "good"), translate("Explanation", "fair")
    size = _grade(seen.eye_distance, observation.MIN_PROBE_EYE_DISTANCE, observation.GOOD_EYE_DISTANCE)
    sharp = _grade(seen.sharpness, observation.MIN_PROBE_SHARPNESS, observation.GOOD_SHARPNESS)
    yaw = _grade(-seen.yaw, -observation.MAX_PROBE_YAW, -observation.GOOD_YAW)
    dark = _grade(seen.brightness, observation.MIN_PROBE_BRIGHTNESS, observation.GOOD_MIN_BRIGHTNESS)
    bright = _grade(-seen.brightness, -observation.MAX_PROBE_BRIGHTNESS, -observation.GOOD_MAX_BRIGHTNESS)
    light = (translate("Explanation", "too dark"), translate("Explanation", "dark"), good)[dark]
    if bright < 2:
        light = (translate("Explanation", "too bright"), translate("Explanation", "bright"))[bright]
    rows = (
        (
            translate("Explanation", "Size"),
            (translate("Explanation", "too far away"), translate("Explanation", "small"), good)[size],
            size,
        ),
        (translate("Explanation", "Sharpness"), (translate("Explanation", "blurred"), fair, good)[sharp], sharp),
        (translate("Explanation", "Light"), light, min(dark, bright)),
        (
            translate("Explanation", "Pose"),
            (
                translate("Explanation", "turned away"),
                translate("Explanation", "turned a little"),
                translate("Explanation", "to the front"),
            )[yaw],
            yaw,
        ),
    )
    return tuple(ExplanationGrade(what, how, grade == 2) for what, how, grade in rows)


def samples(grounds: Explanation) -> str:
    """The sentence in place of the nearest samples."""
    if grounds.match.best is None:
        return ""
    if grounds.vector is None:
        return translate("Explanation", "This network has learned the pictures; it does not compare with them.")
    return translate("Explanation", "There are no pictures to compare with.")


def _least(score: float) -> int:
    """A threshold in whole percent, rounded up: a lower score does not reach it."""
    return math.ceil(100 * min(score, 0.99) - 1e-9)


def _grade(value: float, least: float, good: float) -> int:
    """0: too poor to tell, 1: fair, 2: good."""
    return int(value >= least) + int(value >= good)


def _round(times: float) -> str:
    """Format a ratio such as "1.8", "7", "40" or "300", without false precision."""
    if times < 3:
        return str(round(times)) if round(times, 1).is_integer() else number(times, 1)
    digits = 10 ** max(int(math.log10(times)), 0)
    return str(round(times / digits) * digits)


def _seconds(seconds: float) -> str:
    if seconds < 60:
        return translate("Explanation", "{seconds} s").format(
            seconds=number(seconds, 1) if seconds < 10 else round(seconds)
        )
    return translate("Explanation", "{minutes} min").format(minutes=round(seconds / 60))
