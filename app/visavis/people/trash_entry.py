"""One deletion in the trash: whose pictures they are, and when they were deleted."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict

from visavis.errors import DamagedFileError, FileError, LockedFileError, NewerFileError, StoreError
from visavis.messages import Message
from visavis.people.person import ASIDE_FOLDER, aside_paths, sample_paths
from visavis.people.picture_record import PictureRecord
from visavis.people.samples import Sample
from visavis.storage import deletion, disk, reader
from visavis.storage.reader import JsonFormat

#: How long deleted samples can be restored.
RETENTION = timedelta(days=7)

#: The record of an entry: when it was deleted, and whose it was.
_ENTRY_FILE = "entry.json"
#: The folder of an entry that holds the pictures.
CONTENT = "content"


class _EntryRecord(TypedDict):
    deleted: str
    slug: str
    name: str
    whole: bool


_FORMAT = JsonFormat(_EntryRecord, version=1, hint=Message("Restore that file, or delete the entry with it."))


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """One deletion: a person with all samples, or some samples of a person."""

    id: str
    deleted: datetime
    """With its time zone."""
    slug: str
    """The person's slug; empty if the record is damaged."""
    name: str
    """The person's name when it was deleted; empty if the record is damaged."""
    whole: bool
    """Whether the person was deleted, not only samples."""
    folder: Path
    """Holds the pictures."""
    pictures: int
    """Their number, with those that had been set aside."""
    can_be_opened: bool = True
    """False if the record could not be opened, maybe for a moment only: it is not known whose pictures these are."""

    @property
    def expires(self) -> datetime:
        """When it is deleted for good."""
        return self.deleted + RETENTION

    @property
    def content_folders(self) -> tuple[Path, Path]:
        """The folders of the samples, and of the pictures that had been set aside."""
        return self.folder, self.folder / ASIDE_FOLDER

    def samples(self) -> list[Sample]:
        """The pictures, as those of the person from whom they were taken: first the samples, then those set aside."""
        aside = aside_paths(self.folder)
        return [
            *(Sample(path, self.slug) for path in sample_paths(self.folder)),
            *(Sample(path, self.slug, is_aside=True) for path in aside),
        ]

    @property
    def picture_record(self) -> PictureRecord:
        """What was remembered of the person's pictures; empty if only samples were deleted."""
        return PictureRecord.load(self.folder)


def is_empty(content: Path) -> bool:
    """Whether nothing came into an entry, or all of it went back."""
    return all(path.name == ASIDE_FOLDER and not deletion.list_entries(path) for path in deletion.list_entries(content))


def save(entry: TrashEntry) -> None:
    record = {"deleted": entry.deleted.isoformat(), "slug": entry.slug, "name": entry.name, "whole": entry.whole}
    disk.write_json(entry.folder.parent / _ENTRY_FILE, {"version": _FORMAT.version, **record})


def load(folder: Path, *, must_open: bool = False) -> TrashEntry | None:
    """The entry in `folder`, or None. If its record is damaged, slug and name are empty.

    Parameters
    ----------
    must_open : bool
        Whether the error is raised if the record cannot be opened; otherwise slug and name are empty then, too.
    """
    content = folder / CONTENT
    if folder.name.startswith(".") or not deletion.is_folder(folder) or not deletion.is_folder(content):
        return None
    if is_empty(content):
        return None
    try:
        count = len(sample_paths(content)) + len(aside_paths(content))
    except StoreError:  # it can be deleted all the same
        count = 0

    def build(record: _EntryRecord) -> TrashEntry:
        deleted = reader.parse_time(record["deleted"])
        return TrashEntry(folder.name, deleted, record["slug"], record["name"], record["whole"], content, count)

    try:
        return reader.read_json(folder / _ENTRY_FILE, _FORMAT, build)
    except LockedFileError:  # it is not damaged
        raise
    except (OSError, FileError) as error:
        is_damage = isinstance(error, (DamagedFileError, NewerFileError, FileNotFoundError))
        if must_open and not is_damage:
            raise
        changed = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        return TrashEntry(folder.name, changed, "", "", False, content, count, can_be_opened=is_damage)
