"""Compiling a Keras network for LiteRT, and whether the compiled one says the same."""

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

#: Least cosine between a network's answer and the compiled one's. Measured: 1 - 3e-7 with half weights.
LEAST_COSINE = 1 - 1e-4


def compiled(model: keras.Model, *, half: bool = False) -> bytes:
    """Compile a network; the batch stays free, see ``resize_tensor_input``.

    Parameters
    ----------
    model : keras.Model
        One input, one output.
    half : bool
        Whether to store weights as float16: half the file; the arithmetic stays float32, as fast as before.
    """
    import tensorflow

    converter: Any = tensorflow.lite.TFLiteConverter.from_keras_model(model)
    if half:
        converter.optimizations = [tensorflow.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tensorflow.float16]
    with contextlib.redirect_stdout(sys.stderr):  # it prints, and our stdout is for events only
        return bytes(converter.convert())


def agrees(path: Path, model: keras.Model, samples: NDArray[np.float32]) -> bool:
    """Whether a compiled network loads here and gives what Keras gives, by cosine, for each sample."""
    expected = np.asarray(model.predict(samples, verbose=0)).reshape(len(samples), -1)
    try:
        given = CompiledEngine(path)(samples).reshape(expected.shape)
    except (ValueError, RuntimeError, ImportError):  # as `visavis.networks.engine.load` has it: then Keras serves
        return False
    return bool(np.all(_cosine(expected, given) >= LEAST_COSINE))  # false for NaN, too


def _cosine(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray(np.sum(a * b, axis=1) / lengths, np.float64)
