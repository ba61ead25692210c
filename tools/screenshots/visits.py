"""Visits and a film, for the pages that show them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np

from visavis.imaging import codec
from visavis.imaging.crop import resize_square
from visavis.people.store import PeopleStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore
from visavis.sources.demo import Stage
from visavis.storage.paths import DataFolders

#: Side of the picture of a visit, in pixels.
_CHIP_SIDE = 160
#: Visits of somebody shortly after each other are one.
_COOLDOWN = timedelta(minutes=5)
#: Frames of the film, and frames per second.
_FRAMES, _RATE = 24, 8.0
#: Who came: a number for a guest, the days ago, the hour, and the minutes that they stayed.
_VISITS = (
    ("Eileen Collins", 1, 9, 40),
    ("王小明", 1, 11, 5),
    (0, 1, 15, 12),
    ("Grace Hopper", 0, 7, 90),
    ("فاطمة الزهراء", 0, 8, 3),
    (0, 0, 9, 10),
    ("Eileen Collins", 0, 10, 25),
    (1, 0, 11, 2),
    ("Søren Ångström", 0, 12, 33),
)


def record_visits(folders: DataFolders) -> None:
    """Store visits of two days: of people, and of guests who look like somebody who was not recognized."""
    people = {person.name: person for person in PeopleStore(folders.people).people()}
    pictures = PeopleStore(folders.people).samples(people["Андрей Соколов"])
    store = SightingStore(folders.sightings)
    now = datetime.now().astimezone()
    for who, days, hour, minutes in _VISITS:
        is_guest = isinstance(who, int)
        sample = pictures[who] if is_guest else PeopleStore(folders.people).samples(people[who])[0]
        image = codec.read(sample.path)
        first = now.replace(hour=hour, minute=5, second=0, microsecond=0) - timedelta(days=days)
        sighting = Sighting(
            None if is_guest else who,
            "FaceTime HD",
            first.astimezone(UTC),
            first.astimezone(UTC) + timedelta(minutes=minutes),
            0.93,
            chip=codec.encode(resize_square(image, _CHIP_SIDE)),
            sample=codec.encode(image),
        )
        face = FaceVector("sface", np.eye(8, dtype=np.float32)[who]) if is_guest else None
        store.save(
            [SightingChange(sighting, face=face)], lambda name: (people[name].slug, name, people[name].id), _COOLDOWN
        )


def write_film(path: Path) -> Path:
    """Write three seconds of the demo as a video."""
    stage = Stage()
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), _RATE, (640, 480))
    for number in range(_FRAMES):
        writer.write(stage.picture(40 + number))
    writer.release()
    return path
