"""The `embedding` network, from a face's chip to 128 numbers: dlib's ResNet-29 built from stock Keras layers.

It has 29 convolutions: one of 7x7, then fourteen residual blocks of two. dlib differs from Keras where sizes halve:
strided convolutions have no padding (Keras' "same" would be wrong), skip connections are averaged 2x2, and a sum pads
the smaller summand with zeros at the right, at the bottom and in additional channels.

References
----------
.. [1] He, K., Zhang, X., Ren, S. and Sun, J. (2016). Deep residual learning for image recognition. CVPR.
.. [2] King, D. E. (2017). High quality face recognition with deep metric learning. blog.dlib.net.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from visavis.errors import ModelError
from visavis_training.networks import dlib_weights

if TYPE_CHECKING:
    import keras

#: Side of the chip, in pixels.
SIDE = 150
#: Length of the embedding.
OUTPUTS = 128
#: Divisor after the means are subtracted, as in dlib.
SCALE = 256.0
#: Channels of each block, and whether it halves the spatial size.
BLOCKS = (
    *[(32, False)] * 3,
    *[(64, True), *[(64, False)] * 3],
    *[(128, True), *[(128, False)] * 2],
    *[(256, True), *[(256, False)] * 2],
    (256, True),
)


def build(weights: dlib_weights.DlibWeights) -> keras.Model:
    """Build the network.

    Returns
    -------
    keras.Model
        From float32 (n, 150, 150, 3), RGB 0..255, to float32 (n, 128). The embeddings are not of unit length (1.26 to
        1.56 on faces).

    Raises
    ------
    ModelError
        If the weights are of a network of another shape.
    """
    from keras import Model, layers

    inputs = layers.Input((SIDE, SIDE, 3), name="chip")
    offsets = [-mean / SCALE for mean in weights.means]
    x = layers.Rescaling(1 / SCALE, offsets, name="subtract_means")(inputs)
    x = layers.Conv2D(32, 7, strides=2, activation="relu", name="stem")(x)
    x = layers.MaxPooling2D(3, strides=2, name="stem_pool")(x)
    for number, (channels, halves) in enumerate(BLOCKS, start=1):
        x = _block(x, channels, halves, f"block{number}")
    x = layers.GlobalAveragePooling2D(name="pool")(x)
    model = Model(inputs, layers.Dense(OUTPUTS, use_bias=False, name="embedding")(x), name="resnet29")

    convolutions = [layer for layer in model.layers if isinstance(layer, layers.Conv2D)]
    try:
        for layer, learned in zip(convolutions, weights.convolutions, strict=True):
            layer.set_weights([learned.kernel, learned.bias])
        model.get_layer("embedding").set_weights([weights.dense])
    except ValueError as error:
        raise ModelError("The weights are not those of a ResNet-29.", hint="") from error
    return model


def _block(x: keras.KerasTensor, channels: int, halves: bool, name: str) -> keras.KerasTensor:
    """A residual block: relu(two convolutions + skip connection)."""
    from keras import layers

    before = x.shape[-1]
    y = layers.Conv2D(
        channels,
        3,
        strides=2 if halves else 1,
        padding="valid" if halves else "same",
        activation="relu",
        name=f"{name}_conv1",
    )(x)
    y = layers.Conv2D(channels, 3, padding="same", name=f"{name}_conv2")(y)
    if halves:
        x = layers.AveragePooling2D(2, name=f"{name}_shrink")(x)
    if missing := x.shape[1] - y.shape[1]:  # dlib pads the convolved summand if it is a row short
        y = layers.ZeroPadding2D(((0, missing), (0, missing)), name=f"{name}_pad")(y)
    if channels > before:
        # "channels_first" makes the layer pad the last two axes of any tensor: here columns (by none) and channels.
        added = ((0, 0), (0, channels - before))
        x = layers.ZeroPadding2D(added, data_format="channels_first", name=f"{name}_widen")(x)
    return layers.ReLU(name=f"{name}_relu")(layers.Add(name=f"{name}_add")([y, x]))
