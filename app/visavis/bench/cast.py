"""The people of a scenario: the two in the scene, enrolled and trained on, and as many more as are wanted."""

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

#: Cosine between templates of different people; the shipped calibration has strangers there.
_ALIKE = 0.85


def enrolled(user: DataFolders, place: Path) -> DataFolders:
    """Folders below `place` in which the two people are enrolled and a model of them is in use.

    The published networks are the user's, prepared if they are missing; nothing else of theirs is touched.

    Raises
    ------
    ModelError, TrainingError
        If the networks cannot be had, or training fails.
    """
    published.ensure(user)
    folders = DataFolders(place / "data", place / "cache")
    shutil.copytree(user.networks, folders.networks)
    store = PeopleStore(folders.people)
    for name, photo in zip(PEOPLE, portraits(), strict=True):
        person = store.create(PersonName(name))
        for image in _variants(photo):
            store.add(person, image)
    for _ in Trainer(folders):
        pass
    return folders


def joined(folders: DataFolders, people: int, place: Path) -> DataFolders:
    """Folders below `place` like those, filled up to that number of people with some whom nobody ever saw.

    Their templates are drawn by lot around the two real ones, as similar to them and to each other as people's are.
    """
    others = people - len(PEOPLE)
    if not others:
        return folders
    wider = DataFolders(place / "data", folders.cache)
    shutil.copytree(folders.data, wider.data)
    models = ModelStore(wider.models)
    card = models.checked(models.current_id() or "")
    templates = load_templates(models.path(card.id, TEMPLATES_FILE))
    middle = unit(np.sum(list(templates.values()), axis=0))
    random = np.random.default_rng(0)
    drift = random.standard_normal((others, middle.size))
    sideways = unit(drift - np.outer(drift @ middle, middle))
    drawn = unit(np.sqrt(_ALIKE) * middle + np.sqrt(1 - _ALIKE) * sideways)
    members = [Member(f"bench-{number:05}", f"Bench {number:05}") for number in range(others)]
    data = dict(card.data)
    for member in members:
        data[member.slug] = [_folder(wider.people / member.slug, member)]
    templates |= {member.slug: row for member, row in zip(members, drawn, strict=True)}
    with models.staging() as staged:
        save_templates(staged / TEMPLATES_FILE, templates)
        card = replace(card, id=models.new_id("embedding"), people=(*card.people, *members), data=data)
        models.publish(staged, card)
    return wider


def _folder(folder: Path, member: Member) -> str:
    """Someone's folder as the store keeps it, with one sample; the sample's hash. Not through the store: it syncs."""
    content = member.name.encode()
    disk.make_private(folder)
    record = f'{{"version": 1, "name": "{member.name}", "created": "{_CREATED}", "consent": "", "sessions": []}}'
    (folder / "person.json").write_text(record, encoding="utf-8")
    (folder / f"20260101T000000.000Z-{content_hash(content)}.jpg").write_bytes(content)
    return content_hash(content)


_CREATED = "2026-01-01T00:00:00+00:00"


def _variants(photo: Image) -> list[Image]:
    """A photo as several looks at the person: darker, lighter, smaller, softer."""
    small = cv2.resize(photo, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    shades = [np.asarray(cv2.convertScaleAbs(photo, alpha=alpha, beta=0), np.uint8) for alpha in (0.75, 0.9, 1.1)]
    soft = np.asarray(cv2.GaussianBlur(photo, (0, 0), 1.0), np.uint8)
    return [photo, *shades, np.asarray(small, np.uint8), soft]
