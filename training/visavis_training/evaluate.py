"""`visavis evaluate`: the model as it ships, on pictures it has never seen."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from visavis.assembly import Assembler
from visavis.cli.command import emit, say
from visavis.errors import EvaluationError
from visavis.folders import Folders
from visavis.models import ModelStore
from visavis.settings import Settings
from visavis_training import evaluation, report, tables
from visavis_training.narrator import show
from visavis_training.publishing import REPORT
from visavis_training.report import Report


def run(folders: Folders, given: Mapping[str, Any]) -> int:
    """Evaluate, and say what came of it.

    Parameters
    ----------
    given : mapping
        The options on the command line, of which only those in it were given.

    Raises
    ------
    EvaluationError
        If there is no model, or the pictures do not fit it.
    """
    into: Path | None = given["report"].absolute() if "report" in given else None
    if into is not None:
        report.claim(into)
    measured = _trained(folders, given) if "training" in given else _measured(folders, given)
    if into is not None:
        _draw(into, measured)
    if "json" in given:
        emit(measured.line())
    else:
        show(tables.evaluation(measured))
    return 0


def _measured(folders: Folders, given: Mapping[str, Any]) -> Report:
    """What searching for the pictures came to."""
    store = ModelStore(folders.models)
    card = store.checked(_model(store, given))
    strictness = given.get("strictness") or Settings.load(folders.settings).strictness
    pipeline = Assembler(folders, given.get("device", "auto"), say, strictness).pipeline("stills", card.id)
    with counting("pictures") as told:
        measured = evaluation.evaluate(pipeline, card, given["images"], given.get("strangers"), told)
    for sentence in measured.notes:
        say(f"visavis: {sentence}")
    try:
        trained = Report.read(store.path(card.id, REPORT))
    except EvaluationError:  # removed with someone who was forgotten, or of an older program
        return measured
    return replace(measured, suspects=trained.suspects, doubled=trained.doubled)


def _trained(folders: Folders, given: Mapping[str, Any]) -> Report:
    """What the model's training measured on its own."""
    store = ModelStore(folders.models)
    card = store.card(_model(store, given))
    path = store.path(card.id, REPORT)
    if not path.exists():
        hint = "Train a new one with visavis train; a report goes when someone in it is forgotten."
        raise EvaluationError(f"Model {card.id} has no report.", hint=hint)
    return Report.read(path)


def _model(store: ModelStore, given: Mapping[str, Any]) -> str:
    model: str | None = given.get("model") or store.current_id()
    if model is None:
        raise EvaluationError("No model is in use.", hint="Train one with visavis train, or name one with --model.")
    return model


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, where that is a terminal."""
    with tqdm(desc=what, leave=False, dynamic_ncols=True, disable=None) as bar:

        def told(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield told


def _draw(into: Path, what: Report) -> None:
    from visavis_training.page import page  # draws, which takes a second to load

    report.write(into, what.as_dict(), page(what))
    say(f"The report is in {into / report.PAGE}")
