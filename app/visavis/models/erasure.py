"""Forgetting a person in all models, and deleting models.

What is deleted is found by listing the folder of the models, never by what a file says. Each step leaves every model
usable or retired, and forgetting the same person again completes what was interrupted.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from visavis.errors import DamagedFileError, FileError, ModelError, NewerFileError
from visavis.models import history, templates
from visavis.models.card import CLASS_KEY_PREFIX, ModelCard
from visavis.models.change import FORGOTTEN, ModelChange, ModelOutcome
from visavis.models.denoiser import DENOISER_FOLDER
from visavis.models.folder import (
    CARD_FILE,
    STAGING,
    TEMPLATES_FILE,
    UNFINISHED_FILE,
    ModelFolder,
    digest,
    with_files,
)
from visavis.models.templates import load_templates
from visavis.storage import deletion, disk, tempdirs
from visavis.storage.attempts import Attempts


@dataclass(frozen=True, slots=True)
class Learned:
    """What models may have learned of a person who is to be forgotten."""

    slugs: Collection[str]
    """The person's slug, and the names of their other folders."""
    hashes: Collection[str] = ()
    """The hashes of the person's pictures. Other people whom a model learned from these pictures, before they were
    moved or merged, are removed from it, too."""


def forget(models: ModelFolder, learned: Learned, attempts: Attempts) -> list[ModelChange]:
    """Remove a person from every model; return what this did to each model that it changed.

    A model of templates loses the person's template, and its Keras network, whose last layer is made of templates
    (`ModelFolder.ids_without_network`). A network that was trained on the person's pictures, from scratch or
    fine-tuned, cannot unlearn them: its files are deleted, and its card is retired. What may know the person and cannot
    be read is deleted: a damaged card, a folder that was copied or renamed by hand, a file that no card names. So is
    the denoiser, which does not say whom it learned from.

    Parameters
    ----------
    attempts : Attempts
        Gets what cannot be cleaned; the rest goes on.
    """
    if not models.folder.is_dir():
        return []
    changes = []
    with attempts.step(), disk.lock(models.folder):
        with attempts.step():
            _forget_unfinished(models.folder)
        with attempts.step():
            if deletion.list_entries(models.folder / DENOISER_FOLDER):
                deletion.delete(models.folder / DENOISER_FOLDER, models.folder)
                changes.append(ModelChange("denoiser", ModelOutcome.DELETED))
        with attempts.step():
            tempdirs.sweep_locked(models.folder, STAGING)
        for path in deletion.list_entries(models.folder):
            if not path.name.startswith(".") and (path.is_symlink() or path.is_dir()):
                with attempts.step():
                    if (outcome := _forget_in(models, path, learned)) is not None:
                        changes.append(ModelChange(path.name, outcome))
    return changes


def delete(models: ModelFolder, model_id: str) -> None:
    """Delete a model, for readers at once. Hold the lock.

    Raises
    ------
    DiskError
        If it cannot be deleted.
    """
    removed = models.folder / f"{STAGING}gone-{model_id}"
    deletion.delete(removed, models.folder)  # left by a killed program
    deletion.delete_at_once(models.folder / model_id, removed)


def _forget_unfinished(folder: Path) -> None:
    """Delete the weights of an interrupted training, which does not say whom it learned from."""
    path = folder / UNFINISHED_FILE
    disk.remove_temporary_files(folder)
    disk.remove_temporary_files(path.parent)
    deletion.delete(path, folder)


def _forget_in(models: ModelFolder, path: Path, learned: Learned) -> ModelOutcome | None:
    """Forget a person in one folder; return what became of the model, or None if it did not know them."""
    if path.is_symlink():
        deletion.delete(path, models.folder)
        return ModelOutcome.REMOVED
    try:
        card = models.card(path.name)
    except ModelError as error:
        if not _is_damage(error):
            raise
        delete(models, path.name)
        return ModelOutcome.REMOVED
    known = set(_slugs_of(card, learned))
    outcome = _forget_slugs(models, card, known) if known or _is_interrupted(models, card) else None
    _delete_unlisted(models, path.name)
    return outcome


def _is_damage(error: ModelError) -> bool:
    """Whether a file is missing or damaged. One that cannot be opened may be opened the next time."""
    cause = error.__cause__
    if isinstance(cause, FileError):
        return isinstance(cause, (DamagedFileError, NewerFileError))
    return not isinstance(cause, OSError) or isinstance(cause, FileNotFoundError)


def _slugs_of(card: ModelCard, learned: Learned) -> Iterator[str]:
    """The slugs under which a model knows a person, or learned from their pictures.

    Of a model of whole pictures, these are the keys of classes that are named like the person.
    """
    for slug in {*(member.slug for member in card.people), *card.data, *card.held_out}:
        is_named = slug.removeprefix(CLASS_KEY_PREFIX) in learned.slugs
        if is_named or not set(learned.hashes).isdisjoint(card.data.get(slug, ())):
            yield slug


def _is_interrupted(models: ModelFolder, card: ModelCard) -> bool:
    """Whether a model's templates are of other people than its card says, or cannot be read."""
    if TEMPLATES_FILE not in card.files:
        return False
    try:
        stored = load_templates(models.path(card.id, TEMPLATES_FILE))
    except ModelError as error:
        if not _is_damage(error):
            raise
        return True
    return bool(card.superseded) or not stored.keys() <= {member.slug for member in card.people}


def _forget_slugs(models: ModelFolder, card: ModelCard, slugs: Collection[str]) -> ModelOutcome:
    rest = card.without(slugs) if slugs else card
    if card.network != "embedding" or card.is_fine_tuned or card.retired or len(rest.people) == 0:
        return _retire(models, rest)
    try:
        stored = load_templates(models.path(card.id, TEMPLATES_FILE))
    except ModelError as error:
        if not _is_damage(error):
            raise
        return _retire(models, rest)
    _replace_templates(models, rest, {each.slug: stored[each.slug] for each in rest.people if each.slug in stored})
    return ModelOutcome.UPDATED


def _replace_templates(models: ModelFolder, card: ModelCard, kept: templates.Templates) -> None:
    """Replace the templates of a model, which can be used at any moment: its card names the old file and the new."""
    path, content = models.path(card.id, TEMPLATES_FILE), templates.encode(kept)
    # the network's last layer is made of templates, and the report has names
    card = with_files(card, {TEMPLATES_FILE: hashlib.sha256(content).hexdigest()})
    earlier = {TEMPLATES_FILE: digest(path)}
    replace(card, superseded=earlier).save(models.path(card.id, CARD_FILE))
    disk.write_whole(path, content)
    replace(card, superseded={}).save(models.path(card.id, CARD_FILE))


def _retire(models: ModelFolder, card: ModelCard) -> ModelOutcome:
    if history.is_current(models.folder, card.id):
        deletion.delete(models.folder / history.CURRENT_FILE, models.folder)
    retired = with_files(replace(card, retired=card.retired or str(FORGOTTEN), superseded={}), {})
    retired.save(models.path(card.id, CARD_FILE))
    return ModelOutcome.RETIRED


def _delete_unlisted(models: ModelFolder, model_id: str) -> None:
    """Delete everything in a model's folder that its card does not name."""
    listed = {CARD_FILE, *models.card(model_id).files}
    folders = {name.rpartition("/")[0] for name in listed}
    for path in deletion.list_entries(models.folder / model_id):
        if path.name not in listed | folders:
            deletion.delete(path, models.folder)
        for inside in deletion.list_entries(path) if path.name in folders and deletion.is_folder(path) else []:
            if f"{path.name}/{inside.name}" not in listed:
                deletion.delete(inside, models.folder)
