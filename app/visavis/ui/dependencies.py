"""What the window's program is made with: the seams for tests."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from visavis.imaging.geometry import FaceFinder
from visavis.people.samples import FaceCrop
from visavis.pipeline import Pipeline
from visavis.process.progress import ProgressCallback
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.review.explanation import Embeddings
from visavis.settings import Settings
from visavis.sources import CameraInfo, Source
from visavis.storage.paths import DataFolders
from visavis.training_client.inspection import Inspection
from visavis.training_client.trainer import Event


class TrainingRunner(Protocol):
    """What trains: `visavis.training_client.trainer.Trainer`, or a test's."""

    def __iter__(self) -> Iterator[Event]: ...

    def cancel(self) -> None: ...

    def forced(self) -> "TrainingRunner": ...


def _none() -> Embeddings:
    """Samples have no embeddings."""
    return lambda slug, samples: SampleEmbeddings(
        (), np.zeros((0, 128), np.float32), np.zeros(0, bool), np.zeros(0, np.float32)
    )


def _ignored(_: Settings) -> None:
    """Nothing depends on settings."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """Everything that reaches cameras, networks, disks and other processes."""

    folders: DataFolders
    pipeline: Pipeline  #: to begin with: finds faces, names nobody, loads no network
    prepare: Callable[[ProgressCallback], object]  #: what takes long and only once, before the first `assemble`
    assemble: Callable[[str | None, ProgressCallback], Pipeline]  #: the pipeline of a model, or of the one in use
    detector: Callable[[], FaceFinder]  #: for pictures that are imported; made and used on one thread of its own
    open_source: Callable[[str], Source]
    default_source: Callable[[], tuple[str, str | None]]
    cameras: Callable[[], Sequence[CameraInfo]]
    runner: Callable[[], TrainingRunner]
    inspect: Callable[[DataFolders, Callable[[], FaceCrop]], Inspection] = (
        Inspection  #: looks into the networks with a face
    )
    embeddings: Callable[[], Embeddings] = _none  #: of samples, kept or made; made and used on one thread of its own
    prefer: Callable[[Settings], None] = _ignored  #: hears which settings hold from now on
