"""MTCNN's three networks, from stock Keras layers: P-Net proposes faces, R-Net refines, O-Net adds landmarks.

References
----------
.. [1] Zhang, K., Zhang, Z., Li, Z. and Qiao, Y. (2016). Joint face detection and alignment using multitask cascaded
   convolutional networks. IEEE Signal Processing Letters 23(10). doi:10.1109/LSP.2016.2603342
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from visavis_training.networks.mtcnn_weights import MtcnnWeights, OutputHead

if TYPE_CHECKING:
    import keras

#: Side of the input, in pixels. None: a picture of any size from 12 pixels on, processed as crops of 12 pixels with a
#: stride of 2.
SIDES: dict[str, int | None] = {"pnet": None, "rnet": 24, "onet": 48}
#: Side and padding of the max-pooling after each convolution; None for no pooling.
POOLS: dict[str, tuple[tuple[int, str] | None, ...]] = {
    "pnet": ((2, "same"), None, None),
    "rnet": ((3, "same"), (3, "valid"), None),
    "onet": ((3, "same"), (3, "valid"), (2, "same"), None),
}


def build(name: str, weights: MtcnnWeights) -> keras.Model:
    """Build one of the networks.

    Parameters
    ----------
    name : {"pnet", "rnet", "onet"}
        The network.
    weights : MtcnnWeights
        Its weights.

    Returns
    -------
    keras.Model
        From float32 RGB 0..255 to float32. The last axis of the output has, in this order: for O-Net, x and y of five
        landmarks (see `Face.landmarks`); the offsets of the face's left, top, right and bottom from the crop's; the
        probability of a face, 0..1. Landmarks and offsets are shares of the crop's side.

        pnet: (n, height, width, 3) to (n, rows, columns, 5), one crop per row and column;
        rnet: (n, 24, 24, 3) to (n, 5);
        onet: (n, 48, 48, 3) to (n, 15).
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
    if weights.dense:
        x = layers.Flatten(name="flatten")(x)
        x = layers.Dense(len(weights.dense.bias), name="dense")(x)
        x = layers.PReLU(name="prelu")(x)
    heads = {"landmarks": weights.landmarks, "box": weights.box, "face": weights.face}
    present = {name: head for name, head in heads.items() if head}
    outputs = [_build_head(name, head)(x) for name, head in present.items()]
    model = Model(inputs, layers.Concatenate(name="outputs")(outputs), name=name)

    for number, learned in enumerate(weights.convolutions, start=1):
        model.get_layer(f"conv{number}").set_weights([learned.kernel, learned.bias])
        model.get_layer(f"prelu{number}").set_weights([learned.slopes])
    if weights.dense:
        model.get_layer("dense").set_weights([weights.dense.kernel, weights.dense.bias])
        model.get_layer("prelu").set_weights([weights.dense.slopes])
    for name, head in present.items():
        model.get_layer(name).set_weights([head.kernel, head.bias])
    return model


def _build_head(name: str, head: OutputHead) -> Any:
    from keras import layers

    activation = "sigmoid" if name == "face" else None
    if head.kernel.ndim == 4:
        return layers.Conv2D(len(head.bias), 1, activation=activation, name=name)
    return layers.Dense(len(head.bias), activation=activation, name=name)
