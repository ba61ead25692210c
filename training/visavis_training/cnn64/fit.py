"""Fitting a network: epochs, when to stop, and being able to go on after a kill."""

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
from visavis_training.cnn64.augmentation import varying
from visavis_training.cnn64.batches import batches
from visavis_training.cnn64.checkpoint import Checkpoint, State
from visavis_training.cnn64.progress import FitProgress
from visavis_training.cnn64.recipe import Recipe

#: Pictures that are answered at once; no more memory than while learning.
_ANSWERED = 64


@dataclass(frozen=True, slots=True)
class EpochResult:
    """What one epoch reached."""

    epoch: int  #: from 1
    epochs: int  #: planned
    loss: float
    accuracy: float
    val_loss: float | None  #: None without a validation part
    val_accuracy: float | None
    lr: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSet:
    """What a network is to learn: chips and the outputs they belong to."""

    chips: NDArray[np.uint8]  #: (n, 64, 64, 3), BGR
    targets: NDArray[np.intp]  #: (n,)
    outputs: int
    train: NDArray[np.intp]  #: rows
    validation: NDArray[np.intp]  #: rows; may be none


def fit(
    model: keras.Model,
    recipe: Recipe,
    lesson: TrainingSet,
    seed: int,
    told: Callable[[EpochResult], None] = lambda _: None,
    checkpoint: Checkpoint | None = None,
    state: State | None = None,
) -> int:
    """Fit a compiled network in place.

    Parameters
    ----------
    told : callable
        Hears of every epoch.
    checkpoint : Checkpoint, optional
        Where the state is saved after every epoch.
    state : State, optional
        Where to go on.

    Returns
    -------
    int
        How many epochs it took to the weights that the network has now.
    """
    progress, best = FitProgress(), model.get_weights()
    if state is not None:
        progress, best = state.progress, state.best
        model.set_weights(state.weights)
        model.optimizer.build(model.trainable_variables)
        _assign(model.optimizer.variables, state.optimizer)
    share = tf.Variable(1.0, trainable=False)
    learned, judged = _data(recipe, lesson, seed + progress.epoch, share)
    while not progress.finished:
        start = time.monotonic()
        share.assign(recipe.varied(progress.epoch))
        model.optimizer.learning_rate = recipe.rate(progress.epoch)
        # One epoch a call, so that all that decides is in `progress`, and a run that was killed can go on.
        history = model.fit(learned, validation_data=judged, shuffle=False, verbose=0).history
        reached = {name: float(values[-1]) for name, values in history.items()}
        if not math.isfinite(reached["loss"]):
            raise TrainingError(
                "The training diverged: its loss is not a number.", hint="Try once more, with another --seed."
            )
        progress = progress.after(recipe, reached.get("val_loss"))
        if progress.wait == 0:
            best = model.get_weights()
        if checkpoint is not None:
            optimizer = [np.asarray(variable) for variable in model.optimizer.variables]
            checkpoint.save(State(progress, model.get_weights(), optimizer, best))
        told(
            EpochResult(
                epoch=progress.epoch,
                epochs=recipe.epochs,
                loss=reached["loss"],
                accuracy=reached["accuracy"],
                val_loss=reached.get("val_loss"),
                val_accuracy=reached.get("val_accuracy"),
                lr=recipe.rate(progress.epoch - 1),
                seconds=time.monotonic() - start,
            )
        )
    model.set_weights(best)
    return progress.epoch - progress.wait


def answers(model: keras.Model, chips: NDArray[np.uint8], rows: NDArray[np.intp]) -> NDArray[np.float32]:
    """The network's probabilities for the chips in `rows`, shape (len(rows), outputs)."""
    if not rows.size:
        return np.zeros((0, model.output_shape[-1]), np.float32)
    data = batches(chips, np.zeros(len(chips), np.intp), model.output_shape[-1], _ANSWERED, rows=rows)
    return np.asarray(model.predict(data, verbose=0), np.float32)


def _data(recipe: Recipe, lesson: TrainingSet, seed: int, share: tf.Variable) -> tuple[Any, Any]:
    """What is learned, varied and in another order every epoch, and what it is judged by; None if that is nothing."""
    about = (lesson.chips, lesson.targets, lesson.outputs, recipe.batch_size)
    vary = varying(recipe.augmentation, seed, share) if recipe.augmentation else None
    learned = batches(*about, rows=lesson.train, shuffled=seed, vary=vary)
    return learned, batches(*about, rows=lesson.validation) if lesson.validation.size else None


def _assign(variables: Sequence[Any], values: Sequence[NDArray[Any]]) -> None:
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)
