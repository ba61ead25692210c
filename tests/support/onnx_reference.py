"""SFace as ONNX Runtime runs the published file: the reference for the network in Visavis."""

import numpy as np

from visavis.networks.onnx_file import _fields, _text, _varint

#: Field numbers of the graph in a model, and of the inputs in a graph.
_MODEL_GRAPH, _GRAPH_INPUT = 7, 11
#: The only input that a caller provides. The file lists weights as inputs, too, some of them without values.
_INPUT = "data"


def run(content, chips):
    """The outputs for chips of shape (n, side, side, 3), RGB 0..255, float32."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # it warns of each weight that no node uses
    session = onnxruntime.InferenceSession(with_one_input(content), options, providers=["CPUExecutionProvider"])
    return np.concatenate([session.run(None, {_INPUT: chip[None].transpose(0, 3, 1, 2)})[0] for chip in chips])


def with_one_input(content):
    """The file without the graph's other inputs; everything else stays byte for byte."""
    result = bytearray()
    for number, value, piece in _pieces(memoryview(content)):
        if number != _MODEL_GRAPH:
            result += piece
            continue
        graph = b"".join(
            inner for of, each, inner in _pieces(value) if of != _GRAPH_INPUT or _text(_fields(each)[1][0]) == _INPUT
        )
        result += _to_varint(number << 3 | 2) + _to_varint(len(graph)) + graph
    return bytes(result)


def _pieces(view):
    """The number, the value and all bytes of each field; the value of a varint is left out."""
    position = 0
    while position < len(view):
        start = position
        key, position = _varint(view, position)
        number, wire_type = divmod(key, 8)
        if wire_type == 0:
            _, position = _varint(view, position)
            yield number, None, view[start:position]
            continue
        assert wire_type == 2
        size, position = _varint(view, position)
        yield number, view[position : position + size], view[start : position + size]
        position += size


def _to_varint(value):
    result = bytearray()
    while value > 0x7F:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*result, value])
