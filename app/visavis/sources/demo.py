"""The demo: two real people in motion, for computers without a camera."""

import importlib.metadata
import itertools
import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.errors import SourceNotFoundError
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.process.extras import DEMO
from visavis.sources.pace import pace
from visavis.sources.solo import SoloView, ease, solo_view, turn_head
from visavis.sources.source import Source, Stoppable

#: The text of this source (`open_source`).
NAME = "demo"
#: Width of the frames, in pixels.
WIDTH = 640
#: Height of the frames, in pixels.
HEIGHT = 480
#: Frames per second.
RATE = 30
#: Seconds after which the motion repeats. In each period, each person leaves once while the other stays.
_PERIOD_S = 20.0
#: Where the face of a person who is alone is, (x, y) in pixels.
_SOLO_PLACE = (WIDTH / 2, 245.0)
#: Seconds in which the other one leaves, or comes back.
_SOLO_CHANGE_S = 1.2


@dataclass(frozen=True, slots=True)
class _Portrait:
    """A public-domain photo inside a package of the extra `demo`, and the motion of the person in it."""

    package: str
    file: str
    outline: str
    """Outline of head and shoulders, drawn by hand: "x,y" in pixels of the photo, as in an SVG polygon. It may reach
    over the border."""
    face: tuple[int, int]
    """Center of the face in the photo, (x, y)."""
    scale: float
    """Pixels of the demo per pixel of the photo."""
    home: tuple[int, int]
    """Mean position of the center of the face in the demo, (x, y)."""
    exit: int
    """Distance by which the person moves to leave the frame, in pixels; negative to the left."""
    phase: float
    """Phase of the motion, in radians, so that the two people move differently."""


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """A person cut out of a portrait, at the scale of the demo."""

    portrait: _Portrait
    pixels: NDArray[np.uint8]
    """Shape (height, width, 4), BGRA, premultiplied by alpha."""
    face: NDArray[np.float64]
    """Center of the face in `pixels`, (x, y)."""


_PORTRAITS = (
    _Portrait(
        "scikit-image",
        "skimage/data/astronaut.png",
        outline=(
            "24,400 20,400 22,385 28,340 38,300 55,260 80,234 108,211 116,202 114,187 122,171 138,157 "
            "160,150 181,149 182,133 172,124 160,110 155,90 155,68 164,50 185,34 200,24 220,17 240,16 262,21 "
            "284,36 297,58 301,84 297,108 286,124 273,135 265,150 258,168 257,178 281,193 298,214 304,235 "
            "326,246 344,271 353,302 360,332 364,400"
        ),
        face=(225, 115),
        scale=1.2,
        home=(170, 205),
        exit=-440,
        phase=0.0,
    ),
    _Portrait(
        "matplotlib",
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        outline=(
            "14,605 18,540 24,470 33,420 46,390 62,376 100,364 150,348 180,334 200,318 202,306 197,297 "
            "172,284 162,262 162,244 154,222 152,200 154,180 150,150 152,108 168,92 174,70 192,50 220,40 "
            "226,28 250,22 280,26 300,38 330,50 350,72 354,88 364,86 372,104 372,150 370,180 376,192 373,220 "
            "364,250 358,280 344,304 332,312 348,330 388,350 440,372 488,388 500,408 508,440 516,480 516,605"
        ),
        face=(262, 216),
        scale=0.68,
        home=(480, 250),
        exit=400,
        phase=2.0,
    ),
)


