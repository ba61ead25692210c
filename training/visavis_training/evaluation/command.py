"""`visavis evaluate`: the model as it ships, on pictures it has never seen."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from visavis.cli.command import emit, say
from visavis.cli.live import line
from visavis.errors import EvaluationError
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.messages import Message
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis_training.data.faces import collect
from visavis_training.evaluation import head_comparison, measurement, pairs
from visavis_training.narrator import show
from visavis_training.publishing import REPORT
from visavis_training.report import report, tables
from visavis_training.report.report import Report

#: The options that say what is measured, of what, and where it goes.
_CHOICES = frozenset({"images", "training", "strangers", "pairs", "heads", "model", "report", "strictness", "device"})


def run(folders: DataFolders, given: Mapping[str, Any]) -> int:
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
        return _verified(folders, given)
    if "heads" in given:
        return _compared(folders, given)
    into: Path | None = given["report"].absolute() if "report" in given else None
    if into is not None:
        report.claim(into)
    measured = _trained(folders, given) if "training" in given else _measured(folders, given)
    if into is not None:
        _draw(into, measured)
    if "json" in given:
        emit(measured.as_json())
    else:
        show(tables.evaluation(measured))
    return 0


def _verified(folders: DataFolders, given: Mapping[str, Any]) -> int:
    """Pairs of pictures by the network alone: no model and no enrolled person has a part in it."""
    _alone(given, "pairs", "images", "device")
    listed = pairs.read(given["pairs"], given["images"])
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    detect, embedder = create_detector(loader, STILLS), loader.load_embedder()
    with counting("pictures") as told:
        verified = pairs.verify(listed, "embedding", detect, lambda image, face: embedder(image, [face])[0], told)
    if "json" in given:
        emit(verified.as_json())
    else:
        show(tables.verification(verified))
    return 0


def _compared(folders: DataFolders, given: Mapping[str, Any]) -> int:
    """Ways to tell the enrolled people by the same pictures of them."""
    _alone(given, "heads", "images", "strangers", "device")
    store = PeopleStore(folders.people)
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    detect, embedder = create_detector(loader, STILLS), loader.load_embedder()
    with counting("samples") as told:
        faces = collect(store, folders.cache, detect, told)
    names = [person.name for person in faces.people]
    wanted = measurement.probes(given["images"], given.get("strangers"), names)
    cache = create_embedding_cache(loader, embedder)
    embedded = [cache.load(person.slug, store.samples(person)) for person in faces.people]
    pictures = [*wanted.people, *((None, path) for path in wanted.strangers)]
    with counting("pictures") as told:
        seen = head_comparison.see(pictures, detect, embedder, lambda done: told(done, len(pictures)))
    for sentence in seen.unreadable:
        say(f"visavis: {sentence} Skipped.")
    opponent = None
    if len(names) > 1:
        from visavis_training.cnn64.baseline import trained  # Keras takes seconds to load

        with counting("epochs of cnn64") as told:
            opponent = trained(faces, 0, told)
    held = head_comparison.compare(names, embedded, seen, opponent)
    if "json" in given:
        emit(held.as_json())
    else:
        show(tables.heads(held))
    return 0


def _alone(given: Mapping[str, Any], what: str, *others: str) -> None:
    """See that an option stands with no other than those it goes with.

    Raises
    ------
    EvaluationError
        If it does not: an option that does nothing would be thought to do something.
    """
    for name in sorted(given.keys() & _CHOICES - {what, *others}):
        allowed = " and ".join(f"--{other}" for other in others)
        raise EvaluationError(
            "--{what} does not go with --{name}.", hint="It goes with {allowed}.", what=what, name=name, allowed=allowed
        )


def _measured(folders: DataFolders, given: Mapping[str, Any]) -> Report:
    """What searching for the pictures came to."""
    store = ModelStore(folders.models)
    card = store.verified_card(_model(store, given))
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    pipeline = create_pipeline(loader, STILLS, card.id, *line(folders, given.get("strictness")))
    with counting("pictures") as told:
        measured = measurement.evaluate(pipeline, card, given["images"], given.get("strangers"), told)
    for sentence in measured.notes:
        say(f"visavis: {sentence}")
    try:
        trained = Report.read(store.path(card.id, REPORT))
    except EvaluationError:  # removed with someone who was forgotten, or of an older program
        return measured
    return replace(measured, suspects=trained.suspects, doubled=trained.doubled)


def _trained(folders: DataFolders, given: Mapping[str, Any]) -> Report:
    """What the model's training measured on its own."""
    store = ModelStore(folders.models)
    card = store.card(_model(store, given))
    path = store.path(card.id, REPORT)
    if not path.exists():
        hint = Message("Train a new one with visavis train; a report goes when someone in it is forgotten.")
        raise EvaluationError("Model {model} has no report.", hint=hint, model=card.id)
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
    from visavis_training.report.page import page  # draws, which takes a second to load

    report.write(into, what.record(), page(what))
    say(f"The report is in {into / report.PAGE}")
