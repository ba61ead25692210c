"""What a network sees of a face: its chip, its first filters, and what some of its layers answer.

Keras is needed for that, so training's process does it (`visavis_training.networks.activations`);
here it is asked, and heard.
Everything passes through a private folder that is deleted afterwards (`visavis.storage.tempdirs`).
"""

import contextlib
import logging
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.faces import alignment
from visavis.imaging.image import Image
from visavis.messages import from_record
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input, published
from visavis.people.samples import FaceCrop
from visavis.process import child
from visavis.storage import arrays, tempdirs
from visavis.storage.paths import DataFolders

#: Inside the folder: what is asked, and what is answered.
ASKED, ANSWERED = "asked.npz", "answered.npz"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivations:
    """What one layer answers to a chip."""

    name: str
    channels: int  #: how many maps it has
    maps: NDArray[np.uint8]
    """The maps that vary most, that first, shape (n, height, width); each from its least to its most."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkActivations:
    """What one network sees of a face."""

    network: str  #: "embedding" or "cnn64"
    chip: Image  #: BGR
    filters: NDArray[np.uint8]
    """Of the first layer, shape (n, height, width, 3), BGR; gray is zero."""
    layers: tuple[LayerActivations, ...]  #: from the chip on


def chips(seen: FaceCrop) -> dict[str, Image]:
    """The chip of a face for each network, BGR, uint8."""
    face = seen.face
    if face.landmarks is None:
        [aligned] = alignment.fallback_chips(seen.image, [face.box])
    else:
        [aligned] = alignment.aligned_chips(seen.image, face.landmarks[np.newaxis])
    return {
        "embedding": aligned,
        "cnn64": cnn64_input.chip(seen.image, seen.face.box),
    }


class Inspection:
    """One look into the networks. One thread runs it; any thread may cancel.

    Parameters
    ----------
    folders : Folders
    seen : callable
        Gives the face; called first, on the thread that runs this.
    command : callable
        Says what to start; the seam for tests.
    """

    def __init__(
        self,
        folders: DataFolders,
        seen: Callable[[], FaceCrop],
        command: Callable[..., Sequence[str]] = child.command,
    ) -> None:
        self._folders = folders
        self._seen = seen
        self._command = command
        self._run: child.ChildProcess | None = None
        self._cancelled = False

    def __call__(self) -> tuple[NetworkActivations, ...]:
        """What each network sees that there is: `embedding`, and `cnn64` where one was trained. Nothing if cancelled.

        Raises
        ------
        ModelError
            If a network cannot be looked into.
        DiskError
            If the disk refuses.
        """
        shown = chips(self._seen())
        with tempdirs.create(self._folders.insight) as folder:
            asked, answered = folder / ASKED, folder / ANSWERED
            files = {"embedding": published.ensure(self._folders)[published.EMBEDDING].network, **self._trained()}
            arrays.write(asked, {name: shown[name] for name in files})
            arguments = [f"{name}={path}" for name, path in files.items()]
            self._look(self._command("insight", "--into", str(folder), "--json", *arguments))
            return () if self._cancelled else tuple(_read(answered, shown))

    def cancel(self) -> None:
        """End it; nobody waits for it any more."""
        self._cancelled = True
        if self._run is not None:
            self._run.cancel()

    def _trained(self) -> dict[str, Path]:
        """The network of the `cnn64` in use, or of the newest one; empty where there is none."""
        store = ModelStore(self._folders.models)
        current = store.current_id()
        for model_id in [*([current] if current else []), *reversed(store.ids())]:
            with contextlib.suppress(ModelError):
                if store.card(model_id).network == "cnn64":
                    return {"cnn64": store.path(model_id, NETWORK_FILE)}
        return {}

    def _look(self, command: Sequence[str]) -> None:
        run = self._run = child.ChildProcess(self._folders, "insight", command)
        if self._cancelled:
            return
        for _ in run:
            pass
        if run.status == 0 or run.cancelled:
            return
        if run.last.get("event") == "failed":
            raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"))
        _log.warning("Looking into the networks ended with status %s.", run.status)
        raise ModelError(
            "The activations of the networks could not be computed.", hint="The log says why: {log}", log=run.log
        )


def answer(insights: Sequence[NetworkActivations]) -> dict[str, NDArray[Any]]:
    """Insights as arrays to be written; without the chips, which whoever asked has."""
    result: dict[str, NDArray[Any]] = {}
    for insight in insights:
        result[f"{insight.network}/filters"] = insight.filters
        for number, layer in enumerate(insight.layers):
            key = f"{insight.network}/{number}/{layer.channels}/{layer.name}"
            result[key] = layer.maps
    return result


def tiled(pictures: NDArray[np.uint8], columns: int, side: int, gap: int = 4) -> NDArray[np.uint8]:
    """Small pictures in rows, each enlarged to `side` pixels without smoothing.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (n, height, width) or (n, height, width, 3)
    columns : int
        Across.
    side : int
        Of each, in pixels.
    gap : int
        Between two, in pixels.

    Returns
    -------
    ndarray of uint8, shape (height, width, 4)
        BGRA; what lies between the pictures is transparent.
    """
    rows = math.ceil(len(pictures) / columns)
    step = side + gap
    result = np.zeros((max(rows * step - gap, 1), columns * step - gap, 4), np.uint8)
    height, width = pictures.shape[1:3]
    down = np.arange(side) * height // side
    across = np.arange(side) * width // side
    for index, picture in enumerate(pictures):
        top, left = index // columns * step, index % columns * step
        enlarged = picture[down][:, across]
        result[top : top + side, left : left + side, :3] = enlarged if enlarged.ndim == 3 else enlarged[..., np.newaxis]
        result[top : top + side, left : left + side, 3] = 255
    return result


def _read(path: Path, shown: dict[str, Image]) -> Iterator[NetworkActivations]:
    try:
        found = arrays.read(path)
    except (OSError, ValueError) as error:
        raise ModelError("The activations of the networks cannot be read.", hint="Try again.") from error
    for network, chip in shown.items():
        if f"{network}/filters" not in found:
            continue
        keys = [key.split("/", 3) for key in found if key.startswith(f"{network}/") and key.count("/") > 2]
        keys.sort(key=lambda parts: int(parts[1]))
        layers = tuple(
            LayerActivations(name, int(channels), found[f"{network}/{number}/{channels}/{name}"])
            for _, number, channels, name in keys
        )
        yield NetworkActivations(network, chip, found[f"{network}/filters"], layers)
