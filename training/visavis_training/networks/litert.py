"""Compiles trained Keras networks for LiteRT, with TensorFlow. The published ones need none: `networks.litert_file`."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras


def compile_model(model: keras.Model) -> bytes:
    """Compile a network with one input and one output. The batch size stays variable (`resize_tensor_input`)."""
    import tensorflow

    converter: Any = tensorflow.lite.TFLiteConverter.from_keras_model(model)
    with contextlib.redirect_stdout(sys.stderr):  # TensorFlow prints, and stdout is for events only
        return bytes(converter.convert())
