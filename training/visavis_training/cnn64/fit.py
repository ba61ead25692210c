"""Fits a network epoch by epoch, with early stopping and checkpoints to resume from."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis.errors import TrainingError
from visavis_training.cnn64.augmentation import build_augmenter
from visavis_training.cnn64.batches import batches
from visavis_training.cnn64.network import MAX_STARTS
from visavis_training.cnn64.replicated_fit import ReplicatedFit
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.distribution.replicas import Replicas
from visavis_training.fitting.checkpoint import Checkpoint, FitState
from visavis_training.fitting.progress import FitProgress
from visavis_training.recipe import Recipe

#: Batch size for prediction. It takes no more memory than training.
_PREDICTION_BATCH = 64


@dataclass(frozen=True, slots=True)
class EpochResult:
    """The results of one epoch."""

    epoch: int  #: from 1
    epochs: int  #: number planned
    loss: float
    accuracy: float
    val_loss: float | None  #: None without a validation part
    val_accuracy: float | None
    lr: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Restart:
    """A fit that learned nothing was begun again."""

    epoch: int  #: after which it was given up
    loss: float  #: of that epoch
    seed: int  #: of the new start


@dataclass(frozen=True, slots=True)
class FitOutcome:
    """What a fit has come to."""

    epoch: int  #: whose weights the network has now, from 1
    has_learned: bool  #: False: every start of it gave each picture the same answer


def fit(
    model: keras.Model,
    recipe: Recipe,
    training_set: TrainingSet,
    seed: int,
    on_epoch: Callable[[EpochResult], None] = lambda _: None,
    checkpoint: Checkpoint | None = None,
    state: FitState | None = None,
    on_restart: Callable[[Restart], None] = lambda _: None,
    replicas: Replicas | None = None,
    max_starts: int = MAX_STARTS,
    phase: int = 0,
) -> FitOutcome:
    """Fit a compiled network in place. A fit that learns nothing is begun again with another seed, up to twice.

    Parameters
    ----------
    on_epoch : callable
        Called after every epoch.
    checkpoint : Checkpoint, optional
        The state is saved there after every epoch.
    state : FitState, optional
        The state to continue from.
    on_restart : callable
        Called before the fit is begun again.
    replicas : Replicas, optional
        Copies of the network, on several devices or computers, that learn it together.
    max_starts : int
        How often the fit is begun at most. A start draws new weights.
    phase : int
        Number of the fit among those that follow each other on one network; the checkpoint keeps it.

    Raises
    ------
    TrainingError
        If the training diverges.
    """
    progress, best = FitProgress(phase=phase), model.get_weights()
    replicated = ReplicatedFit(model, recipe, training_set, replicas) if replicas else None
    fitted = replicated.network if replicated else model
    optimizer = fitted.optimizer
    optimizer.build(fitted.trainable_variables)
    new_optimizer = [np.asarray(variable) for variable in optimizer.variables]
    if state is not None:
        progress, best = state.progress, state.best
        fitted.set_weights(state.weights)
        _assign(optimizer.variables, state.optimizer)
    augmented_share = tf.Variable(1.0, trainable=False)
    weights = training_set.weights(balanced=recipe.balanced)
    uninformed = training_set.uninformed_loss(weights)
    own_seed = seed + progress.start
    training_data, validation_data = _datasets(recipe, training_set, own_seed + progress.epoch, augmented_share)
    while not progress.finished:
        start = time.monotonic()
        augmented_share.assign(recipe.augmented_share(progress.epoch))
        if recipe.has_schedule:
            optimizer.learning_rate = recipe.learning_rate_at(progress.epoch, progress.reductions)
        # One epoch per call, so that `progress` holds all state and a killed run can be resumed.
        if replicated:
            results = replicated.run_epoch(own_seed, progress.epoch, augmented_share)
        else:
            history = model.fit(
                training_data,
                validation_data=validation_data,
                class_weight=dict(enumerate(weights.tolist())) if recipe.balanced else None,
                shuffle=False,
                verbose=0,
            ).history
            results = {name: float(values[-1]) for name, values in history.items()}
        if not math.isfinite(results["loss"]):
            raise TrainingError(
                "The training diverged: its loss is not a number.", hint="Try once more, with another --seed."
            )
        # With few pictures, dropout and augmentation make the training loss noise: the validation loss then tells.
        lowest_loss = min(results["loss"], results.get("val_loss", math.inf))
        progress = progress.advance(recipe, results.get("val_loss")).watch(lowest_loss, uninformed)
        if progress.wait == 0:
            best = model.get_weights()
        if checkpoint is not None:
            state_of_optimizer = [np.asarray(variable) for variable in optimizer.variables]
            checkpoint.save(FitState(progress, model.get_weights(), state_of_optimizer, best))
        on_epoch(
            EpochResult(
                epoch=progress.epoch,
                epochs=recipe.epochs,
                loss=results["loss"],
                accuracy=results["accuracy"],
                val_loss=results.get("val_loss"),
                val_accuracy=results.get("val_accuracy"),
                lr=float(keras.ops.convert_to_numpy(optimizer.learning_rate)),
                seconds=time.monotonic() - start,
            )
        )
        if progress.is_stuck and progress.start + 1 < max_starts:
            restart = Restart(progress.epoch, results["loss"], own_seed + 1)
            on_restart(restart)
            progress, own_seed = FitProgress(start=progress.start + 1, phase=phase), restart.seed
            keras.utils.set_random_seed(own_seed)
            fitted.set_weights(keras.models.clone_model(model).get_weights())
            _assign(optimizer.variables, new_optimizer)
            training_data, _ = _datasets(recipe, training_set, own_seed, augmented_share)
    model.set_weights(best)
    return FitOutcome(progress.epoch - progress.wait, not progress.is_stuck)


def predict(model: keras.Model, chips: NDArray[np.uint8], rows: NDArray[np.intp]) -> NDArray[np.float32]:
    """The network's probabilities for the chips in `rows`, shape (len(rows), outputs)."""
    if not rows.size:
        return np.zeros((0, model.output_shape[-1]), np.float32)
    data = batches(chips, np.zeros(len(chips), np.intp), model.output_shape[-1], _PREDICTION_BATCH, rows=rows)
    return np.asarray(model.predict(data, verbose=0), np.float32)


def _datasets(recipe: Recipe, training_set: TrainingSet, seed: int, augmented_share: tf.Variable) -> tuple[Any, Any]:
    """The training data, augmented and shuffled in each epoch, and the validation data; None if it is empty."""
    common = (training_set.chips, training_set.targets, training_set.outputs, recipe.batch_size)
    augment = build_augmenter(recipe.augmentation, seed, augmented_share) if recipe.augmentation else None
    training_data = batches(*common, rows=training_set.train, shuffle_seed=seed, augment=augment)
    validation = training_set.validation
    return training_data, batches(*common, rows=validation) if validation.size else None


def _assign(variables: Sequence[Any], values: Sequence[NDArray[Any]]) -> None:
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)
