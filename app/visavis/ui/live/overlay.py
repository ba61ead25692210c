"""Geometry of the overlay: boxes and labels in view coordinates, computed without Qt; `face_painter` draws them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.liveness.hint import LivenessHint
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.tracking.motion import displacement
from visavis.ui.text.matches import format_score

#: Maximum age of an analysis that is still painted, in seconds: later the face has moved on.
MAX_AGE_S = 1.0
#: By which share of its height a label may overlap its box before it changes sides, and how much room the better side
#: must have beyond that: boxes jitter by a few pixels.
_HOLD = 0.5


@dataclass(frozen=True, slots=True)
class FaceMark:
    """One face to paint."""

    box: Box  #: in pixels of the frame
    name: str | None  #: None: unknown
    score: str = ""  #: such as "93 %"; empty for an unknown face
    rivals: tuple[str, str] | None = None  #: the two names of an ambiguous face
    beside: Match | None = None  #: the answer of the compared model
    liveness: LivenessHint | None = None  #: shown beside the name, never instead of it
    track: int | None = None  #: number of the track, in a video
    guest: str | None = None  #: the guest that an unknown face is, where faces are grouped


def compute_marks(analysis: Analysis | None, frame: Frame, scene_began: float = float("-inf")) -> tuple[FaceMark, ...]:
    """The marks to paint over `frame`, with boxes extrapolated from the newest analysis to the time of the frame.

    An analysis older than `MAX_AGE_S` gives no marks, nor does one of an earlier scene.

    Parameters
    ----------
    scene_began : float
        When the scene of `frame` began, in seconds on time.monotonic().
    """
    if analysis is None or not is_current(analysis, frame, scene_began):
        return ()
    elapsed = frame.taken_at - analysis.frame.taken_at
    beside = analysis.compared or (None,) * len(analysis.answers)
    return tuple(
        FaceMark(
            extrapolate_box(answer, elapsed),
            answer.match.name,
            _score(answer.match),
            _rivals(answer.match),
            other,
            answer.liveness,
            answer.track,
            answer.guest,
        )
        for answer, other in zip(analysis.answers, beside, strict=True)
    )


def is_current(analysis: Analysis, frame: Frame, scene_began: float) -> bool:
    """Whether the newest analysis is painted over `frame`: not older than `MAX_AGE_S`, nor of an earlier scene."""
    elapsed = frame.taken_at - analysis.frame.taken_at
    return elapsed <= MAX_AGE_S and analysis.frame.taken_at >= scene_began


def extrapolate_box(answer: Answer, elapsed: float) -> Box:
    """The expected box of a face, `elapsed` seconds after its analysis, at constant velocity."""
    x, y = displacement(answer.velocity, elapsed)
    return answer.face.box.shift(round(x), round(y))


def _rivals(match: Match) -> tuple[str, str] | None:
    """The two candidates of an ambiguous face, sorted by name because the leader changes with every frame."""
    if match.doubt is not Doubt.AMBIGUOUS or match.best is None or match.runner_up is None:
        return None
    first, second = sorted((match.best, match.runner_up[0]))
    return first, second


def _score(match: Match) -> str:
    """The formatted score of a named face; empty for an unknown face."""
    return "" if match.name is None else format_score(match.score)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in view coordinates: device-independent pixels, fractions allowed."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class PictureFit:
    """The transform from picture to view: the whole picture, centered, aspect ratio kept, optionally mirrored."""

    area: Rect
    scale: float  #: view pixels per picture pixel
    mirrored: bool = False

    @classmethod
    def of(cls, picture: tuple[int, int], view: tuple[float, float], *, mirrored: bool = False) -> Self:
        """The fit of a picture of (width, height) pixels into a view of that size."""
        scale = min(view[0] / picture[0], view[1] / picture[1])
        width, height = picture[0] * scale, picture[1] * scale
        return cls(Rect((view[0] - width) / 2, (view[1] - height) / 2, width, height), scale, mirrored)

    def shift(self, x: float, y: float) -> Self:
        """The same transform, shifted in the view."""
        area = Rect(self.area.left + x, self.area.top + y, self.area.width, self.area.height)
        return replace(self, area=area)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Transform a point of the picture to view coordinates."""
        across = self.area.width - x * self.scale if self.mirrored else x * self.scale
        return self.area.left + across, self.area.top + y * self.scale

    def to_picture(self, place: Rect) -> Box | None:
        """Transform a rectangle of the view to the picture, without what lies beside it; None if nothing is left."""
        left = (place.left - self.area.left) / self.scale
        if self.mirrored:
            left = (self.area.right - place.right) / self.scale
        top = (place.top - self.area.top) / self.scale
        width, height = round(place.width / self.scale), round(place.height / self.scale)
        if width < 1 or height < 1:
            return None
        picture = round(self.area.width / self.scale), round(self.area.height / self.scale)
        return Box(round(left), round(top), width, height).clip(*picture)

    def to_view(self, box: Box) -> Rect:
        """Transform a box of the picture to view coordinates; it may reach over the picture's border."""
        left = self.area.width - box.right * self.scale if self.mirrored else box.left * self.scale
        return Rect(
            self.area.left + left, self.area.top + box.top * self.scale, box.width * self.scale, box.height * self.scale
        )


