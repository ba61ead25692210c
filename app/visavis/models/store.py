"""Models on disk: what the training made, which one is in use, and that a file is what its card says."""

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
from visavis.models.card import ModelCard
from visavis.models.templates import load_templates, save_templates
from visavis.storage import disk

NETWORK_FILE = "model.keras"
COMPILED_FILE = "model.tflite"
TEMPLATES_FILE = "templates.npz"
REPORT_FILE = "report/report.json"
TRUNK_FILE = "trunk.keras"
"""The network that embeds faces, where it was fine-tuned on the model's people."""
TRUNK_COMPILED_FILE = "trunk.tflite"
UNFINISHED = ".training/state.npz"
"""What an interrupted training left."""
_CARD = "card.json"
_STAGING = ".staging-"
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
    """The published models in a folder: one folder each, `current` naming the one in use.

    A model is published whole or not at all, and never changed afterwards but for forgetting someone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ids(self) -> list[str]:
        """The IDs of all models, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(path.parent.name for path in self.folder.glob(f"*/{_CARD}") if _ID.fullmatch(path.parent.name))

    def current_id(self) -> str | None:
        """The ID of the model in use, or None."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            return (self.folder / "current").read_text(encoding="utf-8").strip() or None
        return None

    def card(self, model_id: str) -> ModelCard:
        """The card of one model; its files are not looked at.

        Raises
        ------
        ModelError
            If there is no such model, or its card is broken or from a newer program.
        """
        path = self.folder / model_id / _CARD
        if not _ID.fullmatch(model_id) or not path.is_file():
            raise ModelError(
                "There is no model {model}.", hint="See which there are: visavis models list.", model=repr(model_id)
            )
        return ModelCard.read(path)

    def checked(self, model_id: str) -> ModelCard:
        """The card of one model whose files are all there and unaltered.

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
                reason=card.retired,
            )
        for name, expected in card.files.items():
            if digest(self.folder / model_id / name) != expected:
                raise ModelError(
                    "{name} of model {model} is not the file that was published.", name=name, model=model_id
                )
        return card

    def path(self, model_id: str, name: str) -> Path:
        return self.folder / model_id / name

    def new_id(self, network: str) -> str:
        """An ID nobody has: the time, UTC, and the network; sorting by it sorts by age."""
        stem = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{network}"
        taken = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return next(name for name in _numbered(stem) if name not in taken)

    @contextlib.contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder to build a model in; what is left in it afterwards is removed."""
        disk.make_private(self.folder)
        folder = disk.make_private(self.folder / f"{_STAGING}{os.getpid()}")
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, staged: Path, card: ModelCard, *, use: bool = True) -> ModelCard:
        """Make the files in `staged` a model, and by default the one in use.

        The files get their hashes in the card, everything reaches the disk, then one rename makes it a model; killed
        at any point, the store has the model whole or not at all.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        names = sorted(p.relative_to(staged).as_posix() for p in staged.rglob("*") if p.is_file() and p.name != _CARD)
        card = replace(card, files={name: digest(staged / name) for name in names})
        card.write(staged / _CARD)
        try:
            for path in staged.rglob("*"):
                path.chmod(0o700 if path.is_dir() else 0o600)  # Keras and LiteRT write as the umask has it
                disk.sync(path)
            with disk.locked(self.folder):
                self._sweep(keep=staged)
                os.replace(staged, self.folder / card.id)
                disk.sync(self.folder)
                if use:
                    self._set_current(card.id)
        except OSError as error:
            raise disk.translated(error, self.folder / card.id) from error
        return card

    def use(self, model_id: str) -> ModelCard:
        """Put a model in use, after checking it.

        Raises
        ------
        ModelError
            If it cannot be used.
        """
        card = self.checked(model_id)
        with disk.locked(self.folder):
            self._set_current(model_id)
        return card

    def rollback(self) -> ModelCard:
        """Go back to the model that was in use before this one.

        Raises
        ------
        ModelError
            If there was none, or it cannot be used.
        """
        usable = [model_id for model_id in self._history() if model_id in set(self.ids())]
        current = self.current_id()
        while usable and usable[-1] == current:
            usable.pop()
        if not usable:
            raise ModelError("There is no earlier model to go back to.", hint="See: visavis models list.")
        card = self.checked(usable[-1])
        with disk.locked(self.folder):
            disk.write_whole(self.folder / "current", f"{card.id}\n".encode())
            self._write_history(usable)
        return card

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
        with disk.locked(self.folder):
            self._delete(model_id)
            self._write_history([name for name in self._history() if name != model_id])

    def forget_person(self, slug: str, hashes: Collection[str] = ()) -> list[str]:
        """Remove a forgotten person from every model; a sentence for each model that this changed.

        A model of templates loses theirs, and with it the Keras network that ends in templates (`bare`, `complete`). A
        network trained on someone's pictures, from scratch or fine-tuned, cannot unlearn them: its files are deleted,
        and its card stays, retired, without them. So does one that is too damaged to tell.

        Parameters
        ----------
        hashes : collection of str
            Of their samples: whoever else a model learned from these, before they were moved or merged, is taken out
            of it too.
        """
        told = []
        self._forget_unfinished()
        for model_id in self.ids():
            try:
                card = self.card(model_id)
            except ModelError:
                with disk.locked(self.folder):
                    self._delete(model_id)
                told.append(f"Model {model_id} was damaged, and may have known them: it was removed.")
                continue
            known = {slug} & {*(person.slug for person in card.people), *card.data}
            touched = {other for other, used in card.data.items() if not set(hashes).isdisjoint(used)}
            sentences = []
            for each in sorted(known | touched):
                with disk.locked(self.folder):
                    sentences.append(self._without(self.card(model_id), each))
            told += sentences[-1:]
        return told

    def _forget_unfinished(self) -> None:
        """An interrupted training has weights too, and does not tell of whom."""
        path = self.folder / UNFINISHED
        with disk.translating(path):
            path.unlink(missing_ok=True)

    def trunks(self) -> set[str]:
        """The `network_id` of every model that has a trunk of its own."""
        found = set()
        for model_id in self.ids():
            with contextlib.suppress(ModelError):
                card = self.card(model_id)
                if TRUNK_FILE in card.files:
                    found.add(card.network_id)
        return found

    def bare(self) -> list[str]:
        """The IDs of models of templates that have no Keras network since someone was forgotten."""
        found = []
        for model_id in self.ids():
            with contextlib.suppress(ModelError):
                card = self.card(model_id)
                if TEMPLATES_FILE in card.files and NETWORK_FILE not in card.files and not card.retired:
                    found.append(model_id)
        return found

    def complete(self, card: ModelCard, network: Path) -> ModelCard | None:
        """Give a bare model the Keras network made of its templates as `card` has them; None if it changed meanwhile.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        with disk.locked(self.folder):
            if self.card(card.id) != card:
                return None
            note = "The network was made anew without them."
            hashes = {**card.files, NETWORK_FILE: digest(network)}
            with disk.translating(network):
                network.chmod(0o600)
                disk.sync(network)
                os.replace(network, self.path(card.id, NETWORK_FILE))
            renewed = replace(card, files=hashes, notes=(*card.notes, note))
            renewed.write(self.path(card.id, _CARD))
            return renewed

    def _without(self, card: ModelCard, slug: str) -> str:
        rest = card.without(slug)
        if card.network != "embedding" or TRUNK_FILE in card.files or card.retired or len(rest.people) == 0:
            return self._retire(rest)
        path = self.path(card.id, TEMPLATES_FILE)
        try:
            templates = load_templates(path)
        except ModelError:
            return self._retire(rest)
        templates.pop(slug, None)
        # the network's last layer is made of templates, and the report names people
        self._clear(card.id, keep={_CARD, TEMPLATES_FILE})
        save_templates(path, templates)
        replace(rest, files={TEMPLATES_FILE: digest(path)}).write(self.path(card.id, _CARD))
        return f"Model {card.id} no longer knows them."

    def _retire(self, card: ModelCard) -> str:
        reason = "someone it was trained on was forgotten"
        if self.current_id() == card.id:
            with disk.translating(self.folder / "current"):
                (self.folder / "current").unlink(missing_ok=True)
        replace(card, retired=reason, files={}).write(self.path(card.id, _CARD))
        self._clear(card.id, keep={_CARD})
        return f"Model {card.id} was retired: {reason}."

    def _clear(self, model_id: str, keep: set[str]) -> None:
        folder = self.folder / model_id
        with disk.translating(folder):
            for path in folder.iterdir():
                if path.is_dir():
                    shutil.rmtree(path)
                elif path.name not in keep:
                    path.unlink()

    def _delete(self, model_id: str) -> None:
        doomed = self.folder / f"{_STAGING}gone-{model_id}"
        try:
            os.replace(self.folder / model_id, doomed)
            shutil.rmtree(doomed)
        except OSError as error:
            raise disk.translated(error, self.folder / model_id) from error

    def _set_current(self, model_id: str) -> None:
        disk.write_whole(self.folder / "current", f"{model_id}\n".encode())
        self._write_history([*self._history(), model_id])

    def _history(self) -> list[str]:
        """IDs in the order they came into use, the newest last."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            return (self.folder / "history").read_text(encoding="utf-8").split()
        return []

    def _write_history(self, ids: list[str]) -> None:
        disk.write_whole(self.folder / "history", "".join(f"{name}\n" for name in ids[-100:]).encode())

    def _sweep(self, keep: Path) -> None:
        """Remove what a killed run left half made."""
        for path in self.folder.glob(f"{_STAGING}*"):
            if path != keep and not _running(path.name.removeprefix(_STAGING)):
                shutil.rmtree(path, ignore_errors=True)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for number in range(2, 10_000):
        yield f"{stem}-{number}"


def _running(process: str) -> bool:
    """Whether the process with that number lives; a name that is no number is nobody's."""
    if not process.isdigit() or os.name != "posix":
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
