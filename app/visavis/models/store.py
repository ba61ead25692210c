"""Published models on disk: publishing, choosing the current one, and forgetting people."""

import contextlib
import os
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import ModelError
from visavis.messages import Message
from visavis.models import erasure, history
from visavis.models.card import ModelCard
from visavis.models.change import ModelChange
from visavis.models.erasure import Learned
from visavis.models.folder import (
    CARD_FILE,
    NETWORK_FILE,
    STAGING,
    TEMPLATES_FILE,
    UNFINISHED_FILE,
    ModelFolder,
    digest,
    with_files,
)
from visavis.storage import disk, sealing, tempdirs
from visavis.storage.attempts import Attempts

__all__ = ["NETWORK_FILE", "TEMPLATES_FILE", "UNFINISHED_FILE", "ModelStore", "digest"]

#: The same, compiled for LiteRT.
COMPILED_FILE = "model.tflite"
#: The features of a `cnn64` model, compiled for LiteRT: by them, rejected faces are recognized.
FEATURES_FILE = "features.tflite"
#: What the training measured.
REPORT_FILE = "report/report.json"
#: The network of a fine-tuned model (`card.TRUNK_FILE`), compiled for LiteRT.
TRUNK_COMPILED_FILE = "trunk.tflite"


class ModelStore(ModelFolder):
    """The published models in a folder: one folder each, and `current`, which names the one in use.

    A model is published whole or not at all. Afterwards, only forgetting a person changes it.
    """

    def new_id(self, network: str) -> str:
        """An unused ID: the time in UTC and the network, so that sorting by ID sorts by age."""
        stem = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{network}"
        taken = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return next(name for name in _candidate_ids(stem) if name not in taken)

    @contextlib.contextmanager
    def staging_folder(self) -> Iterator[Path]:
        """A folder in which to build a model. It is removed afterwards if it was not published.

        If the program is killed, the next one to build a model or to forget someone removes it.
        """
        with tempdirs.create(self.folder, STAGING) as folder:
            yield disk.make_private(folder / "model")

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
            p.relative_to(staged).as_posix() for p in staged.rglob("*") if p.is_file() and p.name != CARD_FILE
        )
        card = with_files(card, {name: digest(staged / name) for name in names})
        card.save(staged / CARD_FILE)
        try:
            for path in (*staged.rglob("*"), staged):
                path.chmod(0o700 if path.is_dir() else 0o600)  # Keras and LiteRT apply the umask
                sealing.seal(path)
                disk.sync(path)
            with disk.lock(self.folder):
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
            If it cannot be used, or classifies whole pictures.
        """
        card = self.verified_card(model_id)
        card.require_faces()
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
        current = self._readable_current_id()
        ids = [model_id for model_id in history.read(self.folder) if not self._is_retired(model_id)]
        while ids and ids[-1] == current:
            ids.pop()
        if not ids:
            raise ModelError("There is no earlier model to go back to.", hint="See: visavis models list.")
        card = self.verified_card(ids[-1])
        with disk.lock(self.folder):
            history.write(self.folder, ids)  # first: if interrupted, the same model comes next
            history.write_current(self.folder, card.id)
        return card

    def _readable_current_id(self) -> str | None:
        """The ID of the model in use; None if there is none, or the file that names it is damaged."""
        try:
            return self.current_id()
        except ModelError:
            return None

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
            replace(self.card(model_id), retired=str(reason)).save(self.path(model_id, CARD_FILE))

    def remove(self, model_id: str) -> None:
        """Delete a model that is not in use.

        Raises
        ------
        ModelError
            If there is no such model, or it is the one in use.
        """
        if not self.has(model_id):
            raise self._unknown(model_id)
        with disk.lock(self.folder):
            if model_id == self.current_id():
                raise ModelError(
                    "Model {model} is in use.", hint="Put another in use first: visavis models use ID.", model=model_id
                )
            erasure.delete(self, model_id)
            history.write(self.folder, [name for name in history.read(self.folder) if name != model_id])

    def forget_person(self, slug: str, hashes: Collection[str] = ()) -> list[ModelChange]:
        """Remove a forgotten person from every model (`erasure.forget`); return what became of each that changed.

        Raises
        ------
        VisavisError
            If a model cannot be cleaned; the others are.
        """
        attempts = Attempts()
        changes = erasure.forget(self, Learned({slug}, hashes), attempts)
        attempts.raise_first()
        return changes

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
            note = "The network was built from the templates."  # of a model that had another one
            completed = with_files(card, {**card.files, NETWORK_FILE: digest(network)})
            with disk.translate_errors(network):
                network.chmod(0o600)
                sealing.seal(network)
                disk.sync(network)
                os.replace(network, self.path(card.id, NETWORK_FILE))
            renewed = replace(completed, notes=(*completed.notes, note) if completed.notes else ())
            renewed.save(self.path(card.id, CARD_FILE))
            return renewed

    def _set_current(self, model_id: str) -> None:
        history.write_current(self.folder, model_id)
        history.write(self.folder, [*history.read(self.folder), model_id])


def _candidate_ids(stem: str) -> Iterator[str]:
    yield stem
    for number in range(2, 10_000):
        yield f"{stem}-{number}"
