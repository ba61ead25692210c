"""The parsers of the file of visits: open, and in an encrypted data folder."""

import contextlib
from datetime import UTC, datetime, timedelta

import numpy as np

from fuzz.parsers.parser import Parser
from visavis.people.names import comparison_key
from visavis.sightings.database import copy_database, open_database
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.sealed_database import open_in_memory
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange, SightingStore


def parsers(folder, _):
    files = tuple(_sighting_files(folder))
    return [
        Parser("sightings", _sightings, files, file="sightings.sqlite"),
        Parser("copy of sightings", _copy, files, file="sightings.sqlite"),
    ]


def _sightings(path):
    """Read, extend and clean the file, as the recorder, the command line and forgetting do; a log beside it is new."""
    _delete_beside(path)
    store = SightingStore(path)
    for sighting in store.sightings():
        str(sighting.as_json())
        store.chip(sighting)
    now = datetime.now(UTC)
    face = FaceVector("sface", np.eye(8, dtype=np.float32)[0])
    visits = [Sighting(name, "camera", now, now, 0.5) for name in ("Ada", None)]
    store.save([SightingChange(each, face=face) for each in visits], lambda name: ("ada", name, ""), timedelta(1))
    guests = GuestStore(path)
    for guest in guests.guests():
        str((guest.name, guest.first and guest.first.astimezone(), guests.pictures(guest)))
        guests.ignore(guest, is_ignored=True)
    guests.ignored_faces()
    store.purge(now, Retention(timedelta(days=30), timedelta(hours=8)))
    store.rename("ada", "Augusta")
    store.reassign("ada", "bob", "Bob")()
    store.erase(["ada"], ["Ada"], comparison_key)
    assert not path.exists() or b"Augusta" not in path.read_bytes()  # a damaged one is deleted


def _copy(path):
    """Copy the file, as a backup does, and open it in memory, as where the data are encrypted."""
    _delete_beside(path)
    copy = path.with_name("copy.sqlite")
    _delete_beside(copy)
    copy.unlink(missing_ok=True)
    with contextlib.suppress(FileNotFoundError), open_database(path) as connection:
        copy_database(connection, copy)
    if path.exists():
        with open_in_memory(path, creates=False) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _delete_beside(path):
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _sighting_files(folder):
    """An empty one, one with a few visits, and one with many pages."""
    for count in (0, 3, 400):
        path = folder / f"sightings-{count}.sqlite"
        store = SightingStore(path)
        times = [datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=number) for number in range(count)]
        visits = [Sighting(("Ada", None)[at.hour % 2], "camera", at, at, 0.5, chip=b"picture" * 20) for at in times]
        vectors = np.eye(8, dtype=np.float32)
        changes = [SightingChange(each, face=FaceVector("sface", vectors[at % 8])) for at, each in enumerate(visits)]
        store.save(changes, lambda name: ("ada", name, ""), timedelta())
        yield path.read_bytes()
