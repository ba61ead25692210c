"""Draws portraits of people who do not exist, with light and shade, so that a detector finds their faces."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image

#: Side of a portrait, in pixels.
SIDE = 480
#: Where the light comes from: left, above and in front.
_LIGHT = np.array([-0.45, -0.5, 0.74])
#: Height of the eyes, as a share of the side from the middle.
_EYE = -0.035
#: Color of glasses.
_FRAME = np.array([36, 34, 40])

_Color = tuple[int, int, int]  # BGR
_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Look:
    """A person who does not exist. Lengths are shares of the portrait's side, colors BGR."""

    name: str
    skin: _Color
    hair: _Color
    shirt: _Color
    iris: _Color
    lips: _Color
    width: float = 0.175  #: half the width of the face
    height: float = 0.235  #: half its height
    jaw: float = 2.2  #: exponent of its outline: the greater, the squarer
    eyes: float = 0.075  #: half their distance
    eye: float = 0.036  #: half the width of an eye
    open: float = 0.5  #: height of an eye by its width
    brow: float = 0.014  #: thickness
    slant: float = 0.0  #: of the brows
    nose: float = 0.105  #: length
    nostrils: float = 0.032  #: half the width of the nose
    mouth: float = 0.065  #: half its width
    full: float = 0.016  #: thickness of the lips
    hairline: float = 0.13  #: how far the hair comes down from the top of the face
    long: bool = False  #: hair down to the shoulders
    beard: float = 0.0  #: 0..1
    glasses: bool = False
    age: float = 0.0  #: 0..1: lines beside the nose


def background(width: int, height: int) -> Image:
    """A wall: lighter at the top. (height, width, 3), BGR."""
    rows = np.linspace(222, 176, height, dtype=np.float32)[:, np.newaxis, np.newaxis]
    return np.clip(np.broadcast_to(rows + np.array([0, 2, -4]), (height, width, 3)), 0, 255).astype(np.uint8)


def paint(picture: Image, look: Look, middle: tuple[int, int], side: int, turn: float = 0.0, nod: float = 0.0) -> None:
    """Paint a person into a picture, in place.

    Parameters
    ----------
    picture : Image
        (height, width, 3), BGR.
    middle : tuple of int
        (x, y) of the middle of the square in which they are, in pixels.
    side : int
        Side of that square; the face is about half as high.
    turn, nod : float
        -1..1: how far the head is turned to the left of the picture, and how far up.
    """
    left, top = middle[0] - side // 2, middle[1] - side // 2
    height, width = picture.shape[:2]
    part = picture[max(top, 0) : min(top + side, height), max(left, 0) : min(left + side, width)]
    rows, columns = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
    x, y = (columns + max(-left, 0)) / side - 0.5, (rows + max(-top, 0)) / side - 0.47
    drawn = part.astype(np.float32)
    _paint(drawn, look, x, y, turn, nod)
    part[:] = np.clip(cv2.GaussianBlur(drawn, (0, 0), side / 600), 0, 255).astype(np.uint8)


