"""What the camera sees: faces from the demo's photos that move in front of a wall.

The first two faces show the people themselves. The others are altered copies, which count for speed but not for names.
Each face is drawn ahead in all its poses. A frame is then a copy of the wall with faces copied onto it. That costs
about as much as copying one frame, which is what a camera's driver does.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.bench.scenario import FRAME_RATE, Scenario
from visavis.imaging.image import Image
from visavis.sources.demo import portraits
from visavis.storage import arrays

#: Names of the people on the photos, in the order of `portraits`.
PEOPLE = ("Eileen Collins", "Grace Hopper")

#: Center (x, y) and width of the face in each photo, in pixels.
_FACES = (((225.0, 120.0), 105.0), ((262.0, 210.0), 165.0))
#: Width of a head with hair and shoulders, in widths of the face.
_HEAD_WIDTH = 2.2
#: Number of poses of a head.
_POSES = 16
#: Frames per pose: all poses take 1.6 seconds.
_FRAMES_PER_POSE = 3


@dataclass(frozen=True, slots=True)
class SceneFace:
    """A face in a frame."""

    name: str | None  #: None for an altered copy
    center: tuple[float, float]  #: (x, y), pixels of the frame
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Frames by index. The content of a frame depends on its index only."""

    wall: Image
    heads: NDArray[np.uint8]  #: (faces, poses, side, side, 3), BGR
    mask: NDArray[np.uint8]  #: (side, side): 255 where a head is
    intermittent: bool  #: whether faces come and go

    @classmethod
    def of(cls, scenario: Scenario, share: float = 0.25) -> Self:
        """Draw the scene of a scenario.

        Parameters
        ----------
        share : float
            Width of a face as a share of the frame's height, unless too many faces are to fit. A quarter is a person in
            front of a webcam at arm's length.

        Raises
        ------
        SourceNotFoundError
            If a package with a photo is missing.
        """
        face = _face_width(scenario.width, scenario.height, scenario.faces, share)
        side = 2 * round(face * _HEAD_WIDTH / 2)
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
        """Write the scene, for another process to load."""
        intermittent = np.array(self.intermittent)
        arrays.write(path, {"wall": self.wall, "heads": self.heads, "mask": self.mask, "intermittent": intermittent})

    @classmethod
    def load(cls, path: Path) -> Self:
        file = arrays.read(path)
        return cls(file["wall"], file["heads"], file["mask"], bool(file["intermittent"]))

    def picture(self, index: int) -> Image:
        """Frame `index`, from 0: shape (height, width, 3), uint8, BGR."""
        picture = self.wall.copy()
        side = self.mask.shape[0]
        for face, (x, y) in self._places(index):
            left, top = round(x - side / 2), round(y - side / 2)
            head = self.heads[face, (index // _FRAMES_PER_POSE + 5 * face) % _POSES]
            rows = slice(max(-top, 0), min(picture.shape[0] - top, side))
            columns = slice(max(-left, 0), min(picture.shape[1] - left, side))
            under = picture[top + rows.start : top + rows.stop, left + columns.start : left + columns.stop]
            cv2.copyTo(head[rows, columns], self.mask[rows, columns], under)
        return picture

    def faces(self, index: int) -> list[SceneFace]:
        """The faces in frame `index`."""
        width = self.mask.shape[0] / _HEAD_WIDTH
        return [SceneFace(PEOPLE[face] if face < 2 else None, place, width) for face, place in self._places(index)]

    def _places(self, index: int) -> list[tuple[int, tuple[float, float]]]:
        """Index and center of each visible face."""
        height, width = self.wall.shape[:2]
        count, side = self.heads.shape[0], self.mask.shape[0]
        columns, rows = _grid(width, height, count)
        seconds = index / FRAME_RATE
        places = []
        for face in range(count):
            if self.intermittent and math.sin(2 * math.pi * seconds / 11 + 2 * face) > 0.6:
                continue
            across, down = (max(cell - side, 0) * 0.3 for cell in (width / columns, height / rows))
            x = (face % columns + 0.5) * width / columns + across * math.sin(2 * math.pi * seconds / 7 + face)
            y = (face // columns + 0.5) * height / rows + down * math.sin(2 * math.pi * seconds / 5 + 2 * face)
            places.append((face, (x, y)))
        return places


def _grid(width: int, height: int, faces: int) -> tuple[int, int]:
    """Columns and rows of cells, as square as possible."""
    columns = max(math.ceil(math.sqrt(faces * width / height) - 1e-9), 1) if faces > 1 else 1
    return columns, max(math.ceil(faces / columns), 1)


def _face_width(width: int, height: int, faces: int, share: float) -> float:
    columns, rows = _grid(width, height, faces)
    return min(share * height, 0.42 * width / columns, 0.42 * height / rows)


def _poses(photo: Image, face: tuple[tuple[float, float], float], side: int, index: int) -> NDArray[np.uint8]:
    """A head in all its poses, shape (_POSES, side, side, 3): it tilts, comes closer, and the light changes."""
    (x, y), width = face
    if index >= 2:  # another face: narrower or wider, mirrored, in other colors
        random = np.random.default_rng(index)
        if random.random() < 0.5:
            photo, x = np.ascontiguousarray(photo[:, ::-1]), photo.shape[1] - 1 - x
        stretch = random.uniform(0.85, 1.15)
        wider = cv2.resize(photo, None, fx=stretch, fy=1.0, interpolation=cv2.INTER_AREA)
        x, width = x * stretch, width * math.sqrt(stretch)
        photo = np.clip(wider * random.uniform(0.8, 1.1, 3), 0, 255).astype(np.uint8)
    scale = side / _HEAD_WIDTH / width
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
    """A wall in soft light with objects on it. A plain one would be searched faster than a real room."""
    random = np.random.default_rng(7)
    light = np.asarray(cv2.resize(random.uniform(130, 190, (3, 4, 3)).astype(np.float32), (width, height)), np.float32)
    for _ in range(24):
        left, top = random.integers(0, width), random.integers(0, height)
        size = random.integers(height // 24, height // 5, 2)
        part = light[top : top + int(size[0]), left : left + int(size[1])]
        part += random.uniform(-60, 40, 3).astype(np.float32)
    grain = random.normal(0, 4, (height, width, 1)).astype(np.float32)
    return np.asarray(np.clip(light + grain, 0, 255), np.uint8)
