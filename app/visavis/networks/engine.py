"""Running a network. The only module of the app that imports LiteRT or TensorFlow, and only when a network is loaded.

A network has two forms: compiled for LiteRT, and as a Keras model. On the CPU, the compiled network runs: it starts in
a tenth of a second, needs a tenth of the memory, and TensorFlow is not imported. On a GPU, the Keras model runs.
"""

import contextlib
import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DeviceError, MissingExtraError, ModelError
from visavis.messages import Message
from visavis.networks import keras_file
from visavis.process.extras import TRAIN
from visavis.storage import data_files

Device = Literal["auto", "cpu", "gpu"]
DEVICES: tuple[Device, ...] = ("auto", "cpu", "gpu")

#: Side of the picture, in pixels, with which networks for pictures of any size are warmed up.
_WARM_UP_SIDE = 48
#: Batches are padded to one of these sizes, so that Keras traces only four functions.
_BATCH_SIZES = (1, 2, 4, 8)
#: What needs the extra "train" here, for its message.
_KERAS_NETWORK = Message("A network that is not compiled for this computer")

_log = logging.getLogger(__name__)


class Engine(Protocol):
    """A loaded network."""

    @property
    def device(self) -> str:
        """Where it runs, for display: "CPU", "CPU (Keras)" without a usable compiled network, or the name of a GPU."""
        ...

    @property
    def shape(self) -> "Shape":
        """What it takes and gives; sides that may vary are -1."""
        ...

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run the network on a batch of inputs: shape (n, ...) to shape (n, outputs). Any n is allowed, 0 included."""
        ...


@dataclass(frozen=True, slots=True)
class Shape:
    """What a network takes and gives."""

    input: tuple[int, ...]  #: of one input
    outputs: int


def load(
    build_keras: Callable[[], Any],
    compiled: Path | None,
    device: Device = "auto",
    threads: int = 1,
    shape: Shape | None = None,
) -> Engine:
    """Load and warm up a network.

    Parameters
    ----------
    build_keras : callable
        Returns the Keras model, such as `partial(load_keras, path)`. Called for a GPU, or without a usable compiled
        network.
    compiled : Path, optional
        The same network for LiteRT, if there is one.
    device : {"auto", "cpu", "gpu"}
        "auto" means a GPU if TensorFlow finds one, or else the CPU.
    threads : int
        For one input of the compiled network.
    shape : Shape, optional
        What the network must take and give; networks of others are refused.

    Raises
    ------
    DeviceError
        If `device` is "gpu" and there is none.
    MissingExtraError
        If the Keras model is needed, and Keras is not installed or cannot be loaded.
    ModelError
        If the files cannot be loaded, or are of a network of another shape.
    """
    engine = _load(build_keras, compiled, device, threads)
    if shape is not None and engine.shape != shape:
        where = compiled.parent.name if compiled is not None else ""
        raise ModelError("The network of model {model} has other inputs or outputs than its card says.", model=where)
    return engine


def _load(build_keras: Callable[[], Any], compiled: Path | None, device: Device, threads: int) -> "Engine":
    if device == "gpu" or (device == "auto" and is_gpu_likely()):
        gpu = find_gpu() if device == "gpu" else _find_gpu_quietly()
        if gpu is not None:
            return KerasEngine(build_keras, gpu)
        if device == "gpu":
            raise no_gpu_error()
        _log.info("A GPU was looked for and not found by TensorFlow: using the CPU.")
    if compiled is not None and compiled.exists():
        try:
            return CompiledEngine(compiled, threads)
        except (ValueError, RuntimeError, ImportError) as error:
            _log.warning("The compiled network was refused (%s); Keras serves instead.", error)
    return KerasEngine(build_keras, None)


def load_keras(path: Path) -> Any:
    """Load a Keras model from its file, which is checked first: `keras_file.require_plain`.

    Raises
    ------
    MissingExtraError
        If Keras is not installed, or cannot be loaded.
    ModelError
        If the file cannot be loaded, has other layers than ours, or has not one input and one output.
    """
    TRAIN.require(_KERAS_NETWORK)
    try:
        keras_file.require_plain(path)
        _tensorflow()
        import keras

        with data_files.plain_file(path) as plain:
            model = keras.saving.load_model(plain, compile=False, safe_mode=True)
        if len(model.inputs) == len(model.outputs) == 1 and len(model.output_shape) == 2:
            return model
        raise ValueError("it has several inputs or outputs")  # noqa: TRY301  as what Keras refuses
    except MissingExtraError:
        raise
    except Exception as error:
        _log.info("A network was refused. %s", error)
        raise ModelError(
            "{file} in {folder} is not a network that Keras can load.", file=path.name, folder=path.parent
        ) from error


def require(device: Device) -> None:
    """Check that a device is available.

    Raises
    ------
    DeviceError
        If `device` is "gpu" and TensorFlow finds none.
    """
    if device == "gpu" and find_gpu() is None:
        raise no_gpu_error()


def no_gpu_error() -> DeviceError:
    hint = Message(
        "TensorFlow has no GPU support on Windows itself: use WSL 2, or choose --device cpu."
        if sys.platform == "win32"
        else "Choose --device auto or cpu; on Linux with an NVIDIA card, install the extra: pip install 'visavis[gpu]'."
    )
    return DeviceError("No GPU that TensorFlow can use was found.", hint=hint)


def is_gpu_likely() -> bool:
    """Whether a driver is installed, so that asking TensorFlow is worth the seconds that its import takes."""
    if os.environ.get("CUDA_VISIBLE_DEVICES") in {"", "-1"}:
        return False
    return any(Path(path).exists() for path in ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg"))


def find_gpu() -> str | None:
    """Return the name of the first GPU that TensorFlow can use, or None; enable memory growth.

    Imports TensorFlow, if it is installed: without it, there is no GPU to use.

    Raises
    ------
    MissingExtraError
        If TensorFlow is installed and cannot be loaded.
    """
    if not TRAIN.is_installed:
        return None
    tensorflow = _tensorflow()
    gpus = tensorflow.config.list_physical_devices("GPU")
    for gpu in gpus:
        try:
            tensorflow.config.experimental.set_memory_growth(gpu, True)
        except RuntimeError:  # already initialized: growth was enabled the first time
            _log.debug("Memory growth of %s stays as it was.", gpu.name)
    if not gpus:
        return None
    return str(tensorflow.config.experimental.get_device_details(gpus[0]).get("device_name", "GPU"))


def _find_gpu_quietly() -> str | None:
    try:
        return find_gpu()
    except MissingExtraError as error:
        _log.warning("No GPU is looked for. %s", error)
        return None


class CompiledEngine:
    """A network compiled for LiteRT. Small ones are as fast on one thread as on two, and take less processor time."""

    device = "CPU"

    def __init__(self, path: Path, threads: int = 1) -> None:
        from ai_edge_litert.interpreter import Interpreter

        with silence_stderr():
            if (content := _sealed_content(path)) is not None:
                self._interpreter = Interpreter(model_content=content, num_threads=threads)
            else:  # mapped into memory, not read
                self._interpreter = Interpreter(model_path=str(path), num_threads=threads)
            [self._input] = self._interpreter.get_input_details()
            [self._output] = self._interpreter.get_output_details()
            self._shape: tuple[int, ...] = ()
            signature = self._input["shape_signature"][1:]
            self(np.zeros((1, *(_WARM_UP_SIDE if side < 0 else side for side in signature)), np.float32))
        self.shape = Shape(tuple(map(int, signature)), int(self._output["shape"][-1]))

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        # One input at a time: that is what compiled networks take, and batches would save little.
        outputs = [self._run(item) for item in batch]
        return np.stack(outputs) if outputs else np.zeros((0, self._output["shape"][-1]), np.float32)

    def _run(self, item: NDArray[np.float32]) -> NDArray[np.float32]:
        if item.shape != self._shape:  # the first input, or a network for pictures of any size
            self._interpreter.resize_tensor_input(self._input["index"], (1, *item.shape))
            self._interpreter.allocate_tensors()
            self._shape = item.shape
        self._interpreter.set_tensor(self._input["index"], item[np.newaxis])
        self._interpreter.invoke()
        return np.asarray(self._interpreter.get_tensor(self._output["index"])[0], np.float32)


def _sealed_content(path: Path) -> bytes | None:
    """The content of a sealed file; None if it is not sealed.

    Raises
    ------
    RuntimeError
        If it cannot be opened: as if LiteRT had refused it.
    """
    try:
        return data_files.read(path) if data_files.is_sealed(path) else None
    except OSError as error:
        raise RuntimeError(f"{path.name} cannot be opened") from error


class KerasEngine:
    """A Keras network on TensorFlow, run as a traced function with fixed shapes, which is faster than `predict`."""

    def __init__(self, build_keras: Callable[[], Any], gpu: str | None) -> None:
        TRAIN.require(_KERAS_NETWORK)
        tensorflow = _tensorflow()
        self._model: Any = build_keras()
        self.device = gpu or "CPU (Keras)"
        place = "/GPU:0" if gpu else "/CPU:0"

        def run(batch: Any) -> Any:
            with tensorflow.device(place):
                return self._model(batch, training=False)

        self._run: Callable[[Any], Any] = tensorflow.function(run)
        shape = tuple(side or _WARM_UP_SIDE for side in self._model.input_shape[1:])
        self.shape = Shape(tuple(side or -1 for side in self._model.input_shape[1:]), self._model.output_shape[-1])
        for size in _BATCH_SIZES if gpu else (1,):
            self(np.zeros((size, *shape), np.float32))

    def __call__(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        if not len(batch):
            return np.zeros((0, self._model.output_shape[-1]), np.float32)
        size = _BATCH_SIZES[-1]
        return np.concatenate([self._run_padded(batch[start : start + size]) for start in range(0, len(batch), size)])

    def _run_padded(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        size = next(size for size in _BATCH_SIZES if size >= len(batch))
        padded = np.zeros((size, *batch.shape[1:]), np.float32)
        padded[: len(batch)] = batch
        return np.asarray(self._run(padded))[: len(batch)]


@contextlib.contextmanager
def silence_stderr() -> Iterator[None]:
    """Discard what native code writes to stderr. Errors are raised as exceptions all the same."""
    try:
        original = os.dup(2)
    except OSError:  # a window without a terminal has no stderr
        yield
        return
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(original, 2)
        os.close(null)
        os.close(original)


def _tensorflow() -> Any:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    socket.has_ipv6 = False  # TensorFlow imports urllib3, which would open a socket to find out
    try:
        with silence_stderr():
            import tensorflow
    except ImportError as error:  # a library of the system, or of another version
        raise MissingExtraError(
            "TensorFlow is installed, but cannot be loaded: {reason}.",
            hint="Install it again: {command}",
            reason=str(error).rstrip("."),
            command=TRAIN.command,
        ) from error
    return tensorflow
