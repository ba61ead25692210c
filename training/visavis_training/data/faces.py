"""The training data of `cnn64`: all samples, each cropped to the network's input chip."""

import contextlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError, TrainingError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.networks import cnn64_input
from visavis.networks.cnn64_input import CNN64_SIDE
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.storage import disk
from visavis_training.callbacks import CountCallback
from visavis_training.data.duplicates import FaceThumbnail

#: Largest number of chips kept in memory: 0.5 GB. More are streamed from an unnamed file in the cache.
MAX_IN_MEMORY = 40_000


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """All samples as the network sees them. Row i of every sequence belongs to `samples[i]`."""

    people: tuple[Person, ...]
    """The people to learn, in the order of the network's outputs."""
    samples: tuple[Sample, ...]
    hashes: tuple[str, ...]
    labels: NDArray[np.intp]
    """(n,) the index in `people` of the person shown."""
    chips: NDArray[np.uint8]
    """(n, 64, 64, 3), BGR, in memory or memory-mapped."""
    thumbnails: tuple[FaceThumbnail, ...]
    """For finding near-duplicates."""
    whole: tuple[Path, ...]
    """Pictures without a detected face that the user wants to count. They are used whole."""
    unreadable: tuple[str, ...]
    """A sentence for each skipped picture."""
    faceless: tuple[Path, ...] = ()
    """Pictures without a detected face that the user does not want to count."""

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def manifest(self) -> dict[str, list[str]]:
        """The hashes of the samples, by slug."""
        return self.hashes_of(range(len(self)))

    def hashes_of(self, rows: Iterable[int]) -> dict[str, list[str]]:
        """The hashes of the samples in `rows`, by slug."""
        hashes: dict[str, list[str]] = {person.slug: [] for person in self.people}
        for row in rows:
            hashes[self.people[self.labels[row]].slug].append(self.hashes[row])
        return hashes


def collect(
    store: PeopleStore,
    cache: Path,
    detect: FaceFinder,
    on_progress: CountCallback = lambda *_: None,
    max_in_memory: int = MAX_IN_MEMORY,
) -> Faces:
    """Detect and crop the intended face of each sample.

    Samples without a face are left out, unless the user wants them to count, and so are people without a sample.

    Parameters
    ----------
    cache : Path
        Folder for the chips if there are more than `max_in_memory`: an unnamed file there ends with the process.

    Raises
    ------
    DiskError
        If the chips do not fit on the cache's disk.
    """
    planned = [(person, sample) for person in store.people() for sample in store.samples(person)]
    people: dict[str, Person] = {}
    samples, hashes, thumbnails, unreadable = [], [], [], []
    others = [other for person in store.people() for other in store.other_files(person)]
    whole: list[Path] = []
    faceless: list[Path] = []
    counted = {person.slug: store.whole_pictures(person) for person, _ in planned}
    with open_chip_file(cache, len(planned), max_in_memory) as file:
        for done, (person, sample) in enumerate(planned, start=1):
            try:
                key, image = sample.hash, codec.read(sample.path)
            except PictureError as error:
                if sample.path.exists():  # otherwise forgotten or moved in the meantime: no report may name it
                    unreadable.append(str(error))
            else:
                face = labeled_face(detect(image), image.shape[1], image.shape[0])
                if face is None:
                    (whole if key in counted[person.slug] else faceless).append(sample.path)
                if face is not None or key in counted[person.slug]:
                    with disk.translate_errors(cache):
                        file.write(_crop_chip(image, face).tobytes())
                    people[person.slug] = person
                    samples.append(sample)
                    hashes.append(key)
                    box = face.box if face else Box(0, 0, image.shape[1], image.shape[0])
                    thumbnails.append(FaceThumbnail.from_image(image, box))
            on_progress(done, len(planned))
        order = {slug: index for index, slug in enumerate(people)}
        with disk.translate_errors(cache):
            file.flush()
        return Faces(
            people=tuple(people.values()),
            samples=tuple(samples),
            hashes=tuple(hashes),
            labels=np.array([order[sample.person] for sample in samples], np.intp),
            chips=as_chips(file, len(samples)),
            thumbnails=tuple(thumbnails),
            whole=tuple(whole),
            unreadable=(*(str(each.problem) for each in others if each.path.exists()), *unreadable),
            faceless=tuple(faceless),
        )


def no_face_error(pictures: int) -> TrainingError:
    """The error if no face was found in any sample."""
    sentence = Message(
        "No face was found in {count} pictures, and there are no others to learn.",
        one="No face was found in {count} picture, and there are no others to learn.",
        count=pictures,
    )
    return TrainingError(sentence, hint="If they show the people all the same, use them: visavis people use SAMPLE.")


def collect_strangers(store: RejectionStore, detect: FaceFinder) -> NDArray[np.uint8]:
    """The chips of the faces that the user said are nobody enrolled, shape (n, 64, 64, 3), BGR.

    Faces that are only not a certain person are left out: they may be another's. So are pictures that cannot be read.
    """
    chips = []
    for rejection in store.intact_rejections():
        if not rejection.people:
            with contextlib.suppress(PictureError):
                image = codec.read(rejection.sample.path)
                chips.append(_crop_chip(image, labeled_face(detect(image), image.shape[1], image.shape[0])))
    return np.array(chips, np.uint8).reshape(len(chips), CNN64_SIDE, CNN64_SIDE, 3)


def _crop_chip(image: Image, face: Face | None) -> Image:
    return cnn64_input.chip(image, face.box) if face else cnn64_input.whole_chip(image)


@contextlib.contextmanager
def open_chip_file(cache: Path, count: int, max_in_memory: int) -> Iterator[IO[bytes]]:
    """A file for the chips: in memory, or an unnamed one in the cache if there are more than `max_in_memory`."""
    if count <= max_in_memory:
        yield io.BytesIO()
        return
    with disk.translate_errors(cache):
        file = tempfile.TemporaryFile(dir=disk.make_private(cache))  # noqa: SIM115  closed below, even on a full disk
    try:
        yield file
    finally:
        with contextlib.suppress(OSError):  # a full disk was reported already
            file.close()


def as_chips(file: IO[bytes], count: int, side: int = CNN64_SIDE) -> NDArray[np.uint8]:
    """The chips that were written to the file, shape (count, side, side, 3); memory-mapped if it is on disk."""
    shape = (count, side, side, 3)
    if isinstance(file, io.BytesIO):
        return np.frombuffer(file.getvalue(), np.uint8).reshape(shape)
    return np.memmap(file, np.uint8, "r", shape=shape)  # keeps the unnamed file open while it lives
