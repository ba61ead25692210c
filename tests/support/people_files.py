"""What a people store holds, for tests: small pictures, put in by hand too, and records."""

import json
from datetime import UTC, datetime, timedelta

import numpy as np

from visavis.imaging import codec

NOON = datetime(2026, 11, 22, 12, 0, 0, 123_456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def picture(shade):
    return np.full((8, 6, 3), shade, np.uint8)


def put(folder, name, shade=1):
    """A picture put in by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(codec.encode(picture(shade)))
    return folder / name


def record(folder, **changes):
    """A person.json, right but for `changes`."""
    folder.mkdir(parents=True, exist_ok=True)
    right = {"version": 1, "name": folder.name, "created": NOON.isoformat(), "consent": "", "sessions": []}
    (folder / "person.json").write_text(json.dumps(right | changes))


def named(store):
    return [person.name for person in store.people()]


def contents(store):
    """Everybody's pictures."""
    return {person.name: sorted(each.path.read_bytes() for each in store.samples(person)) for person in store.people()}
