"""Verification and heads as text for the terminal."""

from collections.abc import Iterator

from visavis_training.evaluation.head_comparison import HeadComparison
from visavis_training.evaluation.pairs import FARS, Verification
from visavis_training.metrics.impostor_limit import admission_limit


def verification(measured: Verification) -> Iterator[str]:
    """The lines of a verification of pairs."""
    folds, same, different = len(measured.accuracies), int(measured.same.sum()), int((~measured.same).sum())
    yield f"network {measured.network}, {same} same and {different} different pairs, in {folds} folds"
    yield ""
    yield f"face found         {measured.detected}"
    yield f"accuracy           {measured.accuracy:.2%} +- {measured.standard_error:.2%} (standard error over folds)"
    for far in FARS:
        admitted = admission_limit(far, different)
        yield f"TAR at FAR {far:5.1%}   {measured.tar_at(far)}; {admitted} of {different} different pairs accepted"


def heads(compared: HeadComparison) -> Iterator[str]:
    """One line per head."""
    counts = compared.as_json()
    yield f"{compared.gallery} people with {compared.samples} samples, {counts['probes']} searches for them"
    found = f"a face was found in {counts['detected']:.1%} of people's pictures"
    yield f"and {counts['impostors']} for strangers; {found}"
    yield ""
    yield f"{'head':10} {'best candidate right':34} people missed where at most 1% of strangers are named"
    for name, metrics in compared.results.items():
        missed = str(metrics.fnir_at(0.01)) if metrics.impostors else "not measured"
        yield f"{name:10} {metrics.closed_set!s:34} {missed}"
