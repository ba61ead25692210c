"""The cache of the embeddings of samples: one file per person, which is deleted with the person."""

import logging
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DiskError, FileError, PictureError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.folder import PeopleFolder
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.recognition.embedder import EMBEDDING_LENGTH, Vectors
from visavis.storage import arrays, disk
from visavis.storage.arrays import Column

_ENDING = ".npz"
#: What a file must be like: an embedding of 128 numbers for each sample.
_COLUMNS = {
    "version": Column("U", ()),
    "hashes": Column("U", ("samples",)),
    "vectors": Column("f", ("samples", EMBEDDING_LENGTH)),
    "found": Column("b", ("samples",)),
    "quality": Column("f", ("samples",)),
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class SampleEmbeddings:
    """The embeddings of a person's samples. Row i of each array belongs to `hashes[i]`."""

    hashes: tuple[str, ...]
    vectors: Vectors  #: (n, 128), unit length
    found: NDArray[np.bool_]  #: (n,) whether a face was found; if not, the whole picture was embedded
    quality: NDArray[
        np.float32
    ]  #: (n,) weight of a sample in a template, 0..1 (`visavis.faces.quality.Quality.weight`)

    def __len__(self) -> int:
        return len(self.hashes)

    def select(self, rows: Sequence[bool]) -> "SampleEmbeddings":
        """The rows that are true."""
        kept = np.asarray(rows, np.bool_)
        hashes = tuple(key for key, keep in zip(self.hashes, rows, strict=True) if keep)
        return SampleEmbeddings(hashes, self.vectors[kept], self.found[kept], self.quality[kept])

    def drop_faceless(self, kept: Collection[str]) -> "SampleEmbeddings":
        """The samples that count: those with a face, and those that the user wants to count without one."""
        return self.select([bool(found) or key in kept for key, found in zip(self.hashes, self.found, strict=True)])


SampleEmbedder = Callable[[Image], tuple[NDArray[np.float32], bool, float]]
"""The picture of a sample to its embedding (128,), whether a face was found, and its quality 0..1."""


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
        rows: dict[str, _Row] = {}
        for sample in samples:
            try:
                key = sample.hash
                rows[key] = cached[key] if key in cached else self.embed_sample(codec.read(sample.path))
            except PictureError as error:
                if sample.path.exists():
                    on_error(sample, error)
        if rows.keys() != cached.keys():
            self._write(slug, rows)
            if not any(sample.path.exists() for sample in samples):
                delete(self.folder, slug)
        return _table(rows)

    def find_cached(self, slug: str, hashes: Collection[str]) -> SampleEmbeddings:
        """Return the embeddings of a person's samples with these hashes, as far as they are cached."""
        return _table({key: row for key, row in self._read(slug).items() if key in hashes})

    def _read(self, slug: str) -> "dict[str, _Row]":
        try:
            file = arrays.read(_path(self.folder, slug), _COLUMNS)
            if str(file["version"]) != self._version:
                return {}
            columns = [file[name] for name in ("vectors", "found", "quality")]
            hashes = [str(key) for key in file["hashes"]]
        except FileNotFoundError:
            return {}
        except (OSError, FileError) as error:
            _log.info("The cached embeddings of a person are damaged, and computed again (%s).", type(error).__name__)
            return {}
        return {key: (v, bool(f), float(q)) for key, v, f, q in zip(hashes, *columns, strict=True)}

    def _write(self, slug: str, rows: "dict[str, _Row]") -> None:
        table = _table(rows)
        columns = {
            "version": np.array(self._version),
            "hashes": np.array(table.hashes, dtype="U16"),
            "vectors": table.vectors,
            "found": table.found,
            "quality": table.quality,
        }
        try:
            arrays.write(_path(self.folder, slug), columns)
        except DiskError as error:  # without the cache, embedding only takes longer
            _log.warning("%s", error)


def read_cached(folder: Path, slug: str) -> SampleEmbeddings:
    """Return the cached embeddings of a person, of the network with most of them; empty if none can be read."""
    folders = [folder, *sorted(folder.glob("*/"))]
    return max((_read_table(_path(each, slug)) for each in folders), key=len)


def faceless_hashes(folder: Path, people: PeopleFolder, person: Person) -> set[str]:
    """Hashes of a person's samples that do not count because no face was found in them, as far as that is cached."""
    cached = read_cached(folder, person.slug)
    counted = cached.drop_faceless(people.picture_record(person).whole)
    return set(cached.hashes) - set(counted.hashes)


def _read_table(path: Path) -> SampleEmbeddings:
    try:
        file = arrays.read(path, _COLUMNS)
    except (OSError, FileError):
        return _table({})
    hashes = tuple(str(key) for key in file["hashes"])
    return SampleEmbeddings(hashes, file["vectors"], file["found"], file["quality"])


def delete(folder: Path, slug: str, hashes: Collection[str] = (), others: Collection[str] | None = None) -> int:
    """Delete the embeddings of a person, of all versions; return their number.

    Parameters
    ----------
    hashes : collection of str
        Of the person's samples. Files of other people that contain one of them, because the sample was moved, are
        deleted, too; they are computed again.
    others : collection of str, optional
        Slugs of all other people. Files that belong to none of them are deleted, too, such as those of merged people.

    Raises
    ------
    DiskError
        If a file cannot be deleted.
    """
    count = 0
    for path in sorted(folder.rglob(f"*{_ENDING}")):  # fine-tuned networks have folders of their own
        owner = path.name.removesuffix(_ENDING)
        is_own = owner == slug
        cached = set(_read_table(path).hashes) if is_own or hashes else set()
        if is_own or cached & set(hashes) or (others is not None and owner not in others):
            count += len(cached if is_own else cached & set(hashes))
            with disk.translate_errors(path):
                path.unlink(missing_ok=True)
    return count


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
    for path in folder.glob("*/"):
        if path.name not in trunks:
            with disk.translate_errors(path):
                shutil.rmtree(path)


def delete_all(folder: Path) -> None:
    """Delete all embeddings in a folder that the program no longer uses.

    Raises
    ------
    DiskError
        If the folder cannot be deleted.
    """
    if folder.exists():
        with disk.translate_errors(folder):
            shutil.rmtree(folder)


def _path(folder: Path, slug: str) -> Path:
    return folder / f"{slug}{_ENDING}"


_Row = tuple[NDArray[np.float32], bool, float]


def _table(rows: dict[str, _Row]) -> SampleEmbeddings:
    vectors = np.stack([row[0] for row in rows.values()]) if rows else np.zeros((0, 128), np.float32)
    return SampleEmbeddings(
        tuple(rows),
        vectors,
        np.array([row[1] for row in rows.values()], np.bool_),
        np.array([row[2] for row in rows.values()], np.float32),
    )
