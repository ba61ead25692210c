"""Data augmentation by Keras layers. They run in the input pipeline and are not part of the model."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from keras import layers

from visavis_training.recipe import Augmentation

Augmenter = Callable[[Any], Any]
"""From a batch of pictures, float32 (n, side, side, 3), RGB 0..1, to an augmented one."""


def build_augmenter(augmentation: Augmentation, seed: int, share: Any) -> Augmenter:
    """Build the function that augments a batch.

    Parameters
    ----------
    share : tf.Variable
        Share of the pictures that are augmented, 0..1. It is read for every batch.
    """
    steps = _layers(augmentation, seed)
    random = tf.random.Generator.from_seed(seed)

    def augment(pictures: Any) -> Any:
        augmented = pictures
        for step in steps:
            augmented = step(augmented, training=True)
        chosen = random.uniform((tf.shape(pictures)[0], 1, 1, 1)) < share
        return tf.where(chosen, augmented, pictures)

    return augment


def _layers(augmentation: Augmentation, seed: int) -> list[layers.Layer]:
    """The layers of one augmentation. Uncovered areas repeat the border, as in the book."""
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
