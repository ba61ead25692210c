"""`visavis evaluate`: the model as it ships, on pictures it has never seen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tqdm import tqdm

from visavis import disk
from visavis.assembly import Assembler
from visavis.cli.command import emit, say
from visavis.errors import EvaluationError
from visavis.folders import Folders
from visavis.models import ModelStore
from visavis.settings import Settings
from visavis_training import evaluation, tables
from visavis_training.narrator import show

REPORT = "report.json"


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
    if "pairs" in given:
        raise EvaluationError("Pairs cannot be verified yet.", hint="Use --images and --strangers.")
    store = ModelStore(folders.models)
    model = given.get("model") or store.current_id()
    if model is None:
        raise EvaluationError("No model is in use.", hint="Train one with visavis train, or name one with --model.")
    card = store.checked(model)
    strictness = given.get("strictness") or Settings.load(folders.settings).strictness
    pipeline = Assembler(folders, given.get("device", "auto"), say, strictness).pipeline("stills", model)
    with tqdm(desc="pictures", leave=False, dynamic_ncols=True, disable=None) as bar:

        def told(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        measured = evaluation.evaluate(pipeline, card, given["images"], given.get("strangers"), told)
    for sentence in measured.unreadable:
        say(f"visavis: {sentence} Skipped.")
    if "report" in given:
        _write(given["report"], measured)
    if "json" in given:
        emit(measured.as_dict())
    else:
        show(tables.evaluation(measured))
    return 0


def _write(folder: Path, measured: evaluation.Evaluation) -> None:
    """The report, for programs."""
    more = {"unreadable": list(measured.unreadable), "mistaken": [list(pair) for pair in measured.figures.mistaken]}
    disk.write_json(folder.absolute() / REPORT, {"version": 1, **measured.as_dict(), **more})
