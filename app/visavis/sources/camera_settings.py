"""How one camera is opened and displayed."""

from dataclasses import dataclass, fields
from typing import Any, Self

from visavis.errors import SettingsError

#: Rotations of the picture, clockwise, in degrees.
ROTATIONS = (0, 90, 180, 270)
#: Resolutions that the window offers, (width, height) in pixels. A camera uses its nearest one.
RESOLUTIONS = ((640, 480), (1280, 720), (1920, 1080))
#: Frame rates that the window offers, in frames per second.
RATES = (15, 30, 60)

#: Maximum width and height, in pixels.
_MAX_SIDE = 16_384
#: Maximum frame rate, in frames per second.
_MAX_RATE = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSettings:
    """The settings of one camera. 0 leaves the choice to the camera.

    Raises
    ------
    SettingsError
        If a value has the wrong type or is out of range.
    """

    width: int = 0  #: pixels
    height: int = 0  #: pixels; set together with `width`
    rate: int = 0  #: frames per second
    rotation: int = 0  #: clockwise, degrees: one of `ROTATIONS`
    mirror: bool | None = None  #: show the picture mirrored; None: as `Settings.mirror`

    def __post_init__(self) -> None:
        if self.mirror is not None and type(self.mirror) is not bool:
            raise SettingsError(
                "The setting mirror of a camera must be true or false, not {value}.", value=repr(self.mirror)
            )
        for name, maximum in (("width", _MAX_SIDE), ("height", _MAX_SIDE), ("rate", _MAX_RATE)):
            value = getattr(self, name)
            if type(value) is not int or not 0 <= value <= maximum:
                raise SettingsError(
                    "The setting {name} of a camera must be from 0 to {maximum}, not {value}.",
                    name=name,
                    maximum=maximum,
                    value=repr(value),
                )
        if bool(self.width) != bool(self.height):
            raise SettingsError("The settings width and height of a camera must be set together.")
        if type(self.rotation) is not int or self.rotation not in ROTATIONS:
            expected = ", ".join(map(str, ROTATIONS))
            raise SettingsError(
                "The setting rotation of a camera must be one of {expected}, not {value}.",
                expected=expected,
                value=repr(self.rotation),
            )

    @classmethod
    def from_table(cls, values: object) -> Self:
        """The settings in a table of the settings file.

        Raises
        ------
        SettingsError
            If it is not a table, or has unknown keys or invalid values.
        """
        if not isinstance(values, dict) or not values.keys() <= set(_NAMES):
            raise SettingsError(
                "A camera's settings are a table with {names}, not {value}.",
                names=", ".join(sorted(_NAMES)),
                value=repr(values),
            )
        return cls(**values)

    def to_table(self) -> dict[str, Any]:
        """The values that differ from the defaults."""
        defaults = type(self)()
        return {name: value for name in _NAMES if (value := getattr(self, name)) != getattr(defaults, name)}


_NAMES = tuple(field.name for field in fields(CameraSettings))
