"""Building the pipeline: a detector, and the recognizer of a model."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from visavis.factory.detectors import create_detector
from visavis.factory.migration import is_outdated, migrate_model
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizers import RecognizerFactory, create_anonymous_recognizer
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.imaging.low_light import enhance
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks import engine
from visavis.pipeline import Pipeline
from visavis.scoring.thresholds import Strictness

FaceEmbedder = Callable[[Image, Sequence[Face]], NDArray[np.float32]]
"""Embeds faces of a BGR picture, shape (faces, n)."""


def create_pipeline(
    loader: NetworkLoader,
    preset: str,
    model: str | None = None,
    strictness: Strictness = "balanced",
    threshold_offset: float = 0.0,
) -> Pipeline:
    """Create the pipeline for a model. Without any model, it only detects faces.

    If the model in use was made for an earlier network, a new one takes its place first (`factory.migration`).

    Parameters
    ----------
    preset : str
        Of the detector.
    model : str, optional
        An ID; None: the model in use.
    strictness, threshold_offset
        See `RecognizerFactory`.

    Raises
    ------
    SettingsError
        If there is no such preset.
    ModelError
        If the model cannot be used.
    DeviceError
        If the device is "gpu" and there is none.
    """
    card = usable_card(loader, model)
    if card is None:
        engine.require(loader.device)
        return Pipeline(create_detector(loader, preset))
    recognizer, device = RecognizerFactory(loader, strictness, threshold_offset).create(card)
    people = len(recognizer.names)
    return Pipeline(create_detector(loader, preset), recognizer, model=card.id, people=people, device=device)


def usable_card(loader: NetworkLoader, model: str | None = None) -> ModelCard | None:
    """The verified card of a model, or of the one in use; None if there is none.

    If the model in use was made for an earlier network, a new one takes its place first (`factory.migration`).

    Raises
    ------
    ModelError
        If the model cannot be used.
    """
    store = ModelStore(loader.folders.models)
    model_id = model or store.current_id()
    card = store.verified_card(model_id) if model_id is not None else None
    if card is not None and model is None and is_outdated(card):
        return migrate_model(loader, card)
    return card


def create_tagging_pipeline(pipeline: Pipeline, loader: NetworkLoader) -> tuple[Pipeline, FaceEmbedder]:
    """Create what tells strangers apart, too: a pipeline that embeds faces even without a model, and an embedder.

    The embedder's vectors can be compared with each other, whatever the network of the model. It is that of the
    pipeline where its vectors can be compared.
    """
    if not pipeline.recognize.has_network:
        pipeline = replace(pipeline, recognize=create_anonymous_recognizer(loader))
    recognizer = pipeline.recognize
    if recognizer.embedding_space is None:
        embedder = loader.load_embedder()
        return pipeline, lambda image, faces: embedder(enhance(image), faces)
    return pipeline, lambda image, faces: recognizer.embed(recognizer.chips(enhance(image), faces))
