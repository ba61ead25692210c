"""Publishes a network that was trained from scratch as a model."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
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
from visavis.training_client.trainer import Event
from visavis_training.data.faces import Faces
from visavis_training.data.split import RowIndices
from visavis_training.fitting.threshold import FittedThreshold
from visavis_training.networks import litert
from visavis_training.recipe import Recipe

if TYPE_CHECKING:
    import keras

REPORT = REPORT_FILE
#: Largest difference allowed between a probability of the compiled network and Keras'.
MAX_DIFFERENCE = 1e-3

#: What a report keeps of each epoch.
_CURVE = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy")

#: Packages whose versions are on the card.
_PACKAGES = ("keras", "tensorflow", "numpy", "opencv-python-headless")


def publish(
    store: ModelStore,
    network: keras.Model,
    faces: Faces,
    held_out: RowIndices,
    recipe: Recipe,
    chips: NDArray[np.float32],
    *,
    fitted: FittedThreshold,
    metrics: dict[str, Any],
    report: dict[str, Any],
    write_more: Callable[[Path], None] = lambda _: None,
) -> ModelCard:
    """Publish a network with its card, its compiled form and its report, and make it the current model.

    Parameters
    ----------
    network : keras.Model
        As it answers live (`visavis_training.cnn64.network.inference_network`).
    held_out : ndarray of int
        Rows of `faces` that were not learned from.
    chips : ndarray of float32, shape (n, 64, 64, 3)
        The compiled network is checked on these. Where it disagrees with Keras it is left out, and the card notes it.
    write_more : callable
        Writes further files of the model to a folder.

    Raises
    ------
    DiskError
        If it cannot be written. The model in use stays.
    """
    card = ModelCard(
        id=store.new_id("cnn64"),
        network="cnn64",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        people=tuple(Member(person.slug, person.name) for person in faces.people),
        input=InputSpec("chip", CNN64_INPUT_VERSION, CNN64_SIDE),
        threshold=fitted.threshold,
        thresholds=fitted.thresholds,
        own_searches=fitted.own_searches,
        calibration=fitted.calibration,
        measured_on=str(fitted.measured_on),
        recipe=asdict(recipe),
        metrics=metrics,
        data=faces.manifest,
        held_out=faces.hashes_of(held_out),
        software=software_versions(),
    )
    return publish_network(store, network, card, chips, report=report, write_more=write_more)


def publish_network(
    store: ModelStore,
    network: keras.Model,
    card: ModelCard,
    pictures: NDArray[np.float32],
    *,
    report: dict[str, Any],
    write_more: Callable[[Path], None] = lambda _: None,
    use: bool = True,
) -> ModelCard:
    """Publish a network with its card, its compiled form and its report.

    Parameters
    ----------
    pictures : ndarray of float32, shape (n, side, side, 3)
        The compiled network is checked on these. Where it disagrees with Keras it is left out, and the card notes it.
    write_more : callable
        Writes further files of the model to a folder.
    use : bool
        Whether it becomes the model in use.

    Raises
    ------
    DiskError
        If it cannot be written. The model in use stays.
    """
    with store.staging_folder() as folder, disk.translate_errors(folder):
        network.save(folder / NETWORK_FILE)
        (folder / NETWORK_FILE).chmod(0o600)
        with silence_stderr():
            compiled = litert.compile_model(network)
        disk.write_whole(folder / COMPILED_FILE, compiled)
        notes = []
        if not _matches_keras(folder / COMPILED_FILE, network, pictures):
            (folder / COMPILED_FILE).unlink()
            notes.append("The compiled network did not agree with Keras on this computer, so there is none.")
        write_more(folder)
        disk.write_json(folder / REPORT, {"version": 1, **report, "model": card.id})
        return store.publish(folder, replace(card, notes=tuple(notes)), use=use)


def select_curve(epochs: Iterable[Event]) -> list[dict[str, Any]]:
    """The learning curve of a report: of each event "epoch" the number, the losses and the accuracies."""
    return [{name: epoch.get(name) for name in _CURVE} for epoch in epochs]


def software_versions() -> dict[str, str]:
    """The versions of the packages that make a model, for its card. Those that are not installed are left out."""
    installed = {}
    for name in _PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            installed[name] = version(name)
    return {"visavis": visavis.__version__, "python": platform.python_version(), **installed}


def _matches_keras(path: Path, model: keras.Model, chips: NDArray[np.float32]) -> bool:
    try:
        probabilities = CompiledEngine(path)(chips)
    except (ValueError, RuntimeError, ImportError):  # as in `visavis.networks.engine.load`, which falls back to Keras
        return False
    expected = np.asarray(model.predict(chips, verbose=0))
    return bool(np.all(np.abs(probabilities - expected) <= MAX_DIFFERENCE))  # also false for NaN
