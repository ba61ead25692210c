"""Running a network: the only place in the app with LiteRT or Keras, both imported when a network is loaded.

A network on disk is a Keras file and, usually, the same compiled for LiteRT. On the CPU the compiled one answers: it
starts in a tenth of a second and needs a tenth of the memory; TensorFlow is not even imported. With a GPU, Keras does.
"""

import contextlib
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DeviceError, ModelError
from visavis.messages import Message

Device = Literal["auto", "cpu", "gpu"]
DEVICES: tuple[Device, ...] = ("auto", "cpu", "gpu")

#: The side with which networks for pictures of any size are warmed up, in pixels.
_ANY_SIDE = 48
#: Batches are padded to one of these, so that Keras traces four functions and no more.
_BATCHES = (1, 2, 4, 8)

_log = logging.getLogger(__name__)


class Engine(Protocol):
    """A loaded network."""

    @property
    def device(self) -> str:
        """Where it runs, for people: "CPU", "CPU (Keras)" where no compiled network serves, or a GPU's name."""
        ...

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Answers for a batch of inputs: shape (n, ...) to shape (n, outputs); n may be 0 to any number."""
        ...


def load(network: Path, compiled: Path | None, device: Device = "auto", threads: int = 1) -> Engine:
    """Load and warm up a network.

    Parameters
    ----------
    network : Path
        The Keras file.
    compiled : Path, optional
        The same network for LiteRT, if there is one.
    device : {"auto", "cpu", "gpu"}
        "auto" takes a GPU if TensorFlow finds one.
    threads : int
        That compute one answer where the compiled network serves.

    Raises
    ------
    DeviceError
        If `device` is "gpu" and there is none.
    ModelError
        If the files cannot be loaded.
    """
    if device == "gpu" or (device == "auto" and gpu_likely()):
        gpu = find_gpu()
        if gpu is not None:
            return KerasEngine(network, gpu)
        if device == "gpu":
            raise no_gpu()
        _log.info("A GPU was looked for and not found by TensorFlow: using the CPU.")
    if compiled is not None and compiled.exists():
        try:
            return CompiledEngine(compiled, threads)
        except (ValueError, RuntimeError, ImportError) as error:
            _log.warning("The compiled network was refused (%s); Keras serves instead.", error)
    return KerasEngine(network, None)


def check(device: Device) -> None:
    """Refuse a device that is not there.

    Raises
    ------
    DeviceError
        If `device` is "gpu" and TensorFlow finds none.
    """
    if device == "gpu" and find_gpu() is None:
        raise no_gpu()


def no_gpu() -> DeviceError:
    hint = Message(
        "TensorFlow has no GPU support on Windows itself: use WSL 2, or choose --device cpu."
        if sys.platform == "win32"
        else "Choose --device auto or cpu; on Linux with an NVIDIA card, install the extra: pip install 'visavis[gpu]'."
    )
    return DeviceError("No GPU that TensorFlow can use was found.", hint=hint)


def gpu_likely() -> bool:
    """Whether a driver has left its trace, so that asking TensorFlow is worth the seconds its import takes."""
    if os.environ.get("CUDA_VISIBLE_DEVICES") in {"", "-1"}:
        return False
    return any(Path(trace).exists() for trace in ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg"))


def find_gpu() -> str | None:
    """The first GPU that TensorFlow, imported here, can use, its memory growth switched on; its name, or None."""
    tensorflow = _tensorflow()
    gpus = tensorflow.config.list_physical_devices("GPU")
    for gpu in gpus:
        try:
            tensorflow.config.experimental.set_memory_growth(gpu, True)
        except RuntimeError:  # already initialized: growth was set the first time
            _log.debug("Memory growth of %s stays as it was.", gpu.name)
    if not gpus:
        return None
    return str(tensorflow.config.experimental.get_device_details(gpus[0]).get("device_name", "GPU"))


class CompiledEngine:
    """A network compiled for LiteRT; the small ones are as fast on one thread as on two, and cost less there."""

    device = "CPU"

    def __init__(self, path: Path, threads: int = 1) -> None:
        from ai_edge_litert.interpreter import Interpreter

        with without_greetings():
            self._interpreter = Interpreter(model_path=str(path), num_threads=threads)
            [self._input] = self._interpreter.get_input_details()
            [self._output] = self._interpreter.get_output_details()
            self._shape: tuple[int, ...] = ()
            signature = self._input["shape_signature"][1:]
            self(np.zeros((1, *(_ANY_SIDE if side < 0 else side for side in signature)), np.float32))

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        # One at a time: batches save little. Measured: ResNet-29 on two threads, 6.4, 6.3, 5.9 and 5.6 ms a chip in
        # batches of 1, 2, 4 and 8.
        answers = [self._one(item) for item in batch]
        return np.stack(answers) if answers else np.zeros((0, self._output["shape"][-1]), np.float32)

    def _one(self, item: NDArray[np.float32]) -> NDArray[np.float32]:
        if item.shape != self._shape:  # the first one, or a network for pictures of any size
            self._interpreter.resize_tensor_input(self._input["index"], (1, *item.shape))
            self._interpreter.allocate_tensors()
            self._shape = item.shape
        self._interpreter.set_tensor(self._input["index"], item[np.newaxis])
        self._interpreter.invoke()
        return np.asarray(self._interpreter.get_tensor(self._output["index"])[0], np.float32)


class KerasEngine:
    """A network in Keras on TensorFlow, as a compiled function with fixed signatures; never `predict` in a loop."""

    def __init__(self, path: Path, gpu: str | None) -> None:
        tensorflow = _tensorflow()
        import keras

        try:
            self._model: Any = keras.saving.load_model(path, compile=False, safe_mode=True)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise ModelError(
                "{file} in {folder} is not a network that Keras can load.", file=path.name, folder=path.parent
            ) from error
        self.device = gpu or "CPU (Keras)"
        place = "/GPU:0" if gpu else "/CPU:0"

        def run(batch: Any) -> Any:
            with tensorflow.device(place):
                return self._model(batch, training=False)

        self._run: Callable[[Any], Any] = tensorflow.function(run)
        shape = tuple(side or _ANY_SIDE for side in self._model.input_shape[1:])
        for size in _BATCHES if gpu else (1,):
            self(np.zeros((size, *shape), np.float32))

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        if not len(batch):
            return np.zeros((0, self._model.output_shape[-1]), np.float32)
        parts = [self._part(batch[start : start + _BATCHES[-1]]) for start in range(0, len(batch), _BATCHES[-1])]
        return np.concatenate(parts)

    def _part(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        size = next(size for size in _BATCHES if size >= len(batch))
        padded = np.zeros((size, *batch.shape[1:]), np.float32)
        padded[: len(batch)] = batch
        return np.asarray(self._run(padded))[: len(batch)]


@contextlib.contextmanager
def without_greetings() -> Iterator[None]:
    """Keep what native code writes to stderr from our users' terminals; what goes wrong arrives as an exception."""
    try:
        kept = os.dup(2)
    except OSError:  # a window without a terminal
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


def _tensorflow() -> Any:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # its greetings are not for our users' terminals
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    with without_greetings():
        import tensorflow

    return tensorflow
