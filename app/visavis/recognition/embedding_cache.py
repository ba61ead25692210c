"""The cache of the embeddings of samples: one file per person, which is deleted with the person."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from visavis.encryption import sealed_store
from visavis.errors import DiskError, FileError, PictureError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.folder import PeopleFolder
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.recognition.embedder import EMBEDDING_LENGTH, Vectors
from visavis.storage import arrays, deletion, disk
from visavis.storage.arrays import Column
from visavis.storage.attempts import Attempts

_ENDING = ".npz"
#: What a file must be like: an embedding of 128 numbers for each sample.
_COLUMNS = {
    "version": Column("U", ()),
    "hashes": Column("U", ("samples",)),
    "vectors": Column("f", ("samples", EMBEDDING_LENGTH)),
    "found": Column("b", ("samples",)),
    "quality": Column("f", ("samples",)),
}
#: What it is like since strangers' cosines depend on these, too. Older files have embeddings that are as good.
_ALL_COLUMNS = _COLUMNS | {"shake": Column("f", ("samples", 2)), "outside": Column("f", ("samples",))}

_log = logging.getLogger(__name__)


class EmbeddedSample(NamedTuple):
    """A sample as `SampleEmbeddings` has it in a row."""

    vector: NDArray[np.float32]  #: (128,)
    found: bool
    quality: float = 1.0
    shake: NDArray[np.float32] = np.zeros(2, np.float32)
    outside: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SampleEmbeddings:
    """The embeddings of a person's samples. Row i of each array belongs to `hashes[i]`."""

    hashes: tuple[str, ...]
    vectors: Vectors  #: (n, 128), unit length
    found: NDArray[np.bool_]  #: (n,) whether a face was found; if not, the whole picture was embedded
    quality: NDArray[np.float32]
    """(n,) weight of a sample in a template, 0..1 (`visavis.faces.quality.Quality.weight`)."""
    shake: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 2), np.float32))
    """(n, 2), see `visavis.faces.traits.shake`; zeros where it was not measured."""
    outside: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    """(n,) share of the chip outside the picture, 0..1 (`visavis.faces.traits.outside_share`)."""

    def __post_init__(self) -> None:
        if len(self.shake) != len(self):  # not measured
            object.__setattr__(self, "shake", np.zeros((len(self), 2), np.float32))
            object.__setattr__(self, "outside", np.zeros(len(self), np.float32))

    @classmethod
    def from_samples(cls, samples: Mapping[str, EmbeddedSample]) -> Self:
        """Collect samples by their hashes."""
        rows = samples.values()
        return cls(
            tuple(samples),
            np.stack([row.vector for row in rows]) if rows else np.zeros((0, EMBEDDING_LENGTH), np.float32),
            np.array([row.found for row in rows], np.bool_),
            np.array([row.quality for row in rows], np.float32),
            np.array([row.shake for row in rows], np.float32).reshape(-1, 2),
            np.array([row.outside for row in rows], np.float32),
        )

    def __len__(self) -> int:
        return len(self.hashes)

    def select(self, rows: Sequence[bool]) -> "SampleEmbeddings":
        """The rows that are true."""
        kept = np.asarray(rows, np.bool_)
        hashes = tuple(key for key, keep in zip(self.hashes, rows, strict=True) if keep)
        vectors, found, quality = self.vectors[kept], self.found[kept], self.quality[kept]
        return SampleEmbeddings(hashes, vectors, found, quality, self.shake[kept], self.outside[kept])

    def drop_faceless(self, kept: Collection[str]) -> "SampleEmbeddings":
        """The samples that count: those with a face, and those that the user wants to count without one."""
        return self.select([bool(found) or key in kept for key, found in zip(self.hashes, self.found, strict=True)])


SampleEmbedder = Callable[[Image], EmbeddedSample]
"""Embeds the picture of a sample."""


class EmbeddingCache:
    """Loads the embeddings of samples, and computes those that are not cached.

    Parameters
    ----------
    folder : Path
    version : str
        What the embeddings mean (`Recognizer.embedding_space`). Files of another version are computed again.
    embed_sample : SampleEmbedder
        Computes one embedding.
    """

    def __init__(self, folder: Path, version: str, embed_sample: SampleEmbedder) -> None:
        self.folder = folder
        self._version = version
        self.embed_sample = embed_sample

    def load(
        self, slug: str, samples: Sequence[Sample], on_error: Callable[[Sample, PictureError], None] = lambda *_: None
    ) -> SampleEmbeddings:
        """Return the embeddings of a person's samples, in their order, and update the file of that person.

        Unreadable pictures are left out and passed to `on_error`; deleted ones are left out. If no picture exists any
        more, the file is deleted: `forgetting` may have deleted it while the samples were embedded.
        """
        cached = self._read(slug)
        rows: dict[str, EmbeddedSample] = {}
        for sample in samples:
            try:
                key = sample.hash
                rows[key] = cached[key] if key in cached else self.embed_sample(codec.read(sample.path))
            except PictureError as error:
                if sample.path.exists():
                    on_error(sample, error)
        if rows.keys() != cached.keys():
            self._write(slug, rows, samples)
        return SampleEmbeddings.from_samples(rows)

    def find_cached(self, slug: str, hashes: Collection[str]) -> SampleEmbeddings:
        """Return the embeddings of a person's samples with these hashes, as far as they are cached."""
        return SampleEmbeddings.from_samples({key: row for key, row in self._read(slug).items() if key in hashes})

    def _read(self, slug: str) -> dict[str, EmbeddedSample]:
        try:
            file = arrays.read(_path(self.folder, slug), _ALL_COLUMNS)
            if str(file["version"]) != self._version:
                return {}
            columns = [file[name] for name in ("vectors", "found", "quality", "shake", "outside")]
            hashes = [str(key) for key in file["hashes"]]
        except FileNotFoundError:
            return {}
        except (OSError, FileError) as error:
            _log.info(
                "The cached embeddings of a person are damaged or outdated, and computed again (%s).",
                type(error).__name__,
            )
            return {}
        return {
            key: EmbeddedSample(vector, bool(found), float(quality), shake, float(outside))
            for key, vector, found, quality, shake, outside in zip(hashes, *columns, strict=True)
        }

    def _write(self, slug: str, rows: dict[str, EmbeddedSample], samples: Sequence[Sample]) -> None:
        table = SampleEmbeddings.from_samples(rows)
        columns = {
            "version": np.array(self._version),
            "hashes": np.array(table.hashes, dtype="U16"),
            "vectors": table.vectors,
            "found": table.found,
            "quality": table.quality,
            "shake": table.shake,
            "outside": table.outside,
        }
        path = _path(self.folder, slug)
        try:
            with disk.lock(self.folder):  # forgetting deletes the pictures first, and then what was written until then
                if any(sample.path.exists() for sample in samples):
                    arrays.write(path, columns)
                else:
                    deletion.delete(path, self.folder)
        except DiskError as error:  # without the cache, embedding only takes longer
            _log.warning("%s", error)


