"""Published models on disk: publishing, verifying, choosing the current one, and forgetting people."""

import contextlib
import hashlib
import logging
import os
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import ModelError
from visavis.messages import Message
from visavis.models import history
from visavis.models.card import ModelCard
from visavis.models.change import FORGOTTEN, ModelChange, ModelOutcome
from visavis.models.templates import load_templates, save_templates
from visavis.storage import disk

#: The whole network, for Keras.
NETWORK_FILE = "model.keras"
#: The same, compiled for LiteRT.
COMPILED_FILE = "model.tflite"
#: The features of a `cnn64` model, compiled for LiteRT: by them, rejected faces are recognized.
FEATURES_FILE = "features.tflite"
#: The templates of a model: embeddings of an `embedding` model, features of a `cnn64` model (`models.templates`).
TEMPLATES_FILE = "templates.npz"
#: What the training measured.
REPORT_FILE = "report/report.json"
#: The network of a fine-tuned model (`card.TRUNK_FILE`), compiled for LiteRT.
TRUNK_COMPILED_FILE = "trunk.tflite"
#: State of an interrupted training, in the folder of all models.
UNFINISHED_FILE = ".training/state.npz"
#: The model's card (`models.card.ModelCard`).
_CARD_FILE = "card.json"
#: Prefix of folders of models that are being built or deleted; the process ID follows, or "gone-" and the model's.
_STAGING = ".staging-"
#: What a model's ID may be.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")

_log = logging.getLogger(__name__)


