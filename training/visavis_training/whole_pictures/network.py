"""The networks for whole pictures. They have stock Keras layers only, so that they load without our code."""

from dataclasses import replace
from functools import partial, reduce

import keras
from keras import layers

from visavis.networks import keras_network, published
from visavis.networks.cnn64_input import CNN64_SIDE
from visavis.networks.sface import SIDE as TRUNK_SIDE
from visavis_training.cnn64 import network as cnn64
from visavis_training.cnn64.network import Architecture
from visavis_training.options import PictureOptions
from visavis_training.recipe import Recipe

#: Side of the input of `cnn128`, in pixels.
_CNN128_SIDE = 128
#: The stages of `cnn128`: filters, and number of convolutions before the pooling.
_CNN128_STAGES = ((32, 1), (64, 1), (128, 2))
#: Units of the dense layer of `cnn128`.
_CNN128_UNITS = 256
#: Number of blocks of the published trunk: pairs of a depthwise and a pointwise convolution.
_TRUNK_BLOCKS = 13
#: Share of the learning rate that is left once blocks of the trunk are unfrozen: more destroys what they know.
_UNFROZEN_RATE = 0.1
#: Name of the layer with an output for each class.
OUTPUT_LAYER = "classes"

#: Side of the input of each network, in pixels.
SIDES = {"cnn64": CNN64_SIDE, "cnn128": _CNN128_SIDE, "transfer": TRUNK_SIDE}


def build_cnn64(recipe: Recipe, outputs: int, side: int = CNN64_SIDE) -> keras.Model:
    """Build `cnn64`: as in the book, or its convolutions with batch normalization and one dense layer.

    Unlike for faces, colors and brightness stay as they are: they may be what tells the classes apart.

    Returns
    -------
    keras.Model
        From float32 (n, side, side, 3), RGB 0..1, to probabilities (n, outputs), compiled for training. The book's has
        a side of 64.
    """
    if recipe.name == "book":
        return cnn64.build(recipe, outputs)
    inputs = layers.Input((side, side, 3), name="picture")
    x = inputs
    for filters in cnn64.FILTERS:
        x = cnn64.convolutions(x, filters)
        x = layers.BatchNormalization(momentum=cnn64.MOMENTUM)(x)
    x = layers.Flatten()(x)
    return _compile(keras.Model(inputs, _classify(x, recipe, outputs), name="whole_cnn64"), recipe)


def build_cnn128(recipe: Recipe, outputs: int, side: int = _CNN128_SIDE) -> keras.Model:
    """Build `cnn128`: twice the side, up to four times the filters, batch normalization after each convolution.

    Returns
    -------
    keras.Model
        From float32 (n, side, side, 3), RGB 0..1, to probabilities (n, outputs), compiled for training.
    """
    inputs = layers.Input((side, side, 3), name="picture")
    x = inputs
    for filters, convolutions in _CNN128_STAGES:
        for _ in range(convolutions):
            x = layers.Conv2D(filters, 3, padding="same", use_bias=False, kernel_regularizer=_penalty(recipe))(x)
            x = layers.BatchNormalization(momentum=cnn64.MOMENTUM)(x)
            x = layers.Activation("relu")(x)
        x = layers.MaxPooling2D(2)(x)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dense(_CNN128_UNITS, activation="relu")(x)
    return _compile(keras.Model(inputs, _classify(x, recipe, outputs), name="whole_cnn128"), recipe)


def build_transfer(recipe: Recipe, outputs: int) -> keras.Model:
    """Build `transfer`: the convolutions of SFace, which was trained on faces, frozen, and a layer that learns.

    Returns
    -------
    keras.Model
        From float32 (n, 112, 112, 3), RGB 0..1, to probabilities (n, outputs), compiled for training.
    """
    trunk = keras_network.build(published.parse(published.EMBEDDING))
    inputs = layers.Input((TRUNK_SIDE, TRUNK_SIDE, 3), name="picture")
    x = layers.Rescaling(255.0, name="to_255")(inputs)  # the trunk takes RGB 0..255
    names = [layer.name for layer in trunk.layers]
    convolutions = trunk.layers[1 : names.index(f"prelu{1 + 2 * _TRUNK_BLOCKS}") + 1]
    for layer in convolutions:
        layer.trainable = False
    x = reduce(lambda value, layer: layer(value), convolutions, x)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.BatchNormalization(momentum=cnn64.MOMENTUM)(x)
    return _compile(keras.Model(inputs, _classify(x, recipe, outputs), name="whole_transfer"), recipe)


def unfreeze(model: keras.Model, blocks: int, recipe: Recipe) -> Recipe:
    """Let the last blocks of the trunk of `transfer` learn, too, at a lower rate; return the recipe for that.

    Parameters
    ----------
    blocks : int
        Counted from the last one.
    """
    slower = replace(recipe, learning_rate=recipe.learning_rate * _UNFROZEN_RATE)
    last_frozen = model.get_layer(f"prelu{1 + 2 * (_TRUNK_BLOCKS - blocks)}")
    for layer in model.layers[model.layers.index(last_frozen) + 1 :]:
        layer.trainable = True
    _compile(model, slower)
    return slower


def _classify(features: keras.KerasTensor, recipe: Recipe, outputs: int) -> keras.KerasTensor:
    x = layers.Dropout(recipe.dropout)(features)
    return layers.Dense(outputs, activation="softmax", kernel_regularizer=_penalty(recipe), name=OUTPUT_LAYER)(x)


def _penalty(recipe: Recipe) -> keras.regularizers.Regularizer | None:
    return keras.regularizers.L1L2(recipe.l1, recipe.l2) if recipe.l1 or recipe.l2 else None


def _compile(model: keras.Model, recipe: Recipe) -> keras.Model:
    model.compile(
        optimizer=cnn64.optimizer_of(recipe),
        loss=cnn64.loss_of(recipe),
        metrics=["accuracy"],
        jit_compile=False,  # as for faces: XLA's convolutions are slow on a CPU
    )
    return model


def _inference_network(model: keras.Model) -> keras.Model:
    """The network without optimizer and loss. Unlike for faces, mirrored pictures are not looked at."""
    return (
        cnn64.inference_network(model)
        if isinstance(model, keras.Sequential)
        else keras.Model(model.inputs[0], model.outputs[0], name=model.name)
    )


#: The networks by their names.
ARCHITECTURES = {
    "cnn64": Architecture(build_cnn64, _inference_network),
    "cnn128": Architecture(build_cnn128, _inference_network),
    "transfer": Architecture(build_transfer, _inference_network, max_starts=1),
}


def architecture_of(options: PictureOptions) -> Architecture:
    """The network that was asked for, for pictures of the side that was asked for."""
    if options.side is None:
        return ARCHITECTURES[options.network]
    build = build_cnn64 if options.network == "cnn64" else build_cnn128
    return Architecture(partial(build, side=options.side), _inference_network)


def side_of(options: PictureOptions) -> int:
    """The side of the squares that the network sees, in pixels."""
    return SIDES[options.network] if options.side is None else options.side