class Demo(Stoppable):
    """Two people who sway, tilt and come closer; sometimes one leaves and returns. It never ends.

    640x480, 30 frames per second. The content of frame n depends only on n, unless `solo` is used.

    Parameters
    ----------
    paced : bool
        Whether to play in real time, or to read as fast as possible.
    """

    name = NAME

    def __init__(self, *, paced: bool) -> None:
        super().__init__()
        self.live = paced
        self.solo: int | None = None
        """Which person, 0 or 1, is alone in view and shows every view that capture asks for; None: both play. Any
        thread may set it while the demo plays."""
        self._alone: tuple[int, int] | None = None  # who is alone, and since which frame

    def is_staged(self, frame: Frame) -> bool:
        """Whether a frame shows what `solo` wants. The other person needs a moment to leave."""
        alone = self._alone
        return self.solo is None or (alone is not None and alone[0] == self.solo and frame.index >= alone[1])

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return pace(frames, self._stopped) if self.live else frames

    def _frames(self) -> Iterator[Frame]:
        stage, act = Stage(), _SoloAct()
        for index in itertools.count():
            if self._stopped.is_set():
                return
            act = act.follow(self.solo, index)
            if act.person is None or act.share < 1:
                self._alone = None
            elif self._alone is None:
                self._alone = (act.person, index)
            yield Frame(stage.picture(index, act), time.monotonic(), index, index / RATE, NAME)


def show_one_person(source: Source) -> Iterable[Frame]:
    """Return the frames of a source for a capture without a window: of the demo, those in which one person is alone."""
    if not isinstance(source, Demo):
        return source
    source.solo = 0
    return filter(source.is_staged, source)


@dataclass(frozen=True, slots=True)
class _SoloAct:
    """How far one person is alone in view."""

    person: int | None = None
    share: float = 0.0  #: of the way to being alone, 0..1
    began: int = 0  #: number of its first frame

    def follow(self, wanted: int | None, index: int) -> "_SoloAct":
        """The act in frame `index`. One person's act ends before another one's begins."""
        if self.person is None:
            return self if wanted is None else _SoloAct(wanted, 0.0, index)
        step = 1 / (_SOLO_CHANGE_S * RATE)
        share = min(self.share + step, 1.0) if wanted == self.person else self.share - step
        return replace(self, share=share) if share > 0 else _SoloAct()

    def share_of(self, person: int) -> float:
        """1 for the person who is alone, -1 for one who is away, and between them while this changes; 0: no act."""
        if self.person is None:
            return 0.0
        return ease(self.share) if person == self.person else -ease(self.share)

    def view(self, index: int) -> SoloView:
        """What the person shows in frame `index`."""
        return SoloView().mix(solo_view((index - self.began) / RATE), ease(self.share))


#: Both people play.
_NO_ACT = _SoloAct()


class Stage:
    """Draws the frames of the demo.

    Raises
    ------
    SourceNotFoundError
        If a package with a photo is missing.
    """

    def __init__(self) -> None:
        self._people = [_cut_out(portrait) for portrait in _PORTRAITS]
        self._background = _background()

    def picture(self, index: int, act: _SoloAct = _NO_ACT) -> Image:
        """Draw frame `index`, from 0: shape (HEIGHT, WIDTH, 3), uint8, BGR."""
        picture = self._background.copy()
        if act.person is None:
            for person in self._people:
                _draw(picture, person.pixels, _placement(person, index / RATE))
            return picture
        view = act.view(index)
        for number, person in enumerate(self._people):
            shown = view if number == act.person else SoloView()
            pixels = turn_head(person.pixels, person.face, shown)
            _draw(picture, pixels, _placement(person, index / RATE, act.share_of(number), shown.scale))
        return np.asarray(cv2.convertScaleAbs(picture, alpha=view.light), np.uint8)


def portraits() -> list[Image]:
    """The original photos, BGR.

    Raises
    ------
    SourceNotFoundError
        If a package that carries one is missing.
    """
    return [codec.read(_photo_path(portrait)) for portrait in _PORTRAITS]


