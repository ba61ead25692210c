"""The published networks: read from their packages, and compiled once into the cache.

The cards `models/*.json` name the package and the file that each network comes from. Neither TensorFlow nor Keras is
needed to compile one, and it takes less than a second.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DiskError, FileError, ModelError
from visavis.messages import Message
from visavis.networks import engine
from visavis.networks.engine import CompiledEngine, Device, Engine
from visavis.networks.packaged_file import PackagedFile
from visavis.networks.sequential import SequentialNetwork
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.storage import disk, paths, reader
from visavis.storage.reader import JsonFormat

if TYPE_CHECKING:
    from visavis.networks.litert_file import Precision

#: SFace, which embeds faces.
EMBEDDING = "sface"
#: O-Net, which verifies faces and finds their landmarks.
LANDMARKS = "onet"
#: YuNet, which finds candidates for faces. OpenCV reads its file as it is.
DETECTION = "yunet"
#: All published networks that are compiled.
NAMES = (EMBEDDING, LANDMARKS)

COMPILED_FILE = "model.tflite"
_CARD_FILE = "card.json"
#: Maximum size of a compiled network, in bytes: the largest, stored as float32, takes 37 MB.
_MAX_BYTES = 200_000_000
#: What to do if the cache cannot be written.
CACHE_HINT = Message("Make space or give permission there, or choose another folder for the cache: VISAVIS_CACHE=DIR.")
#: Prefix of the folders of unfinished compilations.
_STAGING = ".tmp-"
#: How long to wait for another process that compiles the same networks, in seconds.
_PATIENCE_S = 60.0

#: How the weights of each network are stored, best first; the next is tried if the outputs are wrong on this processor.
#: O-Net is so small that int8 makes nothing faster.
PRECISIONS: "dict[str, tuple[Precision, ...]]" = {EMBEDDING: ("int8", "float16", "float32"), LANDMARKS: ("float32",)}

_log = logging.getLogger(__name__)


class _SourceRecord(TypedDict):
    package: str
    versions: str
    file: str
    sha256: str


class _NetworkRecord(TypedDict):
    source: _SourceRecord
    input: dict[str, Any]
    conversion: NotRequired[int]
    check: NotRequired[dict[str, Any]]


class _CompiledRecord(TypedDict):
    files: dict[str, str]


_NETWORK_FORMAT = JsonFormat(_NetworkRecord, version=1, hint=Message("Install Visavis again."))
#: The card.json of a compiled network; those of other versions are compiled again.
_COMPILED_FORMAT = JsonFormat(_CompiledRecord, version=2, hint=Message("Delete it: the network is compiled again."))


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """A shipped card: where published weights are found, and what the network answers."""

    name: str
    weights: PackagedFile
    input: Mapping[str, Any]
    """Shape, dtype, colors and range of the input of the network."""
    conversion: int
    """Version of the conversion: increased whenever the same file is converted to a different network. 0: the file is
    used as it is."""
    check: Mapping[str, Any]
    """`output`: what the network answers to `check_input`. `cosine`: the least cosine of a compiled network to it."""

    @classmethod
    def load(cls, name: str) -> Self:
        """Load the card of a published network.

        Raises
        ------
        ModelError
            If it is missing or broken, and so the installation is.
        """
        try:
            values = reader.read_json(
                paths.shipped_data_folder("models") / f"{name}.json", _NETWORK_FORMAT, lambda record: record
            )
        except (OSError, FileError) as error:
            raise ModelError(
                "The card of the published network {name} is missing or broken.",
                hint=_NETWORK_FORMAT.hint,
                name=name,
            ) from error
        weights = PackagedFile(name, **values["source"])
        return cls(name, weights, values["input"], values.get("conversion", 0), values.get("check", {}))

    @property
    def id(self) -> str:
        """Name of its folder in the cache. Changes with the weights and with the conversion."""
        return f"{self.name}-{self.weights.sha256[:16]}-v{self.conversion}"

    def is_answer(self, output: NDArray[np.float32]) -> bool:
        """Whether a network's output for `check_input` is that of the published network, by cosine."""
        expected = np.asarray(self.check["output"], np.float32)
        lengths = float(np.linalg.norm(expected) * np.linalg.norm(output))
        return bool(lengths > 0 and float(expected @ output) / lengths >= self.check["cosine"])  # false for NaN


def check_input(side: int) -> NDArray[np.float32]:
    """Return the picture on which compiled networks are checked: waves of another frequency in each channel.

    Parameters
    ----------
    side : int
        In pixels.

    Returns
    -------
    ndarray of float32, shape (1, side, side, 3)
        RGB 0..255: 127.5 + 127.5 sin(2 pi f x / side) cos(2 pi f y / side), with f = 1, 2 and 3.
    """
    angles = 2 * np.pi * np.arange(side) / side
    waves = [np.cos(f * angles)[:, np.newaxis] * np.sin(f * angles) for f in (1, 2, 3)]
    return (127.5 + 127.5 * np.stack(waves, axis=-1)[np.newaxis]).astype(np.float32)


def parse(name: str) -> SequentialNetwork:
    """Read a published network from its package.

    Raises
    ------
    ModelError
        If the package is missing, or the file is another one.
    """
    from visavis.networks import onet, sface  # like `litert_file`, needed once: together they take 10 ms to import

    parsers: dict[str, Callable[[bytes], SequentialNetwork]] = {EMBEDDING: sface.parse, LANDMARKS: onet.parse}
    return parsers[name](NetworkCard.load(name).weights.read())


