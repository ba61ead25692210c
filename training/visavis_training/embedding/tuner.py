"""Fine-tunes the last blocks of the embedding network.

The blocks below them are frozen. Each picture and each augmented copy passes through them once, and an epoch then takes
seconds on a CPU. There is no batch normalization: the published weights have it folded into their convolutions.

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
from visavis_training.callbacks import CountCallback
from visavis_training.data.split import RowIndices
from visavis_training.distribution.replicas import Replicas

#: Learning rate of Adam. Measured with SFace on 20 people of Labeled Faces in the Wild, in pictures of 62x62 pixels, of
#: which the published network misses 4 % at an FPIR of 1 %: four times this rate raised that to 6 %, twenty times to
#: 35 %.
RATE = 5e-6
#: Scale of the cosines before the softmax (s of CosFace [1]_): CosFace's own. No other was tried.
SCALE = 64.0
#: Margin taken from the cosine to the own person (m of CosFace [1]_). In those pictures, at an FPIR of 5 / 1 / 0.1 %,
#: five epochs miss 1.0 / 1.7 / 2.0 % with this one and 1.0 / 2.7 / 7.3 % with 0.1; without any it is 2.0 / 4.0 / 4.3 %.
MARGIN = 0.3
#: Pictures in a training batch.
BATCH = 64
#: Shifted copies of each picture, in addition to itself and its mirror image.
COPIES = 4
#: Largest shift of a copy, in pixels of 112, in each direction.
MAX_SHIFT = 5

#: Batch size for prediction.
_PREDICTION_BATCH = 64
#: Number of blocks in SFace.
_BLOCKS = 13


TuningLoss = Callable[[tf.Tensor, tf.Tensor, tf.Tensor], tf.Tensor]
"""From the unit vectors of a batch (n, 128), their cosines to all people (n, people) and the labels (n,) to the losses
of the pictures (n,)."""
BatchStep = Callable[[NDArray[np.float32], NDArray[np.int32]], tuple[float, float]]
"""Takes the inputs of a batch and its labels; gives the loss and the share of right answers."""


@dataclass(frozen=True, slots=True)
class TuningEpoch:
    """The results of one epoch."""

    loss: float
    accuracy: float  #: share of training pictures whose best candidate was right, during the epoch
    seconds: float


def cosine_margin(vectors: tf.Tensor, cosines: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """CosFace's loss [1]_."""
    logits = SCALE * (cosines - MARGIN * tf.one_hot(labels, tf.shape(cosines)[1]))
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)


class BlockTuner:
    """The last blocks of a trunk and their cached inputs for all samples. It can be fitted repeatedly.

    The cache takes 0.1 MB of memory per sample with one block, 0.2 MB with four.

    Attributes
    ----------
    loss : callable
        What the blocks learn by; seam for comparisons (`tools/triplet_figures.py`).
    """

    def __init__(
        self,
        trunk: keras.Model,
        blocks: int,
        chips: NDArray[np.uint8],
        *,
        augment: bool,
        seed: int,
        on_progress: CountCallback,
        rate: float = RATE,
        replicas: Replicas | None = None,
    ) -> None:
        """Compute the inputs of the fitted blocks for all samples and their copies.

        Parameters
        ----------
        trunk : keras.Model
            From float32 (n, side, side, 3), RGB 0..255, to (n, 128), with the layer names of
            `visavis.networks.keras_network.build`.
        blocks : int
            Number of blocks to fit: pairs of a depthwise and a pointwise convolution. The dense layer is always fitted.
        chips : ndarray of uint8, shape (n, side, side, 3)
            RGB.
        replicas : Replicas, optional
            Copies of the blocks that learn together.
        """
        cut = trunk.get_layer(f"prelu{1 + 2 * (_BLOCKS - blocks)}").output
        self.trunk, self.chips = trunk, chips
        self.loss: TuningLoss = cosine_margin
        self._top = keras.Model(cut, trunk.output)
        self._published = self._top.get_weights()
        self._seed, self._rate, self._replicas = seed, rate, replicas
        frozen = keras.Model(trunk.input, cut)
        run = tf.function(lambda batch: tf.cast(frozen(batch, training=False), tf.float16), reduce_retracing=True)
        versions = list(_versions(chips, COPIES if augment else None, np.random.default_rng(seed)))
        self._inputs = np.empty((len(versions), len(chips), *cut.shape[1:]), np.float16)
        for number, version in enumerate(versions):
            for start in range(0, len(chips), _PREDICTION_BATCH):
                part = slice(start, start + _PREDICTION_BATCH)
                self._inputs[number, part] = run(tf.constant(version(part), tf.float32))
                done = number * len(chips) + min(start + _PREDICTION_BATCH, len(chips))
                on_progress(done, len(versions) * len(chips))

    def reset(self) -> None:
        """Restore the published weights."""
        self._top.set_weights(self._published)

    def embeddings(self) -> Vectors:
        """The current embeddings of all samples: (n, 128), unit length."""
        return unit(np.asarray(self._top.predict(self._inputs[0], batch_size=_PREDICTION_BATCH, verbose=0)))

    def fit(
        self, rows: RowIndices, labels: NDArray[np.intp], epochs: int, batch: int = BATCH, pictures: int | None = None
    ) -> Iterator[TuningEpoch]:
        """Fit the blocks to the samples in `rows`, starting from the published weights. One epoch per item.

        The classifier on top starts as the mean embedding of each person [2]_.

        Parameters
        ----------
        rows : ndarray of int
            Samples.
        labels : ndarray of int, shape (len(rows),)
            The person in each.
        pictures : int, optional
            Train on that many of the samples per epoch, so that more samples do not mean more steps.

        Raises
        ------
        TrainingError
            If the training diverges.
        """
        keras.utils.set_random_seed(self._seed)
        self.reset()
        _, labels = np.unique(labels, return_inverse=True)
        current = self.embeddings()[rows]
        means = unit(np.stack([current[labels == label].mean(axis=0) for label in range(labels.max() + 1)]))
        top, step = self._top, self._build_step(self._top, means)
        if self._replicas is not None:
            top, step = self._build_replicated_step(self._replicas, means)
        versions = range(len(self._inputs))
        share = min(pictures or len(rows), len(rows)) / len(rows)
        pairs = np.array([(version, index) for version in versions for index in range(len(rows))])
        random = np.random.default_rng(self._seed)
        for _ in range(epochs):
            start = time.monotonic()
            results = []
            drawn = random.permutation(pairs)[: math.ceil(share * len(pairs))]
            for part in np.array_split(drawn, math.ceil(len(drawn) / batch)):
                inputs = self._inputs[part[:, 0], rows[part[:, 1]]].astype(np.float32)
                results.append(step(inputs, labels[part[:, 1]].astype(np.int32)))
            if top is not self._top:
                self._top.set_weights(top.get_weights())
            loss, right = np.mean(results, axis=0)
            if not math.isfinite(loss):
                raise TrainingError(
                    "The training diverged: its loss is not a number.", hint="Try once more, with another --seed."
                )
            yield TuningEpoch(float(loss), float(right), time.monotonic() - start)

    def _build_step(self, top: keras.Model, means: Vectors) -> BatchStep:
        """The compiled training step of one batch. It returns the loss and the share of right answers."""
        update = _Update(top, means, self._rate, self.loss, 1)
        run = tf.function(update, reduce_retracing=True)

        def step(inputs: NDArray[np.float32], labels: NDArray[np.int32]) -> tuple[float, float]:
            results = run(inputs, labels)
            return float(results["loss"]), float(results["right"])

        return step

    def _build_replicated_step(self, replicas: Replicas, means: Vectors) -> tuple[keras.Model, BatchStep]:
        """The same for copies of the blocks, each of which takes its share of the batch."""
        with replicas.scope():
            top = keras.models.clone_model(self._top)
            top.set_weights(self._top.get_weights())
            update = _Update(top, means, self._rate, self.loss, replicas.count)
        run = replicas.compile(update)

        def step(inputs: NDArray[np.float32], labels: NDArray[np.int32]) -> tuple[float, float]:
            parts = replicas.own_parts(np.arange(len(labels)), len(labels))
            results = run([(inputs[part], labels[part]) for part in parts])
            return results["loss"], results["right"]

        return top, step


