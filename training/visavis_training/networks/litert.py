"""Compiles Keras networks for LiteRT, and compares the result with Keras."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visavis.networks.engine import CompiledEngine

if TYPE_CHECKING:
    import keras

#: Smallest cosine between the outputs of a network and of its compiled form. Measured with float16 weights: 1 - 3e-7.
MIN_COSINE = 1 - 1e-4


def compile_model(model: keras.Model, *, half: bool = False) -> bytes:
    """Compile a network. The batch size stays variable (`resize_tensor_input`).

    Parameters
    ----------
    model : keras.Model
        With one input and one output.
    half : bool
        Store the weights as float16: half the file size. The arithmetic stays float32 and as fast.
    """
    import tensorflow

    converter: Any = tensorflow.lite.TFLiteConverter.from_keras_model(model)
    if half:
        converter.optimizations = [tensorflow.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tensorflow.float16]
    with contextlib.redirect_stdout(sys.stderr):  # TensorFlow prints, and stdout is for events only
        return bytes(converter.convert())


def matches_keras(path: Path, model: keras.Model, samples: NDArray[np.float32]) -> bool:
    """Whether a compiled network loads on this computer and its outputs match those of Keras, by cosine."""
    expected = np.asarray(model.predict(samples, verbose=0)).reshape(len(samples), -1)
    try:
        outputs = CompiledEngine(path)(samples).reshape(expected.shape)
    except (ValueError, RuntimeError, ImportError):  # as in `engine.load`, which then falls back to Keras
        return False
    return bool(np.all(_cosines(expected, outputs) >= MIN_COSINE))  # also false for NaN


def _cosines(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray(np.sum(a * b, axis=1) / lengths, np.float64)
