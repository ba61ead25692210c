"""Detection presets: each is a JSON file that says how faces are searched. Those of the program are in cascades/."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Required, TypedDict

from visavis.errors import FileError, SettingsError
from visavis.messages import Message
from visavis.storage import paths, reader
from visavis.storage.reader import JsonFormat

#: Largest scale factor to which a search with larger steps is raised: beyond it, too many faces are missed.
_MAX_LARGER_STEP = 1.2
#: Least width of a face, as a share of the shorter side of the picture, for a cascade without a preset.
_CASCADE_LEAST_SHARE = 0.1
#: Shipped presets of earlier versions, and those that replaced them; `settings` has them, too.
_RENAMED = {"mtcnn": "yunet"}


@dataclass(frozen=True, slots=True)
class Cascade:
    """One cascade file and how it is run. The field names are the keys in the JSON file."""

    file: str  #: inside cv2.data.haarcascades, or an absolute path
    sha256: str | None  #: None for the user's own file
    scale_factor: float = 1.2
    min_neighbors: int = 3
    equalized: bool = False  #: search the picture with equalized contrast, for bad light
    mirrored: bool = False  #: also search the mirrored picture, for profiles
    turned: tuple[float, ...] = ()  #: also search the picture rotated by these angles in degrees, for tilted heads
    shift: float = 0.0  #: from the center of the detected box right to that of the face, as a share of the box's width
    scale: float = 1.0  #: width of the box of the face, as a share of the width of the detected box
    round: int = 1  #: a round runs only if no round before it found a face that passed verification

    def __post_init__(self) -> None:
        if not (self.scale_factor > 1 and self.min_neighbors >= 0 and self.scale > 0):
            raise ValueError("a scale factor is above 1, and no number below 0")
        if not all(abs(degrees) <= 180 for degrees in self.turned):
            raise ValueError("a picture is turned by 180 degrees at most")

    def with_larger_steps(self) -> "Cascade":
        """Return a copy with steps from size to size twice as large, up to a limit at which most faces are found."""
        return replace(self, scale_factor=max(self.scale_factor, min(self.scale_factor**2, _MAX_LARGER_STEP)))


@dataclass(frozen=True, slots=True)
class NeuralSearch:
    """How YuNet searches (`visavis.detection.yunet`). The field names are the keys in the JSON file."""

    round: int = 1  #: see `Cascade.round`
    least_share: float = 0.06  #: minimum face width, as a share of the shorter side of the picture
    least: int = 20  #: minimum face width in pixels; smaller faces cannot be recognized

    def __post_init__(self) -> None:
        if not (0 < self.least_share <= 1 and self.least >= 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")


@dataclass(frozen=True, slots=True)
class Preset:
    """How faces are searched. The field names are the keys in the JSON file, which cascades/README.md describes."""

    name: str
    cascades: tuple[Cascade, ...]
    least_share: float  #: minimum face width, as a share of the shorter side of the picture
    longest: int | None = None  #: pictures with a longer side, in pixels, are shrunk to it; None: they are not
    margin: float = 0.0  #: by which boxes are enlarged on each side, as a share of their width
    verified: bool = False
    """Whether the searches are sensitive on purpose, and a network verifies each box (`visavis.detection.verified`)."""
    network: NeuralSearch | None = None  #: how YuNet searches in addition; only if it is verified
    any_orientation: bool = False
    """Whether a still without an upright face is also searched turned by 90, 180 and 270 degrees
    (`visavis.detection.orientation`); only with a network."""

    def __post_init__(self) -> None:
        if self.network is None and not self.cascades:
            raise ValueError("a preset has cascades or a network")
        if self.network is not None and not self.verified:
            raise ValueError("what a network finds must be verified")
        if self.any_orientation and self.network is None:
            raise ValueError("a network tells which way up a face is")
        if not 0 < self.least_share <= 1 or (self.longest is not None and self.longest < 1):
            raise ValueError("sizes are above 0, and no face is larger than the picture")

    @classmethod
    def load(cls, name: str) -> "Preset":
        """Return a shipped preset by its name, or the user's own by the path of its JSON file or of a cascade in XML.

        Raises
        ------
        SettingsError
            If there is no such preset.
        """
        if name.lower().endswith(".xml"):
            return cls(Path(name).stem, (Cascade(str(Path(name).absolute()), None),), least_share=_CASCADE_LEAST_SHARE)
        if name.lower().endswith(".json"):
            return cls.read_file(Path(name))
        name = _RENAMED.get(name, name)
        if name not in preset_names():
            hint = Message(
                "Choose one of {names}, or the path of an XML or JSON file.", names=", ".join(preset_names())
            )
            raise SettingsError("There is no detection preset {name}.", hint=hint, name=repr(name))
        return cls.read_file(paths.shipped_data_folder("cascades") / f"{name}.json")

    @classmethod
    def read_file(cls, path: Path) -> "Preset":
        """Read a preset from a JSON file.

        Raises
        ------
        SettingsError
            If the file cannot be read, or is no preset.
        """
        try:
            return reader.read_json(path, _FORMAT, lambda values: cls._from_values(path.stem, values))
        except (OSError, FileError) as error:
            raise SettingsError("{path} is not a detection preset.", hint=_FORMAT.hint, path=path) from error

    @classmethod
    def _from_values(cls, name: str, values: dict[str, Any]) -> "Preset":
        given = values | {"network": values.get("networks") or values.get("network")}
        record: dict[str, Any] = {**reader.check(given, _PresetRecord)}
        _refuse_unknown_keys(given, {*_PresetRecord.__annotations__, "networks"})
        for cascade in given["cascades"]:
            _refuse_unknown_keys(cascade, {row.name for row in fields(Cascade)})
        _refuse_unknown_keys(given["network"] or {}, {row.name for row in fields(NeuralSearch)})
        record.pop("about", None)
        return cls(name, tuple(record.pop("cascades")), **record)


class _PresetRecord(TypedDict, total=False):
    about: str
    cascades: Required[list[Cascade]]
    network: NeuralSearch | None
    least_share: Required[float]
    longest: int | None
    margin: float
    verified: bool
    any_orientation: bool


#: Unknown keys are refused, since users write presets by hand; so the values are checked in `Preset._from_values`.
_FORMAT = JsonFormat(dict[str, Any], version=None, hint=Message("See those in the program's folder cascades."))


def preset_names() -> list[str]:
    """Return the names of the shipped presets."""
    return sorted(path.stem for path in paths.shipped_data_folder("cascades").glob("*.json"))


def _refuse_unknown_keys(values: Collection[str], known: Collection[str]) -> None:
    if unknown := set(values) - set(known):
        raise ValueError(f"there is no key {min(unknown)!r}")
