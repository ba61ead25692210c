"""Embeddings of samples, made once and kept in the cache: one file a person, gone when they are."""

import logging
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DiskError, PictureError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.samples import Sample
from visavis.recognition.embedder import Vectors
from visavis.storage import arrays, disk

_ENDING = ".npz"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class SampleEmbeddings:
    """Someone's samples as the network sees them; row i of every array belongs to `hashes[i]`."""

    hashes: tuple[str, ...]
    vectors: Vectors  #: (n, 128), unit length
    found: NDArray[np.bool_]  #: (n,) whether a face was found; else the whole picture was taken for one
    quality: NDArray[np.float32]  #: (n,) how much a sample counts in a template, 0..1

    def __len__(self) -> int:
        return len(self.hashes)


SampleEmbedder = Callable[[Image], tuple[NDArray[np.float32], bool, float]]
"""A sample's picture to its embedding (128,), whether a face was found, and its quality 0..1."""


class EmbeddingCache:
    """The embeddings of people's samples, made with `look` where they are not yet kept.

    `version` names the network and what it sees: files of another are made again.
    """

    def __init__(self, folder: Path, version: str, look: SampleEmbedder) -> None:
        self.folder = folder
        self._version = version
        self.look = look

    def embedded(
        self, slug: str, samples: Sequence[Sample], told: Callable[[Sample, PictureError], None] = lambda *_: None
    ) -> SampleEmbeddings:
        """Someone's samples, in their order; unreadable pictures are told and left out, those gone by now left out.

        Nothing is kept of someone whose pictures are all gone: `forgetting` deletes those first, then what is kept.
        """
        kept = self._read(slug)
        rows: dict[str, _Row] = {}
        for sample in samples:
            try:
                key = sample.hash
                rows[key] = kept[key] if key in kept else self._row(sample)
            except PictureError as error:
                if sample.path.exists():
                    told(sample, error)
        if rows.keys() != kept.keys():
            self._write(slug, rows)
            if not any(sample.path.exists() for sample in samples):  # forgotten while they were looked at
                forget(self.folder, slug)
        return _table(rows)

    def _row(self, sample: Sample) -> "_Row":
        return self.look(codec.read(sample.path))

    def _read(self, slug: str) -> "dict[str, _Row]":
        try:
            file = arrays.read(_path(self.folder, slug))
            if str(file["version"]) != self._version:
                return {}
            columns = [file[name] for name in ("vectors", "found", "quality")]
            hashes = [str(key) for key in file["hashes"]]
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError) as error:  # cut in half: it can be made again
            _log.info("Someone's cached embeddings are damaged, and made again (%s).", type(error).__name__)
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
        except DiskError as error:  # a cache that cannot be written costs time, not work
            _log.warning("%s", error)


def kept(folder: Path, slug: str) -> SampleEmbeddings:
    """What the cache has of someone, of whichever network it has most; nothing where that cannot be read."""
    places = [folder, *sorted(folder.glob("*/"))]
    return max((_held(_path(place, slug)) for place in places), key=len)


def _held(path: Path) -> SampleEmbeddings:
    try:
        file = arrays.read(path)
        hashes = tuple(str(key) for key in file["hashes"])
        return SampleEmbeddings(hashes, file["vectors"], file["found"], file["quality"])
    except (OSError, ValueError, KeyError):
        return _table({})


def forget(folder: Path, slug: str, hashes: Collection[str] = (), others: Collection[str] | None = None) -> int:
    """Delete someone's embeddings, whichever version they are of; how many there were.

    Parameters
    ----------
    hashes : collection of str
        Of their samples: files in which one of them is left, from before it was moved, go too; they are made again.
    others : collection of str, optional
        Slugs of whoever else there is: files of nobody go too, such as those of people who were merged.

    Raises
    ------
    DiskError
        If that cannot be done.
    """
    count = 0
    for path in sorted(folder.rglob(f"*{_ENDING}")):  # those of fine-tuned networks have folders of their own
        whose = path.name.removesuffix(_ENDING)
        own = whose == slug
        held = set(_held(path).hashes) if own or hashes else set()
        if own or held & set(hashes) or (others is not None and whose not in others):
            count += len(held if own else held & set(hashes))
            with disk.translate_errors(path):
                path.unlink(missing_ok=True)
    return count


def sweep(folder: Path, trunks: Collection[str]) -> None:
    """Delete what fine-tuned networks made that are gone.

    Parameters
    ----------
    trunks : collection of str
        The IDs of those that are left.

    Raises
    ------
    DiskError
        If that cannot be done.
    """
    for path in folder.glob("*/"):
        if path.name not in trunks:
            with disk.translate_errors(path):
                shutil.rmtree(path)


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
