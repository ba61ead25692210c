"""The pictures of a folder for each class, as a network sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.classification.picture_input import Squaring, square_picture
from visavis.errors import PictureError, TrainingError
from visavis.imaging import codec, listing
from visavis.imaging.geometry import Box
from visavis.imaging.listing import OtherFile
from visavis.messages import Message
from visavis.models.card import CLASS_KEY_PREFIX
from visavis.people.names import comparison_key, slug_of
from visavis.people.samples import content_hash
from visavis.recognition.report import path_text
from visavis.storage import disk
from visavis_training.callbacks import CountCallback
from visavis_training.data.duplicates import FaceThumbnail
from visavis_training.data.faces import as_chips, open_chip_file

#: Largest size of the pictures that are kept in memory, in bytes. More are streamed from a file in the cache.
MAX_BYTES_IN_MEMORY = 500_000_000

#: What a folder for training on whole pictures has.
_LAYOUT = Message("It needs a folder for each class, such as cats/ and dogs/, with pictures in each.")


@dataclass(frozen=True, slots=True, eq=False)
class PictureSet:
    """The pictures of all classes. Row i of every sequence belongs to `paths[i]`."""

    classes: tuple[str, ...]
    """The names of the folders, in the order of the network's outputs."""
    paths: tuple[Path, ...]
    hashes: tuple[str, ...]
    times: tuple[float, ...]
    """When each file was last changed, in seconds since 1970."""
    labels: NDArray[np.intp]
    """(n,) the index in `classes`."""
    pictures: NDArray[np.uint8]
    """(n, side, side, 3), BGR, in memory or memory-mapped."""
    thumbnails: tuple[FaceThumbnail, ...]
    """For finding near-duplicates."""
    passed_over: tuple[str, ...]
    """A sentence for each file that is no picture of a class."""

    def __len__(self) -> int:
        return len(self.paths)

    def hashes_of(self, rows: Iterable[int]) -> dict[str, list[str]]:
        """The hashes of the pictures in `rows`, by the key that the class has on a card."""
        hashes: dict[str, list[str]] = {class_key(name): [] for name in self.classes}
        for row in rows:
            hashes[class_key(self.classes[self.labels[row]])].append(self.hashes[row])
        return hashes


def class_key(name: str) -> str:
    """The key of a class on a card. By it, forgetting a person of that name finds the model."""
    return f"{CLASS_KEY_PREFIX}{slug_of(name)}"


def collect_pictures(
    folder: Path,
    squaring: Squaring,
    side: int,
    cache: Path,
    on_progress: CountCallback = lambda *_: None,
    max_bytes_in_memory: int = MAX_BYTES_IN_MEMORY,
) -> PictureSet:
    """Read the pictures of each class, and convert them to the squares that a network sees.

    Subfolders of a class belong to it. Folders whose names are the same, as people's names are compared, are one class.
    Whatever is no picture is passed over, and so are classes without a picture or a visible name.

    Parameters
    ----------
    side : int
        Of the squares, in pixels.
    cache : Path
        Folder for the squares if they take more than `max_bytes_in_memory`: an unnamed file there ends with the
        process.

    Raises
    ------
    TrainingError
        If the folder cannot be read, or has pictures of fewer than two classes.
    DiskError
        If the squares do not fit on the cache's disk.
    """
    planned, others = _list_classes(folder)
    passed_over = [str(other.problem) for other in others]
    rows: list[tuple[str, Path, str, float]] = []
    thumbnails = []
    with open_chip_file(cache, len(planned), max_bytes_in_memory // (side * side * 3)) as file:
        for done, (name, path) in enumerate(planned, start=1):
            try:
                content = codec.read_bytes(path)
                image = codec.decode(content, str(path))
                changed = path.stat().st_mtime
            except (PictureError, FileNotFoundError) as error:
                passed_over.append(str(error))
            else:
                square = square_picture(image, squaring, side)
                with disk.translate_errors(cache):
                    file.write(square.tobytes())
                rows.append((name, path, content_hash(content), changed))
                thumbnails.append(FaceThumbnail.from_image(square, Box(0, 0, side, side)))
            on_progress(done, len(planned))
        classes = tuple(sorted({name for name, *_ in rows}))
        if len(classes) < 2:
            raise _too_few_classes(folder, classes)
        with disk.translate_errors(cache):
            file.flush()
        order = {name: label for label, name in enumerate(classes)}
        return PictureSet(
            classes=classes,
            paths=tuple(path for _, path, _, _ in rows),
            hashes=tuple(key for _, _, key, _ in rows),
            times=tuple(changed for *_, changed in rows),
            labels=np.array([order[name] for name, *_ in rows], np.intp),
            pictures=as_chips(file, len(rows), side),
            thumbnails=tuple(thumbnails),
            passed_over=tuple(passed_over),
        )


def _list_classes(folder: Path) -> tuple[list[tuple[str, Path]], list[OtherFile]]:
    """The pictures with the names of their classes, and what is passed over."""
    try:
        loose = listing.pictures_in(folder)
        found = {inside: listing.pictures_below(inside) for inside in listing.subfolders(folder)}
    except OSError as error:
        raise TrainingError(
            "{path} cannot be opened: {reason}.", path=folder, reason=disk.reason(error), hint=_LAYOUT
        ) from error
    others = [
        *(OtherFile(path, Message("{path} is in no folder of a class.", path=path)) for path in loose.pictures),
        *loose.others,
    ]
    pictures = []
    names: dict[str, str] = {}
    for inside, listed in found.items():
        if not (key := comparison_key(inside.name)):
            others.append(OtherFile(inside, Message("The name of {path} has no visible character.", path=inside)))
            continue
        name = names.setdefault(key, path_text(Path(inside.name)))
        pictures += [(name, path) for path in listed.pictures]
        others += listed.others
        if not listed.pictures:
            others.append(OtherFile(inside, Message("{path} has no picture.", path=inside)))
    return pictures, others


def _too_few_classes(folder: Path, classes: tuple[str, ...]) -> TrainingError:
    if not classes:
        return TrainingError("There are no folders with pictures in {folder}.", hint=_LAYOUT, folder=folder)
    return TrainingError(
        "Learning to tell classes apart takes at least two. {folder} has pictures of {name} only.",
        hint=_LAYOUT,
        folder=folder,
        name=classes[0],
    )
