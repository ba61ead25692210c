"""Reads the weights in ONNX files without the package `onnx`.

An ONNX file is one message of protocol buffers [1]_. A message is a sequence of fields. Each field begins with a key,
which is its number times eight plus the wire type of its value. Values are varints (seven bits in a byte, the lowest
first; the top bit says that another byte follows), four or eight bytes, or a length and that many bytes, which may be
text, an array, or another message. The schema of ONNX [2]_ gives the numbers their meaning.

The published networks have their weights as int8 in blocks, which nodes `DequantizeLinear` and `Reshape` at the
beginning of the graph convert to floats. `OnnxGraph.weights` does so once.

References
----------
.. [1] Protocol Buffers: Encoding. https://protobuf.dev/programming-guides/encoding/
.. [2] ONNX: onnx.proto. https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
"""

import contextlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError

Array = NDArray[Any]

#: Wire type of a varint.
_VARINT = 0
#: Wire type of eight bytes.
_EIGHT_BYTES = 1
#: Wire type of a length and that many bytes.
_LENGTH_DELIMITED = 2
#: Wire type of four bytes.
_FOUR_BYTES = 5
#: Field of a model: its graph.
_MODEL_GRAPH = 7
#: Field of a graph: a node.
_GRAPH_NODE = 1
#: Field of a graph: a stored tensor.
_GRAPH_INITIALIZER = 5
#: Field of a node: the name of an input.
_NODE_INPUT = 1
#: Field of a node: the name of an output.
_NODE_OUTPUT = 2
#: Field of a node: its operator.
_NODE_OPERATOR = 4
#: Field of a node: an attribute.
_NODE_ATTRIBUTE = 5
#: Field of an attribute: its name.
_ATTRIBUTE_NAME = 1
#: Field of an attribute: an integer.
_ATTRIBUTE_INTEGER = 3
#: Field of a tensor: the length of a dimension.
_TENSOR_DIMENSION = 1
#: Field of a tensor: the type of its elements.
_TENSOR_TYPE = 2
#: Field of a tensor: packed floats.
_TENSOR_FLOATS = 4
#: Field of a tensor: its name.
_TENSOR_NAME = 8
#: Field of a tensor: raw bytes of any type.
_TENSOR_RAW = 9
#: Types of elements by their number in the schema.
_ELEMENT_TYPES: dict[Any, np.dtype[Any]] = {1: np.dtype("<f4"), 3: np.dtype("<i1"), 7: np.dtype("<i8")}
#: Operator that converts blocks of integers to floats.
_DEQUANTIZE = "DequantizeLinear"
#: Operator that gives the floats their shape.
_RESHAPE = "Reshape"
#: Suffixes by which the published files name the steps from quantized weights to weights in their shape.
_QUANTIZED, _SCALES, _DEQUANTIZED, _RESHAPED = "_quantized", "_scales", "_dequantized", "_reshaped"


@dataclass(frozen=True, slots=True)
class OnnxNode:
    """One operation of a graph."""

    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    integers: Mapping[str, int]  #: the attributes that are integers; no other kind is needed here


@dataclass(frozen=True, slots=True, eq=False)
class OnnxGraph:
    """The operations and the stored tensors of an ONNX file."""

    nodes: tuple[OnnxNode, ...]  #: in an order in which they can be computed
    initializers: Mapping[str, Array]  #: float32, int8 or int64

    def weights(self) -> "OnnxWeights":
        """Return the float weights by name. Quantized ones are in shape, and named without suffixes."""
        nodes = {output: node for node in self.nodes for output in node.outputs}
        names = {name for name, tensor in self.initializers.items() if tensor.dtype == np.float32}
        for output, node in nodes.items():
            if node.operator == _DEQUANTIZE or (
                node.operator == _RESHAPE and {node.inputs[0]} & (names | nodes.keys()) and self._has_shape(node)
            ):
                names.add(output)
        tensors = {
            name.removesuffix(_RESHAPED).removesuffix(_DEQUANTIZED): name
            for name in names
            if not name.endswith((_SCALES, _QUANTIZED)) and name.removesuffix(_DEQUANTIZED) + _RESHAPED not in names
        }
        return OnnxWeights(self.initializers, nodes, tensors)

    def _has_shape(self, node: OnnxNode) -> bool:
        return node.inputs[1] in self.initializers


@dataclass(frozen=True, slots=True, eq=False)
class OnnxWeights(Mapping[str, NDArray[np.float32]]):
    """Float weights by name. Each is computed anew when it is asked for, so that few are in memory at once.

    Raises
    ------
    ModelError
        When a quantized tensor is asked for that does not fit its scales.
    """

    initializers: Mapping[str, Array]
    nodes: Mapping[str, OnnxNode]  #: by what they compute
    tensors: Mapping[str, str]  #: names of weights to those of the tensors in the file

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        tensor = self.tensors[name]
        with _translate_errors():
            return self._compute(tensor).astype(np.float32, copy=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self.tensors)

    def __len__(self) -> int:
        return len(self.tensors)

    def _compute(self, tensor: str) -> Array:
        if tensor in self.initializers:
            return self.initializers[tensor]
        node = self.nodes[tensor]
        if node.operator == _RESHAPE:
            return self._compute(node.inputs[0]).reshape(self.initializers[node.inputs[1]].tolist())
        [values, scales, zeros] = (self.initializers[name] for name in node.inputs)
        return dequantize(values, scales, zeros, axis=node.integers.get("axis", 1), block=node.integers["block_size"])


