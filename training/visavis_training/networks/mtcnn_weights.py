"""Reads the weights of MTCNN's O-Net from the file in the package `mtcnn`.

The file is a joblib dump, which is a pickle: reading one can run any code. It is read only here, only at conversion,
and only after its sha256 matched the shipped card (`conversion`).
"""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError

_Shapes = tuple[tuple[int, ...], ...]

#: Shapes of the arrays in the file, in order: convolutions and a dense layer, each with its PReLU slopes, then the
#: heads.
SHAPES: dict[str, _Shapes] = {
    "onet": (
        *((3, 3, 3, 32), (32,), (1, 1, 32)),
        *((3, 3, 32, 64), (64,), (1, 1, 64)),
        *((3, 3, 64, 64), (64,), (1, 1, 64)),
        *((2, 2, 64, 128), (128,), (1, 1, 128)),
        *((1152, 256), (256,), (256,)),
        *((256, 4), (4,), (256, 10), (10,), (256, 2), (2,)),
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class LayerWeights:
    """The weights of a layer and of its parametric ReLU."""

    kernel: NDArray[np.float32]
    """(rows, columns, channels in, channels out), or (inputs, outputs)."""
    bias: NDArray[np.float32]
    """(outputs,)."""
    slopes: NDArray[np.float32]
    """The factors of negative values, one per output: (1, 1, outputs), or (outputs,)."""


@dataclass(frozen=True, slots=True, eq=False)
class OutputHead:
    """The weights of an output layer."""

    kernel: NDArray[np.float32]
    """(inputs, outputs)."""
    bias: NDArray[np.float32]
    """(outputs,)."""


@dataclass(frozen=True, slots=True, eq=False)
class MtcnnWeights:
    """All weights of one network, in the layout of our Keras layers."""

    convolutions: tuple[LayerWeights, ...]
    dense: LayerWeights
    box: OutputHead
    """Offsets of the face's left, top, right and bottom from the crop's, as shares of the crop."""
    face: OutputHead
    """One logit: a face if above 0."""
    landmarks: OutputHead
    """x and y of the left eye, the right eye, the nose, the left and the right corner of the mouth, as shares of the
    crop."""


def parse(content: bytes, name: str) -> MtcnnWeights:
    """Read the weights and rearrange them, so that the network needs neither a transpose nor a softmax.

    Parameters
    ----------
    content : bytes
        The file. It must be trusted, because unpickling runs code.
    name : {"onet"}
        The network.

    Raises
    ------
    ModelError
        If it does not have that network's arrays.
    """
    import joblib

    arrays: list[Any] = joblib.load(io.BytesIO(content))
    shapes = SHAPES[name]
    if [getattr(array, "shape", None) for array in arrays] != list(shapes):
        raise ModelError("The weights are not those of {name}.", hint="They must be those of mtcnn 1.0.", name=name)
    layers = sum(array.ndim == 3 for array in arrays)  # one array of slopes per convolution
    convolutions = tuple(LayerWeights(*arrays[at : at + 3]) for at in range(0, 3 * layers, 3))
    rest = arrays[3 * layers :]
    dense = LayerWeights(_rows_first(rest[0]), rest[1], rest[2])
    box, landmarks, face = (OutputHead(*pair) for pair in zip(rest[3::2], rest[4::2], strict=True))
    return MtcnnWeights(
        convolutions,
        dense,
        box,
        # the softmax of two logits is the logistic function of their difference
        OutputHead(face.kernel[..., 1:] - face.kernel[..., :1], face.bias[1:] - face.bias[:1]),
        OutputHead(_interleave(landmarks.kernel), _interleave(landmarks.bias)),
    )


def _rows_first(kernel: NDArray[np.float32]) -> NDArray[np.float32]:
    """The dense kernel for maps of 3x3 flattened by rows. The published kernel expects them flattened by columns."""
    return kernel.reshape(3, 3, len(kernel) // 9, -1).transpose(1, 0, 2, 3).reshape(kernel.shape)


def _interleave(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """x1 y1 x2 y2 ... on the last axis, from x1 x2 ... y1 y2 ..."""
    return values.reshape(*values.shape[:-1], 2, 5).swapaxes(-1, -2).reshape(values.shape)
