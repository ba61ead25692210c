"""Figures in words and columns, for people who read them in a terminal."""

from collections.abc import Iterator

from visavis_training.figures import TARGETS, Figures
from visavis_training.report import Report

#: Most confusions that are listed.
_LISTED = 10


def evaluation(measured: Report) -> Iterator[str]:
    """The lines of an evaluation: figures, people with the weakest first, and who is taken for whom."""
    figures = measured.figures
    yield f"model {measured.model}, {measured.gallery} people in its gallery"
    yield ""
    yield f"face found             {figures.detected}"
    yield f"best candidate right   {figures.closed_set}, threshold aside"
    yield f"not given their name   {figures.fnir} (FNIR at the model's threshold, {measured.threshold:.4f})"
    if figures.impostors:
        yield f"strangers given a name {figures.fpir} (FPIR at that threshold)"
        for target in TARGETS:
            yield f"FNIR at FPIR {target:5.1%}     {figures.fnir_at(target)}"
    yield ""
    yield from people(figures)
    yield from confusions(figures)


def people(figures: Figures) -> Iterator[str]:
    """A line a person, the weakest first."""
    yield "probes  best right  named  person"
    for name, own in figures.per_person.items():
        named = len(own.probes) - own.fnir.count
        yield f"{len(own.probes):6}  {own.closed_set.count:10}  {named:5}  {name}"


def confusions(figures: Figures) -> Iterator[str]:
    """Who is taken for whom most often, thresholds aside."""
    mistaken = figures.mistaken
    if mistaken:
        yield ""
        yield "most often taken for another, thresholds aside"
        yield from (f"{count:6}  {truth} for {best}" for truth, best, count in mistaken[:_LISTED])
