"""What the program remembers between starts: one flat TOML file that people can read and write themselves."""

import dataclasses
import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self, cast, get_args, get_origin

import tomli_w

from visavis.errors import SettingsError
from visavis.messages import Message
from visavis.networks.engine import DEVICES, Device
from visavis.scoring.thresholds import STRICTNESSES, Strictness
from visavis.sources.camera_settings import CameraSettings
from visavis.storage import disk

#: A window is never remembered smaller or larger than this, in pixels: it must be usable, and fit a wall of screens.
_LEAST_SIDE, _LARGEST_SIDE = 320, 32_768
#: Beyond, everybody would be named, or nobody.
_MOST_STRICTER = 16.0

#: "auto" is the system's.
Language = Literal["auto", "en", "de", "zh_CN"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: "auto" is the system's.
ThemeChoice = Literal["auto", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)

#: What training makes.
Network = Literal["embedding", "cnn64"]
NETWORKS: tuple[Network, ...] = get_args(Network)

#: Settings that are one of some texts.
_CHOICES: dict[str, tuple[str, ...]] = {
    "device": DEVICES,
    "network": NETWORKS,
    "language": LANGUAGES,
    "strictness": STRICTNESSES,
    "theme": THEMES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, checked when made. A change is ``dataclasses.replace``, handed to whoever needs it.

    Raises
    ------
    SettingsError
        If a value is out of range or of another type.
    """

    source: str | None = None  #: what the window shows, as for --source; None: a camera, or the demo without one
    device: Device = "auto"  #: where networks run
    cascade: str = "live"  #: detection preset, or the path of a cascade
    strictness: Strictness = "balanced"  #: how surely a face must be someone's to get the name
    stricter: float = 0.0  #: by how much the line lies above that of `strictness`, in log-odds of scores
    network: Network = "embedding"  #: what the button Train makes
    cameras: Mapping[str, CameraSettings] = field(default_factory=dict)  #: by a camera's stable id
    language: Language = "auto"  #: of the window's texts
    theme: ThemeChoice = "auto"  #: light or dark
    mirror: bool = True  #: show cameras as a mirror does, where their own settings do not say
    pictures: str | None = None  #: where the window saves pictures; None: Visavis, among the user's own
    welcomed: bool = False  #: the first page was read and agreed to
    minimized: bool = True  #: recognize while the window is minimized, too
    panel: bool = True  #: the panel beside the picture is open
    width: int = 1280  #: of the window, in device-independent pixels
    height: int = 800  #: likewise
    maximized: bool = False  #: the window fills the screen

    def __post_init__(self) -> None:
        for row in dataclasses.fields(self):
            kinds = _kinds(row.type)
            if type(getattr(self, row.name)) not in kinds:  # not isinstance: true is not a width
                expected = " or ".join(_WORDS[kind] for kind in kinds if kind in _WORDS)
                raise SettingsError(
                    "The setting {name} must be {expected}, not {value}.",
                    name=row.name,
                    expected=expected,
                    value=repr(getattr(self, row.name)),
                )
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                expected = ", ".join(choices)
                raise SettingsError(
                    "The setting {name} must be one of {expected}, not {value}.",
                    name=name,
                    expected=expected,
                    value=repr(getattr(self, name)),
                )
        if not -_MOST_STRICTER <= self.stricter <= _MOST_STRICTER:
            raise SettingsError(
                "The setting stricter must be from {minimum} to {maximum}, not {value}.",
                minimum=-_MOST_STRICTER,
                maximum=_MOST_STRICTER,
                value=self.stricter,
            )
        for name in ("width", "height"):
            if not _LEAST_SIDE <= getattr(self, name) <= _LARGEST_SIDE:
                raise SettingsError(
                    "The setting {name} must be from {minimum} to {maximum}, not {value}.",
                    name=name,
                    minimum=_LEAST_SIDE,
                    maximum=_LARGEST_SIDE,
                    value=getattr(self, name),
                )

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the file; a missing one means the defaults.

        Raises
        ------
        SettingsError
            If it cannot be read, is no TOML, or holds an unknown setting or a value that cannot be.
        """
        hint = Message("Correct {path}, or delete it: the defaults hold then.", path=path)
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
            _refuse_unknown(values)
            return cls(**values | {"cameras": _cameras(values.get("cameras", {}))})
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise SettingsError(
                "The settings cannot be read: {reason}.", hint=hint, reason=disk.reason(error)
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError("The settings file is broken: {error}.", hint=hint, error=str(error)) from error
        except SettingsError as error:
            raise SettingsError(error.message, hint=hint) from error

    def save(self, path: Path) -> None:
        """Write what differs from the defaults, whole or not at all.

        Raises
        ------
        DiskError
            If it cannot be written; the old file is untouched.
        """
        defaults = Settings()
        names = [row.name for row in dataclasses.fields(self)]
        values: dict[str, Any] = {
            name: getattr(self, name) for name in names if getattr(self, name) != getattr(defaults, name)
        }
        if self.cameras:
            values["cameras"] = {name: camera.changes() for name, camera in self.cameras.items()}
        disk.write_whole(path, tomli_w.dumps(values).encode(errors="replace"))  # a file name may be no text


_WORDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    dict: "a table",
}


def _kinds(annotation: object) -> tuple[type, ...]:
    """The types that a field's annotation allows; a choice of texts counts as text."""
    if get_origin(annotation) is Literal:
        return (str,)
    if annotation is float:
        return (float, int)
    if get_origin(annotation) is Mapping:
        return (dict,)
    return cast(tuple[type, ...], get_args(annotation) or (annotation,))


def _cameras(tables: object) -> dict[str, CameraSettings]:
    if not isinstance(tables, dict):
        raise SettingsError("The setting cameras must be a table, not {value}.", value=repr(tables))
    return {name: CameraSettings.of(values) for name, values in tables.items()}


def _refuse_unknown(values: Iterable[str]) -> None:
    known = [row.name for row in dataclasses.fields(Settings)]
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            meant = (
                Message("did you mean {names}?", names=near[0])
                if near
                else Message("there are {names}.", names=", ".join(known))
            )
            raise SettingsError("There is no setting {key}; {meant}", key=key, meant=meant)
