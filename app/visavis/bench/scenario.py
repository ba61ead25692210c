"""Scenarios: frame size, number of faces, frame rate, with or without the window, number of people, empty cache."""

import re
from dataclasses import dataclass
from typing import Self

from visavis.errors import VisavisError
from visavis.messages import Message

#: Frames per second of the camera.
FRAME_RATE = 30

_PARTS = {
    "size": re.compile(r"(?P<width>\d{2,5})x(?P<height>\d{2,5})"),
    "faces": re.compile(r"(?P<faces>\d{1,2}) faces?"),
    "pace": re.compile(rf"{FRAME_RATE} fps|(?P<unthrottled>unthrottled)"),
    "place": re.compile(r"(?P<window>window)|headless"),
    "people": re.compile(r"(?P<people>\d{1,6}) people"),
    "frames": re.compile(r"(?P<frames>\d{1,7}) frames"),
    "cache": re.compile(r"(?P<empty_cache>empty cache)"),
}
#: Minimum side of a frame, in pixels.
_MIN_SIDE = 64
#: Maximum side of a frame, in pixels.
_MAX_SIDE = 8192
#: Minimum number of frames. With fewer nothing is left to measure after the warm-up.
_MIN_FRAMES = 100


class ScenarioError(VisavisError):
    """There is no such scenario."""

    hint = Message(
        "A scenario is written like 640x480/1 face/30 fps/window or 1280x720/5 faces/unthrottled/headless/1000 people, "
        "or it is soak; visavis bench without --scenario runs the usual ones."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """The conditions of a measurement. `parse` is the inverse of `name`."""

    width: int = 640  #: of the frames, in pixels
    height: int = 480
    faces: int = 1  #: moving in the scene
    throttled: bool = True  #: at `FRAME_RATE`; else as fast as frames are analyzed
    window: bool = False
    people: int = 2  #: enrolled; the first two are in the scene
    frames: int | None = None  #: number of frames; faces then come and go. None: as many as a good measurement needs
    empty_cache: bool = False  #: as at the very first start: the networks must be compiled before the first label

    @property
    def name(self) -> str:
        faces = "1 face" if self.faces == 1 else f"{self.faces} faces"
        pace = f"{FRAME_RATE} fps" if self.throttled else "unthrottled"
        parts = [f"{self.width}x{self.height}", faces, pace, "window" if self.window else "headless"]
        if self.people != 2:
            parts.append(f"{self.people} people")
        if self.frames is not None:
            parts.append(f"{self.frames} frames")
        if self.empty_cache:
            parts.append("empty cache")
        return "/".join(parts)

    @classmethod
    def parse(cls, name: str) -> Self:
        """The scenario with this name. `soak` is the one that looks for leaks.

        Raises
        ------
        ScenarioError
            If the name has another form, or the scenario is impossible.
        """
        text = SOAK if name == "soak" else name
        values: dict[str, str | None] = {}
        seen: set[str] = set()
        for part in text.split("/"):
            for kind, pattern in _PARTS.items():
                if (match := pattern.fullmatch(part)) and kind not in seen:
                    seen.add(kind)
                    values |= match.groupdict()
                    break
            else:
                raise ScenarioError("There is no scenario {name}.", name=repr(name))
        if not {"size", "faces", "pace", "place"} <= seen:
            raise ScenarioError("There is no scenario {name}.", name=repr(name))
        return cls._from_values(name, values)

    @classmethod
    def _from_values(cls, name: str, values: dict[str, str | None]) -> Self:
        kinds = ("width", "height", "faces", "people", "frames")
        numbers = {kind: int(values[kind] or 0) for kind in kinds if kind in values}
        throttled, window = not values.get("unthrottled"), bool(values.get("window"))
        if not all(_MIN_SIDE <= numbers[side] <= _MAX_SIDE for side in ("width", "height")):
            raise ScenarioError(
                "The sides of {name} must be from {minimum} to {maximum} pixels.",
                name=repr(name),
                minimum=_MIN_SIDE,
                maximum=_MAX_SIDE,
            )
        if numbers.get("people", 2) < 2 or numbers.get("frames", _MIN_FRAMES) < _MIN_FRAMES:
            raise ScenarioError(
                "{name} needs at least 2 people and {frames} frames.",
                name=repr(name),
                frames=_MIN_FRAMES,
            )
        if window and not throttled:
            raise ScenarioError("{name} cannot be: a window shows a camera, which has its own pace.", name=repr(name))
        return cls(**numbers, throttled=throttled, window=window, empty_cache=bool(values.get("empty_cache")))


#: Name of the scenario that looks for leaks.
SOAK = "640x480/2 faces/unthrottled/headless/10000 frames"


def default_scenarios() -> list[Scenario]:
    """The scenarios measured unless some are named. They take less than five minutes on two cores."""
    return [
        *(Scenario(faces=faces, window=True) for faces in (0, 1, 2, 5, 10)),
        Scenario(width=1280, height=720, faces=2, window=True),
        Scenario(width=1920, height=1080, window=True),
        Scenario(window=True, empty_cache=True),
        Scenario(),
        Scenario(empty_cache=True),
        Scenario(faces=5),
        *(Scenario(faces=faces, throttled=False) for faces in (0, 1, 2, 5, 10)),
        *(Scenario(width=1280, height=720, faces=faces, throttled=False) for faces in (1, 2)),
        Scenario(width=1920, height=1080, throttled=False),
        *(Scenario(throttled=False, people=people) for people in (10, 1000, 10_000)),
    ]