def draw(look: Look, turn: float = 0.0, nod: float = 0.0, light: float = 1.0, size: float = 1.0) -> Image:
    """Draw a portrait, (SIDE, SIDE, 3), BGR, in light of that brightness, with a head of that size."""
    picture = background(SIDE, SIDE)
    paint(picture, look, (SIDE // 2, SIDE // 2), round(SIDE * size), turn, nod)
    return np.clip(picture * light, 0, 255).astype(np.uint8)


def _paint(picture: _Plane, look: Look, x: _Plane, y: _Plane, turn: float, nod: float) -> None:
    dx, dy = -0.03 * turn, -0.02 * nod  # of what is on the face
    lower = np.where(y > 0, np.abs(y / look.height) ** look.jaw, np.abs(y / look.height) ** 2)
    away = lower + np.abs(x / look.width) ** 2
    face = _soft(1 - away, 0.035)
    if look.long:
        _lay(picture, _soft(1 - (x / (look.width * 1.4)) ** 2 - ((y - 0.08) / 0.36) ** 4, 0.05), _streaks(look.hair, x))
    neck = _soft(1 - (x / (look.width * 0.56)) ** 4 - ((y - 0.28) / 0.16) ** 4, 0.06)
    _lay(picture, neck, np.array(look.skin) * (0.6 + 0.8 * np.clip(y - 0.2, 0, 0.2))[..., None])
    cloth = np.array(look.shirt) * (1.05 - 0.5 * x)[..., None]
    _lay(picture, _soft(1 - (x / 0.36) ** 2 - ((y - 0.57) / 0.24) ** 2, 0.02), cloth)
    _lay(
        picture,
        _soft(1 - (x / (look.width * 1.13)) ** 2 - ((y + 0.05) / (look.height * 1.05)) ** 2, 0.04),
        _streaks(look.hair, x),
    )
    for side in (-1, 1):
        ear = 1 - ((x - side * look.width * 1.02) / 0.022) ** 2 - ((y - 0.01) / 0.05) ** 2
        _lay(picture, _soft(ear, 0.2) * (0.0 if look.long else 1.0), np.array(look.skin) * 0.8)
    depth = np.sqrt(np.clip(1 - away, 0.02, 1))
    normal = np.stack([x / look.width, y / look.height, depth * 1.2], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    shade = 0.66 + 0.42 * np.clip(normal @ _LIGHT, 0, 1)
    _lay(picture, face, np.array(look.skin) * shade[..., None])
    _paint_features(picture, look, x - dx, y - dy, face, turn, nod)
    fringe = _soft((-y - look.height + look.hairline + 0.025 * np.cos(14 * (x + 0.03))) / 0.1, 0.1) * _soft(
        1.12 - away, 0.05
    )
    _lay(picture, fringe, _streaks(look.hair, x))


def _paint_features(picture: _Plane, look: Look, x: _Plane, y: _Plane, face: _Plane, turn: float, nod: float) -> None:
    for side in (-1, 1):
        _paint_eye(picture, look, x - side * look.eyes, y - _EYE, side, turn)
        cheek = _spot(x - side * look.width * 0.62, y - 0.07, 0.05, 0.04)
        _lay(picture, 0.16 * cheek, np.array(look.lips))
    if look.glasses:
        for side in (-1, 1):
            ring = np.abs(np.hypot((x - side * look.eyes) / 1.12, y - _EYE) - look.eye * 1.45)
            _lay(picture, _soft((0.0055 - ring) / 0.0055, 0.6), _FRAME)
        bridge = (np.abs(x) < look.eyes - look.eye * 1.5) & (np.abs(y - _EYE + 0.004) < 0.005)
        _lay(picture, bridge.astype(np.float32), _FRAME)
    x, y = x + 0.02 * turn, y + 0.012 * nod  # what stands out of the face moves more than the eyes
    nose = _EYE + look.nose
    _paint_nose(picture, look, x, y - nose)
    if look.beard:
        outside = 1 - (x / (look.width * 0.72)) ** 2 - ((y - 0.02) / (look.height * 0.5)) ** 2
        sides = np.where(np.abs(x) < look.width * 0.66, 1, _soft(-outside, 0.3))
        below = face * _soft((y - nose + 0.012) / 0.05, 0.6) * sides * _spot(x, y - 0.16, 0.3, 0.2)
        _lay(picture, look.beard * below, _streaks(look.hair, 0.4 * x))
    _paint_mouth(picture, look, x, y - nose - 0.062)


def _paint_eye(picture: _Plane, look: Look, x: _Plane, y: _Plane, side: int, turn: float) -> None:
    skin, iris = np.array(look.skin), look.eye * 0.5
    _lay(picture, 0.3 * _spot(x, y + 0.012, look.eye * 1.5, 0.034), skin * 0.45)
    lid = 1 - (x / look.eye) ** 2 - (y / (look.eye * look.open)) ** 2
    inside = _soft(lid, 0.2)
    _lay(picture, _soft(lid + 0.35, 0.25), skin * 0.32)
    _lay(picture, inside, np.array([232, 236, 236]))
    seen = x + 0.006 * turn
    _lay(picture, inside * _disk(seen, y, iris, 0.2), np.array(look.iris))
    _lay(picture, inside * _disk(seen, y, iris / 2, 0.3), np.array([12, 10, 10]))
    _lay(picture, _disk(seen + 0.005, y + 0.005, 0.004, 0.5), np.array([255, 255, 255]))
    arch = -look.eye * look.open - 0.026 - 0.01 * np.cos(x * 30) + look.slant * side * x
    ends = _soft(1 - (x / (look.eye * 1.35)) ** 4, 0.2)
    _lay(picture, 0.9 * _soft((look.brow - np.abs(y - arch)) / look.brow, 0.5) * ends, np.array(look.hair) * 0.75)


def _paint_nose(picture: _Plane, look: Look, x: _Plane, y: _Plane) -> None:
    skin = np.array(look.skin)
    for side in (-1, 1):
        fold = _spot(x - side * (look.nostrils + 0.03 + 0.3 * y), y - 0.02, 0.006, 0.04)
        _lay(picture, 0.55 * look.age * fold, skin * 0.5)
        _lay(picture, 0.8 * _spot(x - side * look.nostrils * 0.55, y, 0.009, 0.006), skin * 0.25)
        _lay(picture, 0.35 * _spot(x - side * look.nostrils, y + 0.008, 0.011, 0.016), skin * 0.5)
    _lay(picture, 0.32 * _spot(x - 0.018, y + look.nose * 0.45, 0.012, look.nose * 0.45), skin * 0.55)
    _lay(picture, 0.4 * _spot(x + 0.004, y + 0.022, 0.016, 0.018), np.minimum(skin * 1.25, 255))
    _lay(picture, 0.3 * _spot(x, y - 0.012, look.nostrils, 0.01), skin * 0.5)


def _paint_mouth(picture: _Plane, look: Look, x: _Plane, y: _Plane) -> None:
    color, curve = np.array(look.lips), y + 0.14 * x**2 / look.mouth
    along = np.clip(1 - (x / look.mouth) ** 2, 0, 1)
    lips = _soft((look.full * np.sqrt(along) - np.abs(curve)) / look.full, 0.5) * (along > 0)
    _lay(picture, lips, color * (0.88 + 0.25 * (curve > 0))[..., np.newaxis])
    _lay(picture, 0.85 * _soft((0.0032 - np.abs(curve)) / 0.0032, 0.8) * (along > 0), color * 0.4)
    _lay(picture, 0.25 * _spot(x, y - look.full - 0.02, look.mouth * 0.6, 0.01), np.array(look.skin) * 0.5)


def _disk(x: _Plane, y: _Plane, radius: float, edge: float) -> _Plane:
    return _soft(1 - (x / radius) ** 2 - (y / radius) ** 2, edge)


def _soft(inside: _Plane, edge: float) -> _Plane:
    """1 where `inside` is positive, 0 where it is negative, and a ramp of that width between."""
    return np.clip(inside / edge + 0.5, 0, 1).astype(np.float32)


def _spot(x: _Plane, y: _Plane, wide: float, high: float) -> _Plane:
    return np.exp(-((x / wide) ** 2 + (y / high) ** 2)).astype(np.float32)


def _streaks(color: _Color, along: _Plane) -> _Plane:
    waves = 0.12 * np.sin(along * 210) * np.sin(along * 57 + 1) + 1.0
    return np.asarray(np.array(color) * waves[..., None], np.float32)


def _lay(picture: _Plane, cover: _Plane, color: NDArray[np.floating]) -> None:
    picture += cover[..., None] * (color - picture)
