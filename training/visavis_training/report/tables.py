"""Reports as text for the terminal."""

from collections.abc import Iterator

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
    yield ""
    yield from people(metrics)
    yield from confusions(metrics)


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
