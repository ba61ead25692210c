"""Epochs of a fit on several replicas: each batch is shared among them, and all make the same update."""

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis_training.cnn64 import network
from visavis_training.cnn64.augmentation import build_augmenter
from visavis_training.cnn64.batches import batches, batches_of_parts
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.distribution.replicas import Replicas
from visavis_training.recipe import Recipe

#: Batch size for validation.
_VALIDATION_BATCH = 64


class ReplicatedFit:
    """A network whose copies learn together, and the plain one that has its weights after each epoch.

    Parameters
    ----------
    model : keras.Model
        Compiled, built without a strategy. Validation and prediction run it.
    """

    def __init__(self, model: keras.Model, recipe: Recipe, training_set: TrainingSet, replicas: Replicas) -> None:
        with replicas.scope():
            self.network = network.build(recipe, training_set.outputs)
            self.network.optimizer.build(self.network.trainable_variables)
        for layer in self.network.layers:
            if isinstance(layer, keras.layers.BatchNormalization):
                layer.synchronized = True  # by the whole batch, as one network does; a replica's part may be tiny
        self.network.set_weights(model.get_weights())
        self._model, self._recipe, self._set, self._replicas = model, recipe, training_set, replicas
        self._parts: list[NDArray[np.intp]] = []
        self._data: tf.data.Dataset | None = None
        self._weights = tf.constant(training_set.weights(balanced=recipe.balanced))
        self._losses = network.loss_of(recipe, reduction=None)
        self._step = replicas.compile(self._update)

    def run_epoch(self, seed: int, epoch: int, augmented_share: tf.Variable) -> dict[str, float]:
        """Run one epoch, and return its results as `keras.Model.fit` names them; all computers get the same."""
        order = np.random.default_rng((seed, epoch)).permutation(self._set.train)
        self._parts = self._replicas.own_parts(order, self._recipe.batch_size)
        if self._data is None:
            self._data = self._build_data(seed, augmented_share)
        sums = {"loss": 0.0, "accuracy": 0.0}
        steps = 0
        for step in self._replicas.local_batches(iter(self._data)):
            for name, value in self._step(step).items():
                sums[name] += value
            steps += 1
        self._synchronize()
        return {name: value / max(steps, 1) for name, value in sums.items()} | self._validate()

    def _build_data(self, seed: int, augmented_share: tf.Variable) -> tf.data.Dataset:
        augmentation, own_seed = self._recipe.augmentation, seed + self._replicas.seed_offset
        augment = build_augmenter(augmentation, own_seed, augmented_share) if augmentation else None
        chips, targets, outputs = self._set.chips, self._set.targets, self._set.outputs
        return batches_of_parts(chips, targets, outputs, lambda: self._parts, augment)

    def _update(self, pictures: tf.Tensor, expected: tf.Tensor) -> dict[str, tf.Tensor]:
        """The step of one replica. Keras' optimizer sums the gradients of all; so each counts as its share.

        Keras' own means of losses are divided by the number of replicas already; here, it is not left to them.
        """
        share = 1 / self._replicas.count
        variables = self.network.trainable_variables
        with tf.GradientTape() as tape:
            answers = self.network(pictures, training=True)
            losses = self._losses(expected, answers) * tf.linalg.matvec(expected, self._weights)
            loss = tf.reduce_mean(losses) * share
        gradients = tape.gradient(loss, [variable.value for variable in variables])
        self.network.optimizer.apply_gradients(zip(gradients, variables, strict=True))
        right = tf.equal(tf.argmax(expected, axis=1), tf.argmax(answers, axis=1))
        return {"loss": loss, "accuracy": tf.reduce_mean(tf.cast(right, tf.float32)) * share}

    def _synchronize(self) -> None:
        """Give the plain network the weights, and all computers the same running means of batch normalization."""
        weights = self.network.get_weights()
        is_running = [not variable.trainable for variable in self.network.weights]
        if any(is_running):
            means = iter(self._replicas.mean([each for each, own in zip(weights, is_running, strict=True) if own]))
            weights = [next(means) if own else each for each, own in zip(weights, is_running, strict=True)]
            self.network.set_weights(weights)
        self._model.set_weights(weights)

    def _validate(self) -> dict[str, float]:
        """The results on the validation part. They decide when to stop, so all computers use their mean."""
        rows = self._set.validation
        if not rows.size:
            return {}
        data = batches(self._set.chips, self._set.targets, self._set.outputs, _VALIDATION_BATCH, rows=rows)
        results = self._model.evaluate(data, verbose=0, return_dict=True)
        means = self._replicas.mean([np.array(results[name], np.float32) for name in ("loss", "accuracy")])
        return {"val_loss": float(means[0]), "val_accuracy": float(means[1])}
