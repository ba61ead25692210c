"""Reports as text for the terminal."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from visavis_training.metrics.condition import Condition, verdict
from visavis_training.metrics.search_metrics import TARGETS, SearchMetrics
from visavis_training.report.report import Report

#: Largest number of confusions listed.
_MAX_CONFUSIONS = 10


def evaluation(measured: Report) -> Iterator[str]:
    """The lines of an evaluation: metrics, people with the weakest first, and confusions."""
    metrics = measured.metrics
    yield f"model {measured.model}, {measured.gallery} people in its gallery"
    yield ""
    yield f"face found             {metrics.detected}"
    yield f"best candidate right   {metrics.closed_set}, at any score"
    yield f"not given their name   {metrics.fnir} (FNIR at the model's threshold, {measured.threshold:.4f})"
    if metrics.impostors:
        yield f"strangers given a name {metrics.fpir} (FPIR at that threshold)"
        misnamed = metrics.misnamed_at
        for target in TARGETS:
            yield f"FNIR at FPIR {target:5.1%}     {metrics.fnir_at(target)}; {misnamed[target]} given another's name"
    yield from promise(measured)
    yield ""
    yield from people(metrics)
    yield from confusions(metrics)


def classes(measured: Report) -> Iterator[str]:
    """The lines on a model of whole pictures: figures, classes with the weakest first, and confusions."""
    metrics = measured.metrics
    yield f"model {measured.model}, {measured.gallery} classes of whole pictures"
    yield ""
    yield f"best class right       {metrics.closed_set}, at any score"
    yield f"not given their class  {metrics.fnir} (at the model's threshold, {measured.threshold:.4f})"
    yield ""
    yield "pictures  best right  class"
    for name, own in metrics.per_person.items():
        yield f"{len(own.probes):8}  {own.closed_set.count:10}  {name}"
    yield from confusions(metrics)


def promise(measured: Report) -> Iterator[str]:
    """What was asked of the threshold and what happened, by kind and group of pictures; and the two worst cases."""
    if measured.asked is not None:
        outcome = verdict(measured.asked, measured.metrics.fpir)
        yield ""
        yield f"asked: at most {measured.asked:.1%} of strangers named{f'; {outcome}' if outcome else ''}"
        if measured.expected:
            yield f"the model's promise: {measured.expected}"
        yield from _conditions("kind of picture", measured.kinds, measured.asked)
        yield from _conditions("hard pictures", measured.groups, measured.asked)
    stranger, pair = measured.nearest_stranger, measured.nearest_pair
    if stranger is not None and stranger.match is not None and stranger.match.best is not None:
        picture = Path(stranger.picture.parent.name, stranger.picture.name) if stranger.picture else "a picture"
        yield f"nearest stranger: {picture} resembles {stranger.match.best}, score {stranger.match.score:.3f}"
    if pair is not None:
        yield f"nearest two people: a picture of {pair[0]} resembles {pair[1]}, score {pair[2]:.3f}"


def _conditions(title: str, conditions: Sequence[Condition], asked: float) -> Iterator[str]:
    """One line per condition: people missed, strangers named."""
    if not conditions:
        return
    yield ""
    yield f"{title:16} {'not given their name':34} {'strangers given a name':34}"
    for each in conditions:
        yield f"{each.name:16} {each.fnir!s:34} {each.fpir!s:34} {verdict(asked, each.fpir)}".rstrip()


def people(metrics: SearchMetrics) -> Iterator[str]:
    """One line per person, the weakest first."""
    yield "probes  best right  named  person"
    for name, own in metrics.per_person.items():
        named = len(own.probes) - own.fnir.count
        yield f"{len(own.probes):6}  {own.closed_set.count:10}  {named:5}  {name}"


def confusions(metrics: SearchMetrics) -> Iterator[str]:
    """The most frequent wrong best candidates, at any score."""
    mistaken = metrics.candidate_confusions
    if mistaken:
        yield ""
        yield "most frequent wrong best candidates, at any score"
        yield from (f"{count:6}  {truth} for {best}" for truth, best, count in mistaken[:_MAX_CONFUSIONS])
