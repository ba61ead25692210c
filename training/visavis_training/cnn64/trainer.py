"""Trains, measures and publishes a `cnn64` model."""

from dataclasses import asdict
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, to_record
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks import cnn64_input
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult, path_text
from visavis.scoring.confidence import round_share
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.callbacks import EventCallback
from visavis_training.cnn64 import network, strangers
from visavis_training.cnn64.fit import EpochResult, TrainingSet, fit, predict
from visavis_training.cnn64.paired_comparison import compare_with_current
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import Split
from visavis_training.fitting import threshold
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.metrics import model_comparison
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.report import Report

#: Number of chips on which the compiled network is compared with Keras.
_COMPARED = 64


def train(
    plan: TrainingPlan,
    folders: DataFolders,
    checkpoint: Checkpoint,
    state: FitState | None,
    device: str,
    on_event: EventCallback,
    *,
    force: bool = False,
) -> ModelCard:
    """Fit, set the threshold, measure, compare with the current model, and publish.

    Parameters
    ----------
    checkpoint : Checkpoint
        The state of the fit is saved there until the model is published.
    state : State, optional
        The state to resume from.
    device : str
        Name of the device, for the event "start".
    force : bool
        Publish even a model that is worse than the current one.

    Raises
    ------
    TrainingError
        If the training diverges.
    ModelRefusedError
        If it is clearly worse than the current model, and not forced. Its state is kept: resuming can force it.
    DiskError
        If something cannot be written. The current model stays.
    """
    faces, split = plan.faces, plan.split
    keras.utils.set_random_seed(plan.seed)
    model = network.build(plan.recipe, len(faces.people))
    on_event({"event": "start", **plan.to_record(), "parameters": model.count_params(), "device": device})
    training_set = _training_set(plan, split)
    epochs = fit(
        model, plan.recipe, training_set, plan.seed, lambda result: on_event(_epoch_event(result)), checkpoint, state
    )
    fitted = _fit_threshold(plan, model, epochs, on_event)
    test_metrics = _test(plan, model, split, fitted)
    store = ModelStore(folders.models)
    compared = compare_with_current(store, plan, lambda rows: predict(model, faces.chips, rows))
    metrics = {
        **_to_record(plan, test_metrics, fitted),
        **_accuracies(plan, test_metrics, on_event),
        "compared": asdict(compared) if compared else None,
    }
    on_event({"event": "evaluated", "metrics": metrics})
    if compared and not force:
        model_comparison.refuse_if_clear_loss(compared.model, compared.lost, compared.won, compared.searches)
    card = publishing.publish(
        store,
        model,
        faces,
        split.test,
        plan.recipe,
        cnn64_input.normalize(faces.chips[:: max(len(faces) // _COMPARED, 1)]),
        fitted=fitted,
        metrics=metrics,
        report={"training": plan.to_record(), "metrics": metrics, **_report(plan, test_metrics, fitted).to_record()},
    )
    checkpoint.clear()
    on_event({"event": "published", "model": card.id, "metrics": metrics})
    return card


def _training_set(plan: TrainingPlan, split: Split) -> TrainingSet:
    faces = plan.faces
    return TrainingSet(faces.chips, faces.labels, len(faces.people), split.train, split.validation)


def _fit_threshold(plan: TrainingPlan, model: keras.Model, epochs: int, on_event: EventCallback) -> FittedThreshold:
    """Set the threshold by left-out people, or by the validation part if there are too few people."""
    faces, rows = plan.faces, plan.split.validation
    similarities, truth = _similarities(model, plan, rows), faces.labels[rows]
    folds = strangers.left_out_people(len(faces.people), plan.seed)
    if not folds:
        return threshold.fit_to_validation(similarities, truth)

    def on_fold(done: int) -> None:
        on_event(
            {"event": "progress", **to_record(stage=Message("Trying strangers")), "done": done, "total": len(folds)}
        )

    impostors = strangers.impostor_similarities(faces, plan.split, plan.recipe, epochs, plan.seed, folds, on_fold)
    description = Message(
        "{people} people who were each left out of one of {trainings} short trainings",
        people=len(faces.people),
        trainings=len(folds),
    )
    return threshold.fit_to_impostors(similarities[np.arange(len(truth)), truth], impostors, description)


def _similarities(model: keras.Model, plan: TrainingPlan, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    return log_odds(predict(model, plan.faces.chips, rows), SOFTMAX_CLIP)


def _test(plan: TrainingPlan, model: keras.Model, split: Split, fitted: FittedThreshold) -> SearchMetrics:
    """Search for the faces of the test part, as the app would."""
    names = [person.name for person in plan.faces.people]
    scores = fitted.calibration(_similarities(model, plan, split.test))
    decide = Decision(fitted.threshold)
    truths = plan.faces.labels[split.test]
    pictures = [plan.faces.samples[row].path for row in split.test]
    return SearchMetrics(
        [
            SearchResult(names[truth], decide([ScoredProbe(row)], names)[0], picture)
            for truth, row, picture in zip(truths, scores, pictures, strict=True)
        ]
    )


def _report(plan: TrainingPlan, metrics: SearchMetrics, fitted: FittedThreshold) -> Report:
    """The report on the test part. Publishing fills in the model's ID."""
    return Report(
        kind="training",
        model="",
        network="cnn64",
        gallery=len(plan.faces.people),
        threshold=fitted.threshold,
        metrics=metrics,
        doubled=[(path_text(one), path_text(other)) for one, other in plan.grouping.cross_person_duplicates],
        notes=[str(fitted.measured_on), *plan.faces.unreadable],
    )


def _accuracies(plan: TrainingPlan, metrics: SearchMetrics, on_event: EventCallback) -> dict[str, Any]:
    """The accuracy on the test part of the grouped split, and of the random split, as in the book."""
    measured = round_share(metrics.closed_set.share)
    other = plan.other_split
    if other is None:
        return {"accuracy": measured, "book_accuracy": measured}
    on_event(
        {
            "event": "progress",
            **to_record(stage=Message("Training once more, on the other split")),
            "done": 0,
            "total": 1,
        }
    )
    model = network.build(plan.recipe, len(plan.faces.people))
    fit(model, plan.recipe, _training_set(plan, other), plan.seed)
    right = predict(model, plan.faces.chips, other.test).argmax(axis=1) == plan.faces.labels[other.test]
    compared = round_share(float(right.mean()))
    grouped, random = (measured, compared) if plan.recipe.grouped else (compared, measured)
    return {"accuracy": grouped, "book_accuracy": random}


def _to_record(plan: TrainingPlan, metrics: SearchMetrics, fitted: FittedThreshold) -> dict[str, Any]:
    """The metrics of the published model on the test part of its own split, as events and cards have them."""
    one_session = set(plan.to_record()["one_session"])
    fpir = fitted.fpir
    return {
        "test": len(metrics.probes),
        "fnir": round_share(metrics.fnir.share),
        "fpir": round_share(fpir.share) if fpir else None,
        "impostors": fpir.searches if fpir else 0,
        "gallery": len(plan.faces.people),
        "threshold": round_share(fitted.threshold),
        **to_record(measured_on=fitted.measured_on),
        "confidence_95": {
            "accuracy": metrics.closed_set.ends,
            "fnir": metrics.fnir.ends,
            "fpir": fpir.ends if fpir else None,
        },
        "per_person": {
            name: {
                "probes": len(own.probes),
                "accuracy": round_share(own.closed_set.share),
                "fnir": round_share(own.fnir.share),
                "one_session": name in one_session,
            }
            for name, own in metrics.per_person.items()
        },
    }


def _epoch_event(result: EpochResult) -> Event:
    return {"event": "epoch", **{name: round_share(value) for name, value in asdict(result).items()}}