def read_cached(folder: Path, slug: str) -> SampleEmbeddings:
    """Return the cached embeddings of a person, of the network with most of them; empty if none can be read."""
    folders = [folder, *sorted(folder.glob("*/"))]
    return max((_read_table(_path(each, slug)) for each in folders), key=len)


def faceless_hashes(folder: Path, people: PeopleFolder, person: Person) -> set[str]:
    """Hashes of a person's samples that do not count because no face was found in them, as far as that is cached."""
    cached = read_cached(folder, person.slug)
    counted = cached.drop_faceless(people.whole_pictures(person))
    return set(cached.hashes) - set(counted.hashes)


def _read_table(path: Path) -> SampleEmbeddings:
    try:
        file = arrays.read(path, _COLUMNS)
    except (OSError, FileError):
        return SampleEmbeddings.from_samples({})
    hashes = tuple(str(key) for key in file["hashes"])
    return SampleEmbeddings(hashes, file["vectors"], file["found"], file["quality"])


def delete(folder: Path, slug: str) -> None:
    """Delete the embeddings of a person, of all networks; they are computed again.

    Raises
    ------
    DiskError
        If a file cannot be deleted.
    """
    for path in (folder, *filter(deletion.is_folder, deletion.list_entries(folder))):
        deletion.delete(_path(path, slug), folder)


def erase(
    folder: Path, slugs: Collection[str], hashes: Collection[str], others: Collection[str], attempts: Attempts
) -> int:
    """Delete the embeddings of people who are forgotten, of all networks; return their number.

    What may be theirs goes, too: files that cannot be read, and those of nobody else. They are computed again.

    Parameters
    ----------
    hashes : collection of str
        Of their samples. Files of other people that contain one of them, because the sample was moved, are deleted.
    others : collection of str
        Slugs of all other people.
    attempts : Attempts
        Gets what cannot be deleted; the rest goes on.
    """
    count = 0
    if not folder.is_dir():
        return count
    names = sealed_store.possible_names(folder, *slugs)
    other_names = sealed_store.possible_names(folder, *others)
    with attempts.step(), disk.lock(folder):
        disk.remove_temporary_files(folder)
        for path in deletion.list_entries(folder):
            with attempts.step():
                deletion.make_accessible(path)
                if deletion.is_folder(path):  # a fine-tuned network has a folder of its own
                    count += erase(path, slugs, hashes, others, attempts)
                elif path.suffix == _ENDING and not path.is_symlink():
                    cached = _hashes(path)
                    owner = path.name.removesuffix(_ENDING)
                    theirs = (cached or set()) if owner in names else (cached or set()) & set(hashes)
                    if theirs or cached is None or owner not in other_names:
                        count += len(theirs)
                        deletion.delete(path, folder)
                elif path.name != disk.LOCK_FILE and not disk.is_temporary(path):
                    deletion.delete(path, folder)
    return count


def _hashes(path: Path) -> set[str] | None:
    """The hashes in a file of embeddings; None if it cannot be read."""
    try:
        return {str(key) for key in arrays.read(path, _COLUMNS)["hashes"]}
    except (OSError, FileError):
        return None


def delete_stale(folder: Path, trunks: Collection[str]) -> None:
    """Delete the embeddings of fine-tuned networks that no longer exist.

    Parameters
    ----------
    trunks : collection of str
        The IDs of the fine-tuned networks that exist.

    Raises
    ------
    DiskError
        If a folder cannot be deleted.
    """
    for path in deletion.list_entries(folder):
        if path.is_dir() and path.name not in trunks:
            deletion.delete(path, folder)


def delete_all(folder: Path) -> None:
    """Delete all embeddings in a folder that the program no longer uses.

    Raises
    ------
    DiskError
        If the folder cannot be deleted.
    """
    deletion.delete(folder, folder.parent)


def _path(folder: Path, slug: str) -> Path:
    return folder / f"{sealed_store.hide(folder, slug)}{_ENDING}"