def digest(path: Path) -> str:
    """The sha256 of a file, in hex.

    Raises
    ------
    ModelError
        If it is missing or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(
            "{file} of model {model} is missing or cannot be read.", file=path.name, model=path.parent.name
        ) from error


class ModelStore:
    """The published models in a folder: one folder each, and `current`, which names the one in use.

    A model is published whole or not at all. Afterwards, only forgetting a person changes it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ids(self) -> list[str]:
        """The IDs of all models, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(
            path.parent.name for path in self.folder.glob(f"*/{_CARD_FILE}") if _ID.fullmatch(path.parent.name)
        )

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
        path = self.folder / model_id / _CARD_FILE
        if not _ID.fullmatch(model_id) or not path.is_file():
            raise ModelError(
                "There is no model {model}.", hint="See which there are: visavis models list.", model=repr(model_id)
            )
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
            if digest(self.folder / model_id / name) != expected:
                raise ModelError(
                    "{name} of model {model} is not the file that was published.", name=name, model=model_id
                )
        return card

    def path(self, model_id: str, name: str) -> Path:
        """The path of a file of a model."""
        return self.folder / model_id / name

    def new_id(self, network: str) -> str:
        """An unused ID: the time in UTC and the network, so that sorting by ID sorts by age."""
        stem = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{network}"
        taken = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return next(name for name in _candidate_ids(stem) if name not in taken)

    @contextlib.contextmanager
    def staging_folder(self) -> Iterator[Path]:
        """A folder in which to build a model. It is removed afterwards if it was not published."""
        disk.make_private(self.folder)
        folder = disk.make_private(self.folder / f"{_STAGING}{os.getpid()}")
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, staged: Path, card: ModelCard, *, use: bool = True) -> ModelCard:
        """Publish the files in `staged` as a model, by default as the one in use.

        The card gets the hashes of the files, all files are synced to disk, then one rename publishes the model. If
        killed at any point, the store has the whole model or none of it.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        names = sorted(
            p.relative_to(staged).as_posix() for p in staged.rglob("*") if p.is_file() and p.name != _CARD_FILE
        )
        card = replace(card, files={name: digest(staged / name) for name in names})
        card.save(staged / _CARD_FILE)
        try:
            for path in staged.rglob("*"):
                path.chmod(0o700 if path.is_dir() else 0o600)  # Keras and LiteRT apply the umask
                disk.sync(path)
            with disk.lock(self.folder):
                self._sweep(keep=staged)
                os.replace(staged, self.folder / card.id)
                disk.sync(self.folder)
                if use:
                    self._set_current(card.id)
        except OSError as error:
            raise disk.disk_error(error, self.folder / card.id) from error
        return card

    def use(self, model_id: str) -> ModelCard:
        """Put a model in use, after verifying it.

        Raises
        ------
        ModelError
            If it cannot be used.
        """
        card = self.verified_card(model_id)
        with disk.lock(self.folder):
            self._set_current(model_id)
        return card

    def rollback(self) -> ModelCard:
        """Put the model in use again that was in use before the current one.

        Raises
        ------
        ModelError
            If there is none, or it cannot be used.
        """
        usable = [model_id for model_id in history.read(self.folder) if not self._is_retired(model_id)]
        current = self.current_id()
        while usable and usable[-1] == current:
            usable.pop()
        if not usable:
            raise ModelError("There is no earlier model to go back to.", hint="See: visavis models list.")
        card = self.verified_card(usable[-1])
        with disk.lock(self.folder):
            disk.write_whole(self.folder / history.CURRENT_FILE, f"{card.id}\n".encode())
            history.write(self.folder, usable)
        return card

    def _is_retired(self, model_id: str) -> bool:
        """Whether a model may no longer be used, or does not exist. A broken card is reported when it is used."""
        try:
            return bool(self.card(model_id).retired)
        except ModelError:
            return model_id not in self.ids()

    def retire(self, model_id: str, reason: Message) -> None:
        """Mark a model that is not in use as one that may no longer be used. Its files stay.

        Raises
        ------
        ModelError
            If there is no such model.
        """
        with disk.lock(self.folder):
            replace(self.card(model_id), retired=str(reason)).save(self.path(model_id, _CARD_FILE))

    def remove(self, model_id: str) -> None:
        """Delete a model that is not in use.

        Raises
        ------
        ModelError
            If there is no such model, or it is the one in use.
        """
        if not _ID.fullmatch(model_id) or not (self.folder / model_id).is_dir():
            raise ModelError(
                "There is no model {model}.", hint="See which there are: visavis models list.", model=repr(model_id)
            )
        if model_id == self.current_id():
            raise ModelError(
                "Model {model} is in use.", hint="Put another in use first: visavis models use ID.", model=model_id
            )
        with disk.lock(self.folder):
            self._delete(model_id)
            history.write(self.folder, [name for name in history.read(self.folder) if name != model_id])

    def forget_person(self, slug: str, hashes: Collection[str] = ()) -> list[ModelChange]:
        """Remove a forgotten person from every model; return what this did to each model that it changed.

        A model of templates loses the person's template, and its Keras network, whose last layer is made of templates
        (`ids_without_network`, `add_network`). A network that was trained on the person's pictures, from scratch or
        fine-tuned, cannot unlearn them: its files are deleted, and its card is retired. A model whose card cannot be
        read may know the person, and is deleted.

        Parameters
        ----------
        hashes : collection of str
            The hashes of the person's samples. Other people whom a model learned from these samples, before they were
            moved or merged, are removed from it, too.
        """
        changes = []
        self._forget_unfinished()
        for model_id in self.ids():
            try:
                card = self.card(model_id)
            except ModelError:
                with disk.lock(self.folder):
                    self._delete(model_id)
                changes.append(ModelChange(model_id, ModelOutcome.REMOVED))
                continue
            known = {slug} & {*(person.slug for person in card.people), *card.data}
            touched = {other for other, used in card.data.items() if not set(hashes).isdisjoint(used)}
            outcome = None
            for each in sorted(known | touched):
                with disk.lock(self.folder):
                    outcome = self._remove_person(self.card(model_id), each)
            if outcome is not None:
                changes.append(ModelChange(model_id, outcome))
        return changes

    def _forget_unfinished(self) -> None:
        """Delete the weights of an interrupted training, which does not say whom it learned from."""
        path = self.folder / UNFINISHED_FILE
        with disk.translate_errors(path):
            path.unlink(missing_ok=True)

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

        It was removed when a person was forgotten, or it was not built yet.
        """
        found = []
        for model_id in self.ids():
            with contextlib.suppress(ModelError):
                card = self.card(model_id)
                if TEMPLATES_FILE in card.files and NETWORK_FILE not in card.files and not card.retired:
                    found.append(model_id)
        return found

    def add_network(self, card: ModelCard, network: Path) -> ModelCard | None:
        """Add the Keras network that was built from the templates of `card`; None if the model has changed since.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        with disk.lock(self.folder):
            if self.card(card.id) != card:
                return None
            note = "The network was built from the templates."
            hashes = {**card.files, NETWORK_FILE: digest(network)}
            with disk.translate_errors(network):
                network.chmod(0o600)
                disk.sync(network)
                os.replace(network, self.path(card.id, NETWORK_FILE))
            renewed = replace(card, files=hashes, notes=(*card.notes, note))
            renewed.save(self.path(card.id, _CARD_FILE))
            return renewed

    def _remove_person(self, card: ModelCard, slug: str) -> ModelOutcome:
        rest = card.without(slug)
        if card.network != "embedding" or card.is_fine_tuned or card.retired or len(rest.people) == 0:
            return self._retire(rest)
        path = self.path(card.id, TEMPLATES_FILE)
        try:
            templates = load_templates(path)
        except ModelError:
            return self._retire(rest)
        templates.pop(slug, None)
        # the network's last layer is made of templates, and the report has names
        self._clear(card.id, keep={_CARD_FILE, TEMPLATES_FILE})
        save_templates(path, templates)
        replace(rest, files={TEMPLATES_FILE: digest(path)}).save(self.path(card.id, _CARD_FILE))
        return ModelOutcome.UPDATED

    def _retire(self, card: ModelCard) -> ModelOutcome:
        if history.is_current(self.folder, card.id):
            with disk.translate_errors(self.folder / history.CURRENT_FILE):
                (self.folder / history.CURRENT_FILE).unlink(missing_ok=True)
        replace(card, retired=str(FORGOTTEN), files={}).save(self.path(card.id, _CARD_FILE))
        self._clear(card.id, keep={_CARD_FILE})
        return ModelOutcome.RETIRED

    def _clear(self, model_id: str, keep: set[str]) -> None:
        folder = self.folder / model_id
        with disk.translate_errors(folder):
            for path in folder.iterdir():
                if path.is_dir():
                    shutil.rmtree(path)
                elif path.name not in keep:
                    path.unlink()

    def _delete(self, model_id: str) -> None:
        removed = self.folder / f"{_STAGING}gone-{model_id}"
        try:
            os.replace(self.folder / model_id, removed)
            shutil.rmtree(removed)
        except OSError as error:
            raise disk.disk_error(error, self.folder / model_id) from error

    def _set_current(self, model_id: str) -> None:
        disk.write_whole(self.folder / history.CURRENT_FILE, f"{model_id}\n".encode())
        history.write(self.folder, [*history.read(self.folder), model_id])

    def _sweep(self, keep: Path) -> None:
        """Remove what a killed process left."""
        for path in self.folder.glob(f"{_STAGING}*"):
            if path != keep and not _is_running(path.name.removeprefix(_STAGING)):
                shutil.rmtree(path, ignore_errors=True)


def _candidate_ids(stem: str) -> Iterator[str]:
    yield stem
    for number in range(2, 10_000):
        yield f"{stem}-{number}"


def _is_running(process: str) -> bool:
    """Whether there is a process with that ID; False if the text is not a number."""
    if not process.isdigit() or os.name != "posix":
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
