"""Converts the published networks once: checks their weights, builds them in Keras, compiles and caches them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from visavis.faces.alignment import to_rgb
from visavis.imaging.crop import cut, resize_square
from visavis.imaging.geometry import Box
from visavis.messages import Message
from visavis.networks import published
from visavis.networks.published import (
    COMPILED_FILE,
    EMBEDDING,
    LANDMARKS,
    NETWORK_FILE,
    NetworkCard,
)
from visavis.process.progress import ProgressCallback
from visavis.sources.demo import Stage
from visavis.storage import disk
from visavis_training.networks import dlib_weights, litert, mtcnn, mtcnn_weights, resnet29

if TYPE_CHECKING:
    import keras

#: How long to wait for another process that prepares the same networks, in seconds.
PATIENCE_S = 600.0

#: Faces in the demo's first frame, on which the compiled networks are compared with Keras.
_FACES = (Box(109, 155, 121, 121), Box(418, 191, 163, 163))

#: Side of the comparison samples for a network with variable input size, in pixels.
_SIDE = 48

#: Prefix of the folders of unfinished conversions.
_STAGING = ".tmp-"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How to build a network from the content of its weights file."""

    build: Callable[[bytes], keras.Model]
    half: bool
    """Whether the compiled network has float16 weights. Measured for ResNet-29: 11.2 MB instead of 22.5, 10 MB less
    memory, equally fast. For the small O-Net: a sixth slower, with no less memory."""


def _build_mtcnn(name: str, content: bytes) -> keras.Model:
    return mtcnn.build(name, mtcnn_weights.parse(content, name))


#: How to convert each network, by its name.
CONVERSIONS = {
    EMBEDDING: Conversion(lambda content: resnet29.build(dlib_weights.parse(content)), half=True),
    LANDMARKS: Conversion(partial(_build_mtcnn, LANDMARKS), half=False),
}


def prepare(cache: Path, on_progress: ProgressCallback) -> None:
    """Convert the networks that the cache lacks. Each is written atomically.

    Parameters
    ----------
    cache : Path
        `visavis.storage.paths.DataFolders.networks`.
    on_progress : callable
        Takes a message for each network that is converted.

    Raises
    ------
    ModelError
        If a package is missing or altered, or a network in the cache is.
    DiskError
        If the cache cannot be written, or another process locks it for ten minutes.
    """
    with disk.lock(cache, wait_s=PATIENCE_S):
        for leftover in cache.glob(f"{_STAGING}*"):  # left by a killed process, as no other one has the lock
            shutil.rmtree(leftover, ignore_errors=True)
        for name, conversion in CONVERSIONS.items():
            if published.find_prepared(cache, name) is None:
                on_progress(Message("Preparing the network {name}; this is done once.", name=name))
                _convert(NetworkCard.load(name), conversion, cache)


def _convert(network: NetworkCard, conversion: Conversion, cache: Path) -> None:
    model = conversion.build(network.weights.read())
    final = cache / network.id
    staged = cache / f"{_STAGING}{network.id}"
    with disk.translate_errors(final):
        try:
            disk.make_private(staged)
            _save(model, staged / NETWORK_FILE)
            note = _compile(model, conversion, staged / COMPILED_FILE)
            disk.write_json(staged / published.CARD_FILE, _card(network, staged, note))
            os.replace(staged, final)
            disk.sync(cache)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _save(model: keras.Model, path: Path) -> None:
    model.save(path)
    path.chmod(0o600)
    disk.sync(path)


def _compile(model: keras.Model, conversion: Conversion, path: Path) -> str | None:
    """Write the compiled network if it matches Keras. Otherwise return a note for the card."""
    disk.write_whole(path, litert.compile_model(model, half=conversion.half))
    if litert.matches_keras(path, model, comparison_samples(model.input_shape[1] or _SIDE)):
        return None
    path.unlink()
    return "The compiled network did not agree with Keras on this computer, so there is none."


def _card(network: NetworkCard, folder: Path, note: str | None) -> dict[str, object]:
    files = (path for path in sorted(folder.iterdir()) if path.name != published.CARD_FILE)
    return {
        "version": published.CARD_VERSION,
        "name": network.name,
        "source": {"package": network.package, "file": network.file, "sha256": network.sha256},
        "input": dict(network.input),
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
        "notes": [note] if note else [],
    }


def comparison_samples(side: int) -> NDArray[np.float32]:
    """Samples for comparing networks: two faces of the demo, their mirror images, and two pictures of noise.

    Returns
    -------
    ndarray of float32, shape (6, side, side, 3)
        RGB 0..255.
    """
    picture = Stage().picture(0)
    faces = [resize_square(cut(picture, box), side) for box in _FACES]
    noise = np.random.default_rng(0).integers(0, 256, (2, side, side, 3), np.uint8)
    return to_rgb(np.stack([*faces, *(face[:, ::-1] for face in faces), *noise]))
