"""A feed-forward network as plain data: a sequence of layers with their weights.

Each published network is read into this form once. A LiteRT file (`litert_file`) and a Keras model (`keras_network`)
are both made from it, so the two cannot differ in their structure. Arrays are float32, images are in the order rows,
columns, channels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scaling:
    """Multiplies each value by `factor`, then adds `offset`."""

    factor: float
    offset: float


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """A cross-correlation whose kernels see all channels."""

    kernel: Weights  #: (rows, columns, input channels, output channels)
    bias: Weights  #: (output channels,)
    stride: int = 1
    padding: int = 0  #: rows and columns of zeros on each side


@dataclass(frozen=True, slots=True, eq=False)
class DepthwiseConvolution:
    """A cross-correlation of each channel with its own kernel."""

    kernel: Weights  #: (rows, columns, channels)
    bias: Weights  #: (channels,)
    stride: int = 1
    padding: int = 0  #: rows and columns of zeros on each side


@dataclass(frozen=True, slots=True, eq=False)
class ParametricRelu:
    """Multiplies negative values by the slope of their channel."""

    slopes: Weights  #: (channels,)


@dataclass(frozen=True, slots=True)
class MaxPooling:
    """The maximum of each square, with a stride of two pixels."""

    side: int  #: of the square, in pixels
    is_padded: bool  #: whether squares may reach over the right and lower border: sizes are then halved and rounded up


@dataclass(frozen=True, slots=True, eq=False)
class FullyConnected:
    """All inputs, flattened in the order rows, columns, channels, to outputs."""

    kernel: Weights  #: (inputs, outputs)
    bias: Weights  #: (outputs,)
    probabilities: int = 0  #: number of outputs, counted from the last, that pass through the logistic function


Layer = Scaling | Convolution | DepthwiseConvolution | ParametricRelu | MaxPooling | FullyConnected


@dataclass(frozen=True, slots=True)
class SequentialNetwork:
    """A sequence of layers."""

    name: str
    input_shape: tuple[int, ...]  #: of one input: (rows, columns, channels)
    layers: Sequence[Layer]
