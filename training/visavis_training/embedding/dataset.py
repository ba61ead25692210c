"""The training data of the `embedding` network: the embeddings of all samples."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError, TrainingError
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message, to_record
from visavis.people.person import Person
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.storage.paths import DataFolders
from visavis_training.callbacks import EventCallback
from visavis_training.data.faces import no_face_error
from visavis_training.data.grouping import Grouping, group_samples

#: Smallest cosine of two samples that are one shot, re-encoded or rescaled. Measured with SFace on 81 pictures: all
#: are above it after JPEG of quality 75, all but 1 after scaling by 0.75 or 1.5 or losing 3 % at two sides; half are
#: after scaling by 0.5 or JPEG of quality 50. Of 6,547 pairs of pictures of one person of LFW, none is above 0.92. Of
#: the pairs of frames of a webcam, at least 0.4 s apart, 0.7 % are above the line.
_MIN_SAME_SHOT_COSINE = 0.97
#: Rows of the similarity matrix computed at once.
_BLOCK = 1024


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddingDataset:
    """All people with their samples and embeddings."""

    people: tuple[Person, ...]
    samples: tuple[tuple[Sample, ...], ...]  #: of each person, in the order of `embedded`
    embedded: tuple[SampleEmbeddings, ...]
    strangers: NDArray[np.float32]  #: (n, 128) embeddings of faces that the user marked as nobody enrolled
    unreadable: tuple[str, ...]  #: a sentence for each skipped picture
    faceless: tuple[Sample, ...] = ()  #: samples without a detected face that the user does not want to count

    @property
    def count(self) -> int:
        return sum(map(len, self.embedded))

    @property
    def truth(self) -> NDArray[np.intp]:
        """(samples,) the index of each sample's person."""
        return np.repeat(np.arange(len(self.people)), [len(each) for each in self.embedded])

    @property
    def manifest(self) -> dict[str, list[str]]:
        """The hashes of the samples, by slug."""
        return {person.slug: list(own.hashes) for person, own in zip(self.people, self.embedded, strict=True)}

    @property
    def all_samples(self) -> list[Sample]:
        """The samples of all people, in the order of their embeddings."""
        return [sample for samples in self.samples for sample in samples]

    @property
    def whole(self) -> list[Sample]:
        """The samples without a detected face that the user wants to count."""
        found = np.concatenate([own.found for own in self.embedded])
        return [sample for sample, has_face in zip(self.all_samples, found, strict=True) if not has_face]

    def split_by_person(self, values: Sequence[int]) -> list[Sequence[int]]:
        """Values of all samples, as one sequence per person."""
        bounds = np.cumsum([0, *map(len, self.embedded)])
        return [values[start:end] for start, end in itertools.pairwise(bounds)]


def load_dataset(folders: DataFolders, loader: NetworkLoader, on_event: EventCallback) -> tuple[EmbeddingDataset, str]:
    """Embed all samples that are not in the cache. Returns the dataset and the device that was used.

    Raises
    ------
    TrainingError
        If there is no sample, or none can be read.
    """
    store = PeopleStore(folders.people)
    planned = [(person, store.samples(person)) for person in store.people()]
    total = sum(len(samples) for _, samples in planned)
    if not total:
        raise TrainingError(
            "There is nobody to learn.", hint="Capture someone: visavis enroll NAME --source 0, or visavis import DIR."
        )
    embedder = loader.load_embedder()
    cache = create_embedding_cache(loader, embedder)
    unreadable = [str(other.problem) for person, _ in planned for other in store.other_files(person)]
    faceless: list[Sample] = []
    kept: list[tuple[Person, tuple[Sample, ...], SampleEmbeddings]] = []
    done = 0
    for person, samples in planned:
        embedded = cache.load(person.slug, samples, lambda _, error: unreadable.append(str(error)))
        done += len(samples)
        record = to_record(stage=Message("Looking for faces")) | {"stage": "faces"}  # the value that scripts know
        on_event({"event": "progress", **record, "done": done, "total": total})
        counted = embedded.drop_faceless(store.whole_pictures(person))
        left_out = set(embedded.hashes) - set(counted.hashes)
        faceless += [sample for sample in samples if readable_hash(sample) in left_out]
        embedded = counted
        if len(embedded):
            by_hash = {key: sample for sample in samples if (key := readable_hash(sample)) in embedded.hashes}
            kept.append((person, tuple(by_hash[key] for key in embedded.hashes), embedded))
    if not kept and faceless:
        raise no_face_error(len(faceless))
    if not kept:
        raise TrainingError("None of the samples can be read.", hint="See them: visavis people show NAME.")
    dataset = EmbeddingDataset(
        people=tuple(person for person, _, _ in kept),
        samples=tuple(samples for _, samples, _ in kept),
        embedded=tuple(embedded for _, _, embedded in kept),
        strangers=_stranger_embeddings(folders, loader),
        unreadable=tuple(unreadable),
        faceless=tuple(faceless),
    )
    return dataset, embedder.network.device


def group_dataset(dataset: EmbeddingDataset) -> Grouping:
    """Group samples by session, and merge groups that share a shot, also across people."""
    vectors = np.concatenate([own.vectors for own in dataset.embedded])
    links: list[tuple[int, int]] = []
    for start in range(0, len(vectors), _BLOCK):
        cosines = vectors[start : start + _BLOCK] @ vectors[start:].T
        first, second = np.nonzero(np.triu(cosines >= _MIN_SAME_SHOT_COSINE, 1))
        links += zip((start + first).tolist(), (start + second).tolist(), strict=True)
    return group_samples(dataset.people, dataset.all_samples, links)


def readable_hash(sample: Sample) -> str | None:
    """The hash of a sample, or None if its file cannot be read."""
    try:
        return sample.hash
    except PictureError:
        return None


def _stranger_embeddings(folders: DataFolders, loader: NetworkLoader) -> NDArray[np.float32]:
    """Embeddings of the faces of nobody enrolled. Faces that are only not a certain person may be another's."""
    rejections = RejectionStore(folders.strangers).intact_rejections()
    if not rejections:
        return np.zeros((0, 128), np.float32)
    cache = create_embedding_cache(loader, loader.load_embedder())
    embedded = cache.load(STRANGERS_SLUG, [rejection.sample for rejection in rejections])
    strangers = {rejection.sample.hash for rejection in rejections if not rejection.people}
    return embedded.vectors[[key in strangers for key in embedded.hashes]]
