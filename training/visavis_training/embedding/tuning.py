"""Fitting the last blocks of the network that embeds faces to the people there are.

What lies below them stays, so each picture goes through that once, as does each varied copy of it; an epoch then takes
seconds on a CPU. Nothing normalizes batches: the published weights have that folded into their convolutions.

References
----------
.. [1] Wang, H. et al. (2018). CosFace: large margin cosine loss for deep face recognition. CVPR.
.. [2] Qi, H., Brown, M. and Lowe, D. G. (2018). Low-shot learning with imprinted weights. CVPR.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis.errors import TrainingError
from visavis.recognition.embedder import Vectors, unit
from visavis_training.data.split import Rows
from visavis_training.networks.resnet29 import BLOCKS

#: Of Adam. Measured on Labeled Faces in the Wild, 20 people: with 1e-4 the first epoch already cost strangers.
RATE = 5e-6
#: What cosines are multiplied by before the softmax, and what they lack for one's own person (CosFace's s and m [1]_).
#: m is small, as all faces have cosines around 0.85 here.
SCALE, MARGIN = 64.0, 0.1
#: Pictures learned at once.
BATCH = 64
#: Varied copies of each picture beside itself and its mirror image, and the most pixels of 150 by which they are moved.
COPIES, SHIFT = 4, 6

#: Pictures that go through the network at once.
_ANSWERED = 64

Told = Callable[[int, int], None]
"""Hears how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class TuningEpoch:
    """One epoch of a fit."""

    loss: float
    accuracy: float  #: share of what was learned that was like its own person most, while it was learned
    seconds: float


