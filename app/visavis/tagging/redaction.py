"""Redaction: faces made unrecognizable in pictures and videos."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.tagging.face_log import FRAME, HEIGHT, LEFT, NAME, TRACK, FaceLog

#: Seconds before a face is first found, and after it is last found, in which it is hidden, too: searches are some
#: tenths of a second apart, and a head that turns away is lost before it is gone.
_MARGIN_S = 0.7
#: How far around a box is hidden, as a share of its larger side: hair, ears and chin.
_BORDER = 0.25
#: Side of the picture that a hidden face is reduced to, in pixels. Recognition needs eyes six pixels apart.
_SIDE = 6


@dataclass(frozen=True, slots=True)
class HiddenFaces:
    """Whose faces are hidden."""

    known: bool = True  #: also those of people with a name
    shown_name: str | None = None  #: whose is not, of all

    def hides(self, name: str | None) -> bool:
        """Whether a face with this name is hidden; None is an unknown one."""
        return name is None or (self.known and name != self.shown_name)


class Redaction:
    """Hides faces in the frames of one file, in their order.

    A face is hidden also between two frames in which it was found, and for a moment before and after.
    """

    def __init__(self, log: FaceLog, hidden: HiddenFaces) -> None:
        self._log = log
        hides = np.array([*map(hidden.hides, log.names), hidden.hides(None)], np.bool_)
        self._tracks = [
            hidden_track
            for track in np.unique(log.faces[:, TRACK]).tolist()
            if (hidden_track := _HiddenTrack.of(log, track, hides)).is_hidden.any()
        ]

    def __call__(self, image: Image, frame: int) -> Image:
        """Return a copy of a frame without the faces. `frame` is its index."""
        image = image.copy()
        for track in self._tracks:
            box = track.box_at(self._log.times[frame])
            if box is not None:
                hide_face(image, box)
        return image


@dataclass(frozen=True, slots=True, eq=False)
class _HiddenTrack:
    """Where one track is hidden, and when."""

    start: float  #: from when on, in seconds; not before its scene
    end: float
    times: NDArray[np.float64]
    boxes: NDArray[np.int32]  #: shape (times, 4)
    is_hidden: NDArray[np.bool_]

    @classmethod
    def of(cls, log: FaceLog, track: int, hides: NDArray[np.bool_]) -> "_HiddenTrack":
        rows = log.faces[log.faces[:, TRACK] == track]
        times = log.times[rows[:, FRAME]]
        (scene_start, _), (_, scene_end) = log.scene_at(int(rows[0, FRAME])), log.scene_at(int(rows[-1, FRAME]))
        start, end = max(times[0] - _MARGIN_S, scene_start), min(times[-1] + _MARGIN_S, scene_end)
        return cls(float(start), float(end), times, rows[:, LEFT : HEIGHT + 1], hides[rows[:, NAME]])

    def box_at(self, time: float) -> Box | None:
        """The box to hide at a time; None if there is none."""
        if time < self.start or (time >= self.end and time > self.times[-1]):
            return None
        after = min(int(np.searchsorted(self.times, time)), len(self.times) - 1)
        if not self.is_hidden[max(after - 1, 0) : after + 1].any():
            return None
        left, top, width, height = (float(np.interp(time, self.times, column)) for column in self.boxes.T)
        return Box(round(left), round(top), max(round(width), 1), max(round(height), 1))


def hide_face(image: Image, box: Box) -> None:
    """Reduce a face to a few colors, in place."""
    inside = box.expand(round(_BORDER * max(box.width, box.height))).clip(image.shape[1], image.shape[0])
    if inside is None:
        return
    part = image[inside.top : inside.bottom, inside.left : inside.right]
    small = cv2.resize(part, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    part[:] = cv2.resize(small, (inside.width, inside.height), interpolation=cv2.INTER_LINEAR)
