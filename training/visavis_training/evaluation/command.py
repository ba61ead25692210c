"""`visavis evaluate`: measures a model as it ships, on new pictures."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from visavis.cli.command import emit, say
from visavis.cli.live import threshold_settings
from visavis.errors import EvaluationError
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.messages import Message
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.people.store import PeopleStore
from visavis.process.extras import REPORT, TRAIN
from visavis.scoring.thresholds import TARGET_FPIR
from visavis.storage.paths import DataFolders
from visavis_training.callbacks import CountCallback
from visavis_training.data.faces import collect
from visavis_training.evaluation import head_comparison, measurement, pairs
from visavis_training.evaluation.tables import heads, verification
from visavis_training.event_printer import print_lines
from visavis_training.report import report, tables
from visavis_training.report.report import Report

#: The options that select what is measured, on which pictures, and where the report goes.
_SELECTING_OPTIONS = frozenset(
    {"images", "training", "strangers", "pairs", "heads", "model", "report", "strictness", "device"}
)


def run(folders: DataFolders, given: Mapping[str, Any]) -> int:
    """Evaluate and print the result.

    Parameters
    ----------
    given : mapping
        The options given on the command line; others are absent.

    Raises
    ------
    EvaluationError
        If there is no model, or the pictures do not fit it.
    MissingExtraError
        If an option needs packages that are not installed.
    """
    if "pairs" in given:
        return _verify_pairs(folders, given)
    if "heads" in given:
        return _compare_heads(folders, given)
    report_folder: Path | None = given["report"].absolute() if "report" in given else None
    if report_folder is not None:
        REPORT.require(Message("A report with charts"))
        report.check_folder(report_folder)
    measured = (
        _read_training_report(folders, given)
        if "training" in given
        else _evaluate_model(folders, given, altered=report_folder is not None)
    )
    if report_folder is not None:
        _write_report(report_folder, measured)
    if "json" in given:
        emit(measured.as_json())
    else:
        print_lines(tables.classes(measured) if measured.is_of_pictures else tables.evaluation(measured))
    return 0


def _verify_pairs(folders: DataFolders, given: Mapping[str, Any]) -> int:
    """Verify pairs of pictures with the network alone, without a model or enrolled people."""
    _check_options(given, "pairs", "images", "device")
    TRAIN.require(Message("The best threshold for pairs"))
    pairs_list = pairs.read_pairs(given["pairs"], given["images"])
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    detect, embedder = create_detector(loader, STILLS), loader.load_embedder()
    with progress_bar("pictures") as on_progress:
        verified = pairs.verify(
            pairs_list, "embedding", detect, lambda image, face: embedder(image, [face])[0], on_progress
        )
    if "json" in given:
        emit(verified.as_json())
    else:
        print_lines(verification(verified))
    return 0


def _compare_heads(folders: DataFolders, given: Mapping[str, Any]) -> int:
    """Compare heads on the same samples of the enrolled people."""
    _check_options(given, "heads", "images", "strangers", "device")
    TRAIN.require(Message("A comparison of classifiers"))
    store = PeopleStore(folders.people)
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    detect, embedder = create_detector(loader, STILLS), loader.load_embedder()
    with progress_bar("samples") as on_progress:
        faces = collect(store, folders.cache, detect, on_progress)
    names = [person.name for person in faces.people]
    probes = measurement.find_probes(given["images"], given.get("strangers"), names)
    cache = create_embedding_cache(loader, embedder)
    embedded = [
        cache.load(person.slug, store.samples(person)).drop_faceless(store.whole_pictures(person))
        for person in faces.people
    ]
    pictures = [*probes.people, *((None, path) for path in probes.strangers)]
    with progress_bar("pictures") as on_progress:
        faces_seen = head_comparison.observe_pictures(
            pictures, detect, embedder, lambda done: on_progress(done, len(pictures))
        )
    for sentence in faces_seen.unreadable:
        say(f"visavis: {sentence} Skipped.")
    cnn64 = None
    if len(names) > 1:
        from visavis_training.cnn64.baseline import train_baseline  # imports Keras, which takes seconds

        with progress_bar("epochs of cnn64") as on_progress:
            cnn64 = train_baseline(faces, 0, on_progress)
    compared = head_comparison.compare(names, embedded, faces_seen, cnn64)
    if "json" in given:
        emit(compared.as_json())
    else:
        print_lines(heads(compared))
    return 0


def _check_options(given: Mapping[str, Any], what: str, *others: str) -> None:
    """Check that an option is combined only with the options it works with.

    Raises
    ------
    EvaluationError
        If it is not. An option without effect would be misleading.
    """
    for name in sorted(given.keys() & _SELECTING_OPTIONS - {what, *others}):
        allowed = " and ".join(f"--{other}" for other in others)
        raise EvaluationError(
            "--{what} does not go with --{name}.", hint="It goes with {allowed}.", what=what, name=name, allowed=allowed
        )


def _evaluate_model(folders: DataFolders, given: Mapping[str, Any], *, altered: bool) -> Report:
    """Search for all pictures, and for altered copies of them if wanted. Returns the report."""
    store = ModelStore(folders.models)
    model_id = _model_id(store, given)
    loader = NetworkLoader(folders, given.get("device", "auto"), say)
    strictness, offset = threshold_settings(folders, given.get("strictness"))
    pipeline = create_pipeline(loader, STILLS, given.get("model"), strictness, offset)
    card = store.card(pipeline.model or model_id)  # another one if the model in use was outdated
    expected = card.stranger_rate(pipeline.people, strictness, offset)
    target = measurement.NamingTarget(TARGET_FPIR[strictness], expected)
    with progress_bar("pictures") as on_progress:
        measured = measurement.evaluate(
            pipeline, card, given["images"], given.get("strangers"), on_progress, target=target, altered=altered
        )
    for sentence in measured.notes:
        say(f"visavis: {sentence}")
    try:
        trained = Report.read(store.path(card.id, REPORT_FILE))
    except EvaluationError:  # removed with a forgotten person, or from an older version
        return measured
    return replace(measured, suspects=trained.suspects, doubled=trained.doubled, same_person=trained.same_person)


def _read_training_report(folders: DataFolders, given: Mapping[str, Any]) -> Report:
    """The report that the model's training wrote."""
    store = ModelStore(folders.models)
    card = store.card(_model_id(store, given))
    path = store.path(card.id, REPORT_FILE)
    if not path.exists():
        hint = Message("Train a new one with visavis train; a report goes when someone in it is forgotten.")
        raise EvaluationError("Model {model} has no report.", hint=hint, model=card.id)
    return Report.read(path)


def _model_id(store: ModelStore, given: Mapping[str, Any]) -> str:
    model: str | None = given.get("model") or store.current_id()
    if model is None:
        raise EvaluationError("No model is in use.", hint="Train one with visavis train, or name one with --model.")
    return model


@contextmanager
def progress_bar(what: str) -> Iterator[CountCallback]:
    """Show a progress bar on stderr, if that is a terminal."""
    with tqdm(desc=what, leave=False, dynamic_ncols=True, disable=None) as bar:

        def on_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield on_progress


def _write_report(folder: Path, measured: Report) -> None:
    from visavis_training.report.page import build_page  # imports matplotlib, which takes a second
    from visavis_training.whole_pictures.page import build_class_page

    page = build_class_page(measured) if measured.is_of_pictures else build_page(measured)
    report.write_report(folder, measured.to_record(), page)
    say(f"The report is in {folder / report.PAGE}")
