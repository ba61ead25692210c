"""Presets: ways of looking for faces, each a JSON file. Those of the program lie in cascades/."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from visavis.errors import SettingsError
from visavis.messages import Message
from visavis.storage import paths

#: The largest step from size to size of a brief search.
_LARGEST_STEP = 1.2


@dataclass(frozen=True, slots=True)
class Cascade:
    """One cascade file and how it is run."""

    file: str  #: inside cv2.data.haarcascades, or an absolute path
    sha256: str | None  #: None for a user's own file
    scale_factor: float = 1.2
    min_neighbors: int = 3
    equalized: bool = False  #: search the picture with its contrast evened out, for bad light
    mirrored: bool = False  #: also search the mirrored picture, for profiles
    turned: tuple[float, ...] = ()  #: also search the picture turned by these degrees, for tilted heads
    shift: float = 0.0  #: how far right of the found box's center the face's lies, as a share of the box's width
    scale: float = 1.0  #: how wide the face's box is, as a share of the found one's
    round: int = 1  #: those of a later round run only where none before found a face that passed verification

    def __post_init__(self) -> None:
        if not (self.scale_factor > 1 and self.min_neighbors >= 0 and self.scale > 0):
            raise ValueError("a scale factor is above 1, and no number below 0")
        if not all(abs(degrees) <= 180 for degrees in self.turned):
            raise ValueError("a picture is turned by 180 degrees at most")

    def brief(self) -> "Cascade":
        """The same in steps twice as large, as long as they stay small enough to find most faces."""
        return replace(self, scale_factor=max(self.scale_factor, min(self.scale_factor**2, _LARGEST_STEP)))


@dataclass(frozen=True, slots=True)
class NeuralSearch:
    """How P-Net and R-Net search (`visavis.detection.mtcnn`)."""

    round: int = 1  #: as a cascade's
    least_share: float = 0.06  #: least width of a face, as a share of the frame's shorter side
    least: int = 20  #: ... and in pixels: of smaller ones nothing can be told

    def __post_init__(self) -> None:
        if not (0 < self.least_share <= 1 and self.least >= 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of looking for faces: cascades/*.json says which there are and when to use which."""

    name: str
    cascades: tuple[Cascade, ...]
    least_share: float  #: least width of a face, as a share of the frame's shorter side
    longest: int | None = None  #: pictures with a longer side, in pixels, are searched smaller; None: as they are
    margin: float = 0.0  #: how far boxes are grown on each side, as a share of their width
    verified: bool = False
    """Whether it is meant to find too much: a network then looks at each box (`visavis.detection.verified`)."""
    networks: NeuralSearch | None = None  #: how two networks search, too; only where it is verified

    def __post_init__(self) -> None:
        if self.networks is None and not self.cascades:
            raise ValueError("a preset has cascades or networks")
        if self.networks is not None and not self.verified:
            raise ValueError("what networks find must be verified")
        if not 0 < self.least_share <= 1 or (self.longest is not None and self.longest < 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")

    @classmethod
    def named(cls, name: str) -> "Preset":
        """A shipped preset by its name, a user's own by the path of its JSON file, or a cascade by that of its XML.

        Raises
        ------
        SettingsError
            If there is no such preset.
        """
        if name.lower().endswith(".xml"):
            return cls(Path(name).stem, (Cascade(str(Path(name).absolute()), None),), least_share=0.1)
        if name.lower().endswith(".json"):
            return cls.read(Path(name))
        if name not in preset_names():
            hint = Message(
                "Choose one of {names}, or the path of an XML or JSON file.", names=", ".join(preset_names())
            )
            raise SettingsError("There is no detection preset {name}.", hint=hint, name=repr(name))
        return cls.read(paths.shipped("cascades") / f"{name}.json")

    @classmethod
    def read(cls, path: Path) -> "Preset":
        """The preset in a JSON file.

        Raises
        ------
        SettingsError
            If the file cannot be read, or is no preset.
        """
        try:
            values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            values.pop("about", None)
            cascades = tuple(_cascade(cascade) for cascade in values.pop("cascades"))
            looking = values.pop("networks", None)
            return cls(path.stem, cascades, networks=NeuralSearch(**looking) if looking else None, **values)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            hint = Message("See those in the program's folder cascades.")
            raise SettingsError("{path} is no detection preset.", hint=hint, path=path) from error


def preset_names() -> list[str]:
    """The presets that ship with the program."""
    return sorted(path.stem for path in paths.shipped("cascades").glob("*.json"))


def _cascade(values: dict[str, Any]) -> Cascade:
    return Cascade(**values | {"file": str(values["file"]), "turned": tuple(values.get("turned", ()))})
