"""From a fitted network to a published model."""

from __future__ import annotations

import platform
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

import visavis
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, REPORT_FILE, ModelStore
from visavis.networks.cnn64_input import CNN64_INPUT_VERSION, CNN64_SIDE
from visavis.networks.engine import CompiledEngine, silence_stderr
from visavis.storage import disk
from visavis_training.cnn64.recipe import Recipe
from visavis_training.cnn64.threshold import Line
from visavis_training.data.faces import Faces
from visavis_training.data.split import Rows
from visavis_training.networks import litert

if TYPE_CHECKING:
    import keras

REPORT = REPORT_FILE
#: Most by which a probability of the compiled network may differ from Keras'.
TOLERANCE = 1e-3

_PACKAGES = ("keras", "tensorflow", "numpy", "opencv-python-headless")


def publish(
    store: ModelStore,
    model: keras.Model,
    faces: Faces,
    held_out: Rows,
    recipe: Recipe,
    chips: NDArray[np.float32],
    *,
    line: Line,
    metrics: dict[str, Any],
    report: dict[str, Any],
) -> ModelCard:
    """Publish a network with all that belongs to it, and put it in use.

    Parameters
    ----------
    held_out : ndarray of int
        Rows of `faces` that nothing was learned from.
    chips : ndarray of float32, shape (n, 64, 64, 3)
        What the compiled network is checked on; where it disagrees with Keras it is left out, and the card says so.

    Raises
    ------
    DiskError
        If it cannot be written; the model in use stays.
    """
    card = ModelCard(
        id=store.new_id("cnn64"),
        network="cnn64",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        people=tuple(Member(person.slug, person.name) for person in faces.people),
        input=InputSpec("chip", CNN64_INPUT_VERSION, CNN64_SIDE),
        threshold=line.threshold,
        thresholds=line.thresholds,
        calibration=line.calibration,
        measured_on=str(line.measured_on),
        recipe=asdict(recipe),
        metrics=metrics,
        data=faces.manifest,
        held_out=faces.hashes_of(held_out),
        software=software(),
    )
    import keras

    with store.staging() as folder, disk.translate_errors(folder):
        bare = keras.Model(model.inputs, model.outputs, name=model.name)  # the same, with nothing to train it by
        bare.save(folder / NETWORK_FILE)
        (folder / NETWORK_FILE).chmod(0o600)
        with silence_stderr():
            compiled = litert.compiled(bare)
        disk.write_whole(folder / COMPILED_FILE, compiled)
        notes = []
        if not _agrees(folder / COMPILED_FILE, bare, chips):
            (folder / COMPILED_FILE).unlink()
            notes.append("The compiled network did not agree with Keras on this computer, so there is none.")
        disk.write_json(folder / REPORT, {"version": 1, **report, "model": card.id})
        return store.publish(folder, replace(card, notes=tuple(notes)))


def software() -> dict[str, str]:
    """What a model is made with."""
    installed = {name: version(name) for name in _PACKAGES}
    return {"visavis": visavis.__version__, "python": platform.python_version(), **installed}


def _agrees(path: Path, model: keras.Model, chips: NDArray[np.float32]) -> bool:
    try:
        given = CompiledEngine(path)(chips)
    except (ValueError, RuntimeError, ImportError):  # as `visavis.networks.engine.load` has it: then Keras serves
        return False
    expected = np.asarray(model.predict(chips, verbose=0))
    return bool(np.all(np.abs(given - expected) <= TOLERANCE))  # false for NaN, too
