"""Portraits of people, for every list that shows people."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from visavis.errors import PictureError
from visavis.imaging.image import Image
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.storage.paths import DataFolders
from visavis.ui.people.overview import PersonRow
from visavis.ui.widgets.images import portrait
from visavis.ui.widgets.thumbnails import Thumbnails


@dataclass(frozen=True, slots=True, eq=False)
class Portraits:
    """Small pictures of people, read off the GUI thread when they come into view."""

    thumbnails: Thumbnails
    folders: DataFolders

    def key(self, row: PersonRow, rounding: float) -> Hashable:
        """Key of `Thumbnails.arrived` for this portrait; it differs after the person's pictures changed."""
        return ("portrait", rounding, row.person.slug, row.samples, row.portrait)

    def get(self, row: PersonRow, rounding: float) -> QPixmap | None:
        """A portrait, its corners rounded by a share of its width; None if it is still loading or there is none."""
        if row.portrait is None:
            return None
        return self.thumbnails.get(self.key(row, rounding), lambda: best_portrait(self.folders, row), rounding)


def best_portrait(folders: DataFolders, row: PersonRow) -> Image:
    """The portrait of a person: the sample of the highest quality, as far as qualities are cached.

    Raises
    ------
    PictureError
        If the person has no picture that can be read.
    """
    samples = PeopleStore(folders.people).samples(row.person)
    cached = embedding_cache.read_cached(folders.embeddings, row.person.slug)
    quality = dict(zip(cached.hashes, (cached.quality * cached.found).tolist(), strict=True))
    captured = [sample for sample in samples if sample.taken]  # the file names of others do not hold their hash
    best = max(captured, key=lambda sample: quality.get(sample.hash, 0.0), default=None)
    path = best.path if best else row.portrait
    if path is None:
        raise PictureError("{name} has no pictures.", name=row.name)
    return portrait(path)
