"""Read O-Net's weights from the file that the package `mtcnn` carries.

The file is a joblib dump, which is a pickle: reading one runs whatever it says. So it is read only here, only at
conversion, and only after its sha256 matched the shipped card (`published`).
"""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError

#: What the file holds, in its order: four convolutions and a dense layer, each with its slopes below zero; three heads.
SHAPES = (
    *[(3, 3, 3, 32), (32,), (1, 1, 32)],
    *[(3, 3, 32, 64), (64,), (1, 1, 64)],
    *[(3, 3, 64, 64), (64,), (1, 1, 64)],
    *[(2, 2, 64, 128), (128,), (1, 1, 128)],
    *[(1152, 256), (256,), (256,)],
    *[(256, 4), (4,), (256, 10), (10,), (256, 2), (2,)],
)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A layer with weights and a parametric ReLU behind it."""

    kernel: NDArray[np.float32]
    """(rows, columns, channels in, channels out), or (inputs, outputs)."""
    bias: NDArray[np.float32]
    """(outputs,)."""
    slopes: NDArray[np.float32]
    """The factor of negative values, one per output: (1, 1, outputs), or (outputs,)."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """A dense layer without activation."""

    kernel: NDArray[np.float32]
    """(256, outputs)."""
    bias: NDArray[np.float32]
    """(outputs,)."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All that O-Net learned, as our network wants it."""

    convolutions: tuple[Layer, ...]
    dense: Layer
    landmarks: Head
    """x and y of the left eye, the right eye, the nose, the mouth's left and right corners: shares of the crop."""
    box: Head
    """How far the face's left, top, right and bottom lie from the crop's: shares of the crop."""
    face: Head
    """One output: a face above 0."""


def read(content: bytes) -> Weights:
    """Read the weights, and rearrange them so that the network needs neither a transpose nor a softmax.

    Parameters
    ----------
    content : bytes
        The file, trusted: whoever wrote it decides what is run.

    Raises
    ------
    ModelError
        If it does not hold O-Net's arrays.
    """
    import joblib

    arrays: list[Any] = joblib.load(io.BytesIO(content))
    if [getattr(array, "shape", None) for array in arrays] != list(SHAPES):
        raise ModelError("The weights are not those of O-Net.", hint="They must be those of mtcnn 1.0.")
    *convolutions, dense = [Layer(*arrays[at : at + 3]) for at in range(0, 15, 3)]
    box, landmarks, face = [Head(*arrays[at : at + 2]) for at in range(15, 21, 2)]
    return Weights(
        tuple(convolutions),
        Layer(_rows_first(dense.kernel), dense.bias, dense.slopes),
        Head(*[_interleaved(part) for part in (landmarks.kernel, landmarks.bias)]),
        box,
        # softmax of (other, face) is the logistic function of their difference
        Head(*[part[..., 1:] - part[..., :1] for part in (face.kernel, face.bias)]),
    )


def _rows_first(kernel: NDArray[np.float32]) -> NDArray[np.float32]:
    """The dense kernel for maps of 3x3x128 flattened by rows; the published one wants them by columns."""
    return kernel.reshape(3, 3, 128, -1).transpose(1, 0, 2, 3).reshape(kernel.shape)


def _interleaved(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """x1 y1 x2 y2 ... on the last axis, from x1 x2 ... y1 y2 ..."""
    return values.reshape(*values.shape[:-1], 2, 5).swapaxes(-1, -2).reshape(values.shape)
