"""Copies everything that is stored about a person, for that person (GDPR, article 15)."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.errors import ModelError
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.people import exporter
from visavis.people.names import comparison_key
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.recognition import embedding_cache
from visavis.recordings.store import RecordingStore
from visavis.sightings.store import SightingStore
from visavis.storage import disk
from visavis.storage.paths import DataFolders

#: Version of the file that describes everything.
_VERSION = 1
#: The file that describes everything.
_ABOUT_FILE = "about.json"


@dataclass(frozen=True, slots=True)
class PersonalCopy:
    """What was copied."""

    folder: Path
    pictures: int
    """Number of pictures of the person, also of those set aside and in the trash."""
    visits: int
    models: tuple[str, ...]
    """IDs of the models that know the person."""
    lines: int
    """Number of lines of the audit log."""


def disclose(folders: DataFolders, person: Person, to: Path) -> PersonalCopy:
    """Copy what is held on a person to a new folder: whole, or not at all. The audit log gets a line.

    Raises
    ------
    StoreError
        If `to` is not an empty folder, or is inside the store.
    VisavisError
        If something cannot be read or written.
    """
    store = PeopleStore(folders.people)
    person = store.find(person.name)

    def fill(folder: Path) -> PersonalCopy:
        pictures = _copy_pictures(folders, store, person, folder)
        visits = _copy_visits(folders, person, folder)
        disk.write_json(folder / _ABOUT_FILE, {"version": _VERSION, **_describe(folders, person), "visits": visits})
        AuditLog(folders.people).record(AuditFact(AuditEvent.EXPORTED, person.id))
        about = _describe(folders, person) | {"visits": visits}  # now with the line of this export
        disk.write_json(folder / _ABOUT_FILE, {"version": _VERSION, **about})
        models = tuple(each["id"] for each in about["models"])
        return PersonalCopy(to, pictures, len(about["visits"]), models, len(about["audit"]))

    return exporter.fill_folder(store, to, fill)


def _copy_pictures(folders: DataFolders, store: PeopleStore, person: Person, folder: Path) -> int:
    count = 0
    for picture in store.pictures(person):
        count += exporter.copy_sample(picture, folder / ("set aside" if picture.is_aside else "pictures"))
    for entry in Trash(folders.trash, folders.people).entries_of(person.slug, person.name):
        if entry.name:
            for picture in entry.samples():
                count += exporter.copy_sample(picture, folder / "deleted")
    for rejection in RejectionStore(folders.strangers).intact_rejections():
        if person.slug in rejection.people:
            exporter.copy_sample(rejection.sample, folder / "not this person")
    return count


def _copy_visits(folders: DataFolders, person: Person, folder: Path) -> list[dict[str, Any]]:
    """The visits of a person, with their pictures beside."""
    store = SightingStore(folders.sightings)
    visits: list[dict[str, Any]] = []
    for number, sighting in enumerate(
        store.sightings(person=person.slug, name=person.name, person_id=person.id), start=1
    ):
        chip = store.chip(sighting)
        name = f"visits/{number:05}.jpg"
        if chip is not None:
            disk.write_whole(folder / name, chip)
        visits.append(sighting.as_json() | {"picture": name if chip is not None else None})
    return visits


def _describe(folders: DataFolders, person: Person) -> dict[str, Any]:
    """What is known of a person, but for pictures and visits."""
    cached = embedding_cache.read_cached(folders.embeddings, person.slug)
    embeddings = {key: _numbers(vector) for key, vector in zip(cached.hashes, cached.vectors, strict=True)}
    recordings = [
        each.name
        for each in RecordingStore(folders.recordings).recordings()
        if each.index and person.name.key in {comparison_key(name) for name in each.index.people}
    ]
    lines = [line for line in AuditLog(folders.people).lines() if person.id and person.id in {line.person, line.into}]
    return {
        "name": person.name,
        "id": person.id,
        "created": person.created.isoformat() if person.created else None,
        "consent": person.consent.to_record(),
        "sessions": [[each.started.isoformat(), each.ended.isoformat()] for each in person.sessions],
        "embeddings": embeddings,
        "models": _describe_models(folders, person),
        "recordings": recordings,
        "audit": [line.as_json() for line in lines],
    }


def _describe_models(folders: DataFolders, person: Person) -> list[dict[str, Any]]:
    """The models that know a person: which pictures they learned from, and the template."""
    models = ModelStore(folders.models)
    found: list[dict[str, Any]] = []
    for model_id in models.ids():
        with contextlib.suppress(ModelError):
            card = models.card(model_id)
            if all(member.slug != person.slug for member in card.people) and person.slug not in card.data:
                continue
            template = None
            with contextlib.suppress(OSError, ModelError):
                template = load_templates(models.path(model_id, TEMPLATES_FILE)).get(person.slug)
            found.append(
                {
                    "id": model_id,
                    "network": card.network,
                    "created": card.created,
                    "pictures": card.data.get(person.slug, []),
                    "template": None if template is None else _numbers(template),
                }
            )
    return found


def _numbers(vector: Any) -> list[float]:
    return [round(float(value), 6) for value in vector]
