"""Chips as a `tf.data` pipeline, read batch by batch, so that they need not fit into memory."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis.networks.cnn64_input import normalize
from visavis_training.cnn64.augmentation import Augmenter

#: Number of batches prepared in advance while the network computes.
_PREFETCH = 2


def batches(
    chips: NDArray[np.uint8],
    targets: NDArray[np.intp],
    outputs: int,
    batch_size: int,
    *,
    rows: NDArray[np.intp],
    shuffle_seed: int | None = None,
    augment: Augmenter | None = None,
) -> Any:
    """The chips in `rows` as network input with one-hot targets.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, side, side, 3)
        BGR. It may be memory-mapped.
    targets : ndarray of int, shape (n,)
        The output for each chip.
    outputs : int
        Number of outputs.
    shuffle_seed : int, optional
        Shuffle in each epoch. Without it, the order is that of `rows`.
    augment : callable, optional
        Applied to each batch of pictures.

    Returns
    -------
    tf.data.Dataset
        Pairs of float32 (m, side, side, 3), RGB 0..1, and float32 (m, outputs), where m is at most `batch_size`.
    """
    data = tf.data.Dataset.from_tensor_slices(rows)
    if shuffle_seed is not None:
        data = data.shuffle(max(len(rows), 1), seed=shuffle_seed)
    return _look_up(data.batch(batch_size), chips, targets, outputs, augment)


def batches_of_parts(
    chips: NDArray[np.uint8],
    targets: NDArray[np.intp],
    outputs: int,
    parts: Callable[[], Iterable[NDArray[np.intp]]],
    augment: Augmenter | None = None,
) -> Any:
    """The same for batches whose rows are given: `parts` is asked for them whenever an iteration begins."""
    signature = tf.TensorSpec((None,), tf.int64)
    data = tf.data.Dataset.from_generator(lambda: iter(parts()), output_signature=signature)
    return _look_up(data, chips, targets, outputs, augment)


def _look_up(
    data: Any, chips: NDArray[np.uint8], targets: NDArray[np.intp], outputs: int, augment: Augmenter | None
) -> Any:
    """Batches of rows as network input with one-hot targets, augmented."""

    def look_up(chosen: NDArray[np.intp]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return normalize(chips[chosen]), np.eye(outputs, dtype=np.float32)[targets[chosen]]

    def batch(chosen: Any) -> tuple[Any, Any]:
        pictures, expected = tf.numpy_function(look_up, [chosen], (tf.float32, tf.float32), stateful=False)
        return tf.ensure_shape(pictures, (None, *chips.shape[1:])), tf.ensure_shape(expected, (None, outputs))

    data = data.map(batch)
    if augment is not None:
        data = data.map(lambda pictures, expected: (augment(pictures), expected))
    return data.prefetch(_PREFETCH)