def find_mark(marks: Sequence[FaceMark], fit: PictureFit, x: float, y: float) -> int | None:
    """The index of the mark at a point of the view; of overlapping marks the smallest, which is the hardest to hit."""
    found = []
    for number, mark in enumerate(marks):
        place = fit.to_view(mark.box)
        if place.left <= x < place.right and place.top <= y < place.bottom:
            found.append((mark.box.area, number))
    return min(found)[1] if found else None


def sort_by_position(marks: Sequence[FaceMark], fit: PictureFit) -> list[int]:
    """The indexes of the marks from left to right in the view; key 1 selects the first."""
    return sorted(range(len(marks)), key=lambda number: fit.to_view(marks[number].box).left)


class LabelSide(Enum):
    """Where a label is, relative to its box. The first that has room is chosen."""

    ABOVE = "above"
    BELOW = "below"
    INSIDE = "inside"  #: at its top


@dataclass(frozen=True, slots=True)
class LabelRoom:
    """The room for the label of a box. Lengths are view pixels."""

    box: Rect
    height: float  #: of the label
    area: Rect  #: the picture
    gap: float = 6  #: between box and label

    def choose_side(self, before: LabelSide | None = None) -> LabelSide:
        """The side of the label. The side `before` is kept until another one is clearly better.

        Otherwise the label of a face near the upper border of the picture would hop from frame to frame.
        """
        if before is None:
            return next(side for side in LabelSide if self._spare(side) >= 0)
        hold = _HOLD * self.height
        order = list(LabelSide)
        preferred = order[: order.index(before)]
        for side in preferred:
            if self._spare(side) >= hold:
                return side
        if self._spare(before) >= -hold:
            return before
        return next(side for side in LabelSide if self._spare(side) >= 0)

    def place(self, side: LabelSide, width: float) -> Rect:
        """The place of a label on that side; it never leaves the picture, and may overlap its box for that."""
        width = min(width, self.area.width)
        left = min(max(self.box.left, self.area.left), self.area.right - width)
        top = {
            LabelSide.ABOVE: self.box.top - self.gap - self.height,
            LabelSide.BELOW: self.box.bottom + self.gap,
            LabelSide.INSIDE: max(self.box.top, self.area.top) + self.gap,
        }[side]
        top = max(min(top, self.area.bottom - self.height), self.area.top)
        return Rect(left, top, width, self.height)

    def _spare(self, side: LabelSide) -> float:
        """How much room a side has beyond what the label needs; negative if that is too little."""
        needed = self.gap + self.height
        return {
            LabelSide.ABOVE: self.box.top - needed - self.area.top,
            LabelSide.BELOW: self.area.bottom - needed - self.box.bottom,
            LabelSide.INSIDE: float("inf"),
        }[side]


class LabelSides:
    """Remembers on which side the label of each track was painted last."""

    def __init__(self) -> None:
        self._sides: dict[int, LabelSide] = {}

    def choose(self, track: int | None, room: LabelRoom) -> LabelSide:
        """Choose the side for a track, and remember it; a face without a track has no earlier side."""
        if track is None:
            return room.choose_side()
        side = self._sides[track] = room.choose_side(self._sides.get(track))
        return side

    def keep(self, tracks: Collection[int | None]) -> None:
        """Forget all other tracks."""
        self._sides = {track: side for track, side in self._sides.items() if track in tracks}
