"""A person as the store keeps them: a folder with pictures and, unless it was made by hand, a `person.json`."""

import errno
import secrets
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NotRequired, TypedDict

from visavis.audit.log import is_id
from visavis.encryption import sealed_store
from visavis.errors import FileError, PersonNameError, StoreError
from visavis.imaging import listing
from visavis.imaging.listing import Listing, OtherFile
from visavis.messages import Message
from visavis.people import consent
from visavis.people.consent import NO_CONSENT, Consent, ConsentRecord
from visavis.people.names import PersonName
from visavis.people.picture_record import PICTURES_FILE
from visavis.people.samples import Sample, is_sample_name
from visavis.storage import disk, reader
from visavis.storage.reader import JsonFormat

#: The record in a person's folder.
PERSON_FILE = "person.json"
#: The folder inside a person's that has the pictures set aside.
ASIDE_FOLDER = "aside"


class _SessionRecord(TypedDict):
    started: str
    ended: str


class _PersonRecord(TypedDict):
    id: str
    name: str
    created: str
    consent: ConsentRecord
    sessions: list[_SessionRecord]
    slug: NotRequired[str]
    announced: NotRequired[bool]


_FORMAT = JsonFormat(
    _PersonRecord,
    version=2,
    hint=Message("Restore that file, or delete it: without it, the person has the name of the folder."),
    migrations={1: consent.migrate},
)


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One capture session. Its samples resemble each other, so training keeps them together."""

    started: datetime
    ended: datetime

    def covers(self, sample: Sample) -> bool:
        """Whether the sample was taken in this session."""
        taken = sample.taken
        started = self.started.replace(microsecond=self.started.microsecond // 1000 * 1000)  # file names have ms
        return taken is not None and started <= taken <= self.ended


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the store."""

    slug: str
    """The identity to which models refer: the name of the folder, or, where the data are encrypted, what the folder's
    name is a pseudonym of. It stays when the person is renamed."""
    name: PersonName
    """The name that people see."""
    folder: Path
    created: datetime | None = None
    """When the record was written. None for a folder made by hand, which has no record yet."""
    consent: Consent = NO_CONSENT
    """What the person agreed to."""
    sessions: tuple[Session, ...] = ()
    """Capture sessions, oldest first."""
    other_folders: tuple[Path, ...] = ()
    """Further folders of the same name, made by hand. Their pictures are samples of this person, too."""
    id: str = ""
    """128 random bits, in hexadecimal digits: by it the audit log and visits know the person. Empty without a record,
    and in one of an earlier version; it stands in no other place, so it means nothing once the person is forgotten."""

    is_announced: bool = False
    """Whether the user wants to be told when they come."""

    @staticmethod
    def load(folder: Path) -> "Person | None":
        """The person in `folder`. None if there is neither a record nor a picture, or the folder no longer exists.

        Raises
        ------
        FileError
            If the record is damaged, cannot be read, or is of a newer version.
        StoreError
            If a folder made by hand has a name that cannot be used.
        """
        path = folder / PERSON_FILE
        try:
            found = path.stat()
            signature = (found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size)
            known = _RECORDS.get(path)
            if known is None or known[0] != signature:
                known = signature, reader.read_json(path, _FORMAT, lambda record: _from_record(folder, record))
                _RECORDS[path] = known
            return known[1]
        except FileNotFoundError:
            _RECORDS.pop(path, None)
            return _from_pictures(folder)
        except OSError as error:
            raise FileError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error

    def save(self) -> "Person":
        """Write the record, whole or not at all. A person from a folder made by hand gets one now.

        Raises
        ------
        DiskError
            If it cannot be written. The old record is untouched.
        """
        created, number = self.created or datetime.now(UTC), self.with_id().id
        sessions = [{"started": each.started.isoformat(), "ended": each.ended.isoformat()} for each in self.sessions]
        record = {
            "version": _FORMAT.version,
            "id": number,
            "name": self.name,
            "created": created.isoformat(),
            "consent": self.consent.to_record(),
            "sessions": sessions,
        }
        if self.slug and sealed_store.hides_names(self.folder):
            record["slug"] = self.slug
        if self.is_announced:
            record["announced"] = True
        disk.write_json(self.folder / PERSON_FILE, record, scratch=self.folder.parent)
        return replace(self, created=created, id=number)

    def with_id(self) -> "Person":
        """The person with an `id`, a new one if they have none."""
        return self if self.id else replace(self, id=secrets.token_hex(16))

    def moved_to(self, folder: Path) -> "Person":
        """The person after their folder was moved."""
        return replace(self, slug=_slug_in(folder, self.slug), folder=folder)


_Signature = tuple[int, int, int, int]

#: The records that this process has read, with what says that the file is still the same: its number, times and size.
#: Every change of ours makes a new file. Asking the file system for these takes a tenth of the time of reading it.
_RECORDS: dict[Path, tuple[_Signature, Person]] = {}


