"""What the program remembers between starts: one flat TOML file that people can read and edit."""

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self, get_args

import tomli_w

from visavis.errors import FileError, SettingsError
from visavis.messages import Message
from visavis.networks.engine import DEVICES, Device
from visavis.scoring.thresholds import STRICTNESSES, Strictness
from visavis.sources.camera_settings import CameraSettings
from visavis.storage import disk, reader

#: Minimum side of the window, in device-independent pixels: smaller ones are not usable.
_MIN_SIDE = 320
#: Maximum side of the window, in device-independent pixels: enough for a wall of screens.
_MAX_SIDE = 32_768
#: Maximum of `Settings.stricter`, up and down, in log-odds: beyond it, all faces would be named, or none.
_MAX_STRICTER = 16.0

#: Maximum number of days that sightings are kept: ten years.
_MAX_DAYS = 3650

#: Maximum size of the file, in bytes: the settings of some thousand cameras.
_MAX_BYTES = 200_000

#: Detection presets of earlier versions, and those that replaced them.
_RENAMED_PRESETS = {"mtcnn": "yunet"}

#: Language of the window; "auto" is the system's.
Language = Literal["auto", "en", "de", "zh_CN"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: Color scheme of the window; "auto" is the system's.
ThemeChoice = Literal["auto", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)

#: What the window trains.
Network = Literal["embedding", "cnn64"]
NETWORKS: tuple[Network, ...] = get_args(Network)

#: Whether named faces get a liveness hint (docs/liveness.md).
LivenessMode = Literal["off", "hint"]
LIVENESS_MODES: tuple[LivenessMode, ...] = get_args(LivenessMode)
Announcements = Literal["off", "chosen", "unknown"]
ANNOUNCEMENTS: tuple[Announcements, ...] = get_args(Announcements)


@dataclass(frozen=True, slots=True)
class _Rule:
    """The values that a setting may have. Types are compared exactly, since True is an `int` but no width."""

    types: tuple[type, ...]
    description: Message
    choices: tuple[str, ...] = ()
    limits: tuple[float, float] | None = None

    def check(self, name: str, value: Any) -> None:
        """Raise a `SettingsError` if a setting cannot have that value."""
        if type(value) not in self.types:
            raise SettingsError(
                "The setting {name} must be {expected}, not {value}.",
                name=name,
                expected=self.description,
                value=repr(value),
            )
        if self.choices and value not in self.choices:
            raise SettingsError(
                "The setting {name} must be one of {expected}, not {value}.",
                name=name,
                expected=", ".join(self.choices),
                value=repr(value),
            )
        if isinstance(value, tuple) and not all(type(each) is str and "\0" not in each for each in value):
            raise SettingsError("The setting {name} must be {expected}.", name=name, expected=self.description)
        if isinstance(value, tuple) and value and not value[0].strip():
            raise SettingsError("The setting {name} must begin with a program.", name=name)
        if self.limits and not self.limits[0] <= value <= self.limits[1]:
            raise SettingsError(
                "The setting {name} must be from {minimum} to {maximum}, not {value}.",
                name=name,
                minimum=self.limits[0],
                maximum=self.limits[1],
                value=value,
            )


def _row(rule: _Rule) -> Mapping[str, _Rule]:
    """The metadata of a field with that rule."""
    return {"rule": rule}


_TEXT = _row(_Rule((str,), Message("a text")))
_OPTIONAL_TEXT = _row(_Rule((str, type(None)), Message("a text")))
_SWITCH = _row(_Rule((bool,), Message("true or false")))
_COMMAND = _row(_Rule((tuple,), Message("a list of texts: a program and its arguments")))
_DAYS = _row(_Rule((int,), Message("a whole number"), limits=(1, _MAX_DAYS)))
_HOURS = _row(_Rule((int,), Message("a whole number"), limits=(1, 24 * _MAX_DAYS)))
_MINUTES = _row(_Rule((int,), Message("a whole number"), limits=(0, 24 * 60)))
_SECONDS = _row(_Rule((float, int), Message("a number"), limits=(0.1, 3600)))
_TABLE = _row(_Rule((dict,), Message("a table")))
_LOG_ODDS = _row(_Rule((float, int), Message("a number"), limits=(-_MAX_STRICTER, _MAX_STRICTER)))
_PIXELS = _row(_Rule((int,), Message("a whole number"), limits=(_MIN_SIDE, _MAX_SIDE)))


def _one_of(choices: tuple[str, ...]) -> Mapping[str, _Rule]:
    return _row(_Rule((str,), Message("a text"), choices))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, checked on creation. To change one, use ``dataclasses.replace`` and pass on the result.

    Raises
    ------
    SettingsError
        If a value has the wrong type or is out of range.
    """

    #: What the window shows, as for --source. None: a camera, or the demo without one.
    source: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: What the second picture of the window shows. None: there is one picture.
    second_source: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: Where networks run.
    device: Device = field(default="auto", metadata=_one_of(DEVICES))
    #: Detection preset, or the path of a cascade.
    cascade: str = field(default="live", metadata=_TEXT)
    #: How sure a name must be.
    strictness: Strictness = field(default="balanced", metadata=_one_of(STRICTNESSES))
    #: Offset of the threshold from that of `strictness`, in log-odds of scores.
    stricter: float = field(default=0.0, metadata=_LOG_ODDS)
    #: What the button Train trains.
    network: Network = field(default="embedding", metadata=_one_of(NETWORKS))
    #: ID of the model of whole pictures that "What is this?" uses. None: the newest.
    picture_model: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: Whether named faces are watched for signs of life.
    liveness: LivenessMode = field(default="off", metadata=_one_of(LIVENESS_MODES))
    #: Visits are recorded: who came, and when. Nothing is unless the user turns it on.
    sightings: bool = field(default=False, metadata=_SWITCH)
    #: The user was asked whether visits are recorded.
    sightings_asked: bool = field(default=False, metadata=_SWITCH)
    #: The user was told what a recording of the window keeps, and agreed.
    recording_agreed: bool = field(default=False, metadata=_SWITCH)
    #: Days after which a person's visits are deleted.
    sightings_days: int = field(default=30, metadata=_DAYS)
    #: The best picture of each visit is kept, too.
    sightings_pictures: bool = field(default=False, metadata=_SWITCH)
    #: Visits of unknown people are recorded, too.
    sightings_unknown: bool = field(default=False, metadata=_SWITCH)
    #: Hours after which their visits are deleted.
    sightings_unknown_hours: int = field(default=8, metadata=_HOURS)
    #: Minutes within which somebody who comes back continues the same visit.
    sightings_cooldown_minutes: int = field(default=5, metadata=_MINUTES)
    #: Whose arrival the tray announces: nobody's, that of chosen people, or also that of unknown ones.
    announce: Announcements = field(default="off", metadata=_one_of(ANNOUNCEMENTS))
    #: The program that is run when somebody comes, and its arguments. It is given the visit as JSON on standard input.
    on_sighting: tuple[str, ...] = field(default=(), metadata=_COMMAND)
    #: Seconds after which it is ended.
    on_sighting_limit_s: float = field(default=10.0, metadata=_SECONDS)
    #: By stable camera ID.
    cameras: Mapping[str, CameraSettings] = field(default_factory=dict, metadata=_TABLE)
    #: Of the window's texts.
    language: Language = field(default="auto", metadata=_one_of(LANGUAGES))
    #: Light or dark.
    theme: ThemeChoice = field(default="auto", metadata=_one_of(THEMES))
    #: Show cameras mirrored, unless their own settings say otherwise.
    mirror: bool = field(default=True, metadata=_SWITCH)
    #: Where the window saves pictures. None: the folder Visavis in the user's pictures folder.
    pictures: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: The user has read the first page and agreed to it.
    welcomed: bool = field(default=False, metadata=_SWITCH)
    #: The version whose changes the window has shown. None: it has not been opened yet.
    version_seen: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: Once a day, the window asks whether there is a newer version.
    check_updates: bool = field(default=False, metadata=_SWITCH)
    #: The address that it asks. None: the one that the package names, if it does.
    update_feed: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: The day on which it asked last, as in ISO 8601.
    updates_checked: str | None = field(default=None, metadata=_OPTIONAL_TEXT)
    #: Recognize while the window is minimized, too.
    minimized: bool = field(default=True, metadata=_SWITCH)
    #: The panel beside the picture is open.
    panel: bool = field(default=True, metadata=_SWITCH)
    #: Width of the window, in device-independent pixels.
    width: int = field(default=1280, metadata=_PIXELS)
    #: Height of the window, in device-independent pixels.
    height: int = field(default=800, metadata=_PIXELS)
    #: The window fills the screen.
    maximized: bool = field(default=False, metadata=_SWITCH)

    def __post_init__(self) -> None:
        for row in dataclasses.fields(self):
            rule: _Rule = row.metadata["rule"]
            rule.check(row.name, getattr(self, row.name))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the file; if it does not exist, the defaults.

        Raises
        ------
        SettingsError
            If it cannot be read, is not TOML, or has an unknown setting or an invalid value.
        """
        hint = Message("Correct {path}, or delete it to use the defaults.", path=path)
        try:
            values = reader.read_toml(path, hint, _MAX_BYTES)
            _refuse_unknown(values)
            if isinstance(preset := values.get("cascade"), str):
                values["cascade"] = _RENAMED_PRESETS.get(preset, preset)
            if isinstance(tables := values.get("cameras"), dict):
                values["cameras"] = {name: CameraSettings.from_table(table) for name, table in tables.items()}
            if isinstance(command := values.get("on_sighting"), list):
                values["on_sighting"] = tuple(command)
            return cls(**values)
        except FileNotFoundError:
            return cls()
        except FileError as error:
            raise SettingsError(error.message, hint=error.hint) from error
        except NotADirectoryError:
            raise SettingsError(
                "The settings cannot be read: {reason}.", hint=hint, reason=Message("not a directory")
            ) from None
        except SettingsError as error:
            raise SettingsError(error.message, hint=hint) from error

    def save(self, path: Path) -> None:
        """Write the values that differ from the defaults, whole or not at all.

        Raises
        ------
        DiskError
            If it cannot be written. The old file is untouched.
        """
        defaults = Settings()
        values: dict[str, Any] = {
            name: value for name in _NAMES if (value := getattr(self, name)) != getattr(defaults, name)
        }
        if self.cameras:
            values["cameras"] = {name: camera.to_table() for name, camera in self.cameras.items()}
        disk.write_whole(path, tomli_w.dumps(values).encode(errors="replace"))  # a file name may not be text


_NAMES = tuple(row.name for row in dataclasses.fields(Settings))


def _refuse_unknown(keys: Iterable[str]) -> None:
    for key in keys:
        if key not in _NAMES:
            near = difflib.get_close_matches(key, _NAMES, n=1)
            meant = (
                Message("did you mean {names}?", names=near[0])
                if near
                else Message("there are {names}.", names=", ".join(_NAMES))
            )
            raise SettingsError("There is no setting {key}; {meant}", key=key, meant=meant)
