"""MTCNN's O-Net, from stock Keras layers: it verifies faces and finds their landmarks.

References
----------
.. [1] Zhang, K., Zhang, Z., Li, Z. and Qiao, Y. (2016). Joint face detection and alignment using multitask cascaded
   convolutional networks. IEEE Signal Processing Letters 23(10). doi:10.1109/LSP.2016.2603342
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from visavis_training.networks.mtcnn_weights import MtcnnWeights

if TYPE_CHECKING:
    import keras

#: Side of the input, in pixels.
SIDES = {"onet": 48}
#: Side and padding of the max-pooling after each convolution; None for no pooling.
POOLS: dict[str, tuple[tuple[int, str] | None, ...]] = {
    "onet": ((3, "same"), (3, "valid"), (2, "same"), None),
}


def build(name: str, weights: MtcnnWeights) -> keras.Model:
    """Build the network.

    Parameters
    ----------
    name : {"onet"}
        The network.
    weights : MtcnnWeights
        Its weights.

    Returns
    -------
    keras.Model
        From float32 RGB 0..255, shape (n, 48, 48, 3), to float32, shape (n, 15): x and y of five landmarks (see
        `Face.landmarks`); the offsets of the face's left, top, right and bottom from the crop's; the probability of a
        face, 0..1. Landmarks and offsets are shares of the crop's side.
    """
    from keras import Model, layers

    side = SIDES[name]
    inputs = layers.Input((side, side, 3), name="crop")
    x = layers.Rescaling(1 / 128, -127.5 / 128, name="scale")(inputs)
    for number, (learned, pool) in enumerate(zip(weights.convolutions, POOLS[name], strict=True), start=1):
        rows, columns, _, channels = learned.kernel.shape
        x = layers.Conv2D(channels, (rows, columns), name=f"conv{number}")(x)
        x = layers.PReLU(shared_axes=(1, 2), name=f"prelu{number}")(x)
        if pool:
            x = layers.MaxPooling2D(pool[0], strides=2, padding=pool[1], name=f"pool{number}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(len(weights.dense.bias), name="dense")(x)
    x = layers.PReLU(name="prelu")(x)
    heads = {"landmarks": weights.landmarks, "box": weights.box, "face": weights.face}
    outputs = [
        layers.Dense(len(head.bias), activation="sigmoid" if part == "face" else None, name=part)(x)
        for part, head in heads.items()
    ]
    model = Model(inputs, layers.Concatenate(name="outputs")(outputs), name=name)

    for number, learned in enumerate(weights.convolutions, start=1):
        model.get_layer(f"conv{number}").set_weights([learned.kernel, learned.bias])
        model.get_layer(f"prelu{number}").set_weights([learned.slopes])
    model.get_layer("dense").set_weights([weights.dense.kernel, weights.dense.bias])
    model.get_layer("prelu").set_weights([weights.dense.slopes])
    for part, head in heads.items():
        model.get_layer(part).set_weights([head.kernel, head.bias])
    return model
