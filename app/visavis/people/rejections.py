"""Rejections: faces that the user said are nobody who is enrolled, or not a certain person. Kept in `<data>/strangers`.

They hold at once: a face that resembles one more than it resembles a person is not given that person's name.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people.person import Person, pictures_in
from visavis.people.samples import Sample, content_hash, file_name
from visavis.storage import disk

#: Raise with every change of the record, and migrate older files in `RejectionStore._record`.
VERSION = 1
#: Whom pictures are not: hash to slugs. Pictures that it does not name are of nobody who is enrolled.
RECORD = "rejections.json"
#: In place of a person's slug, and under which their embeddings are cached; no person's begins with a dot.
SLUG = ".strangers"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A picture of a face and whom it does not show."""

    sample: Sample
    people: tuple[str, ...] = ()
    """Slugs of those whom the user said it is not, though it may be someone else who is enrolled; empty: it is nobody
    who is."""

    def concerns(self, slug: str) -> bool:
        """Whether it says that a face like this is not that person."""
        return not self.people or slug in self.people


class RejectionStore:
    """The rejections in a folder. Pictures put there by hand count, as nobody who is enrolled.

    As for people, reading takes no lock and nothing is remembered between calls.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rejections(self) -> list[Rejection]:
        """All there are, by file name.

        Raises
        ------
        StoreError
            If the folder cannot be read, or its record is damaged or of a newer version.
        """
        record = self._record()
        samples = [Sample(path, SLUG) for path in pictures_in(self.folder)]
        return [Rejection(sample, tuple(record.get(sample.hash, ())) if record else ()) for sample in samples]

    def add(self, image: Image, person: Person | None = None, taken: datetime | None = None) -> Rejection:
        """Keep the picture of a face as not that person's, or, without one, as nobody's who is enrolled.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR: the face with wide margin (`samples.sample_cut`).
        taken : datetime, optional
            With its time zone; now, if not given.

        Raises
        ------
        DiskError
            If the disk refuses; nothing is changed then.
        """
        content = codec.encode(image)
        with disk.locked(self.folder):
            key = content_hash(content)
            path = self._kept(key) or self.folder / file_name(taken or datetime.now(UTC), content)
            return self._added(path, key, content, person)

    def take(self, samples: Iterable[Sample], person: Person | None = None) -> list[Rejection]:
        """Take samples out of people's folders: they are not that person, or, without one, nobody who is enrolled.

        Raises
        ------
        StoreError
            If one of them is gone; then none is taken.
        """
        chosen = list(samples)
        with disk.locked(self.folder):
            for sample in chosen:
                if not sample.path.is_file():
                    raise StoreError("{path} is no longer there.", path=sample.path)
            return [self._taken(sample, person) for sample in chosen]

    def before(self, image: Image) -> Rejection | None:
        """What is kept of exactly this picture now, or None: for `reset`."""
        key = content_hash(codec.encode(image))
        return next((each for each in self.rejections() if each.sample.hash == key), None)

    def reset(self, rejection: Rejection, before: Rejection | None) -> None:
        """Take the last `add` of a picture back: what was said of it before that holds again."""
        if before is None:
            self.remove([rejection])
            return
        with disk.locked(self.folder):
            record = self._record()
            record.pop(rejection.sample.hash, None)
            if before.people:
                record[rejection.sample.hash] = list(before.people)
            self._write(record)

    def remove(self, rejections: Iterable[Rejection]) -> None:
        """Delete pictures of rejections; those that are gone already are fine."""
        with disk.locked(self.folder):
            record = self._record()
            for rejection in rejections:
                record.pop(rejection.sample.hash, None)
                with disk.translating(rejection.sample.path):
                    rejection.sample.path.unlink(missing_ok=True)
            self._write(record)

    def forget(self, slug: str) -> int:
        """Remove every mention of a person; the number of pictures deleted, which said nothing else."""
        return self._replaced(slug, ())

    def merged(self, slug: str, into: str) -> None:
        """A person is now part of another: what was not the one is not the other."""
        self._replaced(slug, (into,))

    # Inside

    def _replaced(self, slug: str, by: Sequence[str]) -> int:
        if not self.folder.is_dir():
            return 0
        with disk.locked(self.folder):
            record = self._record()
            mentioning = {key: people for key, people in record.items() if slug in people}
            deleted = 0
            for key, people in mentioning.items():
                rest = list(dict.fromkeys([*(other for other in people if other != slug), *by]))
                if rest:
                    record[key] = rest
                    continue
                path = self._kept(key)  # None where somebody deleted the picture by hand
                if path is not None:
                    with disk.translating(path):  # first: a picture without its record would be nobody's
                        path.unlink(missing_ok=True)
                    deleted += 1
                del record[key]
            if mentioning:
                self._write(record)
            return deleted

    def _taken(self, sample: Sample, person: Person | None) -> Rejection:
        with disk.translating(sample.path):
            content = sample.path.read_bytes()
        path = self._kept(sample.hash) or disk.unused(self.folder, sample.path.name)
        rejection = self._added(path, sample.hash, content, person)
        with disk.translating(sample.path):
            sample.path.unlink()
        return rejection

    def _added(self, path: Path, key: str, content: bytes, person: Person | None) -> Rejection:
        """The picture's rejection, written: the record first, or a kill in between would make it nobody's."""
        record = self._record()
        nobodys = person is None or (path.exists() and key not in record)
        before = record.pop(key, [])
        if person is not None and not nobodys:
            record[key] = list(dict.fromkeys([*before, person.slug]))
        self._write(record)
        if not path.exists():
            disk.write_whole(path, content)
        return Rejection(Sample(path, SLUG), tuple(record.get(key, ())))

    def _kept(self, key: str) -> Path | None:
        """The picture with that content, if there is one."""
        return next((path for path in pictures_in(self.folder) if Sample(path, SLUG).hash == key), None)

    def _record(self) -> dict[str, list[str]]:
        path = self.folder / RECORD
        try:
            values: dict[str, Any] = json.loads(path.read_bytes())
            if values["version"] > VERSION:
                raise StoreError(
                    "{path} is of a newer version of Visavis.", hint="Update Visavis to read it.", path=path
                )
            return {str(key): [str(slug) for slug in slugs] for key, slugs in values["not"].items()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StoreError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            hint = Message("Restore that file, or delete it: the pictures beside it then are nobody's who is enrolled.")
            raise StoreError("{path} is damaged.", hint=hint, path=path) from error

    def _write(self, record: dict[str, list[str]]) -> None:
        disk.write_json(self.folder / RECORD, {"version": VERSION, "not": record})
