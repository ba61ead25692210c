"""What is asked of a camera: each has its own, by its stable id."""

from dataclasses import dataclass, fields
from typing import Any, Self

from visavis.errors import SettingsError

#: Clockwise, in degrees.
ROTATIONS = (0, 90, 180, 270)
#: (width, height) in pixels that are offered; a camera gives the nearest that it has.
RESOLUTIONS = ((640, 480), (1280, 720), (1920, 1080))
#: Frames a second that are offered.
RATES = (15, 30, 60)

_LARGEST_SIDE, _HIGHEST_RATE = 16_384, 480


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSettings:
    """How one camera is opened and shown; 0 leaves it to the camera.

    Raises
    ------
    SettingsError
        If a value is out of range or of another type.
    """

    width: int = 0  #: pixels
    height: int = 0  #: pixels; together with `width`, or not at all
    rate: int = 0  #: frames a second
    rotation: int = 0  #: clockwise, degrees: one of `ROTATIONS`
    mirror: bool | None = None  #: show it as a mirror does; None: as the setting for all cameras says

    def __post_init__(self) -> None:
        if self.mirror is not None and type(self.mirror) is not bool:
            raise SettingsError(
                "The setting mirror of a camera must be true or false, not {value}.", value=repr(self.mirror)
            )
        for name, most in (("width", _LARGEST_SIDE), ("height", _LARGEST_SIDE), ("rate", _HIGHEST_RATE)):
            value = getattr(self, name)
            if type(value) is not int or not 0 <= value <= most:
                raise SettingsError(
                    "The setting {name} of a camera must be from 0 to {maximum}, not {value}.",
                    name=name,
                    maximum=most,
                    value=repr(value),
                )
        if bool(self.width) != bool(self.height):
            raise SettingsError("The settings width and height of a camera belong together.")
        if type(self.rotation) is not int or self.rotation not in ROTATIONS:
            expected = ", ".join(map(str, ROTATIONS))
            raise SettingsError(
                "The setting rotation of a camera must be one of {expected}, not {value}.",
                expected=expected,
                value=repr(self.rotation),
            )

    @classmethod
    def of(cls, values: object) -> Self:
        """From a table of the settings file.

        Raises
        ------
        SettingsError
            If it is no table, or one with other keys or values than these.
        """
        known = {field.name for field in fields(cls)}
        if not isinstance(values, dict) or values.keys() - known:
            raise SettingsError(
                "A camera's settings are a table with {names}, not {value}.",
                names=", ".join(sorted(known)),
                value=repr(values),
            )
        return cls(**values)

    def changes(self) -> dict[str, Any]:
        """What differs from the defaults."""
        usual = type(self)()
        names = [field.name for field in fields(self)]
        return {name: getattr(self, name) for name in names if getattr(self, name) != getattr(usual, name)}
