"""A folder of per-class folders, before it is trained on: its classes, and what is passed over."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from visavis.errors import TrainingError
from visavis.imaging import listing
from visavis.storage import disk

#: Number of classes that training takes at least.
MIN_CLASSES = 2


@dataclass(frozen=True, slots=True)
class ClassFolders:
    """What the names and first bytes of the files say; no picture is decoded."""

    counts: tuple[tuple[str, int], ...]  #: name and number of pictures of each class that has any, sorted by name
    passed_over: int = 0  #: number of files that are no picture of a class

    @classmethod
    def read(cls, folder: Path) -> Self:
        """List the pictures of each class. Subfolders of a class belong to it.

        Raises
        ------
        TrainingError
            If a folder cannot be read.
        """
        try:
            loose = listing.pictures_in(folder)
            listings = {inside.name: listing.pictures_below(inside) for inside in listing.subfolders(folder)}
        except OSError as error:
            raise TrainingError("{path} cannot be opened: {reason}.", path=folder, reason=disk.reason(error)) from error
        counts = tuple((name, len(found.pictures)) for name, found in sorted(listings.items()) if found.pictures)
        others = sum(len(found.others) for found in listings.values())
        return cls(counts, len(loose.pictures) + len(loose.others) + others)

    @property
    def pictures(self) -> int:
        """The number of pictures of all classes."""
        return sum(count for _, count in self.counts)

    @property
    def is_trainable(self) -> bool:
        """Whether there are enough classes. Whether they have enough different pictures, the training finds out."""
        return len(self.counts) >= MIN_CLASSES
