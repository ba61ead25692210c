"""People for screenshots: the two of the demo, in altered copies of their photos, and drawn ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import cv2
import numpy as np

from visavis.imaging.image import Image
from visavis.people.names import PersonName
from visavis.people.picture_state import IN_USE
from visavis.people.store import PeopleStore
from visavis.sources.demo import Stage, portraits

#: The name of each photo, and (left, top, width) of a square around head and shoulders, in pixels.
_HEADS = (("Eileen Collins", (90, 0, 270)), ("Grace Hopper", (90, 30, 340)))
_SIDE = 240
#: Number of days on which each person is captured, so that training can hold out some pictures.
SESSIONS = 4
FIRST = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A person who does not exist. Colors are BGR."""

    name: str
    skin: tuple[int, int, int]
    hair: tuple[int, int, int]
    shirt: tuple[int, int, int]
    long: bool  #: long hair
    width: float  #: of the head, as a share of its height
    pictures: int
    with_: str = ""  #: "glasses", "beard" or "scarf"


_DRAWN = (
    _Drawn("王小明", (150, 190, 232), (30, 28, 28), (120, 70, 40), False, 0.80, 9, "glasses"),
    _Drawn("فاطمة الزهراء", (120, 165, 210), (96, 60, 128), (96, 60, 128), True, 0.74, 8, "scarf"),
    _Drawn("Søren Ångström", (176, 204, 238), (92, 170, 214), (84, 120, 60), False, 0.70, 10, "beard"),
    _Drawn("Amara Okafor", (58, 84, 128), (24, 22, 26), (50, 120, 200), True, 0.78, 7),
    _Drawn("Андрей Соколов", (164, 196, 236), (44, 70, 110), (70, 70, 70), False, 0.88, 6),
    _Drawn("Neha Sharma", (96, 140, 190), (34, 30, 40), (60, 50, 170), True, 0.76, 4, "glasses"),
)


def enroll(store: PeopleStore, photographed: int = 12) -> None:
    """Add all people to an empty store, always with the same pictures.

    `photographed` is the number of pictures of each person with a photo.
    """
    for (name, _), pictures in zip(_HEADS, altered(photographed), strict=True):
        _add(store, name, pictures)
    for person in _DRAWN:
        _add(store, person.name, (_drawn(person, number) for number in range(person.pictures)))


def altered(count: int) -> list[list[Image]]:
    """Return `count` copies of each photo: rotated, scaled, in other light, and some mirrored."""
    return [
        [_altered(photo, head, number) for number in range(count)]
        for photo, (_, head) in zip(portraits(), _HEADS, strict=True)
    ]


def sitting(frames: int) -> Iterator[Image]:
    """Yield frames of one person, 640x480 pixels, who comes closer, moves back and tilts their head."""
    stage = Stage()
    for number in range(frames):
        turn = 2 * np.pi * number / 90
        matrix = cv2.getRotationMatrix2D((190.0, 205.0), 9 * np.sin(3 * turn), 1.1 + 0.4 * np.sin(turn))
        matrix[:, 2] += (320 - 190, 0)
        alone = stage.picture(100 + number % 90)  # the other person is out of view in these frames
        yield np.asarray(cv2.warpAffine(alone, matrix, (640, 480), borderMode=cv2.BORDER_REPLICATE), np.uint8)


def drawn() -> Image:
    """Return a frame of a drawn person, 640x480 pixels: so drawn, they resemble another one, too."""
    picture = np.full((480, 640, 3), 200, np.uint8)
    picture[:, 80:560] = cv2.resize(_drawn(_DRAWN[0], 20), (480, 480), interpolation=cv2.INTER_CUBIC)
    return picture


def _add(store: PeopleStore, name: str, pictures: list[Image] | Iterator[Image]) -> None:
    person = store.create(PersonName(name))
    for number, picture in enumerate(pictures):
        moment = FIRST + timedelta(days=9 * (number % SESSIONS), seconds=4 * number)
        sample = store.add(person, picture, moment)
        store.set_picture_states(person, {sample.hash: IN_USE})  # in some drawings no face is found


