"""The section of a report's page on what was asked of the threshold, and what happened."""

from collections.abc import Iterable, Sequence
from html import escape

from visavis.recognition.report import path_text
from visavis.scoring.confidence import Proportion
from visavis_training.metrics.condition import Condition, verdict
from visavis_training.report.html_elements import isolate, percentage
from visavis_training.report.report import Report


def promise(report: Report) -> Iterable[str]:
    """What was asked, what happened by kind and group of pictures, and the two worst cases."""
    if report.asked is not None:
        yield "<h2>What was asked, and what happened</h2>"
        yield f"<p>At most {percentage(report.asked)} of strangers may be given a name. {escape(report.expected)}"
        outcome = verdict(report.asked, report.metrics.fpir)
        if outcome:
            yield f" In this test it was {_rate(report.metrics.fpir)}: {outcome}."
        yield "</p>"
        yield from _table("kind of picture", report.kinds, report.asked)
        yield from _table("hard pictures, the weakest group first", report.groups, report.asked)
    yield from _worst_cases(report)


def _table(title: str, conditions: Sequence[Condition], asked: float) -> Iterable[str]:
    if not conditions:
        return
    yield f"<div class='card scroll'><table class=rows><tr><th>{title}<th>face found<th>people missed (FNIR)"
    yield "<th>strangers named (FPIR)<th></tr>"
    for each in conditions:
        outcome = verdict(asked, each.fpir)
        yield f"<tr><td>{escape(each.name)}<td>{_rate(each.detected)}<td>{_rate(each.fnir)}<td>{_rate(each.fpir)}"
        yield f"<td>{outcome}</tr>"
    yield "</table></div>"


def _rate(rate: Proportion) -> str:
    """A count of searches with its interval: "3 of 200 (0.5 % to 4.3 %)"."""
    if rate.interval is None:
        return "&ndash;"
    low, high = rate.interval
    return f"{rate.count} of {rate.searches} ({percentage(low)} to {percentage(high)})"


def _worst_cases(report: Report) -> Iterable[str]:
    stranger, pair = report.nearest_stranger, report.nearest_pair
    if stranger is None and pair is None:
        return
    yield "<h2>The two worst cases</h2><ul>"
    if stranger is not None and stranger.match is not None and stranger.match.best is not None:
        picture = stranger.picture
        shown = isolate(path_text(picture.relative_to(picture.parent.parent))) if picture else "a picture"
        yield f"<li>The stranger who came nearest: {shown} resembles {isolate(stranger.match.best)}, "
        yield f"with a score of {stranger.match.score:.2f}.</li>"
    if pair is not None:
        yield f"<li>The two people who came nearest: a picture of {isolate(pair[0])} resembles {isolate(pair[1])}, "
        yield f"with a score of {pair[2]:.2f}.</li>"
    yield "</ul>"
