"""What the user allows to be recorded of visits, and for how long."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from visavis.settings import Settings
from visavis.sightings.store import Retention


@dataclass(frozen=True, slots=True)
class RecordingPolicy:
    """The settings about visits, in the terms of the recorder."""

    is_recording: bool
    has_unknown: bool
    """Whether visits of unknown people count, too."""
    has_pictures: bool
    has_announcements: bool
    """Whether somebody is told of arrivals."""
    retention: Retention
    cooldown: timedelta
    command: tuple[str, ...]
    """What is run at an arrival, and its arguments; empty for nothing."""
    command_limit_s: float

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The policy of the settings."""
        return cls(
            is_recording=settings.sightings,
            has_unknown=settings.sightings_unknown,
            has_pictures=settings.sightings and settings.sightings_pictures,
            has_announcements=settings.announce != "off",
            retention=Retention(
                timedelta(days=settings.sightings_days), timedelta(hours=settings.sightings_unknown_hours)
            ),
            cooldown=timedelta(minutes=settings.sightings_cooldown_minutes),
            command=settings.on_sighting,
            command_limit_s=settings.on_sighting_limit_s,
        )

    @property
    def is_active(self) -> bool:
        """Whether visits are followed at all."""
        return self.is_recording or self.has_announcements or bool(self.command)
