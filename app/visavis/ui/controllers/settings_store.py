"""The one owner of the settings while the window is open: in memory, on disk, and overridden by the command line."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.networks.engine import Device
from visavis.scoring.thresholds import Strictness
from visavis.settings import Settings


@dataclass(frozen=True, slots=True)
class LaunchOptions:
    """Options of the command line that override the settings while the window is open; None overrides nothing."""

    device: Device | None = None
    cascade: str | None = None
    strictness: Strictness | None = None

    def override(self, settings: Settings) -> Settings:
        """The settings with these options in place of theirs."""
        return replace(
            settings,
            device=self.device or settings.device,
            cascade=self.cascade or settings.cascade,
            strictness=self.strictness or settings.strictness,
            stricter=0.0 if self.strictness else settings.stricter,
        )


class SettingsStore(QObject):
    """Holds the settings and says when they change.

    Parameters
    ----------
    settings : Settings
        As they were read from the file.
    path : Path
        The settings file.
    options : LaunchOptions, optional
        Overrides from the command line. They are never saved.
    remember : bool
        Whether `save` writes. False if the file is broken: it is left for the user to repair.
    """

    changed = Signal(Settings)

    def __init__(
        self, settings: Settings, path: Path, options: LaunchOptions | None = None, *, remember: bool = True
    ) -> None:
        super().__init__()
        self._settings = settings
        self._path = path
        self._options = options or LaunchOptions()
        self._remember = remember

    @property
    def settings(self) -> Settings:
        """The user's settings, without the overrides."""
        return self._settings

    @property
    def effective(self) -> Settings:
        """The settings to act on, with the overrides. Safe to read on any thread."""
        return self._options.override(self._settings)

    def change(self, **changes: Any) -> None:
        """Replace values; emits `changed` if any differs."""
        changed = replace(self._settings, **changes)
        if changed != self._settings:
            self._settings = changed
            self.changed.emit(changed)

    def save(self, settings: Settings) -> None:
        """Write the file. Call it on the disk worker.

        Raises
        ------
        DiskError
            If the file cannot be written. The settings hold until the window closes.
        """
        if self._remember:
            settings.save(self._path)
