"""Fits an autoencoder to pairs of a noisy and a clean picture, made anew in every epoch."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.errors import TrainingError

Pictures = NDArray[np.float32]
"""(n, height, width, channels), 0..1."""


@dataclass(frozen=True, slots=True)
class DenoisingEpoch:
    """The result of an epoch."""

    epoch: int
    epochs: int
    loss: float
    val_loss: float
    seconds: float

    def to_record(self) -> dict[str, Any]:
        """The fields of the event "epoch". There is no accuracy: nothing is told apart."""
        record = {"epoch": self.epoch, "epochs": self.epochs, "loss": self.loss, "accuracy": None}
        return {**record, "val_loss": self.val_loss, "val_accuracy": None, "lr": None, "seconds": self.seconds}


def fit(
    model: keras.Model,
    draw: Callable[[np.random.Generator], tuple[Pictures, Pictures]],
    held_out: tuple[Pictures, Pictures],
    *,
    epochs: int,
    batch_size: int,
    seed: int,
) -> Iterator[DenoisingEpoch]:
    """Fit a compiled network in place; yield the result of each epoch.

    Parameters
    ----------
    draw : callable
        Returns the noisy and the clean pictures of one epoch.
    held_out : tuple of ndarray
        Noisy and clean pictures that are not learned from: of these is the loss `val_loss`.

    Raises
    ------
    TrainingError
        If the training diverges.
    """
    random = np.random.default_rng(seed)
    for epoch in range(1, epochs + 1):
        start = time.monotonic()
        noisy, clean = draw(random)
        history = model.fit(
            noisy, clean, batch_size=batch_size, validation_data=held_out, shuffle=True, verbose=0
        ).history
        loss, val_loss = float(history["loss"][-1]), float(history["val_loss"][-1])
        if not math.isfinite(loss):
            raise TrainingError(
                "The training diverged: its loss is not a number.", hint="Try once more, with another --seed."
            )
        yield DenoisingEpoch(epoch, epochs, loss, val_loss, time.monotonic() - start)


def psnr(one: NDArray[Any], other: NDArray[Any], peak: float = 1.0) -> float:
    """Return the peak signal-to-noise ratio of pictures to others in decibels; infinite if they are the same.

    The mean squared error is that of all pictures together.
    """
    error = float(np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2))
    return math.inf if error == 0 else 10 * math.log10(peak**2 / error)