class _Update:
    """One update of the blocks by the pictures of a batch, or by a replica's share of them."""

    def __init__(self, top: keras.Model, means: Vectors, rate: float, loss: TuningLoss, replicas: int) -> None:
        self._top, self._loss, self._share = top, loss, 1 / replicas
        self._people = keras.Variable(means)
        self._variables = [*top.trainable_variables, self._people]
        # Keras clips the gradients of a replica before it sums those of all
        self._optimizer = keras.optimizers.Adam(rate, clipnorm=self._share)
        self._optimizer.build(self._variables)

    def __call__(self, inputs: tf.Tensor, labels: tf.Tensor) -> dict[str, tf.Tensor]:
        with tf.GradientTape() as tape:
            vectors = tf.math.l2_normalize(self._top(inputs, training=True), axis=1)
            cosines = vectors @ tf.transpose(tf.math.l2_normalize(self._people.value, axis=1))
            loss = tf.reduce_mean(self._loss(vectors, cosines, labels)) * self._share
        values = [variable.value for variable in self._variables]
        gradients = tape.gradient(loss, values, unconnected_gradients="zero")
        self._optimizer.apply_gradients(zip(gradients, self._variables, strict=True))
        right = tf.equal(tf.argmax(cosines, axis=1, output_type=tf.int32), labels)
        return {"loss": loss, "right": tf.reduce_mean(tf.cast(right, tf.float32)) * self._share}


def _versions(
    chips: NDArray[np.uint8], copies: int | None, random: np.random.Generator
) -> Iterator[Callable[[slice], NDArray[np.uint8]]]:
    """Functions from a slice to chips: unchanged, mirrored, and shifted copies, every other one mirrored.

    Without `copies`, only unchanged.
    """
    yield lambda part: chips[part]
    if copies is None:
        return
    yield lambda part: chips[part, :, ::-1]
    for number in range(copies):
        down, right = (int(shift) for shift in random.integers(-MAX_SHIFT, MAX_SHIFT + 1, 2))
        yield partial(_shift, chips, down, right, bool(number % 2))


def _shift(chips: NDArray[np.uint8], down: int, right: int, mirrored: bool, part: slice) -> NDArray[np.uint8]:
    """Shift by whole pixels, repeating the border."""
    height, width = chips.shape[1:3]
    edge = ((0, 0), (MAX_SHIFT, MAX_SHIFT), (MAX_SHIFT, MAX_SHIFT), (0, 0))
    padded = np.pad(chips[part, :, ::-1] if mirrored else chips[part], edge, mode="edge")
    return padded[:, MAX_SHIFT - down : MAX_SHIFT - down + height, MAX_SHIFT - right : MAX_SHIFT - right + width]
