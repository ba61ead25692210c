"""Which network is looked into, for which classes, and what the shipped decision says about a picture."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.classification.classifier import Classifier
from visavis.classification.picture_input import square_picture
from visavis.errors import ModelError, VisavisError
from visavis.faces import alignment
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizer_parts import assemble_recognizer
from visavis.factory.recognizers import RecognizerFactory
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.insight.exchange import AugmentationRanges, Question
from visavis.insight.varied_samples import varied_chips
from visavis.messages import Message
from visavis.models.card import PICTURE_NETWORK_PREFIX, TRUNK_FILE, ModelCard
from visavis.models.description import ModelDescription, NetworkLayers
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input
from visavis.people.names import comparison_key
from visavis.people.samples import FaceCrop
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import EMBEDDING_LENGTH
from visavis.recognition.match import Match
from visavis.recognition.recognizer import Probe, Recognizer

#: Number of classes that pictures are made for, if none is chosen: those that fit the picture best.
MAX_CLASSES = 3
#: Side of the picture in which the detector looks for a face in a made picture, in pixels.
_CANVAS = 320


@dataclass(frozen=True, slots=True)
class PictureJudgment:
    """What the program would say to a made picture."""

    match: Match  #: the shipped decision about it, with threshold and margin, as if it were a chip
    has_face: bool | None
    """Whether the detector finds a face in it; if not, the network is never asked. None: it looks at whole pictures."""


@dataclass(frozen=True, slots=True, eq=False)
class InsightSubject:
    """One network that is looked into."""

    question: Question
    file: Path | None  #: its Keras file; None: as published
    model: str | None  #: ID of the model, if any
    classes: tuple[str, ...]  #: people, in the order of the numbers in the question
    decide: Callable[[Image], Match] | None  #: the shipped decision about a picture of the network's input size
    detect: Callable[[Image], Sequence[Face]]
    learned_of: str | None = None  #: whose samples the question has
    layers: NetworkLayers | None = None  #: of the model, if its report lists them

    @property
    def network(self) -> str:
        """Name of the network."""
        return self.question.network

    @property
    def is_of_pictures(self) -> bool:
        """Whether it looks at whole pictures, and not at faces."""
        return self.network.startswith(PICTURE_NETWORK_PREFIX)

    @property
    def argument(self) -> str:
        """How the process is told of it."""
        return self.network if self.file is None else f"{self.network}={self.file}"

    def judge(self, picture: Image) -> PictureJudgment | None:
        """Return what the program says to a picture of the network's input size, BGR; None without a model."""
        if self.decide is None:
            return None
        if self.is_of_pictures:
            return PictureJudgment(self.decide(picture), None)
        side = picture.shape[0]
        canvas = np.full((_CANVAS, _CANVAS, 3), 128, np.uint8)
        scale = max(_CANVAS // (2 * side), 1)
        large = picture.repeat(scale, 0).repeat(scale, 1)
        start = (_CANVAS - side * scale) // 2
        canvas[start : start + side * scale, start : start + side * scale] = large
        return PictureJudgment(self.decide(picture), bool(self.detect(canvas)))


def network_chips(crop: FaceCrop) -> dict[str, Image]:
    """Return the chip of a face for each network, BGR, uint8."""
    return {"embedding": _aligned_chip(crop.image, crop.face), "cnn64": cnn64_input.chip(crop.image, crop.face.box)}


def find_subjects(loader: NetworkLoader, crop: FaceCrop) -> list[InsightSubject]:
    """Return the networks that the window looks into: `embedding`, and `cnn64` and one of whole pictures if trained.

    Of each, the model in use, or else the newest one that can be used; of `embedding`, if there is none, the published
    network without people.
    """
    subjects = []
    for network in ("embedding", "cnn64"):
        card = _usable_card(ModelStore(loader.folders.models), network)
        if card is not None:
            subjects.append(create_subject(loader, card, crop))
        elif network == "embedding":
            subjects.append(published_subject(loader, crop))
    card = _usable_card(ModelStore(loader.folders.models), PICTURE_NETWORK_PREFIX)
    return subjects if card is None else [*subjects, create_picture_subject(loader, card, crop.image)]


def published_subject(loader: NetworkLoader, crop: FaceCrop) -> InsightSubject:
    """Return the published embedding network, which knows nobody."""
    question = Question(
        network="embedding",
        chip=network_chips(crop)["embedding"],
        templates=np.zeros((0, EMBEDDING_LENGTH), np.float32),
        learned=_no_chips(alignment.CHIP_SIDE),
    )
    return InsightSubject(question, None, None, (), None, create_detector(loader, STILLS))


def create_subject(
    loader: NetworkLoader, card: ModelCard, crop: FaceCrop, class_name: str | None = None
) -> InsightSubject:
    """Return the network of a model.

    Parameters
    ----------
    class_name : str, optional
        The person that pictures are made for. None: those who fit the face best.

    Raises
    ------
    ModelError
        If the model cannot be used, has no Keras network, or does not know the person.
    """
    parts, networks = RecognizerFactory(loader).load(card)
    recognizer = assemble_recognizer(parts, networks)
    is_embedding = card.network == "embedding"
    chip = network_chips(crop)[card.network]
    names = parts.gallery.names
    outputs = range(len(names)) if is_embedding else parts.columns
    chosen = _chosen_people(recognizer, chip, class_name, card.id)
    person = names[chosen[0]] if chosen else None
    learned = _learned_chips(loader, card, parts.gallery.slugs[chosen[0]]) if chosen else _no_chips(chip.shape[0])
    classes = [""] * (max(outputs, default=-1) + 1)
    for name, output in zip(names, outputs, strict=True):
        classes[output] = name
    question = Question(
        network=card.network,
        chip=chip,
        templates=np.asarray(parts.gallery.templates, np.float32) if is_embedding else None,
        targets=tuple(outputs[index] for index in chosen),
        learned=learned,
        augmentation=None if is_embedding else AugmentationRanges.from_recipe(card.recipe),
    )

    def decide(picture: Image) -> Match:
        return recognizer.decide([Probe(_embed(recognizer, picture))])[0]

    file = _network_file(ModelStore(loader.folders.models), card)
    detect = create_detector(loader, STILLS)
    layers = ModelDescription.load(ModelStore(loader.folders.models), card.id).network
    return InsightSubject(question, file, card.id, tuple(classes), decide, detect, person, layers)


def create_picture_subject(
    loader: NetworkLoader, card: ModelCard, image: Image, class_name: str | None = None
) -> InsightSubject:
    """Return the network of a model of whole pictures. It does not remember where the pictures were that it learned.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        The whole picture, BGR.
    class_name : str, optional
        The class that pictures are made for. None: those that fit the picture best.

    Raises
    ------
    ModelError
        If the model cannot be used, or does not know the class.
    """
    store = ModelStore(loader.folders.models)
    classifier = Classifier.load(store, card.id, "cpu")
    chip = square_picture(image, classifier.squaring, classifier.side)
    probabilities = classifier.network(cnn64_input.normalize(chip[np.newaxis]))[0]
    question = Question(
        network=card.network,
        chip=chip,
        targets=tuple(_chosen_numbers(classifier.classes, probabilities, class_name, card.id)),
        learned=_no_chips(classifier.side),
    )
    return InsightSubject(
        question,
        _network_file(store, card),
        card.id,
        classifier.classes,
        classifier,
        create_detector(loader, STILLS),
        layers=ModelDescription.load(store, card.id).network,
    )


def _chosen_people(recognizer: Recognizer, chip: Image, class_name: str | None, model: str) -> list[int]:
    """Numbers of the people that pictures are made for, in the order of the recognizer's names."""
    scores = recognizer.scores(_embed(recognizer, chip)[np.newaxis])[0] if len(recognizer.names) else np.zeros(0)
    return _chosen_numbers(recognizer.names, scores, class_name, model)


def _chosen_numbers(
    names: Sequence[str], scores: NDArray[np.floating[Any]], class_name: str | None, model: str
) -> list[int]:
    """The number of that name, or those of the names with the best scores, the best first."""
    if class_name is None:
        return [int(index) for index in np.argsort(-scores, kind="stable")[:MAX_CLASSES]]
    known = {comparison_key(name): index for index, name in enumerate(names)}
    if comparison_key(class_name) not in known:
        raise ModelError(
            "Model {model} does not know {name}.",
            hint=Message("It knows: {names}.", names=", ".join(names)),
            model=model,
            name=class_name,
        )
    return [known[comparison_key(class_name)]]


def _embed(recognizer: Recognizer, chip: Image) -> NDArray[np.float32]:
    """The vector of one chip, BGR, without looking for a face."""
    pictures = chip[np.newaxis, ..., ::-1].astype(np.float32) * (recognizer.max_value / 255.0)
    return np.asarray(recognizer.embed(pictures)[0], np.float32)


def _learned_chips(loader: NetworkLoader, card: ModelCard, slug: str) -> NDArray[np.uint8]:
    """Varied chips of a person that the model learned from."""
    cut = _aligned_chip if card.network == "embedding" else _cut_cnn64_chip
    side = alignment.CHIP_SIDE if card.network == "embedding" else cnn64_input.CNN64_SIDE
    person = next((each for each in PeopleStore(loader.folders.people).people() if each.slug == slug), None)
    learned = set(card.data.get(slug, ())) - set(card.held_out.get(slug, ()))
    return _no_chips(side) if person is None else varied_chips(loader, person, learned, cut, side)


def _aligned_chip(image: Image, face: Face) -> Image:
    if face.landmarks is None:
        [aligned] = alignment.fallback_chips(image, [face.box])
    else:
        [aligned] = alignment.aligned_chips(image, face.landmarks[np.newaxis])
    return np.asarray(aligned, np.uint8)


def _cut_cnn64_chip(image: Image, face: Face) -> Image:
    whole = Box(0, 0, image.shape[1], image.shape[0])
    return cnn64_input.whole_chip(image) if face.box == whole else cnn64_input.chip(image, face.box)


def _no_chips(side: int) -> NDArray[np.uint8]:
    return np.zeros((0, side, side, 3), np.uint8)


def _network_file(store: ModelStore, card: ModelCard) -> Path | None:
    """The Keras file; None where the published network serves."""
    if card.network == "embedding":
        return store.path(card.id, TRUNK_FILE) if card.is_fine_tuned else None
    if NETWORK_FILE not in card.files:
        raise ModelError("Model {model} has no Keras network.", hint="Train it again.", model=card.id)
    return store.path(card.id, NETWORK_FILE)


def _usable_card(store: ModelStore, network: str) -> ModelCard | None:
    """The card of the model in use, or of the newest one, of a network; None if there is none that can be used.

    `network` is its name, or `PICTURE_NETWORK_PREFIX` for any network of whole pictures.
    """
    with contextlib.suppress(ModelError):
        current = store.current_id()
        for model_id in [*([current] if current else []), *reversed(store.ids())]:
            with contextlib.suppress(VisavisError):
                name = store.card(model_id).network
                if name == network or (network == PICTURE_NETWORK_PREFIX and name.startswith(network)):
                    return store.verified_card(model_id)
    return None
