"""The file of the autoencoder in the data folder. Its weights come from people's chips, so forgetting deletes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import keras

from visavis.errors import ModelError, TrainingError
from visavis.models import denoiser
from visavis.models.denoiser import DENOISER_FILE
from visavis.models.store import ModelStore
from visavis.networks import keras_file
from visavis.people.store import PeopleStore
from visavis.storage import data_files, disk
from visavis.storage.paths import DataFolders
from visavis_training.publishing import software_versions

#: Version of the card.
_VERSION = 1


def write(folders: DataFolders, model: keras.Model, about: Mapping[str, Any], slugs: Collection[str]) -> Path:
    """Write an autoencoder and its card, in place of an earlier one; return the path of the network.

    Parameters
    ----------
    about : mapping
        What the card says of the training: counts and figures, nobody's name.
    slugs : collection of str
        Of the people that it learned from.

    Raises
    ------
    TrainingError
        If one of the people was forgotten meanwhile: their pictures must not live on in the weights.
    DiskError
        If it cannot be written.
    """
    store = ModelStore(folders.models)
    path = folders.models / DENOISER_FILE
    with store.staging_folder() as folder, disk.translate_errors(folder):
        plain = type(model).from_config(model.get_config())  # without the optimizer, which no reader needs
        plain.set_weights(model.get_weights())
        plain.save(folder / path.name)
        content = (folder / path.name).read_bytes()
    created = datetime.now(UTC).isoformat(timespec="seconds")
    card = {"version": _VERSION, "created": created, **about, "software": software_versions()}
    people = PeopleStore(folders.people)
    if not denoiser.write(folders.models, content, card, lambda: people.slugs().issuperset(slugs)):
        raise TrainingError(
            "Somebody was forgotten or deleted during the training, so its result is not kept.",
            hint="Start it again: visavis train --denoise.",
        )
    return path


def load(folders: DataFolders) -> keras.Model:
    """Load the autoencoder of a data folder, compiled for nothing.

    Raises
    ------
    ModelError
        If there is none, or its file has other layers than ours.
    FileError
        If it cannot be read.
    """
    path = folders.models / DENOISER_FILE
    try:
        keras_file.require_plain(path)
    except FileNotFoundError as error:
        raise ModelError("There is no denoiser.", hint="Train one: visavis train --denoise.") from error
    with data_files.plain_file(path) as plain:
        return keras.saving.load_model(plain, compile=False, safe_mode=True)