def _placement(person: _Person, seconds: float, solo: float = 0.0, zoom: float = 1.0) -> NDArray[np.float64]:
    """The matrix, shape (2, 3), that maps the person's pixels to the frame at that time.

    Parameters
    ----------
    solo : float
        1: alone, in the middle; -1: the other one is alone, so this one has left; 0: both play.
    zoom : float
        Factor of the size.
    """
    portrait = person.portrait
    turn = 2 * math.pi * seconds / _PERIOD_S

    def sway(times: int) -> float:  # -1..1, `times` times in a period
        return math.sin(times * turn + portrait.phase)

    side = math.copysign(1.0, portrait.exit)
    away = max(0.0, side * math.sin(turn)) ** 3  # 0 in the half of the period in which the other person leaves
    alone, gone = max(solo, 0.0), max(-solo, 0.0)
    home = [at + alone * (place - at) for at, place in zip(portrait.home, _SOLO_PLACE, strict=True)]
    away = away * (1 - alone) + gone * (1 - away)
    x = home[0] + 14 * sway(3) + 6 * sway(7) + portrait.exit * away
    y = home[1] + 6 * sway(5)
    matrix = cv2.getRotationMatrix2D((0.0, 0.0), 3.0 * sway(2), zoom * (1.0 + 0.05 * sway(1)))  # degrees, scale
    matrix[:, 2] = (x, y) - matrix[:, :2] @ person.face
    return np.asarray(matrix, np.float64)


def _draw(picture: Image, pixels: NDArray[np.uint8], matrix: NDArray[np.float64]) -> None:
    """Blend a cut-out into the picture, only in the rows and columns that it covers."""
    height, width = pixels.shape[:2]
    corners = np.array([(0, 0, 1), (width, 0, 1), (0, height, 1), (width, height, 1)]) @ matrix.T
    left, top = np.clip(np.floor(corners.min(axis=0)), 0, (WIDTH, HEIGHT)).astype(int).tolist()
    right, bottom = np.clip(np.ceil(corners.max(axis=0)), 0, (WIDTH, HEIGHT)).astype(int).tolist()
    if left == right or top == bottom:
        return
    layer = cv2.warpAffine(pixels, matrix - [[0, 0, left], [0, 0, top]], (right - left, bottom - top))
    under = cv2.cvtColor(cv2.bitwise_not(cv2.extractChannel(layer, 3)), cv2.COLOR_GRAY2BGR)
    part = picture[top:bottom, left:right]
    part[:] = cv2.add(cv2.multiply(part, under, scale=1 / 255), cv2.cvtColor(layer, cv2.COLOR_BGRA2BGR))


def _cut_out(portrait: _Portrait) -> _Person:
    scale, smooth = portrait.scale, cv2.INTER_AREA if portrait.scale < 1 else cv2.INTER_CUBIC
    photo = cv2.resize(codec.read(_photo_path(portrait)), None, fx=scale, fy=scale, interpolation=smooth)
    points = np.array([point.split(",") for point in portrait.outline.split()], np.float64)
    outline = (points * scale).round().astype(np.int32)
    mask = cv2.fillPoly(np.zeros(photo.shape[:2], np.uint8), [outline], 255)
    soft = cv2.GaussianBlur(mask, (0, 0), 2.0).astype(np.float32) / 255
    alpha = np.clip(2 * soft - 1, 0, 1)[:, :, np.newaxis]  # soft only inside the outline: no rim of the background
    pixels = np.concatenate([photo * alpha, 255 * alpha], axis=2).round().astype(np.uint8)
    left, top, width, height = cv2.boundingRect(mask)
    face = np.multiply(portrait.face, scale) - (left, top)
    return _Person(portrait, np.ascontiguousarray(pixels[top : top + height, left : left + width]), face)


def _photo_path(portrait: _Portrait) -> Path:
    """The path of a photo, without importing its package: Matplotlib and scikit-image take a second to import."""
    try:
        path = Path(str(importlib.metadata.distribution(portrait.package).locate_file(portrait.file)))
        found = path.is_file()
    except importlib.metadata.PackageNotFoundError:
        found = False
    if not found:
        raise SourceNotFoundError(
            "The demo needs a photo from the package {package}, which is missing.",
            hint="Install it: {command}",
            package=portrait.package,
            command=DEMO.command,
            extra=DEMO.name,
        )
    return path


def _background() -> Image:
    """Draw a plain wall in soft light."""
    x = np.linspace(-1, 1, WIDTH, dtype=np.float32)
    y = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, np.newaxis]
    light = 1 - 0.25 * (x**2 + y**2)
    color = np.array((178, 168, 156), np.float32)
    return (light[:, :, np.newaxis] * color).astype(np.uint8)
