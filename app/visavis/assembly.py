"""Putting a pipeline together from what is on disk."""

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visavis import detection, inference, preprocessing, recognition
from visavis.errors import ModelError
from visavis.folders import Folders
from visavis.geometry import Face
from visavis.images import Image
from visavis.inference import Device
from visavis.model_card import ModelCard
from visavis.models import COMPILED_FILE, NETWORK_FILE, ModelStore
from visavis.people import PeopleStore
from visavis.pipeline import Pipeline
from visavis.recognition import Decision, Recognizer


def assemble(folders: Folders, *, model: str | None = None, device: Device = "auto", cascade: str = "live") -> Pipeline:
    """The pipeline for a model: the one in use if None is given, and detection alone if there is none at all.

    Raises
    ------
    ModelError
        If the model cannot be used.
    DeviceError
        If `device` is "gpu" and there is none.
    """
    detector = detection.load(cascade)
    store = ModelStore(folders.models)
    model_id = model or store.current_id()
    if model_id is None:
        inference.check(device)
        return Pipeline(detector)
    card = store.checked(model_id)
    expected = (preprocessing.INPUT_VERSION, preprocessing.SIZE)
    if card.network != "cnn64" or (card.input.version, card.input.size) != expected:
        raise ModelError(f"Model {model_id} was made for other inputs than this program prepares.")
    engine = inference.load(store.path(model_id, NETWORK_FILE), store.path(model_id, COMPILED_FILE), device)
    columns, names = living(card, PeopleStore(folders.people))

    def compare(probabilities: NDArray[np.float32]) -> recognition.Similarities:
        return recognition.log_odds(probabilities)[:, columns]

    recognizer = Recognizer(
        chips=_chips,
        embed=engine,
        compare=compare,
        names=names,
        calibration=card.calibration,
        decision=Decision(card.threshold, card.margin),
    )
    return dataclasses.replace(
        Pipeline(detector), recognize=recognizer, model=model_id, people=len(names), device=engine.device
    )


def living(card: ModelCard, people: PeopleStore) -> tuple[list[int], list[str]]:
    """Which of a model's outputs belong to people who are still enrolled, and what those are called today."""
    today = {person.slug: person.name for person in people.people()}
    columns = [index for index, member in enumerate(card.people) if member.slug in today]
    return columns, [today[card.people[index].slug] for index in columns]


def _chips(image: Image, faces: Sequence[Face]) -> NDArray[np.float32]:
    return preprocessing.prepare(np.stack([preprocessing.chip(image, face.box) for face in faces]))
