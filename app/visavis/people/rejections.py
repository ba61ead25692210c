"""Rejections: faces of people who are not enrolled, or who are not a certain person. Stored in `<data>/strangers`.

They take effect at once: a face that is more similar to a rejection than to a person is not given that person's name.
"""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypedDict

from visavis.errors import DamagedFileError, NewerFileError, StoreError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people.folder import PeopleFolder
from visavis.people.person import Person, sample_paths
from visavis.people.samples import Sample, content_hash, file_name
from visavis.storage import deletion, disk, reader
from visavis.storage.attempts import Attempts
from visavis.storage.reader import JsonFormat

_log = logging.getLogger(__name__)

#: The record of whom the pictures do not show: hash to slugs. Pictures not in it are of nobody enrolled.
REJECTIONS_FILE = "rejections.json"
#: Stands for a person's slug: the embeddings of rejections are cached under it. No person's slug begins with a dot.
STRANGERS_SLUG = ".strangers"


_RejectionRecord = TypedDict("_RejectionRecord", {"not": dict[str, list[str]]})
_FORMAT = JsonFormat(
    _RejectionRecord,
    version=1,
    hint=Message("Restore that file, or delete it: without it, the pictures beside it count as strangers."),
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A picture of a face, and whom it does not show."""

    sample: Sample
    people: tuple[str, ...] = ()
    """Slugs of the people whom it does not show; it may show another enrolled person. Empty: nobody enrolled."""

    def concerns(self, slug: str) -> bool:
        """Whether it says that the face is not that person's."""
        return not self.people or slug in self.people


class RejectionStore:
    """The rejections in a folder. Pictures that the user put there count, as strangers.

    As for people, reading takes no lock and nothing is cached between calls.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rejections(self) -> list[Rejection]:
        """All rejections, sorted by file name.

        Raises
        ------
        StoreError
            If the folder cannot be read.
        FileError
            If its record is damaged, cannot be read, or is of a newer version.
        """
        try:
            record = self._load()
        except NotADirectoryError as error:
            raise StoreError(
                "{folder} cannot be read: {reason}.", folder=self.folder, reason=disk.reason(error)
            ) from error
        samples = [Sample(path, STRANGERS_SLUG) for path in sample_paths(self.folder)]
        return [Rejection(sample, tuple(record.get(sample.hash, ())) if record else ()) for sample in samples]

    def intact_rejections(self) -> list[Rejection]:
        """All rejections, for whoever goes on without them; none, with a warning, if they cannot be read."""
        try:
            return self.rejections()
        except (DamagedFileError, StoreError) as error:
            _warn_once(f"Nobody knows whom the rejected faces do not show: they are left out. {error} {error.hint}")
            return []

    def hashes_concerning(self, slug: str | None) -> set[str]:
        """The hashes of the pictures that are not that person's, or, without one, nobody's.

        If the record is damaged, all of them: any may have been taken from that person.
        """
        try:
            rejections = self.rejections()
        except DamagedFileError:
            return {Sample(path, STRANGERS_SLUG).hash for path in sample_paths(self.folder)}
        return {each.sample.hash for each in rejections if (each.concerns(slug) if slug else not each.people)}

    def add(self, image: Image, person: Person | None = None, taken: datetime | None = None) -> Rejection:
        """Add the picture of a face that is not the person's, or, without a person, of nobody enrolled.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR: the face with a wide margin (`samples.sample_cut`).
        taken : datetime, optional
            With its time zone. Default: now.

        Raises
        ------
        DiskError
            If the disk refuses. Nothing is changed then.
        """
        content = codec.encode(image)
        with disk.lock(self.folder):
            key = content_hash(content)
            path = self._find_path(key) or self.folder / file_name(taken or datetime.now(UTC), content)
            return self._add(path, key, content, person)

    def reject_samples(self, samples: Iterable[Sample], person: Person | None = None) -> list[Rejection]:
        """Move samples from people's folders here: they are not that person, or, without a person, nobody enrolled.

        Raises
        ------
        StoreError
            If one of them no longer exists. None is moved then.
        """
        chosen = list(samples)
        with disk.lock(self.folder):
            for sample in chosen:
                if not sample.path.is_file():
                    raise StoreError("{path} is no longer there.", path=sample.path)
            for folder in {sample.folder.parent for sample in chosen}:
                with PeopleFolder(folder).change() as change:
                    change.take_out(sample for sample in chosen if sample.folder.parent == folder)
            return [self._move(sample, person) for sample in chosen]

    def find(self, image: Image) -> Rejection | None:
        """The rejection of exactly this picture, or None: for `undo_add`."""
        key = content_hash(codec.encode(image))
        return next((each for each in self.rejections() if each.sample.hash == key), None)

    def undo_add(self, rejection: Rejection, previous: Rejection | None) -> None:
        """Undo `add`: restore what was recorded of the picture before."""
        if previous is None:
            self.remove([rejection])
            return
        with disk.lock(self.folder):
            record = self._load()
            record.pop(rejection.sample.hash, None)
            if previous.people:
                record[rejection.sample.hash] = list(previous.people)
            self._save(record)

    def take_in(self, sample: Sample, people: Iterable[Person]) -> None:
        """Move the picture of a rejection from another store here; without people, it shows nobody enrolled.

        A picture that is here already keeps what is said of it, and gets what is new.
        """
        with disk.lock(self.folder):
            key = sample.hash
            known = self._find_path(key)
            path = known or disk.unused_path(self.folder, sample.path.name)
            for number, person in enumerate([*people] or [None]):
                self._record(path, key, person, is_known=known is not None or number > 0)
            if known is None:
                with disk.translate_errors(sample.path):
                    disk.move(sample.path, path)
                disk.sync_moves([sample.path.parent], [self.folder])

    def withdraw(self, key: str, slug: str) -> None:
        """Withdraw the rejection of the picture with that hash, as far as it concerns a person."""
        for rejection in self.rejections():
            if rejection.sample.hash == key and rejection.concerns(slug):
                rest = tuple(other for other in rejection.people if other != slug)
                self.undo_add(rejection, replace(rejection, people=rest) if rest else None)

    def remove(self, rejections: Iterable[Rejection]) -> None:
        """Delete rejections with their pictures; no error for those that no longer exist."""
        with disk.lock(self.folder):
            record = self._load()
            for rejection in rejections:
                record.pop(rejection.sample.hash, None)
                deletion.delete(self.folder / rejection.sample.path.name, self.folder)
            self._save(record)

    def erase(self, slugs: Collection[str], attempts: Attempts) -> int:
        """Remove every mention of people who are forgotten; return the number of pictures that are deleted with them.

        A picture is deleted that was rejected for nobody else. If the record is damaged, nobody knows whom it mentions,
        and which pictures were rejected for whom: it is deleted with all of them.
        """
        count = 0
        if not self.folder.is_dir():
            return count
        with attempts.step(), disk.lock(self.folder):
            disk.remove_temporary_files(self.folder)
            try:
                record = self._load()
            except (DamagedFileError, NewerFileError):
                for path in sample_paths(self.folder):
                    deletion.delete(path, self.folder)
                    count += 1
                deletion.delete(self.folder / REJECTIONS_FILE, self.folder)
            else:
                for slug in slugs:
                    count += self._replace(record, slug, ())
        return count

    def reassign(self, slug: str, into: str) -> None:
        """After a merge: rejections of one person are rejections of the other."""
        if self.folder.is_dir():
            with disk.lock(self.folder):
                self._replace(self._load(), slug, (into,))

    def _replace(self, record: dict[str, list[str]], slug: str, by: Sequence[str]) -> int:
        mentioning = {key: people for key, people in record.items() if slug in people}
        deleted = 0
        for key, people in mentioning.items():
            rest = list(dict.fromkeys([*(other for other in people if other != slug), *by]))
            if rest:
                record[key] = rest
                continue
            path = self._find_path(key)  # None if the user deleted the picture
            if path is not None:
                deletion.delete(path, self.folder)  # first: a picture without a record would count as a stranger's
                deleted += 1
            del record[key]
        if mentioning:
            self._save(record)
        return deleted

    def _move(self, sample: Sample, person: Person | None) -> Rejection:
        """Turn a sample into a rejection: the record first, or a kill in between would make it a stranger's."""
        key = sample.hash
        known = self._find_path(key)
        path = known or disk.unused_path(self.folder, sample.path.name)
        rejection = self._record(path, key, person, is_known=known is not None)
        with disk.translate_errors(sample.path):
            if known is None:
                disk.move(sample.path, path)
            else:
                sample.path.unlink()
        disk.sync_moves([sample.path.parent], [self.folder])
        return rejection

    def _add(self, path: Path, key: str, content: bytes, person: Person | None) -> Rejection:
        """Write a rejection: the record first, or a kill in between would make the picture a stranger's."""
        rejection = self._record(path, key, person, is_known=path.exists())
        if not path.exists():
            disk.write_whole(path, content)
        return rejection

    def _record(self, path: Path, key: str, person: Person | None, *, is_known: bool) -> Rejection:
        """Record a rejection of a picture, which may be there already."""
        record = self._load()
        before = dict(record)
        is_stranger = person is None or (is_known and key not in record)
        slugs = record.pop(key, [])
        if person is not None and not is_stranger:
            record[key] = list(dict.fromkeys([*slugs, person.slug]))
        if record != before or not is_known:
            self._save(record)
        return Rejection(Sample(path, STRANGERS_SLUG), tuple(record.get(key, ())))

    def _find_path(self, key: str) -> Path | None:
        """The path of the picture with that hash, or None."""
        return next((path for path in sample_paths(self.folder) if Sample(path, STRANGERS_SLUG).hash == key), None)

    def _load(self) -> dict[str, list[str]]:
        try:
            return reader.read_json(self.folder / REJECTIONS_FILE, _FORMAT, lambda record: record["not"])
        except FileNotFoundError:
            return {}

    def _save(self, record: dict[str, list[str]]) -> None:
        disk.write_json(self.folder / REJECTIONS_FILE, {"version": _FORMAT.version, "not": record})


@cache
def _warn_once(text: str) -> None:
    """Warn of what every reading of the folder meets again."""
    _log.warning("%s", text)
