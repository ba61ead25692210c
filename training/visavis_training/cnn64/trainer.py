"""Trains, measures and publishes a `cnn64` model."""

from dataclasses import asdict, replace

import keras
import numpy as np

from visavis.errors import TrainingError
from visavis.messages import Message, join, to_record
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks import cnn64_input
from visavis.scoring.confidence import round_share
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds, sigmoid
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Event
from visavis_training import publishing
from visavis_training.callbacks import EventCallback
from visavis_training.cnn64 import figures, network, strangers
from visavis_training.cnn64.features import write_features
from visavis_training.cnn64.fit import EpochResult, Restart, fit, predict
from visavis_training.cnn64.paired_comparison import compare_with_current
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import RowIndices, Split
from visavis_training.distribution.replicas import Replicas
from visavis_training.fitting import threshold
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.metrics import model_comparison
from visavis_training.networks.layer_table import layer_record

#: Number of chips on which the compiled network is compared with Keras.
_COMPARED = 64
#: Share of the threshold's log-odds that is kept where all validation pictures are from the sitting that was trained
#: on. Measured with two people captured once: their validation pictures score 0.77 to 0.89, and one of them 0.73 in a
#: later clip, the other 0.89 on another day.
_LATER_SHARE = 0.5
#: Why a network is fitted once more, for the event "progress".
_WITH_VALIDATION = Message("Learning once more, now from the validation pictures, too")
_OTHER_SPLIT = Message("Training once more, on the other split")
_FOLD = Message("Training once more, without a fold")


