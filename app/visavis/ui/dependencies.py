"""What the window's program depends on outside the window: the seam that tests replace."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from visavis.classification.classifier import Classifier
from visavis.enrollment.session import FaceEmbedder
from visavis.errors import ModelError
from visavis.factory.recognizers import Guesser
from visavis.imaging.geometry import FaceFinder
from visavis.imaging.virtual_camera import OpenVirtualCamera, open_virtual_camera
from visavis.insight.inspection import InsightEvent, Inspection
from visavis.messages import Message
from visavis.people.samples import FaceCrop
from visavis.pipeline import Pipeline
from visavis.process.progress import ProgressCallback
from visavis.recognition.duplicate_enrollment import DuplicateEnrollment
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.recognizer import NoRecognizer
from visavis.review.explanation import Embeddings
from visavis.sources import CameraInfo, Source
from visavis.storage.paths import DataFolders
from visavis.tagging.reviewed import Report
from visavis.tagging.tagger import TaggedFile
from visavis.training_client.trainer import Event


class TrainingRunner(Protocol):
    """One training run: `visavis.training_client.trainer.Trainer`, or a fake."""

    def __iter__(self) -> Iterator[Event]: ...

    def cancel(self) -> None: ...

    def with_force(self) -> "TrainingRunner": ...


def _no_embeddings() -> Embeddings:
    """Embeddings of a gallery without samples."""
    return lambda slug, samples: SampleEmbeddings(
        (), np.zeros((0, 128), np.float32), np.zeros(0, bool), np.zeros(0, np.float32)
    )


def _no_picture_runner(options: Sequence[str]) -> TrainingRunner:
    """Whole pictures cannot be trained on."""
    raise NotImplementedError


def _no_classifier(model_id: str | None) -> Classifier:
    """There is no model of whole pictures."""
    raise ModelError("There is no model of whole pictures yet.")


@dataclass(frozen=True, slots=True)
class Dependencies:
    """Everything that reaches cameras, networks, disks and other processes."""

    folders: DataFolders
    pipeline: Pipeline  #: used until the first model is loaded: finds faces, names nobody, loads no network
    prepare: Callable[[ProgressCallback], object]  #: slow work that is done once, before the first `load_pipeline`
    load_pipeline: Callable[[str | None, ProgressCallback], Pipeline]  #: by model ID; None: the model in use
    create_detector: Callable[[], FaceFinder]  #: for imported pictures; created and used on one worker thread
    open_source: Callable[[str], Source]
    default_source: Callable[[], tuple[str, Message | None]]
    cameras: Callable[[], Sequence[CameraInfo]]
    create_runner: Callable[[], TrainingRunner]
    create_face_embedder: Callable[[Pipeline], FaceEmbedder]
    """For captured faces, given the pipeline in use; created and used on the analysis thread."""
    search_duplicates: Callable[[], Sequence[DuplicateEnrollment]] = tuple
    """Returns the people who look like one; called on one worker thread."""
    inspect: Callable[[DataFolders, Callable[[], FaceCrop], Callable[[InsightEvent], object]], Inspection] = (
        Inspection.of_face
    )
    open_virtual_camera: OpenVirtualCamera = open_virtual_camera  #: for calls; called on a thread of its own
    embeddings: Callable[[], Embeddings] = _no_embeddings  #: of samples; created and used on one worker thread
    tag_video: Callable[[Path, Report], TaggedFile | None] = lambda path, report: None
    """Tells who is in a video, with networks of its own; None if it was stopped. Called on one worker thread."""
    create_guesser: Callable[[], Guesser] = NoRecognizer
    """Names the faces of imported pictures with several, by the model in use; used on one worker thread."""
    create_picture_runner: Callable[[Sequence[str]], TrainingRunner] = _no_picture_runner
    """Makes a training on whole pictures, or its preview, with these options."""
    load_classifier: Callable[[str | None], Classifier] = _no_classifier
    """Loads a model of whole pictures by its ID, the newest for None; called on the analysis thread."""
