"""The `cnn64` network. It has stock Keras layers only, so that it loads without our code."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import keras
from keras import layers

from visavis.networks.cnn64_input import CNN64_SIDE
from visavis_training.recipe import Recipe

#: Filters of the two stages. Each stage has a "same" convolution, a "valid" one and a max-pooling by two.
FILTERS = (32, 64)
#: Momentum of batch normalization: its running means adapt within about ten batches, and small folders have few.
MOMENTUM = 0.9
#: How often a fit is begun at most, each time with another seed, if it learns nothing.
MAX_STARTS = 3


def build(recipe: Recipe, people: int) -> keras.Model:
    """Build the network for a recipe, compiled for training.

    Parameters
    ----------
    recipe : Recipe
        "book": as published in the book, 6,489,634 parameters for two people. "tuned": the same convolutions, with
        each picture standardized per color, batch normalization after each pooling, and one dense layer instead of two:
        91,042 parameters for two people.
    people : int
        Number of outputs.

    Returns
    -------
    keras.Model
        From float32 (n, 64, 64, 3), RGB 0..1 (`visavis.networks.cnn64_input.normalize`), to probabilities (n, people).
    """
    model = build_book(people) if recipe.name == "book" else build_tuned(people)
    model.compile(
        optimizer=optimizer_of(recipe),
        loss=loss_of(recipe),
        metrics=["accuracy"],
        jit_compile=False,  # on a CPU, XLA's convolutions took eight times as long
    )
    return model


def loss_of(recipe: Recipe, reduction: str | None = "sum_over_batch_size") -> keras.losses.Loss:
    """The loss that a recipe has the network learn by: the mean over a batch, or that of each picture."""
    return keras.losses.CategoricalCrossentropy(label_smoothing=recipe.label_smoothing, reduction=reduction)


def build_book(people: int) -> keras.Model:
    """The book's network: its 18 layers, in its order. Activations are layers of their own."""
    stages = []
    for filters in FILTERS:
        stages += [
            layers.Conv2D(filters, 3, padding="same"),
            layers.Activation("relu"),
            layers.Conv2D(filters, 3, padding="valid"),
            layers.Activation("relu"),
            layers.MaxPooling2D(2),
            layers.Dropout(0.25),
        ]
    return keras.Sequential(
        [
            layers.Input((CNN64_SIDE, CNN64_SIDE, 3), name="chip"),
            *stages,
            layers.Flatten(),
            layers.Dense(512),
            layers.Activation("relu"),
            layers.Dropout(0.5),
            layers.Dense(people, name="people"),
            layers.Activation("softmax"),
        ],
        name="cnn64_book",
    )


def build_tuned(people: int) -> keras.Model:
    """The book's convolutions, changed so that about twenty pictures per person are enough.

    Batch normalization follows the poolings only. After each convolution, it took 1.5 times as long for equal accuracy.
    """
    inputs = layers.Input((CNN64_SIDE, CNN64_SIDE, 3), name="chip")
    # Standardize each color of each picture, which removes brightness, contrast and white balance.
    x = layers.LayerNormalization(axis=(1, 2), center=False, scale=False, name="standardize")(inputs)
    for filters in FILTERS:
        x = convolutions(x, filters)
        x = layers.BatchNormalization(momentum=MOMENTUM)(x)
    x = layers.Flatten()(x)
    x = layers.Dropout(0.5)(x)
    return keras.Model(inputs, layers.Dense(people, activation="softmax", name="people")(x), name="cnn64_tuned")


def inference_network(model: keras.Model) -> keras.Model:
    """The network as it is published, without optimizer and loss. It shares its weights with the fitted one.

    For the book's network these are the same layers. The tuned one also looks at the mirrored chip, and averages both
    answers: on the other pictures of 20 people of LFW, that was right for 1 to 6 % more of them (docs/evaluation.md).
    """
    if isinstance(model, keras.Sequential):
        return keras.Sequential([layers.Input(model.input_shape[1:], name="chip"), *model.layers], name=model.name)
    inputs = layers.Input(model.input_shape[1:], name="chip")

    def answer(x: keras.KerasTensor) -> keras.KerasTensor:  # a model in a model would hide its layers
        return reduce(lambda value, layer: layer(value), model.layers[1:], x)

    both = layers.Average(name="both")([answer(inputs), answer(keras.ops.flip(inputs, axis=2))])
    return keras.Model(inputs, both, name=model.name)


@dataclass(frozen=True, slots=True)
class Architecture:
    """How a network is built for training, and for use."""

    build: Callable[[Recipe, int], keras.Model]
    """From a recipe and the number of outputs to a network compiled for training."""
    inference_network: Callable[[keras.Model], keras.Model]
    """From a fitted network to the one that is used; they share their weights."""
    max_starts: int = MAX_STARTS
    """How often a fit is begun at most. One that begins with published weights is begun once."""


#: `cnn64` for faces.
CNN64 = Architecture(build, inference_network)


def convolutions(x: keras.KerasTensor, filters: int) -> keras.KerasTensor:
    """One stage: a "same" and a "valid" convolution, each with ReLU, and a max-pooling by two."""
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = layers.Conv2D(filters, 3, padding="valid", activation="relu")(x)
    return layers.MaxPooling2D(2)(x)


def optimizer_of(recipe: Recipe) -> keras.optimizers.Optimizer:
    """The optimizer that a recipe has the network learn with."""
    if recipe.optimizer == "sgd":
        # Keras 3 has no argument `decay`; this schedule is what it did.
        rate = keras.optimizers.schedules.InverseTimeDecay(recipe.learning_rate, decay_steps=1, decay_rate=recipe.decay)
        return keras.optimizers.SGD(rate, momentum=0.9, nesterov=True)
    return keras.optimizers.AdamW(recipe.learning_rate, weight_decay=recipe.weight_decay)
