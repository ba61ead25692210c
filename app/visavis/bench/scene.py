"""What the camera sees: faces that move before a wall, cut from the demo's photos.

Two are the people themselves; the others are altered copies of them, which count for speed and not for names. Every
face is drawn ahead, in all its poses; a frame is then a copy of the wall with faces copied onto it, which costs what a
camera's driver costs: about one copy of the frame.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.bench.scenario import RATE, Scenario
from visavis.imaging.image import Image
from visavis.sources.demo import portraits
from visavis.storage import arrays

#: The people whom the photos show, in the order of `portraits`.
PEOPLE = ("Eileen Collins", "Grace Hopper")

#: In each photo: where the middle of the face is (x, y), and how wide the face, in pixels.
_FACES = (((225.0, 120.0), 105.0), ((262.0, 210.0), 165.0))
#: A head with hair and shoulders is this many times as wide as its face.
_HEAD = 2.2
_POSES = 16
#: Frames for which a pose stays: all of them take 1.6 seconds.
_STAY = 3


@dataclass(frozen=True, slots=True)
class SceneFace:
    """A face in a frame."""

    name: str | None  #: None for an altered copy, which is nobody
    center: tuple[float, float]  #: (x, y), pixels of the frame
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Frames by their numbers; what frame n shows depends on n alone."""

    wall: Image
    heads: NDArray[np.uint8]  #: (faces, poses, side, side, 3), BGR
    mask: NDArray[np.uint8]  #: (side, side): 255 where a head is
    restless: bool  #: whether faces come and go

    @classmethod
    def of(cls, scenario: Scenario, share: float = 0.25) -> Self:
        """Draw the scene of a scenario.

        Parameters
        ----------
        share : float
            How wide a face is, as a share of the frame's height, where that many fit: a quarter is somebody in front
            of a webcam at arm's length.

        Raises
        ------
        SourceNotFoundError
            If a package with a photo is missing.
        """
        face = _face_width(scenario.width, scenario.height, scenario.faces, share)
        side = 2 * round(face * _HEAD / 2)
        photos = portraits()
        heads = [_poses(photos[index % 2], _FACES[index % 2], side, index) for index in range(scenario.faces)]
        mask = np.zeros((side, side), np.uint8)
        cv2.ellipse(mask, ((side / 2, side / 2), (side * 0.86, side * 0.98), 0.0), 255, cv2.FILLED)
        shape = (0, _POSES, side, side, 3)
        return cls(
            _wall(scenario.width, scenario.height),
            np.stack(heads) if heads else np.zeros(shape, np.uint8),
            mask,
            scenario.frames is not None,
        )

    def save(self, path: Path) -> None:
        """Write it, for another process to load at once."""
        restless = np.array(self.restless)
        arrays.write(path, {"wall": self.wall, "heads": self.heads, "mask": self.mask, "restless": restless})

    @classmethod
    def load(cls, path: Path) -> Self:
        file = arrays.read(path)
        return cls(file["wall"], file["heads"], file["mask"], bool(file["restless"]))

    def picture(self, index: int) -> Image:
        """Frame `index`, from 0: shape (height, width, 3), uint8, BGR."""
        picture = self.wall.copy()
        side = self.mask.shape[0]
        for face, (x, y) in self._places(index):
            left, top = round(x - side / 2), round(y - side / 2)
            head = self.heads[face, (index // _STAY + 5 * face) % _POSES]
            rows = slice(max(-top, 0), min(picture.shape[0] - top, side))
            columns = slice(max(-left, 0), min(picture.shape[1] - left, side))
            under = picture[top + rows.start : top + rows.stop, left + columns.start : left + columns.stop]
            cv2.copyTo(head[rows, columns], self.mask[rows, columns], under)
        return picture

    def faces(self, index: int) -> list[SceneFace]:
        """The faces in frame `index`."""
        width = self.mask.shape[0] / _HEAD
        return [SceneFace(PEOPLE[face] if face < 2 else None, place, width) for face, place in self._places(index)]

    def _places(self, index: int) -> list[tuple[int, tuple[float, float]]]:
        """The faces that are there, and where the middle of each is."""
        height, width = self.wall.shape[:2]
        count, side = self.heads.shape[0], self.mask.shape[0]
        columns, rows = _grid(width, height, count)
        seconds = index / RATE
        places = []
        for face in range(count):
            if self.restless and math.sin(2 * math.pi * seconds / 11 + 2 * face) > 0.6:
                continue
            across, down = (max(cell - side, 0) * 0.3 for cell in (width / columns, height / rows))
            x = (face % columns + 0.5) * width / columns + across * math.sin(2 * math.pi * seconds / 7 + face)
            y = (face // columns + 0.5) * height / rows + down * math.sin(2 * math.pi * seconds / 5 + 2 * face)
            places.append((face, (x, y)))
        return places


def _grid(width: int, height: int, faces: int) -> tuple[int, int]:
    """Columns and rows of cells, as square as they can be."""
    columns = max(math.ceil(math.sqrt(faces * width / height) - 1e-9), 1) if faces > 1 else 1
    return columns, max(math.ceil(faces / columns), 1)


def _face_width(width: int, height: int, faces: int, share: float) -> float:
    columns, rows = _grid(width, height, faces)
    return min(share * height, 0.42 * width / columns, 0.42 * height / rows)


def _poses(photo: Image, face: tuple[tuple[float, float], float], side: int, index: int) -> NDArray[np.uint8]:
    """A head in all its poses, shape (_POSES, side, side, 3): it leans, comes closer, and the light changes."""
    (x, y), width = face
    if index >= 2:  # somebody else: narrower or wider, mirrored, in other colors
        random = np.random.default_rng(index)
        if random.random() < 0.5:
            photo, x = np.ascontiguousarray(photo[:, ::-1]), photo.shape[1] - 1 - x
        stretch = random.uniform(0.85, 1.15)
        wider = cv2.resize(photo, None, fx=stretch, fy=1.0, interpolation=cv2.INTER_AREA)
        x, width = x * stretch, width * math.sqrt(stretch)
        photo = np.clip(wider * random.uniform(0.8, 1.1, 3), 0, 255).astype(np.uint8)
    scale = side / _HEAD / width
    small = photo if scale > 1 else cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    x, y, scale = (x, y, scale) if scale > 1 else (x * scale, y * scale, 1.0)
    poses = np.empty((_POSES, side, side, 3), np.uint8)
    for pose in range(_POSES):
        turn = 2 * math.pi * pose / _POSES
        matrix = cv2.getRotationMatrix2D((x, y), 4 * math.sin(turn), scale * (1 + 0.05 * math.sin(turn + 1)))
        matrix[:, 2] += np.array((side / 2 - x, side / 2 - y))
        drawn = cv2.warpAffine(small, matrix, (side, side), borderMode=cv2.BORDER_REPLICATE)
        poses[pose] = cv2.convertScaleAbs(drawn, alpha=1 + 0.05 * math.sin(2 * turn))
    return poses


def _wall(width: int, height: int) -> Image:
    """A wall in soft light with things on it: a plain one would be searched faster than a room is."""
    random = np.random.default_rng(7)
    light = np.asarray(cv2.resize(random.uniform(130, 190, (3, 4, 3)).astype(np.float32), (width, height)), np.float32)
    for _ in range(24):
        left, top = random.integers(0, width), random.integers(0, height)
        size = random.integers(height // 24, height // 5, 2)
        part = light[top : top + int(size[0]), left : left + int(size[1])]
        part += random.uniform(-60, 40, 3).astype(np.float32)
    grain = random.normal(0, 4, (height, width, 1)).astype(np.float32)
    return np.asarray(np.clip(light + grain, 0, 255), np.uint8)
