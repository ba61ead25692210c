"""Reads weights from dlib's serialized files, without dlib.

dlib's binary format, reverse-engineered from its files (little-endian throughout):

integer
    one byte with the number of following bytes in its low four bits and the sign in its top bit, then the magnitude.
real
    two integers m and e, meaning m * 2 ** e.
string
    its length as an integer, then its bytes.
tensor
    the version, 2, four dimensions as integers (samples, channels, rows, columns), then raw float32.

A layer's record begins with a string of its kind and version (``con_4``, ``affine_``, ``fc_2``). The records are in
order from the network's input to its output. They are found by searching for that string: the bytes between records
describe the connections, which `resnet29` has in code.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError

_INPUT, _CONVOLUTION, _AFFINE, _DENSE = "input_rgb_image_sized", "con_4", "affine_", "fc_2"
_TENSOR_VERSION = 2

_Pair = tuple[NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """One convolution with its affine layer folded in."""

    kernel: NDArray[np.float32]
    """(rows, columns, channels in, channels out), a cross-correlation as in Keras."""
    bias: NDArray[np.float32]
    """(channels out,)."""


@dataclass(frozen=True, slots=True, eq=False)
class DlibWeights:
    """All weights of a network, in order from its input to its output."""

    means: tuple[float, float, float]
    """The values subtracted from red, green and blue, 0..255."""
    convolutions: tuple[Convolution, ...]
    dense: NDArray[np.float32]
    """(inputs, outputs), no bias."""


def parse(content: bytes) -> DlibWeights:
    """Parse the weights of a residual network for color pictures.

    Parameters
    ----------
    content : bytes
        A file written by dlib: an RGB input layer, convolutions each followed by an affine layer, one dense layer.

    Raises
    ------
    ModelError
        If it is not such a file.
    """
    try:
        [start] = _records(content, _INPUT)
        red, green, blue = (start.real() for _ in range(3))
        filters = [_filters(record) for record in _records(content, _CONVOLUTION)]
        affines = [_affine(record) for record in _records(content, _AFFINE)]
        [dense] = [_dense(record) for record in _records(content, _DENSE)]
        folded = tuple(_fold(*pair) for pair in zip(filters, affines, strict=True))
    except ValueError as error:
        raise ModelError(
            "The weights cannot be read: {error}.",
            hint="They must be a dlib face recognition network.",
            error=str(error),
        ) from error
    return DlibWeights((red, green, blue), folded, dense)


def _filters(record: "_Record") -> _Pair:
    """A convolution's filters (out, in, rows, columns) and biases (out,), from one tensor with the filters first."""
    values = record.tensor().ravel()
    outputs, rows, columns = (record.integer() for _ in range(3))
    if not outputs or not rows or not columns or values.size % outputs:
        raise ValueError("a convolution's dimensions do not fit its weights")
    return values[:-outputs].reshape(outputs, -1, rows, columns), values[-outputs:]


def _affine(record: "_Record") -> _Pair:
    """The factor and the offset of each channel, from one tensor with the factors first."""
    factors, offsets = np.split(record.tensor().ravel(), 2)
    return factors, offsets


def _dense(record: "_Record") -> NDArray[np.float32]:
    outputs, inputs = record.integer(), record.integer()
    return record.tensor().reshape(inputs, outputs)


def _fold(convolution: _Pair, affine: _Pair) -> Convolution:
    """One convolution for factor * (filter * x + bias) + offset, computed in double precision and rounded once."""
    (filters, biases), (factors, offsets) = (
        [part.astype(np.float64) for part in pair] for pair in (convolution, affine)
    )
    kernel = (filters * factors[:, None, None, None]).transpose(2, 3, 1, 0)
    return Convolution(kernel.astype(np.float32), (biases * factors + offsets).astype(np.float32))


def _records(content: bytes, kind: str) -> Iterator["_Record"]:
    """The records of one kind, each positioned after its name."""
    name = bytes([1, len(kind)]) + kind.encode()  # as a serialized string: a length of one byte, the length, the bytes
    at = content.find(name)
    while at >= 0:
        yield _Record(content, at + len(name))
        at = content.find(name, at + len(name))


class _Record:
    """A cursor in the file.

    All reads raise `ValueError` if the content is of another kind.
    """

    def __init__(self, content: bytes, at: int) -> None:
        self._content = content
        self._at = at

    def _bytes(self, count: int) -> bytes:
        taken = self._content[self._at : self._at + count]
        if len(taken) < count:
            raise ValueError("the file ends too early")
        self._at += count
        return taken

    def integer(self) -> int:
        [control] = self._bytes(1)
        magnitude = int.from_bytes(self._bytes(control & 0x0F), "little")
        return -magnitude if control & 0x80 else magnitude

    def real(self) -> float:
        mantissa, exponent = self.integer(), self.integer()
        return math.ldexp(mantissa, exponent)

    def tensor(self) -> NDArray[np.float32]:
        """An array of float32, shape (samples, channels, rows, columns)."""
        if (version := self.integer()) != _TENSOR_VERSION:
            raise ValueError(f"a tensor of version {version}, expected {_TENSOR_VERSION}")
        shape = [self.integer() for _ in range(4)]
        if min(shape) < 0:
            raise ValueError(f"a tensor of shape {shape}")
        return np.frombuffer(self._bytes(4 * math.prod(shape)), "<f4").reshape(shape)
