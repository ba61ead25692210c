"""What a network sees of a face: its chip, the filters of its first layer, and the activations of some layers.

This needs Keras, so a process of training computes it (`visavis_training.networks.activations`). Input and output are
files in a private folder that is deleted afterwards (`visavis.storage.tempdirs`).
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

from visavis.errors import FileError, ModelError
from visavis.faces import alignment
from visavis.imaging.image import Image
from visavis.messages import from_record
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input
from visavis.people.samples import FaceCrop
from visavis.process import child
from visavis.storage import arrays, tempdirs
from visavis.storage.paths import DataFolders

#: File in the folder with the chips.
INPUT_FILE = "asked.npz"
#: File in the folder with the filters and the activations.
OUTPUT_FILE = "answered.npz"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivations:
    """The activations of one layer for a chip."""

    name: str
    channels: int  #: number of maps of the layer
    maps: NDArray[np.uint8]
    """The maps with the largest variance first, shape (n, height, width), each scaled to its own range."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkActivations:
    """What one network sees of a face."""

    network: str  #: "embedding" or "cnn64"
    chip: Image  #: BGR
    filters: NDArray[np.uint8]
    """Of the first layer, shape (n, height, width, 3), BGR; gray is zero."""
    layers: tuple[LayerActivations, ...]  #: in the order of the network


def network_chips(crop: FaceCrop) -> dict[str, Image]:
    """Return the chip of a face for each network, BGR, uint8."""
    face = crop.face
    if face.landmarks is None:
        [aligned] = alignment.fallback_chips(crop.image, [face.box])
    else:
        [aligned] = alignment.aligned_chips(crop.image, face.landmarks[np.newaxis])
    return {"embedding": aligned, "cnn64": cnn64_input.chip(crop.image, face.box)}


class Inspection:
    """One inspection of the networks. One thread runs it; any thread may cancel it.

    Parameters
    ----------
    folders : DataFolders
    get_crop : callable
        Returns the face; called first, on the thread that runs the inspection.
    command : callable
        Returns the command line of the process; tests replace it.
    """

    def __init__(
        self,
        folders: DataFolders,
        get_crop: Callable[[], FaceCrop],
        command: Callable[..., Sequence[str]] = child.command,
    ) -> None:
        self._folders = folders
        self._get_crop = get_crop
        self._command = command
        self._run: child.ChildProcess | None = None
        self._cancelled = False

    def __call__(self) -> tuple[NetworkActivations, ...]:
        """Return what each network sees: `embedding`, and `cnn64` if one was trained. Empty if cancelled.

        Raises
        ------
        ModelError
            If a network cannot be inspected.
        DiskError
            If the files cannot be written.
        """
        chips = network_chips(self._get_crop())
        with tempdirs.create(self._folders.insight) as folder:
            cnn64 = self._trained_cnn64()
            arrays.write(folder / INPUT_FILE, {name: chips[name] for name in ("embedding", *cnn64)})
            arguments = ["embedding", *(f"{name}={path}" for name, path in cnn64.items())]
            self._run_process(self._command("insight", "--into", str(folder), "--json", *arguments))
            return () if self._cancelled else tuple(_read(folder / OUTPUT_FILE, chips))

    def cancel(self) -> None:
        """End the inspection; its result is not needed any more."""
        self._cancelled = True
        if self._run is not None:
            self._run.cancel()

    def _trained_cnn64(self) -> dict[str, Path]:
        """Return the network of the `cnn64` in use, or of the newest one; empty if there is none."""
        store = ModelStore(self._folders.models)
        current = store.current_id()
        for model_id in [*([current] if current else []), *reversed(store.ids())]:
            with contextlib.suppress(ModelError):
                if store.card(model_id).network == "cnn64":
                    return {"cnn64": store.path(model_id, NETWORK_FILE)}
        return {}

    def _run_process(self, command: Sequence[str]) -> None:
        run = self._run = child.ChildProcess(self._folders, "insight", command)
        if self._cancelled:
            return
        for _ in run:
            pass
        if run.status == 0 or run.cancelled:
            return
        if run.last.get("event") == "failed":
            extra = str(run.last.get("extra", ""))
            raise ModelError(from_record(run.last, "error"), hint=from_record(run.last, "hint"), extra=extra)
        _log.warning("The inspection of the networks ended with status %s.", run.status)
        raise ModelError(
            "The activations of the networks could not be computed.", hint="The log says why: {log}", log=run.log
        )


def to_arrays(activations: Sequence[NetworkActivations]) -> dict[str, NDArray[Any]]:
    """Convert activations to named arrays for the output file. The chips are left out: the caller has them."""
    result: dict[str, NDArray[Any]] = {}
    for each in activations:
        result[f"{each.network}/filters"] = each.filters
        for number, layer in enumerate(each.layers):
            key = f"{each.network}/{number}/{layer.channels}/{layer.name}"
            result[key] = layer.maps
    return result


def tile(pictures: NDArray[np.uint8], columns: int, side: int, gap: int = 4) -> NDArray[np.uint8]:
    """Arrange small pictures in rows, each enlarged to `side` pixels without smoothing.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (n, height, width) or (n, height, width, 3)
    columns : int
        Pictures in a row.
    side : int
        Side of an enlarged picture, in pixels.
    gap : int
        Distance between two pictures, in pixels.

    Returns
    -------
    ndarray of uint8, shape (height, width, 4)
        BGRA; the gaps are transparent.
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


def _read(path: Path, chips: dict[str, Image]) -> Iterator[NetworkActivations]:
    try:
        found = arrays.read(path)
    except (OSError, FileError) as error:
        raise ModelError("The activations of the networks cannot be read.", hint="Try again.") from error
    for network, chip in chips.items():
        if f"{network}/filters" not in found:
            continue
        keys = [key.split("/", 3) for key in found if key.startswith(f"{network}/") and key.count("/") > 2]
        keys.sort(key=lambda parts: int(parts[1]))
        layers = tuple(
            LayerActivations(name, int(channels), found[f"{network}/{number}/{channels}/{name}"])
            for _, number, channels, name in keys
        )
        yield NetworkActivations(network, chip, found[f"{network}/filters"], layers)
