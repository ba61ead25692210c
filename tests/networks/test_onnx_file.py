"""Weights are read from ONNX files without the package `onnx`; broken files are refused with a sentence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import ModelError
from visavis.networks import onnx_file, published
from visavis.networks.onnx_file import dequantize


@given(
    values=st.lists(st.integers(-128, 127), min_size=1, max_size=12),
    block=st.integers(1, 5),
    scale=st.sampled_from([0.5, 2.0]),
    zero=st.integers(-3, 3),
)
def test_each_value_is_scaled_by_its_block(values, block, scale, zero):
    blocks = -(-len(values) // block)
    scales = (scale * np.arange(1, blocks + 1, dtype=np.float32))[np.newaxis]
    zeros = np.full((1, blocks), zero, np.int8)
    found = dequantize(np.array([values], np.int8), scales, zeros, axis=1, block=block)
    assert found.tolist() == [[(value - zero) * scale * (1 + index // block) for index, value in enumerate(values)]]


@pytest.mark.parametrize("block", [0, 1])
def test_scales_that_do_not_fit_are_refused(block):
    with pytest.raises(ValueError, match="scales"):
        dequantize(
            np.zeros((1, 4), np.int8), np.ones((1, 2), np.float32), np.zeros((1, 2), np.int8), axis=1, block=block
        )


def test_the_published_file_has_only_finite_float_weights():
    weights = onnx_file.read(published.NetworkCard.load(published.EMBEDDING).weights.read()).weights()
    assert weights["conv_1_conv2d_weight"].shape == (32, 3, 3, 3)
    assert weights["pre_fc1_weight"].size == 128 * 1024 * 7 * 7
    assert {tensor.dtype.name for tensor in weights.values()} == {"float32"}
    assert all(np.isfinite(tensor).all() for tensor in weights.values())


@pytest.mark.parametrize("content", [b"", b"\x08", b"\x3a\xff\x01", b"no network at all", b"\x3a\x02\x2a\x00"])
def test_broken_bytes_are_refused(content):
    with pytest.raises(ModelError, match="cannot be read"):
        onnx_file.read(content)


def test_a_truncated_file_is_refused():
    content = published.NetworkCard.load(published.EMBEDDING).weights.read()
    with pytest.raises(ModelError):
        onnx_file.read(content[:-1000]).weights()
