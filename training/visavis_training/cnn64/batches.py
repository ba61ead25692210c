"""Chips as tf.data: looked up batch by batch, so that a folder larger than memory streams."""

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis.networks.cnn64_input import CNN64_SIDE, normalize
from visavis_training.cnn64.augmentation import Vary

#: Batches that are made ready while the network works.
_AHEAD = 2


def batches(
    chips: NDArray[np.uint8],
    targets: NDArray[np.intp],
    outputs: int,
    batch_size: int,
    *,
    rows: NDArray[np.intp],
    shuffled: int | None = None,
    vary: Vary | None = None,
) -> Any:
    """The pictures in `rows`, as the network takes them.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, 64, 64, 3)
        BGR; may lie in a file.
    targets : ndarray of int, shape (n,)
        The output that belongs to each chip.
    outputs : int
        How many there are.
    shuffled : int, optional
        A seed: another order in every epoch. Without it, that of `rows`.

    Returns
    -------
    tf.data.Dataset
        Of (float32 (m, 64, 64, 3), float32 (m, outputs)) pairs, m at most `batch_size`.
    """

    def looked_up(chosen: NDArray[np.intp]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return normalize(chips[chosen]), np.eye(outputs, dtype=np.float32)[targets[chosen]]

    def batch(chosen: Any) -> tuple[Any, Any]:
        pictures, wanted = tf.numpy_function(looked_up, [chosen], (tf.float32, tf.float32), stateful=False)
        return tf.ensure_shape(pictures, (None, CNN64_SIDE, CNN64_SIDE, 3)), tf.ensure_shape(wanted, (None, outputs))

    data = tf.data.Dataset.from_tensor_slices(rows)
    if shuffled is not None:
        data = data.shuffle(max(len(rows), 1), seed=shuffled)
    data = data.batch(batch_size).map(batch)
    if vary is not None:
        data = data.map(lambda pictures, wanted: (vary(pictures), wanted))
    return data.prefetch(_AHEAD)
