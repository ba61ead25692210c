"""Checks of the user's data, the settings and the cache."""

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path

from visavis.doctor.finding import Finding
from visavis.encryption.key_file import Phase
from visavis.errors import UpdateError, VisavisError
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, require_unit
from visavis.networks.published import CACHE_HINT, NAMES, NetworkCard, is_compiled
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.recognition.template_check import require_own
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.update_check import describe, find_feed
from visavis.vault import key_store
from visavis.vault.conversion import Conversion

#: Free space below which there is a warning, in megabytes: a training may need it.
_LOW_SPACE_MB = 1000
#: Free space below which nothing can be saved, in megabytes.
_NO_SPACE_MB = 50


def settings(path: Path) -> Finding:
    """Whether the settings can be read."""
    try:
        Settings.load(path)
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"The settings are in order: {path}.")


def updates(path: Path) -> Finding:
    """Whether new versions are looked for, and where. Nobody is asked here."""
    try:
        settings = Settings.load(path)
        sentence = describe(find_feed(settings.update_feed), is_on=settings.check_updates)
    except UpdateError as error:
        return Finding("warning", str(error), str(error.hint))
    except VisavisError:  # told with the settings; without them, it is off
        sentence = describe(find_feed(None), is_on=False)
    return Finding("ok", str(sentence))


def people(store: PeopleStore, rejections: RejectionStore) -> Finding:
    """Whether everybody, and whom rejected faces do not show, can be read."""
    try:
        everybody = store.people()
        if left_out := store.left_out():
            raise left_out[0]
        for person in everybody:
            store.pictures(person)
            store.picture_record(person)
        rejections.rejections()
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"{len(everybody)} people can be read: {store.folder}.")


def model(store: ModelStore, people: PeopleStore, embeddings: Path) -> Finding:
    """Whether the model in use is complete and unaltered, and its templates are those of its people."""
    try:
        model_id = store.current_id()
        if model_id is None:
            what = "No model is in use yet: every face is unknown."
            return Finding("ok", what, "Enroll people, then: visavis train.")
        card = store.verified_card(model_id)
        if TEMPLATES_FILE in card.files:
            stored = load_templates(store.path(model_id, TEMPLATES_FILE), slugs=[each.slug for each in card.people])
            require_unit(stored, model_id)
            if card.network == "embedding" and not card.is_fine_tuned:
                require_own(card, stored, people, embeddings)
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"The model in use is unaltered: {card.id}, {len(card.people)} people.")


def sightings(store: SightingStore) -> Finding:
    """Whether the visits can be read. Most computers have none: they are recorded only if the user says so."""
    try:
        count = len(store.sightings())
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    return Finding("ok", f"{count} visits are recorded." if store.exists() else "No visits are recorded.")


def encryption(folders: DataFolders) -> Finding:
    """Whether the data are encrypted, and all of them."""
    try:
        store = key_store.find(folders.data)
        if store is None:
            return Finding("ok", "The data are not encrypted.", "To encrypt them: visavis encryption on.")
        if not store.is_unlocked:
            return Finding("warning", "The data are encrypted, and locked: they could not be checked.")
        left = len(Conversion(folders).unconverted_files())
    except VisavisError as error:
        return Finding("problem", str(error), str(error.hint))
    if store.key_file.phase is Phase.TURNING_OFF:
        return Finding("warning", f"{left} files are not decrypted yet.", "To go on: visavis encryption off.")
    if left or store.key_file.phase is Phase.TURNING_ON:
        return Finding("warning", f"{left} files are not encrypted.", "To encrypt them: visavis encryption on.")
    return Finding("ok", "The data are encrypted.")


def free_megabytes(folder: Path) -> int:
    """The free space where `folder` is or would be, in megabytes (10^6 bytes)."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free // 10**6


def space(folder: Path, megabytes: int) -> Finding:
    """Whether there is space for samples and models."""
    what = f"{megabytes} MB are free where your data lies: {folder}."
    if megabytes < _NO_SPACE_MB:
        return Finding("problem", what, "Free some space; nothing can be captured or trained.")
    if megabytes < _LOW_SPACE_MB:
        return Finding("warning", what, "Free some space before you train.")
    return Finding("ok", what)


def cache(folder: Path) -> Finding:
    """Whether the compiled networks are in the cache, or can be written there."""
    if all(is_compiled(folder, NetworkCard.load(name)) for name in NAMES):
        return Finding("ok", f"The networks are compiled: {folder}.")
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if refusal := _refusal(existing):
        return Finding("problem", f"The cache {folder} cannot be written: {refusal}.", str(CACHE_HINT))
    if (megabytes := free_megabytes(existing)) < _NO_SPACE_MB:
        return Finding("problem", f"The cache {folder} is full: {megabytes} MB are free.", str(CACHE_HINT))
    return Finding("ok", f"The networks will be compiled at first use: {folder}.")


def _refusal(folder: Path) -> str:
    """Why no file can be written into a folder; empty if one can. A file is, for a moment."""
    try:
        if not os.access(folder, os.R_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0")
    except OSError as error:
        return str(disk.reason(error))
    return ""


def privacy(folder: Path) -> Finding:
    """Whether the data folder is closed to other users of the computer."""
    if not folder.exists():
        return Finding("ok", f"Your data will be kept in {folder}, for you alone.")
    if refusal := _refusal(folder):
        return Finding("problem", f"You may not write to {folder}: {refusal}.", "Choose another folder with --data.")
    if os.name == "posix" and folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return Finding(
            "warning",
            f"Other users of this computer may reach {folder}.",
            f"Keep it to yourself: chmod -R go= '{folder}'",
        )
    return Finding("ok", f"Your data is for you alone: {folder}.")
