"""The folder with a folder per model: reading it."""

import contextlib
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from visavis.errors import DiskError, FileError, ModelError
from visavis.models import history
from visavis.models.card import ModelCard
from visavis.storage import data_files, deletion, disk

#: The whole network, for Keras.
NETWORK_FILE = "model.keras"
#: The templates of a model: embeddings of an `embedding` model, features of a `cnn64` model (`models.templates`).
TEMPLATES_FILE = "templates.npz"
#: State of an interrupted training, in the folder of all models.
UNFINISHED_FILE = ".training/state.npz"
#: The model's card (`models.card.ModelCard`).
CARD_FILE = "card.json"
#: Prefix of folders of models that are being built or deleted.
STAGING = ".staging-"
#: Note on the card of a model whose Keras network is still to be built.
_NETWORK_TO_BUILD = "There is no Keras network yet: it is built from the templates once Keras is installed."
#: What a model's ID may be.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


def digest(path: Path) -> str:
    """The sha256 of a file, in hex.

    Raises
    ------
    ModelError
        If it is missing or cannot be read.
    """
    try:
        return hashlib.sha256(data_files.read(path)).hexdigest()
    except FileNotFoundError as error:
        raise ModelError("{file} of model {model} is missing.", file=path.name, model=path.parent.name) from error
    except OSError as error:
        raise ModelError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
    except FileError as error:  # it is sealed
        raise ModelError(error.message, hint=error.hint) from error


def with_files(card: ModelCard, files: Mapping[str, str]) -> ModelCard:
    """The card of a model that has these files, with a note if its Keras network is still to be built.

    Parameters
    ----------
    files : mapping of str to str
        File name to sha256.
    """
    notes = tuple(note for note in card.notes if note != _NETWORK_TO_BUILD)
    card = replace(card, files=dict(files), notes=notes)
    return replace(card, notes=(*notes, _NETWORK_TO_BUILD)) if _is_without_network(card) else card


def _is_without_network(card: ModelCard) -> bool:
    """Whether a model of templates has no Keras network, which can be built from them."""
    return TEMPLATES_FILE in card.files and NETWORK_FILE not in card.files and not card.retired


class ModelFolder:
    """The models as they are on disk now. A link to a folder is no model."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ids(self) -> list[str]:
        """The IDs of all models, oldest first.

        Raises
        ------
        ModelError
            If the folder cannot be read: there may be models in it.
        """
        try:
            names = sorted(os.listdir(self.folder))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ModelError(
                "{folder} cannot be read: {reason}.",
                hint=disk.hint(error, self.folder),
                folder=self.folder,
                reason=disk.reason(error),
            ) from error
        return [name for name in names if self.has(name) and os.path.lexists(self.folder / name / CARD_FILE)]

    def has(self, model_id: str) -> bool:
        """Whether there is a folder of a model with that ID."""
        return bool(_ID.fullmatch(model_id)) and deletion.is_folder(self.folder / model_id)

    def current_id(self) -> str | None:
        """The ID of the model in use, or None (`history.read_current`)."""
        return history.read_current(self.folder)

    def card(self, model_id: str) -> ModelCard:
        """The card of a model. Its files are not verified.

        Raises
        ------
        ModelError
            If there is no such model, or its card is broken or of a newer version.
        """
        path = self.path(model_id, CARD_FILE)
        if not self.has(model_id) or not path.is_file():
            raise self._unknown(model_id)
        return ModelCard.load(path)

    def verified_card(self, model_id: str) -> ModelCard:
        """The card of a model, after verifying that its files are complete and unaltered.

        Raises
        ------
        ModelError
            If the model cannot be used: unknown, retired, incomplete, or altered.
        """
        card = self.card(model_id)
        if card.retired:
            raise ModelError(
                "Model {model} is retired: {reason}.",
                hint="Train a new one: visavis train.",
                model=model_id,
                reason=card.retirement,
            )
        for name, expected in card.files.items():
            if digest(self.path(model_id, name)) not in {expected, card.superseded.get(name)}:
                raise ModelError(
                    "{name} of model {model} is not the file that was published.", name=name, model=model_id
                )
        return card

    def is_training(self) -> bool:
        """Whether a process trains now: it may publish a model that knows people who were forgotten meanwhile."""
        folder = (self.folder / UNFINISHED_FILE).parent
        if not (folder / disk.LOCK_FILE).is_file():
            return False
        try:
            with disk.lock(folder, wait_s=0):
                return False
        except DiskError:
            return True

    def path(self, model_id: str, name: str) -> Path:
        """The path of a file of a model."""
        return self.folder / model_id / name

    def trunk_ids(self) -> set[str]:
        """The `network_id` of every model with a fine-tuned trunk."""
        found = set()
        for model_id in self.ids():
            with contextlib.suppress(ModelError):
                card = self.card(model_id)
                if card.is_fine_tuned:
                    found.add(card.network_id)
        return found

    def ids_without_network(self) -> list[str]:
        """The IDs of the models of templates that have no Keras network.

        It was removed when a person was forgotten, or it was not built yet. Their cards have a note about it.
        """
        found = []
        for model_id in self.ids():
            with contextlib.suppress(ModelError):
                if _is_without_network(self.card(model_id)):
                    found.append(model_id)
        return found

    @staticmethod
    def _unknown(model_id: str) -> ModelError:
        return ModelError(
            "There is no model {model}.", hint="See which there are: visavis models list.", model=repr(model_id)
        )