def train(
    plan: TrainingPlan,
    folders: DataFolders,
    checkpoint: Checkpoint | None,
    state: FitState | None,
    device: str,
    on_event: EventCallback,
    *,
    force: bool = False,
    replicas: Replicas | None = None,
) -> ModelCard | None:
    """Fit, set the threshold, measure, compare with the current model, and publish.

    Parameters
    ----------
    checkpoint : Checkpoint, optional
        The state of the fit is saved there until the model is published.
    state : State, optional
        The state to resume from.
    device : str
        Name of the device, for the event "start".
    force : bool
        Publish even a model that is worse than the current one.
    replicas : Replicas, optional
        Copies of the network that learn together.

    Returns
    -------
    ModelCard, optional
        None if another computer of this training publishes the model.

    Raises
    ------
    TrainingError
        If the training diverges, or learns nothing from any of three seeds.
    ModelRefusedError
        If it is clearly worse than the current model, and not forced. Its state is kept: resuming can force it.
    DiskError
        If something cannot be written. The current model stays.
    """
    faces, split = plan.faces, plan.split
    keras.utils.set_random_seed(plan.seed)
    model = network.build(plan.recipe, len(faces.people))
    on_event({"event": "start", **plan.to_record(), "parameters": model.count_params(), "device": device})
    epochs: list[Event] = []

    def on_epoch(result: EpochResult) -> None:
        epochs.append(epoch_event(result))
        on_event(epochs[-1])

    def on_restart(restart: Restart) -> None:
        epochs.clear()
        on_event(restart_event(restart))

    outcome = fit(
        model,
        plan.recipe,
        _training_set(plan, split.train, split.validation),
        plan.seed,
        on_epoch,
        checkpoint,
        state,
        on_restart,
        replicas,
    )
    if not outcome.has_learned:
        if checkpoint is not None:
            checkpoint.clear()
        raise TrainingError(
            "The network learned nothing in {count} runs with different seeds: it gives every picture the same answer.",
            count=network.MAX_STARTS,
            hint="Import or capture more pictures, or try more --epochs or --recipe tuned.",
        )
    first = network.inference_network(model)
    fitted = _fit_threshold(plan, first, outcome.epoch, on_event, replicas)
    final = _refit(plan, split, outcome.epoch, _WITH_VALIDATION, on_event, replicas) if plan.recipe.refit else first
    test = figures.search_test_part(plan, final, fitted)
    accuracies = figures.accuracies(
        plan, final, test, lambda other: _refit(plan, other, outcome.epoch, _OTHER_SPLIT, on_event, replicas)
    )
    folds = figures.cross_validate(plan, lambda fold: _refit(plan, fold, outcome.epoch, _FOLD, on_event, replicas))
    if checkpoint is None:
        return None
    store = ModelStore(folders.models)
    compared = compare_with_current(store, plan, lambda rows: predict(final, faces.chips, rows))
    metrics = {
        **figures.to_metrics(plan, test, fitted, accuracies),
        "compared": asdict(compared) if compared else None,
        **({"folds": folds.to_record()} if folds else {}),
    }
    on_event({"event": "evaluated", "metrics": metrics})
    if compared and not force:
        model_comparison.refuse_if_clear_loss(compared.model, compared.lost, compared.won, compared.searches)
    card = publishing.publish(
        store,
        final,
        faces,
        split.test,
        plan.recipe,
        cnn64_input.normalize(faces.chips[:: max(len(faces) // _COMPARED, 1)]),
        fitted=fitted,
        metrics=metrics,
        report={
            "training": plan.to_record(),
            "epochs": publishing.select_curve(epochs),
            "metrics": metrics,
            **layer_record(final),
            **figures.build_report(plan, test, fitted, accuracies, folds).to_record(),
        },
        write_more=lambda folder: write_features(folder, final, faces),
    )
    checkpoint.clear()
    on_event({"event": "published", "model": card.id, "metrics": metrics})
    return card


def _training_set(plan: TrainingPlan, train: RowIndices, validation: RowIndices) -> TrainingSet:
    faces = plan.faces
    return TrainingSet(faces.chips, faces.labels, len(faces.people), train, validation)


def _refit(
    plan: TrainingPlan, split: Split, epochs: int, stage: Message, on_event: EventCallback, replicas: Replicas | None
) -> keras.Model:
    """Fit another network for a fixed number of epochs, and to the validation part, too, if the recipe says so."""
    recipe = plan.recipe.with_fixed_epochs(epochs)
    rows = np.union1d(split.train, split.validation) if recipe.refit else split.train

    def on_progress(done: int) -> None:
        on_event({"event": "progress", **to_record(stage=stage), "done": done, "total": epochs})

    on_progress(0)
    keras.utils.set_random_seed(plan.seed)
    model = network.build(recipe, len(plan.faces.people))
    training_set = _training_set(plan, rows, split.validation[:0])
    fit(model, recipe, training_set, plan.seed, lambda result: on_progress(result.epoch), replicas=replicas)
    return network.inference_network(model)


def _fit_threshold(
    plan: TrainingPlan, model: keras.Model, epochs: int, on_event: EventCallback, replicas: Replicas | None
) -> FittedThreshold:
    """Set the threshold by left-out people and rejected faces, or by the validation part if there are neither."""
    faces, rows = plan.faces, plan.split.validation
    similarities, truth = figures.similarities(plan, model, rows), faces.labels[rows]
    folds = strangers.left_out_people(len(faces.people), plan.seed)
    impostors, descriptions = [], []
    if folds:

        def on_fold(done: int) -> None:
            on_event(
                {"event": "progress", **to_record(stage=Message("Trying strangers")), "done": done, "total": len(folds)}
            )

        impostors.append(
            strangers.impostor_similarities(
                _training_set(plan, plan.split.train, rows),
                network.CNN64,
                plan.recipe,
                epochs,
                plan.seed,
                folds,
                on_fold,
                replicas,
            )
        )
        descriptions.append(
            Message(
                "{people} people who were each left out of one of {trainings} short trainings",
                people=len(faces.people),
                trainings=len(folds),
            )
        )
    if len(plan.strangers):
        probabilities = predict(model, plan.strangers, np.arange(len(plan.strangers)))
        impostors.append(np.asarray(log_odds(probabilities, SOFTMAX_CLIP).max(axis=1)))
        descriptions.append(
            Message(
                "{count} faces that you said are nobody enrolled",
                one="{count} face that you said is nobody enrolled",
                count=len(plan.strangers),
            )
        )
    if not impostors:
        fitted = threshold.fit_to_validation(similarities, truth)
        is_right = bool((similarities.argmax(axis=1) == truth).all())
        return _for_later_pictures(fitted) if plan.grouping.one_session and is_right else fitted
    genuine = similarities[np.arange(len(truth)), truth]
    first, *others = descriptions
    description = Message("{people} and {rejected}", people=first, rejected=others[0]) if others else first
    gallery = len(faces.people) - max(map(len, folds), default=0)
    return threshold.fit_to_impostors(genuine, np.concatenate(impostors), description, gallery)


def _for_later_pictures(fitted: FittedThreshold) -> FittedThreshold:
    """A threshold from pictures of one sitting, lowered for pictures of another one, which score lower."""
    lower = min(fitted.threshold, sigmoid(_LATER_SHARE * log_odds(fitted.threshold)))
    note = Message(
        "The threshold is lowered to {score}, because validation pictures from the same sitting score higher than "
        "later ones.",
        score=f"{lower:.2f}",
    )
    return replace(fitted, threshold=lower, measured_on=join(fitted.measured_on, note))


def restart_event(restart: Restart) -> Event:
    """The event that a fit was begun again."""
    reason = Message(
        "The network learned nothing: after {epoch} epochs its loss is {loss}, as if it gave every picture the same "
        "answer. It begins again with seed {seed}.",
        epoch=restart.epoch,
        loss=f"{restart.loss:.3f}",
        seed=restart.seed,
    )
    return {"event": "restarted", **to_record(reason=reason), "epoch": restart.epoch, "seed": restart.seed}


def epoch_event(result: EpochResult) -> Event:
    """The event of an epoch."""
    return {"event": "epoch", **{name: round_share(value) for name, value in asdict(result).items()}}