class Tuner:
    """The last blocks of a trunk, and what they see of everybody's samples: fitted as often as wanted.

    The copies take 0.1 MB a sample of memory with one block, 0.2 MB with four.
    """

    def __init__(
        self,
        trunk: keras.Model,
        blocks: int,
        chips: NDArray[np.uint8],
        *,
        vary: bool,
        seed: int,
        told: Told,
        rate: float = RATE,
    ) -> None:
        """Look at all samples, and at varied copies of them, up to the blocks that are fitted.

        Parameters
        ----------
        trunk : keras.Model
            float32 (n, side, side, 3), RGB 0..255, to (n, 128), with layers named as `resnet29.build` does.
        blocks : int
            How many are fitted; the dense layer always is.
        chips : ndarray of uint8, shape (n, side, side, 3)
            RGB.
        """
        cut = trunk.get_layer(f"block{len(BLOCKS) - blocks}_relu").output
        self.trunk, self.chips = trunk, chips
        self._top = keras.Model(cut, trunk.output)
        self._published = self._top.get_weights()
        self._vary, self._seed, self._rate = vary, seed, rate
        below = keras.Model(trunk.input, cut)
        run = tf.function(lambda batch: tf.cast(below(batch, training=False), tf.float16), reduce_retracing=True)
        versions = list(_copies(chips, COPIES if vary else 0, np.random.default_rng(seed)))
        self._seen = np.empty((len(versions), len(chips), *cut.shape[1:]), np.float16)
        for number, version in enumerate(versions):
            for start in range(0, len(chips), _ANSWERED):
                part = slice(start, start + _ANSWERED)
                self._seen[number, part] = run(tf.constant(version(part), tf.float32))
                told(number * len(chips) + min(start + _ANSWERED, len(chips)), len(versions) * len(chips))

    def reset(self) -> None:
        """Back to the published weights."""
        self._top.set_weights(self._published)

    def embeddings(self) -> Vectors:
        """Of all samples as the network is now, each averaged with its mirror image's: (n, 128), unit length."""
        plain, mirrored = (
            unit(np.asarray(self._top.predict(seen, batch_size=_ANSWERED, verbose=0))) for seen in self._seen[:2]
        )
        return unit(plain + mirrored)

    def fit(
        self, rows: Rows, labels: NDArray[np.intp], epochs: int, batch: int = BATCH, pictures: int | None = None
    ) -> Iterator[TuningEpoch]:
        """Start from the published weights, and learn who `rows` show; the network changes with each epoch.

        The classifier on top starts as the mean embedding of each person [2]_.

        Parameters
        ----------
        rows : ndarray of int
            Samples.
        labels : ndarray of int, shape (len(rows),)
            Whom each shows.
        pictures : int, optional
            Learn from that many of them in an epoch, so that the network goes no further than with fewer.

        Raises
        ------
        TrainingError
            If it diverges.
        """
        keras.utils.set_random_seed(self._seed)
        self.reset()
        _, labels = np.unique(labels, return_inverse=True)
        now = self.embeddings()[rows]
        people = keras.Variable(
            unit(np.stack([now[labels == label].mean(axis=0) for label in range(labels.max() + 1)]))
        )
        step = self._step(people)
        versions = range(len(self._seen)) if self._vary else range(1)
        share = min(pictures or len(rows), len(rows)) / len(rows)
        pairs = np.array([(version, index) for version in versions for index in range(len(rows))])
        random = np.random.default_rng(self._seed)
        for _ in range(epochs):
            start = time.monotonic()
            reached = []
            drawn = random.permutation(pairs)[: math.ceil(share * len(pairs))]
            for part in np.array_split(drawn, math.ceil(len(drawn) / batch)):
                seen = self._seen[part[:, 0], rows[part[:, 1]]].astype(np.float32)
                loss, right = step(seen, labels[part[:, 1]].astype(np.int32))
                reached.append((float(loss), float(right)))
            loss, right = np.mean(reached, axis=0)
            if not math.isfinite(loss):
                raise TrainingError(
                    "The training diverged: its loss is not a number.", hint="Try once more, with another --seed."
                )
            yield TuningEpoch(float(loss), float(right), time.monotonic() - start)

    def _step(self, people: keras.Variable) -> Callable[..., tuple[tf.Tensor, tf.Tensor]]:
        """What learns one batch: its loss, and the share that it got right."""
        variables = [*self._top.trainable_variables, people]
        optimizer = keras.optimizers.Adam(self._rate, clipnorm=1.0)
        optimizer.build(variables)
        count = people.shape[0]

        def step(seen: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            with tf.GradientTape() as tape:
                vectors = tf.math.l2_normalize(self._top(seen, training=True), axis=1)
                cosines = vectors @ tf.transpose(tf.math.l2_normalize(people.value, axis=1))
                lacking = SCALE * (cosines - MARGIN * tf.one_hot(labels, count))
                loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, lacking))
            gradients = tape.gradient(loss, [variable.value for variable in variables])
            optimizer.apply_gradients(zip(gradients, variables, strict=True))
            right = tf.equal(tf.argmax(cosines, axis=1, output_type=tf.int32), labels)
            return loss, tf.reduce_mean(tf.cast(right, tf.float32))

        return tf.function(step, reduce_retracing=True)  # type: ignore[no-any-return]


def _copies(
    chips: NDArray[np.uint8], moved: int, random: np.random.Generator
) -> Iterator[Callable[[slice], NDArray[np.uint8]]]:
    """The pictures, their mirror images, and moved ones of which every other one is mirrored: a part of each."""
    yield lambda part: chips[part]
    yield lambda part: chips[part, :, ::-1]
    for number in range(moved):
        down, right = (int(shift) for shift in random.integers(-SHIFT, SHIFT + 1, 2))
        yield partial(_moved, chips, down, right, bool(number % 2))


def _moved(chips: NDArray[np.uint8], down: int, right: int, mirrored: bool, part: slice) -> NDArray[np.uint8]:
    """Moved by whole pixels; the border is repeated where nothing was."""
    height, width = chips.shape[1:3]
    edge = ((0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0))
    padded = np.pad(chips[part, :, ::-1] if mirrored else chips[part], edge, mode="edge")
    return padded[:, SHIFT - down : SHIFT - down + height, SHIFT - right : SHIFT - right + width]