def _altered(photo: Image, head: tuple[int, int, int], number: int) -> Image:
    random = np.random.default_rng(number)
    left, top, side = head
    session = number % SESSIONS
    angle, scale = 7 * (session - 1.5) + random.uniform(-3, 3), (1.1, 0.8, 1.3, 0.95)[session]
    middle = (left + side / 2, top + side * 0.47)
    matrix = cv2.getRotationMatrix2D(middle, angle, scale * _SIDE / side)
    matrix[:, 2] += (_SIDE / 2 - middle[0], _SIDE * 0.47 - middle[1])
    matrix[:, 2] += random.uniform(-8, 8, 2)
    picture = cv2.warpAffine(photo, matrix, (_SIDE, _SIDE), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    if session % 2:
        picture = cv2.flip(picture, 1)
    light = picture.astype(float) * random.uniform(0.9, 1.1) + random.uniform(-8, 8)
    left, right = ((1.1, 0.6), (0.95, 0.95), (0.6, 1.1), (0.75, 0.7))[session]
    shade = np.linspace(left, right, _SIDE)[np.newaxis, :, np.newaxis]
    return np.clip(light * shade, 0, 255).astype(np.uint8)


def _drawn(person: _Drawn, number: int) -> Image:
    """Draw a simple face. The pose differs a little for each `number`."""
    random = np.random.default_rng([number, len(person.name), person.pictures])
    fine, size = 4, _SIDE * 4
    light = random.uniform(0.94, 1.06)
    wall = (214, 206, 198) if number % 2 else (196, 204, 208)
    picture = np.full((size, size, 3), wall, np.uint8)

    def at(x: float, y: float) -> tuple[int, int]:
        return round(x * size), round(y * size)

    def oval(x: float, y: float, wide: float, high: float, color: tuple[int, int, int], *, start: int = 0) -> None:
        end = 180 if start else 360
        cv2.ellipse(picture, at(x, y), at(wide, high), 0, start % 360, start + end, color, -1, cv2.LINE_AA)

    x, y = 0.5 + random.uniform(-0.03, 0.03), 0.46 + random.uniform(-0.02, 0.02)
    look, high = random.uniform(-0.01, 0.01), 0.25
    wide = high * person.width
    dark = tuple(round(part * 0.8) for part in person.skin)
    if person.long:
        oval(x, y + 0.08, wide * 1.28, high * 1.25, person.hair)
    oval(x, 1.02, 0.36, 0.24, person.shirt)
    oval(x, y + high, wide * 0.42, 0.12, dark)
    for side in (-1, 1):
        oval(x + side * wide, y + 0.02, 0.03, 0.05, dark)
    oval(x, y - 0.05, wide * 1.08, high * 0.98, person.hair)
    oval(x, y, wide, high, person.skin)
    if person.with_ == "beard":
        oval(x, y + high * 0.42, wide * 0.86, high * 0.62, person.hair)
        oval(x, y + high * 0.2, wide * 0.8, high * 0.42, person.skin)
    if person.with_ == "scarf":
        oval(x, y - high * 0.5, wide * 0.98, high * 0.56, person.hair)
    oval(x - look, y - high * 0.58, wide * 0.96, high * 0.44, person.hair, start=180)
    for side in (-1, 1):
        eye = x + side * wide * 0.42 + look
        oval(eye, y - 0.01, 0.034, 0.021, (250, 250, 250))
        oval(eye + look * 0.5, y - 0.01, 0.017, 0.019, (50, 44, 40))
        cv2.ellipse(picture, at(eye, y - 0.045), at(0.045, 0.018), 0, 200, 340, person.hair, size // 90, cv2.LINE_AA)
    cv2.ellipse(picture, at(x + look * 1.5, y + 0.055), at(0.02, 0.03), 0, 20, 160, dark, size // 110, cv2.LINE_AA)
    cv2.ellipse(picture, at(x + look, y + 0.11), at(0.06, 0.035), 0, 20, 160, (70, 60, 160), size // 80, cv2.LINE_AA)
    if person.with_ == "glasses":
        for side in (-1, 1):
            eye = x + side * wide * 0.42 + look
            cv2.ellipse(picture, at(eye, y - 0.008), at(0.058, 0.046), 0, 0, 360, (40, 36, 34), size // 70, cv2.LINE_AA)
        cv2.line(picture, at(x - 0.035 + look, y), at(x + 0.035 + look, y), (40, 36, 34), size // 70, cv2.LINE_AA)
    small = cv2.resize(picture, None, fx=1 / fine, fy=1 / fine, interpolation=cv2.INTER_AREA)
    return np.clip(small * light, 0, 255).astype(np.uint8)