def load(
    cache: Path,
    name: str,
    device: Device = "auto",
    threads: int = 1,
    on_progress: ProgressCallback = ignore_progress,
) -> Engine:
    """Load a published network; compile it first if the cache lacks it.

    Parameters
    ----------
    cache : Path
        `DataFolders.networks`.
    device, threads
        See `engine.load`.
    on_progress : callable
        See `ensure`.

    Raises
    ------
    ModelError
        If the package of the network is missing or altered.
    DeviceError
        If `device` is "gpu" and there is none.
    DiskError
        If the cache cannot be written.
    """
    ensure(cache, (name,), on_progress)
    return engine.load(partial(_build_keras, name), find_compiled(cache, NetworkCard.load(name)), device, threads)


def _build_keras(name: str) -> Any:
    from visavis.networks import keras_network

    return keras_network.build(parse(name))


def ensure(cache: Path, names: tuple[str, ...] = NAMES, on_progress: ProgressCallback = ignore_progress) -> None:
    """Compile the networks that the cache lacks, or that were altered there. Each is written whole or not at all.

    Parameters
    ----------
    cache : Path
        `DataFolders.networks`.
    on_progress : callable
        Called with a message for each network that is compiled.

    Raises
    ------
    ModelError
        If a package is missing or altered.
    DiskError
        If the cache cannot be written, or another process locks it for a minute.
    """
    missing = [card for name in names if not is_compiled(cache, card := NetworkCard.load(name))]
    if not missing:
        return
    try:
        with disk.lock(cache, wait_s=_PATIENCE_S):
            _remove_leftovers(cache)
            for card in missing:
                if not is_compiled(cache, card):  # by the process that had the lock
                    on_progress(Message("Preparing the network {name}; this is done once.", name=card.name))
                    _compile(card, cache)
    except DiskError as error:
        raise DiskError(error.message, hint=CACHE_HINT) from error


def is_compiled(cache: Path, card: NetworkCard) -> bool:
    """Whether the cache has the network unaltered, or knows that it cannot be compiled on this computer."""
    try:
        files = reader.read_json(cache / card.id / _CARD_FILE, _COMPILED_FORMAT, lambda record: record["files"])
        return all(_digest(cache / card.id / Path(file).name) == expected for file, expected in files.items())
    except (OSError, FileError):
        return False


def find_compiled(cache: Path, card: NetworkCard) -> Path | None:
    """Return the LiteRT file of a network in the cache; None if there is none."""
    path = cache / card.id / COMPILED_FILE
    return path if path.exists() else None


def write_compiled(
    name: str, build: Callable[[], SequentialNetwork], path: Path, is_answer: Callable[[NDArray[np.float32]], bool]
) -> bool:
    """Write a network as a LiteRT file that works on this processor.

    Parameters
    ----------
    name : str
        The published network whose structure it has.
    build : callable
        Returns the network. It is not kept while the file is checked: both together take much memory.
    path : Path
        Of the LiteRT file; absent afterwards if no precision works.
    is_answer : callable
        Whether an output for `check_input` is right.

    Returns
    -------
    bool
        Whether a file was written.
    """
    from visavis.networks import litert_file

    for precision in PRECISIONS[name]:
        network = build()
        side = network.input_shape[0]
        content = litert_file.compile_network(network, precision)
        del network
        disk.write_whole(path, content)
        del content
        try:
            if is_answer(CompiledEngine(path)(check_input(side))[0]):
                return True
        except (ValueError, RuntimeError, ImportError):  # as in `engine.load`
            _log.warning("LiteRT refuses the compiled network %s.", name, exc_info=True)
        _log.warning("The network %s, stored as %s, is wrong on this computer.", name, precision)
    path.unlink()
    return False


def _compile(card: NetworkCard, cache: Path) -> None:
    final, staged = cache / card.id, cache / f"{_STAGING}{card.id}"
    with disk.translate_errors(final):
        try:
            disk.make_private(staged)
            write_compiled(card.name, partial(parse, card.name), staged / COMPILED_FILE, card.is_answer)
            files = {path.name: _digest(path) for path in staged.iterdir()}
            source = {"package": card.weights.package, "file": card.weights.file, "sha256": card.weights.sha256}
            record = {"version": _COMPILED_FORMAT.version, "name": card.name, "source": source, "files": files}
            disk.write_json(staged / _CARD_FILE, record)
            if final.exists():
                shutil.rmtree(final)
            os.replace(staged, final)
            disk.sync(cache)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _remove_leftovers(cache: Path) -> None:
    """Delete what killed processes left, and the networks of earlier versions of the program."""
    current = {NetworkCard.load(name).id for name in NAMES}
    for folder in _folders(cache):
        if folder.name.startswith(_STAGING) or ((folder / _CARD_FILE).exists() and folder.name not in current):
            shutil.rmtree(folder, ignore_errors=True)


def _folders(cache: Path) -> Iterator[Path]:
    return (path for path in sorted(cache.iterdir()) if path.is_dir())


def _digest(path: Path) -> str:
    return hashlib.sha256(reader.read_bytes(path, _MAX_BYTES)).hexdigest()
