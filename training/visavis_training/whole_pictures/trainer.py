"""Trains, measures and publishes a model of whole pictures."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import keras

from visavis.classification.picture_input import picture_input
from visavis.errors import TrainingError
from visavis.messages import Message, to_record
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks.cnn64_input import normalize
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.callbacks import EventCallback
from visavis_training.cnn64 import strangers
from visavis_training.cnn64.fit import FitOutcome, fit
from visavis_training.cnn64.trainer import epoch_event, restart_event
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.networks.layer_table import layer_record
from visavis_training.whole_pictures import figures
from visavis_training.whole_pictures.network import architecture_of, side_of, unfreeze
from visavis_training.whole_pictures.plan import PicturePlan

#: Number of pictures on which the compiled network is compared with Keras.
_COMPARED = 64
#: Number of blocks of the trunk of `transfer` that are unfrozen, unless the user says otherwise.
_UNFROZEN_BLOCKS = 2


def train(
    plan: PicturePlan,
    folders: DataFolders,
    checkpoint: Checkpoint,
    state: FitState | None,
    device: str,
    on_event: EventCallback,
) -> ModelCard:
    """Fit, set the threshold, measure, and publish. The model in use stays in use: it knows faces.

    Parameters
    ----------
    checkpoint : Checkpoint
        The state of the fit is saved there until the model is published.
    state : FitState, optional
        The state to resume from.
    device : str
        Name of the device, for the event "start".

    Raises
    ------
    TrainingError
        If the training diverges, or learns nothing.
    DiskError
        If something cannot be written.
    """
    pictures, architecture = plan.pictures, architecture_of(plan.options)
    keras.utils.set_random_seed(plan.options.seed)
    model = architecture.build(plan.recipe, len(pictures.classes))
    on_event({"event": "start", **plan.to_record(), "parameters": model.count_params(), "device": device})
    epochs: list[Event] = []
    outcome = _fit(plan, model, checkpoint, state, _keep_epochs(on_event, epochs))
    if not outcome.has_learned:
        checkpoint.clear()
        raise TrainingError(
            "The network learned nothing: it gives every picture the same answer.",
            hint="Add more pictures, or try more --epochs or another --network.",
        )
    final = architecture.inference_network(model)
    fitted = _fit_threshold(plan, final, outcome.epoch, on_event)
    test = figures.classify_test_part(plan, final, fitted)
    metrics = figures.class_metrics(plan, test, fitted)
    on_event({"event": "evaluated", "metrics": metrics})
    card = publishing.publish_network(
        ModelStore(folders.models),
        final,
        _draft_card(plan, folders, fitted, metrics),
        normalize(pictures.pictures[:: max(len(pictures) // _COMPARED, 1)]),
        report={
            "training": plan.to_record(),
            "epochs": publishing.select_curve(epochs),
            **layer_record(final),
            "metrics": metrics,
            **figures.class_report(plan, test, fitted).to_record(),
        },
        use=False,
    )
    checkpoint.clear()
    on_event({"event": "published", "model": card.id, "metrics": metrics})
    return card


def _keep_epochs(on_event: EventCallback, epochs: list[Event]) -> EventCallback:
    """An `EventCallback` that also keeps the events of the epochs that count, for the learning curves."""

    def keep(event: Event) -> None:
        if event["event"] == "restarted":
            epochs.clear()
        elif event["event"] == "epoch":
            epochs.append(event)
        on_event(event)

    return keep


def _fit(
    plan: PicturePlan, model: keras.Model, checkpoint: Checkpoint, state: FitState | None, on_event: EventCallback
) -> FitOutcome:
    """Fit the network in place. That of `transfer` is fitted twice: with its trunk frozen, then with some of it."""
    options, recipe = plan.options, plan.recipe
    blocks = _UNFROZEN_BLOCKS if options.unfreeze is None else options.unfreeze
    phases = 2 if options.network == "transfer" and blocks else 1
    done = state.progress.phase if state is not None else 0
    for phase in range(done, phases):
        if phase == 1:
            recipe = unfreeze(model, blocks, recipe)
        outcome = fit(
            model,
            recipe,
            _training_set(plan),
            options.seed,
            lambda result: on_event(epoch_event(result)),
            checkpoint,
            state if phase == done else None,
            lambda restart: on_event(restart_event(restart)),
            max_starts=architecture_of(options).max_starts,
            phase=phase,
        )
    return outcome


def _training_set(plan: PicturePlan) -> TrainingSet:
    pictures, split = plan.pictures, plan.split
    return TrainingSet(pictures.pictures, pictures.labels, len(pictures.classes), split.train, split.validation)


def _fit_threshold(plan: PicturePlan, model: keras.Model, epochs: int, on_event: EventCallback) -> FittedThreshold:
    """Set the threshold by classes that are left out of short trainings, or by the validation part."""
    similarities = figures.class_similarities(plan, model, plan.split.validation)
    folds = strangers.left_out_people(len(plan.pictures.classes), plan.options.seed)
    if not folds:
        return figures.fit_class_threshold(plan, similarities, None, 0)

    def on_fold(done: int) -> None:
        stage = Message("Trying pictures of other things")
        on_event({"event": "progress", **to_record(stage=stage), "done": done, "total": len(folds)})

    impostors = strangers.impostor_similarities(
        _training_set(plan),
        architecture_of(plan.options),
        plan.recipe,
        epochs,
        plan.options.seed,
        folds,
        on_fold,
    )
    return figures.fit_class_threshold(plan, similarities, impostors, max(map(len, folds)))


def _draft_card(plan: PicturePlan, folders: DataFolders, fitted: FittedThreshold, metrics: dict[str, Any]) -> ModelCard:
    pictures, options = plan.pictures, plan.options
    return ModelCard(
        id=ModelStore(folders.models).new_id(plan.network),
        network=plan.network,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        people=(),
        classes=pictures.classes,
        input=picture_input(options.resize, side_of(options)),
        threshold=fitted.threshold,
        thresholds=fitted.thresholds,
        own_searches=fitted.own_searches,
        calibration=fitted.calibration,
        measured_on=str(fitted.measured_on),
        recipe=asdict(plan.recipe),
        metrics=metrics,
        data=pictures.hashes_of(range(len(pictures))),
        held_out=pictures.hashes_of(plan.split.test),
        software=publishing.software_versions(),
    )
