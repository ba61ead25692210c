"""What is painted over the picture, and where: decided here, without Qt, and drawn by `visavis.ui.live.video_view`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.tracking.motion import displacement
from visavis.ui.text.matches import shown

#: Seconds after which an answer says nothing of the picture: the face has moved on.
STALE_S = 1.0


@dataclass(frozen=True, slots=True)
class FaceMark:
    """One face as it is painted."""

    box: Box  #: in pixels of the frame
    name: str | None  #: None: unknown
    score: str = ""  #: such as "93 %"; empty where there is none to show
    rivals: tuple[str, str] | None = None  #: an unknown face that may be either of two people
    beside: Match | None = None  #: what a model that is compared says


def marks(analysis: Analysis | None, frame: Frame) -> tuple[FaceMark, ...]:
    """What to paint over `frame`, given the newest answers there are: the boxes where the faces are by now.

    Answers older than `STALE_S` are left out.
    """
    passed = frame.taken_at - analysis.frame.taken_at if analysis else 0.0
    if analysis is None or passed > STALE_S:
        return ()
    beside = analysis.beside or (None,) * len(analysis.answers)
    return tuple(
        FaceMark(moved(answer, passed), answer.match.name, _score(answer.match), _rivals(answer.match), other)
        for answer, other in zip(analysis.answers, beside, strict=True)
    )


def moved(answer: Answer, passed: float) -> Box:
    """Where the face should be, `passed` seconds after it was analyzed."""
    x, y = displacement(answer.velocity, passed)
    return answer.face.box.moved(round(x), round(y))


def _rivals(match: Match) -> tuple[str, str] | None:
    """The two whom an ambiguous face resembles, by name: the one ahead changes with every frame."""
    if match.doubt is not Doubt.AMBIGUOUS or match.best is None or match.runner_up is None:
        return None
    first, second = sorted((match.best, match.runner_up[0]))
    return first, second


def _score(match: Match) -> str:
    """The score of a name; how like somebody an unknown face is, is not shown."""
    return "" if match.name is None else shown(match.score)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in a view: device-independent pixels, fractions allowed."""

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
    """Where a picture lies in a view: whole, undistorted, in the middle; mirrored if wanted."""

    area: Rect
    scale: float  #: pixels of the view for one of the picture
    mirrored: bool = False

    @classmethod
    def of(cls, picture: tuple[int, int], view: tuple[float, float], *, mirrored: bool = False) -> Self:
        """The fit of a picture of (width, height) pixels into a view of that size."""
        scale = min(view[0] / picture[0], view[1] / picture[1])
        width, height = picture[0] * scale, picture[1] * scale
        return cls(Rect((view[0] - width) / 2, (view[1] - height) / 2, width, height), scale, mirrored)

    def moved(self, x: float, y: float) -> Self:
        area = Rect(self.area.left + x, self.area.top + y, self.area.width, self.area.height)
        return replace(self, area=area)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture in the view."""
        across = self.area.width - x * self.scale if self.mirrored else x * self.scale
        return self.area.left + across, self.area.top + y * self.scale

    def placed(self, box: Box) -> Rect:
        """A box of the picture in the view; it may reach over the picture's border."""
        left = self.area.width - box.right * self.scale if self.mirrored else box.left * self.scale
        return Rect(
            self.area.left + left, self.area.top + box.top * self.scale, box.width * self.scale, box.height * self.scale
        )


def hit(marks: Sequence[FaceMark], fit: PictureFit, x: float, y: float) -> int | None:
    """Which mark lies at a place of the view; of several the smallest, which is the hardest to point at."""
    found = []
    for number, mark in enumerate(marks):
        place = fit.placed(mark.box)
        if place.left <= x < place.right and place.top <= y < place.bottom:
            found.append((mark.box.area, number))
    return min(found)[1] if found else None


def numbered(marks: Sequence[FaceMark], fit: PictureFit) -> list[int]:
    """The marks from left to right as they are seen: the first is that of the key 1."""
    return sorted(range(len(marks)), key=lambda number: fit.placed(marks[number].box).left)


def label_place(box: Rect, size: tuple[float, float], area: Rect, gap: float = 6) -> Rect:
    """Where the label of a box goes: above it, else below, else inside at its top; never outside the picture.

    Parameters
    ----------
    box, area : Rect
        The box and the picture, both in the view.
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
