"""Geometry of the overlay: boxes and labels in view coordinates, computed without Qt; `face_painter` draws them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class FaceMark:
    """One face to paint."""

    box: Box  #: in pixels of the frame
    name: str | None  #: None: unknown
    score: str = ""  #: such as "93 %"; empty for an unknown face
    rivals: tuple[str, str] | None = None  #: the two names of an ambiguous face
    beside: Match | None = None  #: the answer of the compared model
    liveness: LivenessHint | None = None  #: shown beside the name, never instead of it


def compute_marks(analysis: Analysis | None, frame: Frame) -> tuple[FaceMark, ...]:
    """The marks to paint over `frame`, with boxes extrapolated from the newest analysis to the time of the frame.

    An analysis older than `MAX_AGE_S` gives no marks.
    """
    elapsed = frame.taken_at - analysis.frame.taken_at if analysis else 0.0
    if analysis is None or elapsed > MAX_AGE_S:
        return ()
    beside = analysis.compared or (None,) * len(analysis.answers)
    return tuple(
        FaceMark(
            extrapolate_box(answer, elapsed),
            answer.match.name,
            _score(answer.match),
            _rivals(answer.match),
            other,
            answer.liveness,
        )
        for answer, other in zip(analysis.answers, beside, strict=True)
    )


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


def place_label(box: Rect, size: tuple[float, float], area: Rect, gap: float = 6) -> Rect:
    """Place the label of a box: above it, else below it, else inside at its top; never outside the picture.

    Parameters
    ----------
    box, area : Rect
        The box and the picture, in view coordinates.
    size : tuple of float
        (width, height) of the label.
    gap : float
        Distance between box and label.
    """
    width, height = min(size[0], area.width), size[1]
    left = min(max(box.left, area.left), area.right - width)
    if box.top - gap - height >= area.top:
        top = box.top - gap - height
    elif box.bottom + gap + height <= area.bottom:
        top = box.bottom + gap
    else:
        top = max(box.top, area.top) + gap
    return Rect(left, max(min(top, area.bottom - height), area.top), width, height)
