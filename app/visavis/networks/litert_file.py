"""Compiles a network to a LiteRT file without TensorFlow.

A LiteRT (TFLite) file is a FlatBuffer [1]_ of the schema of LiteRT [2]_: tables whose fields have numbers. The package
`flatbuffers`, a requirement of LiteRT's wheel, writes tables. This module has the numbers of the few tables and fields
that a sequence of layers needs. Numbers in a published schema never change their meaning.

Weights can be stored as float16: half the size and the same arithmetic, because XNNPACK, which runs the network, widens
them when it loads the file. Or as int8, with a scale for each output: XNNPACK then quantizes the inputs of each pixel
with a scale of their own while it runs, and multiplies integers. A pointwise convolution is such a product of matrices.
It is therefore written as a fully connected layer that keeps rows and columns.

Measured for SFace on one thread with AVX-512 VNNI: 5.4 ms of processor time with int8, 12.7 with float16, 13.3 with
float32. The cosine between int8 and float embeddings of faces is at least 0.9992, and recognition is equally good.

References
----------
.. [1] FlatBuffers: internals. https://flatbuffers.dev/internals/
.. [2] LiteRT: schema.fbs, version 3; in the wheel as `ai_edge_litert/schema_py_generated.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import flatbuffers
import numpy as np
from numpy.typing import NDArray

from visavis.networks.sequential import (
    Convolution,
    DepthwiseConvolution,
    FullyConnected,
    Layer,
    MaxPooling,
    ParametricRelu,
    Scaling,
    SequentialNetwork,
)

#: Version of the schema.
_SCHEMA_VERSION = 3
#: How a file identifies itself.
_IDENTIFIER = b"TFL3"
#: Alignment of the data of a tensor, in bytes.
_ALIGNMENT = 16
#: Space for tables, in bytes, in addition to the data.
_TABLES_SIZE = 1 << 16
#: Operator: sum.
_ADD = 0
#: Operator: concatenation.
_CONCATENATION = 2
#: Operator: convolution.
_CONV_2D = 3
#: Operator: depthwise convolution.
_DEPTHWISE_CONV_2D = 4
#: Operator: conversion of float16 to float32.
_DEQUANTIZE = 6
#: Operator: fully connected layer.
_FULLY_CONNECTED = 9
#: Operator: logistic function.
_LOGISTIC = 14
#: Operator: max-pooling.
_MAX_POOL_2D = 17
#: Operator: product.
_MUL = 18
#: Operator: padding with zeros.
_PAD = 34
#: Operator: parametric ReLU.
_PRELU = 54
#: The type of table with the options of an operator. The others have none.
_OPTIONS = {_CONCATENATION: 10, _CONV_2D: 1, _DEPTHWISE_CONV_2D: 2, _FULLY_CONNECTED: 8, _MAX_POOL_2D: 5}
#: The version of an operator that knows everything that is used here; 1 for the others.
_OPERATOR_VERSIONS = {_FULLY_CONNECTED: 9}
#: Types of elements.
_ELEMENT_TYPES = {np.dtype(np.float32): 0, np.dtype(np.float16): 1, np.dtype(np.int32): 2, np.dtype(np.int8): 9}
#: Padding that keeps the size, divided by the stride.
_SAME = 0
#: No padding.
_VALID = 1
#: Number of weights quantized at once, which limits the memory for intermediate results to a few megabytes.
_QUANTIZED_AT_ONCE = 1 << 19
#: Largest value of a quantized weight.
_MAX_INT8 = 127

Precision = Literal["float32", "float16", "int8"]
"""How kernels are stored. int8 concerns fully connected layers and pointwise convolutions; all others are float32."""


class _Field(NamedTuple):
    """One field of a table."""

    kind: str  #: the name of its type in `flatbuffers`
    number: int  #: in the table
    value: Any


class _Tensor(NamedTuple):
    """The description of a tensor."""

    shape: tuple[int, ...]
    element_type: int
    buffer: int  #: index of its data; 0 for computed tensors


class _Operation(NamedTuple):
    """One operation of the graph."""

    operator: int
    inputs: list[int]
    output: int
    options: Sequence[_Field]


def compile_network(network: SequentialNetwork, precision: Precision = "float32") -> bytes:
    """Return a network as the content of a LiteRT file.

    It takes one input at a time: float32 (1, *input_shape) to float32 (1, outputs).
    """
    graph = _Graph(precision)
    first = last = graph.add_computed((1, *network.input_shape))
    for layer in network.layers:
        last = graph.add_layer(last, layer)
    return graph.serialize(network.name, first, last)


@dataclass
class _Graph:
    """The tensors and operations of a network; tensors are referred to by their index."""

    precision: Precision
    data: list[NDArray[Any] | None] = field(default_factory=lambda: [None])  #: buffer 0 is empty by convention
    tensors: list[_Tensor] = field(default_factory=list)
    scales: dict[int, NDArray[np.float32]] = field(default_factory=dict)  #: of the int8 tensors, one for each output
    operations: list[_Operation] = field(default_factory=list)

    def add_layer(self, x: int, layer: Layer) -> int:
        """Add a layer that processes tensor `x`; return the tensor of its output."""
        shape = self.tensors[x].shape
        match layer:
            case Scaling(factor, offset):
                scaled = self._add_operation(_MUL, [x, self._add_constant(np.array([factor], np.float32))], shape)
                return self._add_operation(_ADD, [scaled, self._add_constant(np.array([offset], np.float32))], shape)
            case ParametricRelu(slopes):
                broadcast = slopes.reshape((1,) * (len(shape) - 2) + (-1,))
                return self._add_operation(_PRELU, [x, self._add_constant(broadcast)], shape)
            case MaxPooling(side, is_padded):
                size = _output_size(shape, 1 if is_padded else side, 2)
                options = [
                    _int8(0, _SAME if is_padded else _VALID),
                    *_strides(2),
                    _int32(3, side),
                    _int32(4, side),
                ]
                return self._add_operation(_MAX_POOL_2D, [x], (1, *size, shape[3]), options)
            case Convolution(kernel, bias, 1, 0) if kernel.shape[:2] == (1, 1) and self.precision == "int8":
                return self._add_fully_connected(x, kernel[0, 0], bias, (*shape[:3], len(bias)))
            case Convolution(kernel, bias, stride, padding):
                return self._add_convolution(x, _CONV_2D, kernel.transpose(3, 0, 1, 2), bias, stride, padding)
            case DepthwiseConvolution(kernel, bias, stride, padding):
                return self._add_convolution(x, _DEPTHWISE_CONV_2D, kernel[np.newaxis], bias, stride, padding)
            case FullyConnected(kernel, bias, probabilities):
                plain = len(bias) - probabilities
                y = self._add_fully_connected(x, kernel[:, :plain], bias[:plain], (1, plain))
                if not probabilities:
                    return y
                p = self._add_fully_connected(x, kernel[:, plain:], bias[plain:], (1, probabilities))
                p = self._add_operation(_LOGISTIC, [p], (1, probabilities))
                return self._add_operation(_CONCATENATION, [y, p], (1, len(bias)), [_int32(0, 1)])

    def add_computed(self, shape: tuple[int, ...]) -> int:
        """Add a tensor of float32 that has no stored data."""
        self.tensors.append(_Tensor(shape, _ELEMENT_TYPES[np.dtype(np.float32)], 0))
        return len(self.tensors) - 1

    def _add_convolution(
        self, x: int, operator: int, kernel: NDArray[Any], bias: NDArray[Any], stride: int, padding: int
    ) -> int:
        """Add a convolution; `kernel` has the layout of LiteRT: output channels or 1, rows, columns, channels."""
        shape = self.tensors[x].shape
        side = kernel.shape[1]
        size = _output_size(shape, side - 2 * padding, stride)
        scheme = _SAME if stride == 1 and padding == side // 2 else _VALID
        if scheme == _VALID and padding:  # with a stride of 2, "same" would pad on two sides only
            amounts = np.array([[0, 0], [padding, padding], [padding, padding], [0, 0]], np.int32)
            rows, columns = (length + 2 * padding for length in shape[1:3])
            x = self._add_operation(_PAD, [x, self._add_constant(amounts)], (1, rows, columns, shape[3]))
        options = [_int8(0, scheme), *_strides(stride), *([_int32(3, 1)] if operator == _DEPTHWISE_CONV_2D else [])]
        inputs = [x, self._add_kernel(kernel), self._add_constant(bias)]
        return self._add_operation(operator, inputs, (1, *size, len(bias)), options)

    def _add_fully_connected(self, x: int, kernel: NDArray[Any], bias: NDArray[Any], shape: tuple[int, ...]) -> int:
        """Add a fully connected layer of all of `x`, or of each pixel if its output has rows and columns."""
        is_int8 = self.precision == "int8"
        weights = self._add_quantized(kernel.T) if is_int8 else self._add_kernel(kernel.T)
        # whether rows and columns are kept, and whether inputs are quantized with a zero point
        options = [_bool(2, len(shape) > 2), _bool(3, is_int8)]
        return self._add_operation(_FULLY_CONNECTED, [x, weights, self._add_constant(bias)], shape, options)

    def _add_operation(
        self, operator: int, inputs: list[int], shape: tuple[int, ...], options: Sequence[_Field] = ()
    ) -> int:
        output = self.add_computed(shape)
        self.operations.append(_Operation(operator, inputs, output, options))
        return output

    def _add_kernel(self, values: NDArray[Any]) -> int:
        """Add a constant that may be stored as float16."""
        if self.precision != "float16":
            return self._add_constant(values)
        return self._add_operation(_DEQUANTIZE, [self._add_constant(values.astype(np.float16))], values.shape)

    def _add_quantized(self, values: NDArray[Any]) -> int:
        """Add a constant of shape (outputs, inputs) as int8."""
        largest = np.maximum(values.max(axis=1), -values.min(axis=1))
        scales = (np.where(largest > 0, largest, 1) / _MAX_INT8).astype(np.float32)
        quantized = np.empty(values.shape, np.int8)
        step = max(_QUANTIZED_AT_ONCE // values.shape[1], 1)
        for start in range(0, len(values), step):
            rows = slice(start, start + step)
            quantized[rows] = np.rint(values[rows] / scales[rows, np.newaxis])
        tensor = self._add_constant(quantized)
        self.scales[tensor] = scales
        return tensor

    def _add_constant(self, values: NDArray[Any]) -> int:
        self.data.append(values)
        self.tensors.append(_Tensor(values.shape, _ELEMENT_TYPES[values.dtype], len(self.data) - 1))
        return len(self.tensors) - 1

    def serialize(self, name: str, first: int, last: int) -> bytes:
        """Return the file of the graph from tensor `first` to tensor `last`."""
        size = sum(data.nbytes + _ALIGNMENT for data in self.data if data is not None)
        builder = flatbuffers.Builder(size + _TABLES_SIZE)  # a builder that has to grow copies everything
        buffers = [_write_buffer(builder, data) for data in self.data]
        operators = sorted({operation.operator for operation in self.operations})
        codes = [
            _write_table(builder, [_int8(0, each), _int32(2, _OPERATOR_VERSIONS.get(each, 1)), _int32(3, each)])
            for each in operators
        ]
        tensors = [self._write_tensor(builder, number) for number in range(len(self.tensors))]
        operations = [_write_operation(builder, operators.index(each.operator), each) for each in self.operations]
        subgraph = [
            _offset(0, _write_tables(builder, tensors)),
            _offset(1, _write_integers(builder, [first])),
            _offset(2, _write_integers(builder, [last])),
            _offset(3, _write_tables(builder, operations)),
        ]
        model = [
            _Field("Uint32", 0, _SCHEMA_VERSION),
            _offset(1, _write_tables(builder, codes)),
            _offset(2, _write_tables(builder, [_write_table(builder, subgraph)])),
            _offset(3, builder.CreateString(name)),
            _offset(4, _write_tables(builder, buffers)),
        ]
        builder.Finish(_write_table(builder, model), _IDENTIFIER)
        return bytes(memoryview(builder.Bytes)[builder.Head() :])

    def _write_tensor(self, builder: Any, number: int) -> int:
        shape, element_type, buffer = self.tensors[number]
        fields = [
            _offset(0, _write_integers(builder, shape)),
            _int8(1, element_type),
            _Field("Uint32", 2, buffer),
        ]
        if number in self.scales:
            scales = builder.CreateNumpyVector(self.scales[number])
            zeros = builder.CreateNumpyVector(np.zeros(len(self.scales[number]), np.int64))
            fields.append(_offset(4, _write_table(builder, [_offset(2, scales), _offset(3, zeros)])))
        return _write_table(builder, fields)


def _output_size(shape: tuple[int, ...], window: int, stride: int) -> tuple[int, int]:
    rows, columns = ((length - window) // stride + 1 for length in shape[1:3])
    return rows, columns


def _strides(stride: int) -> list[_Field]:
    return [_int32(1, stride), _int32(2, stride)]


def _int8(number: int, value: int) -> _Field:
    return _Field("Int8", number, value)


def _int32(number: int, value: int) -> _Field:
    return _Field("Int32", number, value)


def _bool(number: int, value: bool) -> _Field:
    return _Field("Bool", number, value)


def _offset(number: int, value: int) -> _Field:
    """A field that refers to something that was written before."""
    return _Field("UOffsetTRelative", number, value)


def _write_operation(builder: Any, operator: int, operation: _Operation) -> int:
    fields = [
        _Field("Uint32", 0, operator),
        _offset(1, _write_integers(builder, operation.inputs)),
        _offset(2, _write_integers(builder, [operation.output])),
    ]
    if operation.operator in _OPTIONS:
        options = _write_table(builder, operation.options)
        fields += [_Field("Uint8", 3, _OPTIONS[operation.operator]), _offset(4, options)]
    return _write_table(builder, fields)


def _write_table(builder: Any, fields: Sequence[_Field]) -> int:
    builder.StartObject(1 + max((each.number for each in fields), default=0))
    for each in fields:
        write: Callable[[int, Any, int], None] = getattr(builder, f"Prepend{each.kind}Slot")
        write(each.number, each.value, 0)
    return int(builder.EndObject())


def _write_tables(builder: Any, offsets: Sequence[int]) -> int:
    """Write a vector of tables."""
    builder.StartVector(4, len(offsets), 4)
    for offset in reversed(offsets):
        builder.PrependUOffsetTRelative(offset)
    return int(builder.EndVector())


def _write_integers(builder: Any, values: Sequence[int]) -> int:
    return int(builder.CreateNumpyVector(np.asarray(values, np.int32)))


def _write_buffer(builder: Any, data: NDArray[Any] | None) -> int:
    """Write the data of a tensor, aligned as the schema demands. `CreateNumpyVector` does not align."""
    if data is None:
        return _write_table(builder, [])
    builder.StartVector(1, data.nbytes, _ALIGNMENT)
    builder.head -= data.nbytes
    raw = np.ascontiguousarray(data).reshape(-1).view(np.uint8)
    builder.Bytes[builder.head : builder.head + data.nbytes] = raw.data
    return _write_table(builder, [_offset(0, builder.EndVector())])
