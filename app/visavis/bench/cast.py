"""The people of a scenario: the two in the scene, enrolled and trained on, and as many synthetic ones as needed."""

import shutil
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from visavis.bench.scene import PEOPLE
from visavis.imaging.image import Image
from visavis.models.card import Member
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.networks import published
from visavis.people.names import PersonName
from visavis.people.samples import content_hash
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import unit
from visavis.sources.demo import portraits
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Trainer

#: Cosine similarity between templates of different people: the impostor mean of the shipped calibration.
_IMPOSTOR_SIMILARITY = 0.13
#: When the synthetic people were created.
_CREATED = "2026-01-01T00:00:00+00:00"


def enroll_cast(user: DataFolders, place: Path) -> DataFolders:
    """Enroll the two people of the scene in folders below `place`, and train a model of them.

    The networks are compiled to the cache of `user`, and copied from there. Nothing else of the user's is touched.

    Raises
    ------
    ModelError, TrainingError
        If a published network is missing, or training fails.
    """
    published.ensure(user.networks)
    folders = DataFolders(place / "data", place / "cache")
    _copy_folder(user.networks, folders.networks)
    store = PeopleStore(folders.people)
    for name, photo in zip(PEOPLE, portraits(), strict=True):
        person = store.create(PersonName(name))
        for image in _variants(photo):
            store.add(person, image)
    for _ in Trainer(folders):
        pass
    return folders


def add_people(folders: DataFolders, people: int, place: Path) -> DataFolders:
    """Copy the folders to `place`, with synthetic people added up to the number `people`.

    Their templates are random, and as similar to each other and to the two real ones as those of different people.
    """
    others = people - len(PEOPLE)
    if not others:
        return folders
    copy = DataFolders(place / "data", folders.cache)
    _copy_folder(folders.data, copy.data)
    models = ModelStore(copy.models)
    card = models.verified_card(models.current_id() or "")
    templates = load_templates(models.path(card.id, TEMPLATES_FILE))
    center = unit(np.sum(list(templates.values()), axis=0))
    random = np.random.default_rng(0)
    noise = random.standard_normal((others, center.size))
    directions = unit(noise - np.outer(noise @ center, center))
    rows = unit(np.sqrt(_IMPOSTOR_SIMILARITY) * center + np.sqrt(1 - _IMPOSTOR_SIMILARITY) * directions)
    members = [Member(f"bench-{number:05}", f"Bench {number:05}") for number in range(others)]
    data = dict(card.data)
    for member in members:
        data[member.slug] = [_write_person(copy.people / member.slug, member)]
    templates |= {member.slug: row for member, row in zip(members, rows, strict=True)}
    with models.staging_folder() as staged:
        save_templates(staged / TEMPLATES_FILE, templates)
        card = replace(card, id=models.new_id("embedding"), people=(*card.people, *members), data=data)
        models.publish(staged, card)
    return copy


def _copy_folder(folder: Path, to: Path) -> None:
    """Copy a folder with its content.

    Raises
    ------
    DiskError
        If the copy cannot be written.
    """
    with disk.translate_errors(to):
        for path in [folder, *sorted(folder.rglob("*"))]:  # `copytree` would raise a list of all errors
            copy = to / path.relative_to(folder)
            if path.is_dir():
                copy.mkdir(parents=True)
            else:
                shutil.copy2(path, copy)


def _write_person(folder: Path, member: Member) -> str:
    """Write a person's folder as the store does, with one sample, and return its hash. The store syncs: too slow."""
    content = member.name.encode()
    disk.make_private(folder)
    record = f'{{"version": 1, "name": "{member.name}", "created": "{_CREATED}", "consent": "", "sessions": []}}'
    with disk.translate_errors(folder):
        (folder / "person.json").write_text(record, encoding="utf-8")
        (folder / f"20260101T000000.000Z-{content_hash(content)}.jpg").write_bytes(content)
    return content_hash(content)


def _variants(photo: Image) -> list[Image]:
    """Variants of a photo, as several samples of the person: darker, lighter, smaller, softer."""
    small = cv2.resize(photo, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    shades = [np.asarray(cv2.convertScaleAbs(photo, alpha=alpha, beta=0), np.uint8) for alpha in (0.75, 0.9, 1.1)]
    soft = np.asarray(cv2.GaussianBlur(photo, (0, 0), 1.0), np.uint8)
    return [photo, *shades, np.asarray(small, np.uint8), soft]
