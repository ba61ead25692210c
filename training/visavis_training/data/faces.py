"""What there is to learn from: everybody's samples, each cut to the chip that the network sees."""

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.networks import cnn64_input
from visavis.networks.cnn64_input import CNN64_SIDE
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.storage import disk
from visavis_training.data.duplicates import CoarseAppearance

#: Most chips that are kept in memory, 0.5 GB; more are streamed from a file in the cache that nobody else can see.
IN_MEMORY = 40_000

Told = Callable[[int, int], None]
"""Hears how many are done, of how many."""


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """Samples as the network sees them; row i of every sequence belongs to `samples[i]`."""

    people: tuple[Person, ...]
    """Who is learned, in the order of the network's outputs."""
    samples: tuple[Sample, ...]
    hashes: tuple[str, ...]
    labels: NDArray[np.intp]
    """(n,): which of `people` it shows."""
    chips: NDArray[np.uint8]
    """(n, 64, 64, 3), BGR; in memory or in a file."""
    looks: tuple[CoarseAppearance, ...]
    """What near-duplicates are told by."""
    whole: tuple[Path, ...]
    """Pictures in which no face was found: taken for tight crops and used whole."""
    unreadable: tuple[str, ...]
    """A sentence for each picture that was skipped."""

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def manifest(self) -> dict[str, list[str]]:
        """Slug to the hashes of the samples."""
        return self.hashes_of(range(len(self)))

    def hashes_of(self, rows: Iterable[int]) -> dict[str, list[str]]:
        """Slug to the hashes of those samples that are in `rows`."""
        found: dict[str, list[str]] = {person.slug: [] for person in self.people}
        for row in rows:
            found[self.people[self.labels[row]].slug].append(self.hashes[row])
        return found


def collect(
    store: PeopleStore, cache: Path, detect: FaceFinder, told: Told = lambda *_: None, in_memory: int = IN_MEMORY
) -> Faces:
    """Find the face that is meant in each sample, and cut it out.

    Someone without a readable picture is not among the people.

    Parameters
    ----------
    cache : Path
        Where the chips go if there are more than `in_memory`: in a file without a name, gone with the process.

    Raises
    ------
    DiskError
        If the chips do not fit on the cache's disk.
    """
    planned = [(person, sample) for person in store.people() for sample in store.samples(person)]
    people: dict[str, Person] = {}
    samples, hashes, looks, whole, unreadable = [], [], [], [], []
    with _file(cache, len(planned), in_memory) as file:
        for done, (person, sample) in enumerate(planned, start=1):
            try:
                key, image = sample.hash, codec.read(sample.path)
            except PictureError as error:
                if sample.path.exists():  # else forgotten or moved meanwhile: no report may name it
                    unreadable.append(str(error))
            else:
                face = labeled_face(detect(image), image.shape[1], image.shape[0])
                with disk.translate_errors(cache):
                    file.write(_chip(image, face).tobytes())
                if face is None:
                    whole.append(sample.path)
                people[person.slug] = person
                samples.append(sample)
                hashes.append(key)
                looks.append(
                    CoarseAppearance.of(image, face.box if face else Box(0, 0, image.shape[1], image.shape[0]))
                )
            told(done, len(planned))
        order = {slug: index for index, slug in enumerate(people)}
        with disk.translate_errors(cache):
            file.flush()
        return Faces(
            people=tuple(people.values()),
            samples=tuple(samples),
            hashes=tuple(hashes),
            labels=np.array([order[sample.person] for sample in samples], np.intp),
            chips=_mapped(file, len(samples)),
            looks=tuple(looks),
            whole=tuple(whole),
            unreadable=tuple(unreadable),
        )


def _chip(image: Image, face: Face | None) -> Image:
    return cnn64_input.chip(image, face.box) if face else cnn64_input.whole_chip(image)


@contextlib.contextmanager
def _file(cache: Path, count: int, in_memory: int) -> Iterator[IO[bytes]]:
    if count <= in_memory:
        yield io.BytesIO()
        return
    with disk.translate_errors(cache):
        file = tempfile.TemporaryFile(dir=disk.make_private(cache))  # noqa: SIM115  closed below, full disk or not
    try:
        yield file
    finally:
        with contextlib.suppress(OSError):  # a full disk was told already
            file.close()


def _mapped(file: IO[bytes], count: int) -> NDArray[np.uint8]:
    shape = (count, CNN64_SIDE, CNN64_SIDE, 3)
    if isinstance(file, io.BytesIO):
        return np.frombuffer(file.getvalue(), np.uint8).reshape(shape)
    return np.memmap(file, np.uint8, "r", shape=shape)  # keeps the file, which has no name any more, until it goes