def merge_records(person: Person, other: Person, other_folders: tuple[Path, ...] = ()) -> Person:
    """`person` with the sessions of both, and the other's agreement if there was none."""
    sessions = tuple(sorted({*person.sessions, *other.sessions}))
    return replace(
        person,
        sessions=sessions,
        consent=person.consent or other.consent,
        is_announced=person.is_announced or other.is_announced,
        other_folders=other_folders or person.other_folders,
    )


def sample_paths(folder: Path) -> list[Path]:
    """The pictures in a person's folder, sorted by name; empty if it was just forgotten or merged.

    Links do not count: forgetting the person could not delete what they point to.
    """
    return list(_list(folder).pictures)


def other_files(folder: Path) -> list[OtherFile]:
    """What else a user put into a person's folder, and does not count: what is no picture, links, and folders."""
    others = [each for each in _list(folder).others if each.path.name not in {PERSON_FILE, PICTURES_FILE}]
    return [*others, *_nested_folders(folder)]


def _nested_folders(folder: Path) -> Iterator[OtherFile]:
    """The folders with pictures inside a person's. Nobody but the user knows whether they all show that person."""
    try:
        nested = [path for path in listing.subfolders(folder) if path.name != ASIDE_FOLDER]
        counts = [len(listing.pictures_below(path).pictures) for path in nested]
    except OSError:  # it was just forgotten or merged
        return
    for path, count in zip(nested, counts, strict=True):
        if count:
            problem = Message(
                "{path} is a folder: its {count} pictures count only directly in the person's folder.",
                one="{path} is a folder: its {count} picture counts only directly in the person's folder.",
                path=path,
                count=count,
            )
            yield OtherFile(path, problem)


def _list(folder: Path) -> Listing:
    try:
        return listing.pictures_in(folder, follow_links=False, is_known=is_sample_name)
    except FileNotFoundError:
        return Listing()
    except OSError as error:
        raise StoreError("{folder} cannot be read: {reason}.", folder=folder, reason=disk.reason(error)) from error


def aside_paths(folder: Path) -> list[Path]:
    """The pictures that are set aside in a person's folder, sorted by name; empty if there are none, or only a link."""
    aside = folder / ASIDE_FOLDER
    return [] if aside.is_symlink() else sample_paths(aside)


def count_pictures(folder: Path) -> int:
    """The number of pictures in a person's folder; 0 if it cannot be read, or is a link."""
    try:
        return 0 if folder.is_symlink() else len(sample_paths(folder)) + len(aside_paths(folder))
    except StoreError:
        return 0


def make_aside(folder: Path) -> Path:
    """Create the folder inside a person's that has the pictures set aside; return it.

    Raises
    ------
    DiskError
        If it cannot be created, or there is a link in its place.
    """
    aside = folder / ASIDE_FOLDER
    if aside.is_symlink():
        raise disk.disk_error(OSError(errno.ELOOP, "it is a link"), aside)
    return disk.make_private(aside)


def _from_record(folder: Path, record: _PersonRecord) -> Person:
    if record["id"] and not is_id(record["id"]):
        raise ValueError("its number is none")
    sessions = ((reader.parse_time(each["started"]), reader.parse_time(each["ended"])) for each in record["sessions"])
    return Person(
        slug=_slug_in(folder, record.get("slug", "")),
        name=PersonName(record["name"]),
        folder=folder,
        created=reader.parse_time(record["created"]),
        consent=Consent.from_record(record["consent"]),
        sessions=tuple(Session(started, ended) for started, ended in sessions),
        id=record["id"],
        is_announced=record.get("announced", False),
    )


def _from_pictures(folder: Path) -> Person | None:
    if not sample_paths(folder):
        return None
    try:
        name = PersonName.from_disk(folder.name)
    except PersonNameError as error:
        raise StoreError(
            "The folder {folder} cannot be used as a person. {error}",
            hint="Rename it.",
            folder=ascii(str(folder)),
            error=error.message,
        ) from error
    return Person(slug_from(folder), name, folder)


def slugs_in(folders: Iterable[Path]) -> set[str]:
    """The slugs of the people in these folders, which lie side by side, also of those whose records are damaged."""
    chosen = list(folders)
    if not chosen or sealed_store.find_store(chosen[0].parent) is None:
        return set(map(slug_from, chosen))
    slugs = set()
    for folder in chosen:
        try:
            person = Person.load(folder)
        except (FileError, StoreError):
            person = None
        slugs.add(person.slug if person else slug_from(folder))
    return slugs


def is_folder_of(folder: Path, slugs: Collection[str]) -> bool:
    """Whether a folder is that of one of these people, by its name: also if its record is damaged."""
    return slug_from(folder) in sealed_store.possible_names(folder.parent, *slugs)


def _slug_in(folder: Path, slug: str) -> str:
    """The slug of the person in a folder: the given one if the folder's name is its pseudonym."""
    return slug if slug and folder.name in sealed_store.possible_names(folder.parent, slug) else slug_from(folder)


def slug_from(folder: Path) -> str:
    """The slug of the person in a folder whose name is not hidden: that name."""
    return unicodedata.normalize("NFC", folder.name)  # some file systems of macOS give names back decomposed
