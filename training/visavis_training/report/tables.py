"""Figures in words and columns, for people who read them in a terminal."""

from collections.abc import Iterator

from visavis_training.cnn64.threshold import admissible
from visavis_training.evaluation.figures import TARGETS, Figures
from visavis_training.evaluation.head_comparison import HeadComparison
from visavis_training.evaluation.pairs import FARS, Verification
from visavis_training.report.report import Report

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
        misnamed = figures.misnamed_at
        for target in TARGETS:
            yield f"FNIR at FPIR {target:5.1%}     {figures.fnir_at(target)}; {misnamed[target]} given another's name"
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


def verification(measured: Verification) -> Iterator[str]:
    """The lines of a verification of pairs."""
    folds, same, different = len(measured.accuracies), int(measured.same.sum()), int((~measured.same).sum())
    yield f"network {measured.network}, {same} pairs of one person and {different} of two, in {folds} folds"
    yield ""
    yield f"face found         {measured.detected}"
    yield f"accuracy           {measured.accuracy:.2%} +- {measured.standard_error:.2%} (standard error over folds)"
    for far in FARS:
        admitted = admissible(far, different)
        yield f"TAR at FAR {far:5.1%}   {measured.tar_at(far)}; {admitted} of {different} taken for one person"


def heads(held: HeadComparison) -> Iterator[str]:
    """A line for each way of telling people."""
    counted = held.as_json()
    yield f"{held.gallery} people with {held.samples} samples, {counted['probes']} searches for them"
    found = f"a face was found in {counted['detected']:.1%} of people's pictures"
    yield f"and {counted['impostors']} for strangers; {found}"
    yield ""
    yield f"{'head':10} {'best candidate right':34} people missed where at most 1% of strangers are named"
    for name, figures in held.results.items():
        missed = str(figures.fnir_at(0.01)) if figures.impostors else "not measured"
        yield f"{name:10} {figures.closed_set!s:34} {missed}"
