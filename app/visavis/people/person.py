"""A person as the store keeps them: a folder with pictures and, unless it was made by hand, a `person.json`."""

import json
import os
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from visavis.errors import PersonNameError, StoreError
from visavis.imaging import codec
from visavis.messages import Message
from visavis.people import names
from visavis.people.samples import Sample
from visavis.storage import disk

#: Raise with every change of `person.json`, and migrate older files in `Person.read`.
VERSION = 1
RECORD = "person.json"


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One sitting in front of the camera; its pictures resemble each other, so training keeps them together."""

    started: datetime
    ended: datetime

    def covers(self, sample: Sample) -> bool:
        """Whether the sample was taken in this session."""
        taken = sample.taken
        started = self.started.replace(microsecond=self.started.microsecond // 1000 * 1000)  # as file names have it
        return taken is not None and started <= taken <= self.ended


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name."""

    slug: str
    """Their identity, to which models refer: the folder's name. It stays when the person is renamed."""
    name: str
    """What people see, unchanged."""
    folder: Path
    created: datetime | None = None
    """When the record was made; None for a folder made by hand, which has none yet."""
    consent: str = ""
    """A note on what they agreed to."""
    sessions: tuple[Session, ...] = ()
    """Capture sessions, oldest first."""
    also: tuple[Path, ...] = ()
    """Further folders of the same name, made by hand: their pictures are this person's too."""

    @staticmethod
    def read(folder: Path) -> "Person | None":
        """The person in `folder`; None if nobody is: neither record nor pictures, or the folder has just gone.

        Raises
        ------
        StoreError
            If the record is damaged or of a newer version, or a folder made by hand has a name that cannot be used.
        """
        path = folder / RECORD
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return _made_by_hand(folder)
        except OSError as error:
            raise StoreError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
        try:
            record = json.loads(content)
            if record["version"] > VERSION:
                raise StoreError(
                    "{path} is of a newer version of Visavis.", hint="Update Visavis to read it.", path=path
                )
            return _recorded(folder, record)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, PersonNameError) as error:
            hint = Message("Restore that file, or delete it: the person is then called as the folder is.")
            raise StoreError("{path} is damaged.", hint=hint, path=path) from error

    def write(self) -> "Person":
        """Write the record, whole or not at all; someone from a folder made by hand gets theirs now.

        Raises
        ------
        DiskError
            If it cannot be written; the old one is untouched.
        """
        created = self.created or datetime.now(UTC)
        sessions = [{"started": each.started.isoformat(), "ended": each.ended.isoformat()} for each in self.sessions]
        record = {
            "version": VERSION,
            "name": self.name,
            "created": created.isoformat(),
            "consent": self.consent,
            "sessions": sessions,
        }
        disk.write_json(self.folder / RECORD, record)
        return replace(self, created=created)


def joined(person: Person, other: Person, also: tuple[Path, ...] = ()) -> Person:
    """`person` with the other's sessions too, and their note on consent where there was none."""
    sessions = tuple(sorted({*person.sessions, *other.sessions}))
    return replace(person, sessions=sessions, consent=person.consent or other.consent, also=also or person.also)


def pictures_in(folder: Path) -> list[Path]:
    """The pictures of a person's folder. Links do not count: forgetting someone could not reach what they point to."""
    try:
        with os.scandir(folder) as entries:  # which knows links and folders without asking for each
            names = [each.name for each in entries if codec.is_name(each.name) and each.is_file(follow_symlinks=False)]
        return [folder / name for name in sorted(names)]
    except FileNotFoundError:  # forgotten or merged a moment ago
        return []
    except OSError as error:
        raise StoreError("{folder} cannot be read: {reason}.", folder=folder, reason=disk.reason(error)) from error


def _recorded(folder: Path, record: dict[str, Any]) -> Person:
    if record["version"] != VERSION or not isinstance(record["consent"], str):
        raise ValueError(record)
    return Person(
        slug=_slug(folder),
        name=names.cleaned(record["name"]),
        folder=folder,
        created=_time(record["created"]),
        consent=record["consent"],
        sessions=tuple(Session(_time(each["started"]), _time(each["ended"])) for each in record["sessions"]),
    )


def _made_by_hand(folder: Path) -> Person | None:
    if not pictures_in(folder):
        return None
    try:
        names.cleaned(folder.name)
    except PersonNameError as error:
        raise StoreError(
            "The folder {folder} cannot be a person. {error}",
            hint="Rename it.",
            folder=ascii(str(folder)),
            error=error.message,
        ) from error
    return Person(_slug(folder), folder.name, folder)


def _slug(folder: Path) -> str:
    return unicodedata.normalize("NFC", folder.name)  # some file systems of macOS give names back decomposed


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return time
