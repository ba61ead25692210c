"""What is remembered of a person's pictures: from which files they were imported, and which count without a face."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypedDict

from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.samples import content_hash
from visavis.storage import deletion, disk, reader
from visavis.storage.reader import JsonFormat

#: The record in a person's folder. A folder without one has nothing to remember.
PICTURES_FILE = "pictures.json"


class _PicturesRecord(TypedDict):
    sources: dict[str, str]
    whole: list[str]
    merged: list[str]


_FORMAT = JsonFormat(
    _PicturesRecord,
    version=2,
    hint=Message("Restore that file, or delete it: then pictures that you took out can be imported again."),
    migrations={1: lambda values: {**values, "whole": values.get("faceless")}},
)


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """What is remembered of a person's pictures. It holds hashes only (`samples.content_hash`), and no picture.

    A picture that was imported once and is no longer the person's was moved, rejected or deleted by the user. So
    nothing else needs to be remembered to know that it must not come back when its file is imported again.
    """

    sources: Mapping[str, str] = field(default_factory=dict)
    """The hash of each imported file, and the hash of the sample that was made from it. A sample that was taken out
    and that no import is known for stands for itself."""
    whole: frozenset[str] = frozenset()
    """Hashes of the samples that count as a whole, because no face is found in them: the user said so."""
    merged: frozenset[str] = frozenset()
    """Hashes of the names (`name_hash`) of people who were merged into this one: pictures of them are this person's."""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the record of a person's folder; an empty one if there is none.

        Raises
        ------
        FileError
            If the record is damaged, cannot be read, or is of a newer version.
        """
        try:
            return reader.read_json(folder / PICTURES_FILE, _FORMAT, cls._from_record)
        except FileNotFoundError:
            return cls()

    @classmethod
    def _from_record(cls, record: _PicturesRecord) -> Self:
        return cls(record["sources"], frozenset(record["whole"]), frozenset(record["merged"]))

    def sample_of(self, source: str) -> str | None:
        """The hash of the sample that was made from the file with that hash; None if it was never imported."""
        return self.sources.get(source)

    def has_sample(self, key: str) -> bool:
        """Whether the person ever had a sample with that hash, as far as it is remembered."""
        return key in self.sources.values()

    def save(self, folder: Path) -> None:
        """Write the record, whole or not at all; an empty one is deleted."""
        path = folder / PICTURES_FILE
        if self != PictureRecord():
            lists = {"whole": sorted(self.whole), "merged": sorted(self.merged)}
            disk.write_json(
                path, {"version": _FORMAT.version, "sources": dict(self.sources), **lists}, scratch=folder.parent
            )
            return
        deletion.delete(path, folder)

    def plus(self, other: "PictureRecord") -> "PictureRecord":
        """What both remember; of two samples made from one file, the other's."""
        sources = {**self.sources, **other.sources}
        return PictureRecord(sources, self.whole | other.whole, self.merged | other.merged)

    def of_samples(self, hashes: Collection[str]) -> "PictureRecord":
        """The part that concerns samples with these hashes."""
        sources = {source: sample for source, sample in self.sources.items() if sample in hashes}
        return PictureRecord(sources, self.whole & frozenset(hashes))

    def without(self, hashes: Collection[str]) -> "PictureRecord":
        """The record without what concerns files or samples with these hashes."""
        sources = {
            source: sample for source, sample in self.sources.items() if source not in hashes and sample not in hashes
        }
        return PictureRecord(sources, self.whole - frozenset(hashes), self.merged)

    def without_record(self, other: "PictureRecord") -> "PictureRecord":
        """The record without what another one remembers."""
        sources = {source: sample for source, sample in self.sources.items() if other.sources.get(source) != sample}
        return PictureRecord(sources, self.whole - other.whole, self.merged - other.merged)

    def with_taken_out(self, hashes: Collection[str]) -> "PictureRecord":
        """The record of a person whose samples with these hashes are taken out: they stay known."""
        known = set(self.sources.values())
        unknown = {key: key for key in hashes if key not in known}
        return replace(self, sources={**self.sources, **unknown})


def name_hash(name: PersonName) -> str:
    """The hash of a name, the same for all spellings that compare equal."""
    return content_hash(name.key.encode())
