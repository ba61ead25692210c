"""Each kind of layer computes in the compiled file what NumPy computes."""

import numpy as np
import pytest

from visavis.networks import keras_network, litert_file
from visavis.networks.engine import CompiledEngine
from visavis.networks.sequential import (
    Convolution,
    DepthwiseConvolution,
    FullyConnected,
    MaxPooling,
    ParametricRelu,
    Scaling,
    SequentialNetwork,
)

RANDOM = np.random.default_rng(3)


def weights(*shape):
    return RANDOM.normal(size=shape).astype(np.float32)


LAYERS = {
    "scaling": [Scaling(0.5, -3.0)],
    "convolution": [Convolution(weights(3, 3, 4, 5), weights(5), 1, 1)],
    "strided convolution": [Convolution(weights(3, 3, 4, 5), weights(5), 2, 1)],
    "convolution without padding": [Convolution(weights(3, 3, 4, 5), weights(5))],
    "pointwise convolution": [Convolution(weights(1, 1, 4, 6), weights(6))],
    "depthwise convolution": [DepthwiseConvolution(weights(3, 3, 4), weights(4), 1, 1)],
    "strided depthwise convolution": [DepthwiseConvolution(weights(3, 3, 4), weights(4), 2, 1)],
    "slopes": [ParametricRelu(weights(4))],
    "pooling": [MaxPooling(2, is_padded=False)],
    "padded pooling": [MaxPooling(3, is_padded=True)],
    "fully connected": [FullyConnected(weights(9 * 7 * 4, 3), weights(3)), ParametricRelu(weights(3))],
}


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize(("precision", "tolerance"), [("float32", 1e-5), ("float16", 2e-3), ("int8", 3e-2)])
def test_a_layer_equals_that_of_keras(kind, precision, tolerance, tmp_path):
    network = SequentialNetwork("layer", (9, 7, 4), LAYERS[kind])
    inputs = weights(3, 9, 7, 4)
    (tmp_path / "n.tflite").write_bytes(litert_file.compile_network(network, precision))
    engine = CompiledEngine(tmp_path / "n.tflite")
    expected = np.asarray(keras_network.build(network)(inputs))
    given = np.stack([engine._run(one) for one in inputs])
    assert given.shape == expected.shape
    assert np.abs(given - expected).max() <= tolerance * max(np.abs(expected).max(), 1)


def test_the_last_outputs_may_be_probabilities(tmp_path):
    layer = FullyConnected(np.eye(2, 3, dtype=np.float32), np.zeros(3, np.float32), probabilities=1)
    network = SequentialNetwork("tiny", (1, 1, 2), [layer])
    (tmp_path / "n.tflite").write_bytes(litert_file.compile_network(network))
    assert CompiledEngine(tmp_path / "n.tflite")(np.ones((1, 1, 1, 2), np.float32)).tolist() == [[1, 1, 0.5]]


def test_the_schema_numbers_are_those_of_litert():
    schema = pytest.importorskip("ai_edge_litert.schema_py_generated")
    operators = schema.BuiltinOperator
    ours = {name.removeprefix("_"): value for name, value in vars(litert_file).items() if isinstance(value, int)}
    for name in ("ADD", "CONCATENATION", "CONV_2D", "DEPTHWISE_CONV_2D", "DEQUANTIZE", "FULLY_CONNECTED", "LOGISTIC"):
        assert ours[name] == getattr(operators, name)
    for name in ("MAX_POOL_2D", "MUL", "PAD", "PRELU"):
        assert ours[name] == getattr(operators, name)
    types = {"float32": "FLOAT32", "float16": "FLOAT16", "int32": "INT32", "int8": "INT8"}
    for dtype, number in litert_file._ELEMENT_TYPES.items():
        assert number == getattr(schema.TensorType, types[dtype.name])
    options = schema.BuiltinOptions
    expected = {
        "CONCATENATION": options.ConcatenationOptions,
        "CONV_2D": options.Conv2DOptions,
        "DEPTHWISE_CONV_2D": options.DepthwiseConv2DOptions,
        "FULLY_CONNECTED": options.FullyConnectedOptions,
        "MAX_POOL_2D": options.Pool2DOptions,
    }
    assert {ours[name]: number for name, number in expected.items()} == litert_file._OPTIONS
