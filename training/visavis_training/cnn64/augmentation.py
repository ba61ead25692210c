"""Varying pictures while learning, by Keras layers that run in the data's pipeline and are no part of the model."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from keras import layers

from visavis_training.cnn64.recipe import Augmentation

Vary = Callable[[Any], Any]
"""Batches of pictures, float32 (n, 64, 64, 3), RGB 0..1, to varied ones."""


def varying(augmentation: Augmentation, seed: int, share: Any) -> Vary:
    """What varies a batch.

    Parameters
    ----------
    share : tf.Variable
        Share of the pictures that are varied, 0..1; read with every batch.
    """
    steps = _layers(augmentation, seed)
    random = tf.random.Generator.from_seed(seed)

    def vary(pictures: Any) -> Any:
        varied = pictures
        for step in steps:
            varied = step(varied, training=True)
        chosen = random.uniform((tf.shape(pictures)[0], 1, 1, 1)) < share
        return tf.where(chosen, varied, pictures)

    return vary


def _layers(augmentation: Augmentation, seed: int) -> list[layers.Layer]:
    """What moves out of the picture leaves its border's colors behind, as at the source."""
    turn, shift, zoom = augmentation.rotation / 360, augmentation.shift, augmentation.zoom
    steps = [
        layers.RandomRotation(turn, fill_mode="nearest", seed=seed),
        layers.RandomTranslation(shift, shift, fill_mode="nearest", seed=seed + 1),
    ]
    if zoom:
        steps.append(layers.RandomZoom(zoom, fill_mode="nearest", seed=seed + 2))
    if augmentation.contrast:
        steps.append(layers.RandomContrast(augmentation.contrast, value_range=(0, 1), seed=seed + 3))
    if augmentation.flip:
        steps.append(layers.RandomFlip("horizontal", seed=seed + 4))
    return steps
