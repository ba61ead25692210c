"""The settings for users: one table of rows, from which the dialog is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from visavis.settings import Settings
from visavis.sources import camera_settings
from visavis.sources.camera_settings import CameraSettings
from visavis.ui.text.language import LANGUAGES, QT_TRANSLATE_NOOP, translate

#: Settings that the window stores by itself, or that another dialog changes.
REMEMBERED = frozenset(
    {"source", "cameras", "stricter", "pictures", "mirror", "welcomed", "panel", "width", "height", "maximized"}
    | {"second_source", "picture_model", "version_seen", "sightings_asked", "recording_agreed"}
    | {"update_feed", "updates_checked"}
    | {"on_sighting", "on_sighting_limit_s"}  # only in the file: a program to run is not chosen in passing
)

CONTEXT = "SettingsDialog"


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible value of a setting."""

    value: Any
    label: str  #: in English; translated for display
    name: bool = False  #: the label is a name, the same in every language

    @property
    def text(self) -> str:
        return self.label if self.name else translate(CONTEXT, self.label)


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting."""

    key: str  #: of `Settings` or `CameraSettings`
    title: str
    about: str = ""
    choices: Sequence[Choice] = ()  #: empty: the row is a switch


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """A group of related settings."""

    title: str
    rows: Sequence[SettingRow]


GROUPS: Sequence[SettingGroup] = (
    SettingGroup(
        QT_TRANSLATE_NOOP("SettingsDialog", "Recognition"),
        (
            SettingRow(
                "strictness",
                QT_TRANSLATE_NOOP("SettingsDialog", "Threshold for names"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Strict names fewer strangers, and misses more of your people."),
                (
                    Choice("relaxed", QT_TRANSLATE_NOOP("SettingsDialog", "Relaxed")),
                    Choice("balanced", QT_TRANSLATE_NOOP("SettingsDialog", "Balanced")),
                    Choice("strict", QT_TRANSLATE_NOOP("SettingsDialog", "Strict")),
                ),
            ),
            SettingRow(
                "liveness",
                QT_TRANSLATE_NOOP("SettingsDialog", "Faces that may be photos"),
                QT_TRANSLATE_NOOP(
                    "SettingsDialog",
                    "Says beside a name if no live person was noticed. It deters and does not protect: "
                    "a replayed video can pass.",
                ),
                (
                    Choice("off", QT_TRANSLATE_NOOP("SettingsDialog", "Not checked")),
                    Choice("hint", QT_TRANSLATE_NOOP("SettingsDialog", "Beside the name")),
                ),
            ),
            SettingRow(
                "cascade",
                QT_TRANSLATE_NOOP("SettingsDialog", "Looking for faces"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Thorough finds more, and takes longer."),
                (
                    Choice("live", QT_TRANSLATE_NOOP("SettingsDialog", "Balanced")),
                    Choice("stills", QT_TRANSLATE_NOOP("SettingsDialog", "Thorough")),
                    Choice("yunet", QT_TRANSLATE_NOOP("SettingsDialog", "Network alone")),
                    Choice("plain", QT_TRANSLATE_NOOP("SettingsDialog", "Cascade alone")),
                ),
            ),
            SettingRow(
                "device",
                QT_TRANSLATE_NOOP("SettingsDialog", "Networks run on"),
                QT_TRANSLATE_NOOP("SettingsDialog", "No graphics card is needed. With many faces, one is faster."),
                (
                    Choice("auto", QT_TRANSLATE_NOOP("SettingsDialog", "Automatic")),
                    Choice("cpu", QT_TRANSLATE_NOOP("SettingsDialog", "The processor")),
                    Choice("gpu", QT_TRANSLATE_NOOP("SettingsDialog", "The graphics card")),
                ),
            ),
            SettingRow(
                "network",
                QT_TRANSLATE_NOOP("SettingsDialog", "Training creates"),
                QT_TRANSLATE_NOOP(
                    "SettingsDialog", "A network from scratch is for comparison. It needs many pictures."
                ),
                (
                    Choice("embedding", QT_TRANSLATE_NOOP("SettingsDialog", "Face templates (recommended)")),
                    Choice("cnn64", QT_TRANSLATE_NOOP("SettingsDialog", "A network from scratch")),
                ),
            ),
        ),
    ),
    SettingGroup(
        QT_TRANSLATE_NOOP("SettingsDialog", "Visits"),
        (
            SettingRow(
                "sightings",
                QT_TRANSLATE_NOOP("SettingsDialog", "Record who comes, and when"),
                QT_TRANSLATE_NOOP(
                    "SettingsDialog",
                    "A list of visits, on this computer only. Ask people first: many laws require it.",
                ),
            ),
            SettingRow(
                "sightings_days",
                QT_TRANSLATE_NOOP("SettingsDialog", "Visits are deleted after"),
                "",
                (
                    Choice(1, QT_TRANSLATE_NOOP("SettingsDialog", "A day")),
                    Choice(7, QT_TRANSLATE_NOOP("SettingsDialog", "A week")),
                    Choice(30, QT_TRANSLATE_NOOP("SettingsDialog", "30 days")),
                    Choice(90, QT_TRANSLATE_NOOP("SettingsDialog", "90 days")),
                    Choice(365, QT_TRANSLATE_NOOP("SettingsDialog", "A year")),
                ),
            ),
            SettingRow(
                "sightings_cooldown_minutes",
                QT_TRANSLATE_NOOP("SettingsDialog", "Coming back continues the visit"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Later, it is another visit."),
                (
                    Choice(1, QT_TRANSLATE_NOOP("SettingsDialog", "Within a minute")),
                    Choice(5, QT_TRANSLATE_NOOP("SettingsDialog", "Within 5 minutes")),
                    Choice(15, QT_TRANSLATE_NOOP("SettingsDialog", "Within 15 minutes")),
                    Choice(60, QT_TRANSLATE_NOOP("SettingsDialog", "Within an hour")),
                ),
            ),
            SettingRow(
                "sightings_pictures",
                QT_TRANSLATE_NOOP("SettingsDialog", "With a picture"),
                QT_TRANSLATE_NOOP("SettingsDialog", "The best one of each visit is kept as long as the visit."),
            ),
            SettingRow(
                "sightings_unknown",
                QT_TRANSLATE_NOOP("SettingsDialog", "Unknown people, too"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Otherwise only visits of people whom you have enrolled."),
            ),
            SettingRow(
                "sightings_unknown_hours",
                QT_TRANSLATE_NOOP("SettingsDialog", "Their visits are deleted after"),
                "",
                (
                    Choice(1, QT_TRANSLATE_NOOP("SettingsDialog", "An hour")),
                    Choice(8, QT_TRANSLATE_NOOP("SettingsDialog", "8 hours")),
                    Choice(24, QT_TRANSLATE_NOOP("SettingsDialog", "A day")),
                    Choice(168, QT_TRANSLATE_NOOP("SettingsDialog", "A week")),
                ),
            ),
            SettingRow(
                "announce",
                QT_TRANSLATE_NOOP("SettingsDialog", "Tell me who comes"),
                QT_TRANSLATE_NOOP(
                    "SettingsDialog",
                    "By a quiet notification, once a visit. Choose people by “Tell me when they come”; unknown "
                    "people need recorded visits.",
                ),
                (
                    Choice("off", QT_TRANSLATE_NOOP("SettingsDialog", "Nobody")),
                    Choice("chosen", QT_TRANSLATE_NOOP("SettingsDialog", "People I choose")),
                    Choice("unknown", QT_TRANSLATE_NOOP("SettingsDialog", "These and unknown people")),
                ),
            ),
        ),
    ),
    SettingGroup(
        QT_TRANSLATE_NOOP("SettingsDialog", "Window"),
        (
            SettingRow(
                "theme",
                QT_TRANSLATE_NOOP("SettingsDialog", "Colors"),
                "",
                (
                    Choice("auto", QT_TRANSLATE_NOOP("SettingsDialog", "Same as the system")),
                    Choice("light", QT_TRANSLATE_NOOP("SettingsDialog", "Light")),
                    Choice("dark", QT_TRANSLATE_NOOP("SettingsDialog", "Dark")),
                ),
            ),
            SettingRow(
                "language",
                QT_TRANSLATE_NOOP("SettingsDialog", "Language"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Takes effect when the program starts again."),
                (
                    Choice("auto", QT_TRANSLATE_NOOP("SettingsDialog", "Same as the system")),
                    *(Choice(code, name, name=True) for code, name in LANGUAGES.items()),
                ),
            ),
            SettingRow(
                "minimized",
                QT_TRANSLATE_NOOP("SettingsDialog", "Recognize while minimized"),
                QT_TRANSLATE_NOOP("SettingsDialog", "Otherwise recognition pauses while the window is minimized."),
            ),
            SettingRow(
                "check_updates",
                QT_TRANSLATE_NOOP("SettingsDialog", "Look for new versions"),
                QT_TRANSLATE_NOOP(
                    "SettingsDialog",
                    "Once a day, the publisher is asked. They learn the internet address of this computer and the "
                    "version of Visavis. Nothing is downloaded.",
                ),
            ),
        ),
    ),
)

_BY_CAMERA = QT_TRANSLATE_NOOP("SettingsDialog", "Chosen by the camera")

#: Rows of each camera. The key "resolution" stands for width and height together.
CAMERA_ROWS: Sequence[SettingRow] = (
    SettingRow(
        "resolution",
        QT_TRANSLATE_NOOP("SettingsDialog", "Resolution"),
        QT_TRANSLATE_NOOP("SettingsDialog", "The camera uses the nearest one that it supports."),
        (
            Choice((0, 0), _BY_CAMERA),
            *(Choice(size, f"{size[0]} × {size[1]}", name=True) for size in camera_settings.RESOLUTIONS),  # noqa: RUF001
        ),
    ),
    SettingRow(
        "rate",
        QT_TRANSLATE_NOOP("SettingsDialog", "Frames a second"),
        "",
        (Choice(0, _BY_CAMERA), *(Choice(rate, str(rate), name=True) for rate in camera_settings.RATES)),
    ),
    SettingRow(
        "rotation",
        QT_TRANSLATE_NOOP("SettingsDialog", "Rotation"),
        QT_TRANSLATE_NOOP("SettingsDialog", "For a camera that hangs upside down or on its side."),
        (
            Choice(0, QT_TRANSLATE_NOOP("SettingsDialog", "Not rotated")),
            Choice(90, QT_TRANSLATE_NOOP("SettingsDialog", "90° clockwise")),
            Choice(180, QT_TRANSLATE_NOOP("SettingsDialog", "Upside down")),
            Choice(270, QT_TRANSLATE_NOOP("SettingsDialog", "90° counterclockwise")),
        ),
    ),
    SettingRow("mirror", QT_TRANSLATE_NOOP("SettingsDialog", "Mirror the picture")),
)


def default(key: str) -> Any:
    """The default of a setting."""
    return getattr(Settings(), key)


def choices(row: SettingRow, value: Any) -> list[Choice]:
    """The choices of a row, and the current value if it is none of them, such as a file path."""
    offered = list(row.choices)
    if all(choice.value != value for choice in offered):
        offered.append(Choice(value, str(value), name=True))
    return offered


def camera_value(camera: CameraSettings, key: str, *, mirror: bool) -> Any:
    """A camera's setting by the key of a row; `mirror` is the default of cameras without one."""
    if key == "resolution":
        return camera.width, camera.height
    if key == "mirror" and camera.mirror is None:
        return mirror
    return getattr(camera, key)


def change_camera(camera: CameraSettings, key: str, value: Any) -> CameraSettings:
    """The camera's settings with one row changed."""
    if key == "resolution":
        return replace(camera, width=value[0], height=value[1])
    return replace(camera, **{key: value})


def with_camera(settings: Settings, camera_id: str, camera: CameraSettings) -> Settings:
    """The settings with those of one camera; a camera without settings is not stored."""
    rest = {key: value for key, value in settings.cameras.items() if key != camera_id}
    return replace(settings, cameras={**rest, camera_id: camera} if camera.to_table() else rest)


def is_mirrored(settings: Settings, camera_id: str) -> bool:
    """Whether a camera is displayed mirrored."""
    own = settings.cameras.get(camera_id, CameraSettings()).mirror
    return settings.mirror if own is None else own


def keys() -> frozenset[str]:
    """The settings that the dialog shows."""
    return frozenset(row.key for group in GROUPS for row in group.rows)


def find_missing() -> frozenset[str]:
    """Settings that neither the dialog shows nor the window stores: there should be none."""
    return frozenset(field.name for field in fields(Settings)) - keys() - REMEMBERED
