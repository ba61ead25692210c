"""The landmark network: a crop around a face in; five points, a box and the probability that it is a face out.

The output network (O-Net) of MTCNN, built from stock Keras layers.

References
----------
.. [1] Zhang, K., Zhang, Z., Li, Z. and Qiao, Y. (2016). Joint face detection and alignment using multitask cascaded
   convolutional networks. IEEE Signal Processing Letters 23(10). doi:10.1109/LSP.2016.2603342
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from visavis_training.networks import onet_weights

if TYPE_CHECKING:
    import keras

#: Side of the crop, in pixels.
SIDE = 48
#: Length of the output: ten coordinates, four sides, one probability.
OUTPUTS = 15
#: Side and padding of the max-pooling behind each convolution; the last has none.
POOLS = ((3, "same"), (3, "valid"), (2, "same"), None)


def build(weights: onet_weights.Weights) -> keras.Model:
    """Build the network.

    Returns
    -------
    keras.Model
        From float32 (n, 48, 48, 3), RGB 0..255, to float32 (n, 15):
        0-9, x and y of five points (see `visavis.geometry.Face.landmarks`), as shares of the crop's side;
        10-13, how far the face's left, top, right and bottom lie from the crop's, as shares of its side;
        14, the probability of a face, 0..1.
    """
    from keras import Model, layers

    inputs = layers.Input((SIDE, SIDE, 3), name="crop")
    x = layers.Rescaling(1 / 128, -127.5 / 128, name="scale")(inputs)
    for number, (learned, pool) in enumerate(zip(weights.convolutions, POOLS, strict=True), start=1):
        rows, columns, _, channels = learned.kernel.shape
        x = layers.Conv2D(channels, (rows, columns), name=f"conv{number}")(x)
        x = layers.PReLU(shared_axes=(1, 2), name=f"prelu{number}")(x)
        if pool:
            side, padding = pool
            x = layers.MaxPooling2D(side, strides=2, padding=padding, name=f"pool{number}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(256, name="dense")(x)
    x = layers.PReLU(name="prelu")(x)
    landmarks = layers.Dense(10, name="landmarks")(x)
    box = layers.Dense(4, name="box")(x)
    face = layers.Dense(1, activation="sigmoid", name="face")(x)
    model = Model(inputs, layers.Concatenate(name="outputs")([landmarks, box, face]), name="onet")

    for number, learned in enumerate(weights.convolutions, start=1):
        model.get_layer(f"conv{number}").set_weights([learned.kernel, learned.bias])
        model.get_layer(f"prelu{number}").set_weights([learned.slopes])
    model.get_layer("dense").set_weights([weights.dense.kernel, weights.dense.bias])
    model.get_layer("prelu").set_weights([weights.dense.slopes])
    for name in ("landmarks", "box", "face"):
        head = getattr(weights, name)
        model.get_layer(name).set_weights([head.kernel, head.bias])
    return model
