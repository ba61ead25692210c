"""The details of a report, for those who know the field: the model, its threshold, and the worst cases."""

from pathlib import Path

from visavis.messages import from_record
from visavis.recognition.report import nearest_pair, nearest_stranger
from visavis.scoring.confidence import Proportion
from visavis.ui.models.report import ModelReport
from visavis.ui.report.context import ReportContext
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.counts import person_count
from visavis.ui.text.language import format_measured, isolate, person_name, translate

_CONTEXT = "ReportDialog"


def detail_lines(report: ModelReport, context: ReportContext) -> list[str]:
    """The lines of the details; an empty one separates parts."""
    lines = [translate(_CONTEXT, "Model {model}.").format(model=report.model)]
    missed = translate(
        _CONTEXT, "{count} of {of} pictures of enrolled people were not given their name ({low} to {high})."
    )
    lines.append(_format_rate(missed, report.fnir))
    lines.append(
        translate(_CONTEXT, "Gallery: {people}. The minimum score for a name is {score}.").format(
            people=person_count(report.gallery), score=format_measured(report.threshold)
        )
    )
    lines.append(translate_message(context.strangers.description))
    metrics = report.figures.get("metrics")
    if isinstance(metrics, dict) and (measured := translate_message(from_record(metrics, "measured_on"))):
        lines.append(measured)
    lines += _nearest_lines(report)
    if context.changes:
        head = translate(_CONTEXT, "Compared with {model}:").format(model=context.against)
        lines += ["", head, *(change.text for change in context.changes)]
    suspects = {name: paths for name, paths in report.suspects.items() if paths}
    if suspects:
        lines += ["", translate(_CONTEXT, "Pictures that may show another person:")]
        lines += [f"{name}: {', '.join(Path(path).name for path in paths)}" for name, paths in suspects.items()]
    if report.same_person:
        pair = translate(_CONTEXT, "{name} and {other}")
        lines += ["", translate(_CONTEXT, "People who look like the same person:")]
        lines += [pair.format(name=person_name(one), other=person_name(other)) for one, other in report.same_person]
    return lines


def _nearest_lines(report: ModelReport) -> list[str]:
    """The two worst cases: the stranger and the two people who came nearest."""
    lines = []
    stranger, pair = nearest_stranger(report.searches), nearest_pair(report.searches)
    if stranger is not None and stranger.match is not None and stranger.match.best is not None:
        picture = stranger.picture
        text = translate(
            _CONTEXT, "The stranger who came nearest: {picture} resembles {name}, with a score of {score}."
        )
        shown = f"{picture.parent.name}/{picture.name}" if picture else translate(_CONTEXT, "a picture")
        score = format_measured(stranger.match.score)
        lines.append(text.format(picture=isolate(shown), name=person_name(stranger.match.best), score=score))
    if pair is not None:
        text = translate(
            _CONTEXT,
            "The two people who came nearest: a picture of {truth} resembles {name}, with a score of {score}.",
        )
        lines.append(text.format(truth=person_name(pair[0]), name=person_name(pair[1]), score=format_measured(pair[2])))
    return lines


def _format_rate(text: str, rate: Proportion) -> str:
    low, high = rate.interval or (0.0, 1.0)
    return text.format(count=rate.count, of=rate.searches, low=format_measured(low), high=format_measured(high))
