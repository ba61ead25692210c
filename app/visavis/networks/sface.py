"""SFace, the network `embedding`: an aligned chip of a face to 128 numbers. Read from the published ONNX file.

It is a MobileNet [1]_ that was trained with the sigmoid-constrained hypersphere loss [2]_ and published by OpenCV Zoo
under Apache-2.0: one convolution, then thirteen pairs of a depthwise and a pointwise convolution, each followed by a
batch normalization and a parametric ReLU; at the end a batch normalization, a fully connected layer and another batch
normalization. All normalizations are folded into the layers next to them.

References
----------
.. [1] Howard, A. G. et al. (2017). MobileNets: efficient convolutional neural networks for mobile vision applications.
   arXiv:1704.04861
.. [2] Zhong, Y., Deng, W., Hu, J., Zhao, D., Li, X. and Wen, D. (2021). SFace: sigmoid-constrained hypersphere loss for
   robust face recognition. IEEE TIP 30. doi:10.1109/TIP.2020.3048632
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.networks import onnx_file
from visavis.networks.sequential import (
    Convolution,
    DepthwiseConvolution,
    FullyConnected,
    Layer,
    ParametricRelu,
    Scaling,
    SequentialNetwork,
    Weights,
)

#: Side of the chip, in pixels.
SIDE = 112
#: Length of the embedding.
OUTPUTS = 128
#: The input of the first convolution: (value - 127.5) / 128, from RGB 0..255.
_SCALING = Scaling(1 / 128, -127.5 / 128)
#: Number of convolutions as the published file counts them, from 1. Each but the first is a depthwise and pointwise
#: pair.
_CONVOLUTIONS = 14
#: Convolutions whose depthwise part has a stride of 2.
_STRIDED = frozenset({3, 5, 7, 13})
#: What the batch normalizations after convolutions add to variances.
_EPSILON = 1e-3
#: What the batch normalizations around the fully connected layer add to variances.
_EPSILON_LAST = 2e-5

_Doubles = NDArray[np.float64]


def parse(content: bytes) -> SequentialNetwork:
    """Read SFace from the content of its ONNX file.

    Returns
    -------
    SequentialNetwork
        From float32 (112, 112, 3), RGB 0..255, to float32 (128,). The embeddings are not of unit length (11 to 12 for
        faces).

    Raises
    ------
    ModelError
        If it is not the file of this network.
    """
    weights = onnx_file.read(content).weights()
    try:
        return SequentialNetwork("sface", (SIDE, SIDE, 3), tuple(_layers(weights)))
    except (KeyError, ValueError) as error:
        raise ModelError("The file with the weights of {name} is not the published one.", name="sface") from error


def _layers(weights: Mapping[str, Weights]) -> Iterator[Layer]:
    yield _SCALING
    yield from _convolution(weights, "conv_1")
    for number in range(2, _CONVOLUTIONS + 1):
        yield from _convolution(weights, f"conv_{number}_dw", 2 if number in _STRIDED else 1)
        yield from _convolution(weights, f"conv_{number}")
    yield _fully_connected(weights)


def _convolution(weights: Mapping[str, Weights], name: str, stride: int = 1) -> Iterator[Layer]:
    """Yield a convolution, with the batch normalization after it folded in, and its parametric ReLU."""
    filters = weights[f"{name}_conv2d_weight"].astype(np.float64)  # output channels, input channels, rows, columns
    factor, offset = _normalization(weights, f"{name}_batchnorm", _EPSILON)
    kernel = (filters * factor[:, np.newaxis, np.newaxis, np.newaxis]).transpose(2, 3, 1, 0).astype(np.float32)
    bias, padding = offset.astype(np.float32), len(kernel) // 2
    if name.endswith("_dw"):
        yield DepthwiseConvolution(np.ascontiguousarray(kernel[:, :, 0]), bias, stride, padding)
    else:
        yield Convolution(kernel, bias, stride, padding)
    yield ParametricRelu(weights[f"{name}_relu_gamma"].ravel())


def _fully_connected(weights: Mapping[str, Weights]) -> Layer:
    """Return the last layer, with the batch normalizations before and after it folded in.

    The file flattens maps by channel, row and column; the result takes them by row, column and channel.
    """
    before, after = (_normalization(weights, name, _EPSILON_LAST) for name in ("bn1", "fc1"))
    channels = len(before[0])
    kernel = weights["pre_fc1_weight"].reshape(OUTPUTS, channels, -1)  # outputs, channels, pixels
    bias = weights["pre_fc1_bias"].astype(np.float64) + kernel.sum(2, np.float64) @ before[1]
    by_pixel = np.empty((OUTPUTS, kernel.shape[2], channels), np.float32)  # the only copy: each takes 26 MB
    factor = (after[0][:, np.newaxis] * before[0]).astype(np.float32)[:, np.newaxis]
    np.multiply(kernel.transpose(0, 2, 1), factor, out=by_pixel)
    return FullyConnected(by_pixel.reshape(OUTPUTS, -1).T, (bias * after[0] + after[1]).astype(np.float32))


def _normalization(weights: Mapping[str, Weights], name: str, epsilon: float) -> tuple[_Doubles, _Doubles]:
    """Return what a batch normalization multiplies each channel by, and what it then adds."""
    gamma, beta, mean, variance = (
        weights[f"{name}_{part}"].astype(np.float64) for part in ("gamma", "beta", "moving_mean", "moving_var")
    )
    factor = gamma / np.sqrt(variance + epsilon)
    return factor, beta - mean * factor