def read(content: bytes) -> OnnxGraph:
    """Read an ONNX file.

    Raises
    ------
    ModelError
        If it is not an ONNX file, or has tensors of unknown types.
    """
    with _translate_errors():
        [graph] = _fields(content)[_MODEL_GRAPH]
        fields = _fields(graph)
        return OnnxGraph(
            tuple(map(_node, fields.get(_GRAPH_NODE, ()))), dict(map(_tensor, fields.get(_GRAPH_INITIALIZER, ())))
        )


def dequantize(values: Array, scales: Array, zeros: Array, *, axis: int, block: int) -> NDArray[np.float32]:
    """Return (value - zero) * scale, with one scale and one zero for each block of values along an axis.

    Parameters
    ----------
    values : ndarray of int8
        Of any shape.
    scales, zeros : ndarray of float32 and int8
        Of the same shape, except along `axis`, where they are as long as there are blocks.
    axis : int
        Of the blocks.
    block : int
        Number of values in a block; the last one may have fewer.

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    length = values.shape[axis]
    if block < 1 or scales.shape != zeros.shape or scales.shape[axis] != math.ceil(length / block):
        raise ValueError("a quantized tensor does not fit its scales")
    result = values.astype(np.float32)
    for number in range(scales.shape[axis]):  # without whole arrays of scales and zeros, which would take much memory
        part = (*[slice(None)] * axis, slice(number * block, (number + 1) * block))
        one = (*[slice(None)] * axis, slice(number, number + 1))
        result[part] = (result[part] - zeros[one]) * scales[one]
    return result


@contextlib.contextmanager
def _translate_errors() -> Iterator[None]:
    """Raise one error for everything that broken bytes cause."""
    try:
        yield
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ModelError(
            "The ONNX file with the published weights cannot be read.", hint="Install its package again."
        ) from error


def _node(content: memoryview) -> OnnxNode:
    fields = _fields(content)
    attributes = (_fields(attribute) for attribute in fields.get(_NODE_ATTRIBUTE, ()))
    return OnnxNode(
        _text(fields[_NODE_OPERATOR][0]),
        tuple(map(_text, fields.get(_NODE_INPUT, ()))),
        tuple(map(_text, fields.get(_NODE_OUTPUT, ()))),
        {
            _text(each[_ATTRIBUTE_NAME][0]): _to_signed(each[_ATTRIBUTE_INTEGER][0])
            for each in attributes
            if _ATTRIBUTE_INTEGER in each
        },
    )


def _tensor(content: memoryview) -> tuple[str, Array]:
    fields = _fields(content)
    element_type = _ELEMENT_TYPES[fields[_TENSOR_TYPE][0]]
    shape = _integers(fields.get(_TENSOR_DIMENSION, ()))
    # floats are packed in a field of their own or, like all other types, raw
    raw: list[memoryview] = fields.get(_TENSOR_RAW) or fields.get(_TENSOR_FLOATS) or []
    flat: Array = np.frombuffer(b"".join(raw), element_type)
    return _text(fields[_TENSOR_NAME][0]), flat.reshape(shape)


def _fields(content: bytes | memoryview) -> dict[int, list[Any]]:
    """Return the values of a message by field number: integers for varints, bytes for all other wire types."""
    view, position = memoryview(content), 0
    fields: dict[int, list[Any]] = {}
    while position < len(view):
        key, position = _varint(view, position)
        number, wire_type = divmod(key, 8)
        if wire_type == _VARINT:
            value, position = _varint(view, position)
            fields.setdefault(number, []).append(value)
            continue
        if wire_type == _LENGTH_DELIMITED:
            size, position = _varint(view, position)
        else:
            size = {_FOUR_BYTES: 4, _EIGHT_BYTES: 8}[wire_type]
        if position + size > len(view):
            raise ValueError("the file is truncated")
        fields.setdefault(number, []).append(view[position : position + size])
        position += size
    return fields


def _varint(view: memoryview, position: int) -> tuple[int, int]:
    """Return the integer that begins at `position`, and the position after it."""
    value = shift = 0
    while True:
        byte = view[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7


def _integers(values: Sequence[Any]) -> list[int]:
    """Return repeated integers, each a field of its own or packed in one."""
    result: list[int] = []
    for value in values:
        if isinstance(value, int):
            result.append(value)
            continue
        position = 0
        while position < len(value):
            number, position = _varint(value, position)
            result.append(number)
    return result


def _to_signed(value: int) -> int:
    """Return a varint as a signed integer: negative ones have the two's complement of 64 bits."""
    return value - (1 << 64) if value >> 63 else value


def _text(content: memoryview) -> str:
    return str(content, "utf-8")
