"""Building the recognizer of a model."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError, VisavisError
from visavis.factory.cnn64_vetoes import FeatureVetoes
from visavis.factory.embeddings import create_embedding_cache, embedding_space, network_id
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizer_parts import LoadedNetworks, RecognizerParts, assemble_recognizer
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.models.card import ModelCard
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, require_unit
from visavis.networks import cnn64_input
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.store import PeopleStore
from visavis.recognition.decision import Decision, Scores
from visavis.recognition.embedder import EMBEDDING_LENGTH
from visavis.recognition.gallery import Gallery, live_gallery
from visavis.recognition.match import Match
from visavis.recognition.recognizer import NoRecognizer, Recognizer
from visavis.scoring.calibration import Calibration
from visavis.scoring.thresholds import Strictness

_log = logging.getLogger(__name__)

#: Names faces of a BGR picture, one match for each face.
Guesser = Callable[[Image, Sequence[Face]], list[Match]]

#: Cosine of an embedding with the mean of a track's, below which it shows another person. Measured on LFW, 20 people,
#: sharp pictures: with one other picture of the person, 0.4 % are below, with the mean of four 0.06 %. Of pictures of
#: other people, 0.01 % and 0.02 % are above.
_OUTLIER_COSINE = 0.40
#: The same in standard deviations above the mean of impostors, as the shipped calibration has them.
_OUTLIER_DEVIATIONS = 3.1


def create_guesser(loader: NetworkLoader) -> Guesser:
    """Create what says whom faces look like, by the model in use; all faces are unknown if none can be used."""
    store = ModelStore(loader.folders.models)
    try:
        model_id = store.current_id()
        if model_id is None:
            return NoRecognizer()
        return RecognizerFactory(loader).create(store.verified_card(model_id))[0]
    except VisavisError as error:
        _log.info("Faces are imported without guesses. %s", error)
        return NoRecognizer()


def create_anonymous_recognizer(loader: NetworkLoader) -> Recognizer:
    """Create a recognizer that names nobody and embeds faces all the same, so that strangers can be told apart."""
    embedder = loader.load_embedder()

    def compare(vectors: NDArray[np.float32]) -> Scores:
        return np.zeros((len(vectors), 0), np.float32)

    return Recognizer(
        chips=embedder.chips,
        embed=embedder.embed,
        embedding_space=embedding_space(None),
        compare=compare,
        names=(),
        calibration=Calibration(),
        outlier_threshold=_OUTLIER_COSINE,
        decision=Decision(1.0),
    )


@dataclass(frozen=True, slots=True)
class RecognizerFactory:
    """Creates recognizers with the user's threshold."""

    loader: NetworkLoader
    strictness: Strictness = "balanced"  #: share of strangers who may be named
    threshold_offset: float = 0.0  #: by how much the threshold is above that of `strictness`, in log-odds

    def create(self, card: ModelCard) -> tuple[Recognizer, str]:
        """Create the recognizer of a model; also return the device that its network runs on.

        Raises
        ------
        ModelError
            If the model does not fit this program, or its files cannot be loaded.
        DeviceError
            If the device is "gpu" and there is none.
        """
        parts, networks = self.load(card)
        return assemble_recognizer(parts, networks), networks.device

    def load(self, card: ModelCard) -> tuple[RecognizerParts, LoadedNetworks]:
        """Load what the recognizer of a model is put together from.

        Raises
        ------
        ModelError, DeviceError
            See `create`.
        """
        card.require_faces()
        return self._load_embedding(card) if card.network == "embedding" else self._load_cnn64(card)

    def _load_embedding(self, card: ModelCard) -> tuple[RecognizerParts, LoadedNetworks]:
        embedder = self.loader.load_embedder(card)
        if (card.input.version, card.network_id) != (embedder.version, network_id(card)):
            raise ModelError(
                "Model {model} was made with a network that this program does not have.",
                hint="Use the model of this version: start without --model, or train one: visavis train.",
                model=card.id,
            )
        folders = self.loader.folders
        stored = load_templates(ModelStore(folders.models).path(card.id, TEMPLATES_FILE), EMBEDDING_LENGTH)
        require_unit(stored, card.id)
        cache = create_embedding_cache(self.loader, embedder, card)
        rejections = RejectionStore(folders.strangers).intact_rejections()
        rejected = cache.load(STRANGERS_SLUG, [rejection.sample for rejection in rejections])
        gallery = live_gallery(card, stored, PeopleStore(folders.people), cache).with_rejections(rejections, rejected)
        parts = RecognizerParts(
            network="embedding",
            gallery=gallery,
            calibration=card.calibration,
            decision=self._decision(card, len(gallery)),
            outlier_threshold=outlier_threshold(card),
            space=embedding_space(card),
        )
        return parts, LoadedNetworks(embedder)

    def _load_cnn64(self, card: ModelCard) -> tuple[RecognizerParts, LoadedNetworks]:
        expected = (cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE)
        if card.network != "cnn64" or (card.input.version, card.input.size) != expected:
            raise ModelError(
                "Model {model} was made for another input format than that of this program.", model=card.id
            )
        folders = self.loader.folders
        network = self.loader.load_classifier(ModelStore(folders.models).folder / card.id, len(card.people))
        columns, names = _enrolled_outputs(card, PeopleStore(folders.people))
        slugs = tuple(card.people[index].slug for index in columns)
        rejected = FeatureVetoes.load(self.loader, card, slugs, names)
        nothing = np.zeros((len(slugs), 0), np.float32)
        parts = RecognizerParts(
            network="cnn64",
            gallery=rejected.gallery if rejected else Gallery(slugs, tuple(names), nothing),
            calibration=card.calibration,
            decision=self._decision(card, len(names)),
            outputs=len(card.people),
            columns=tuple(columns),
        )
        return parts, LoadedNetworks(classifier=network, features=rejected.features if rejected else None)

    def _decision(self, card: ModelCard, people: int) -> Decision:
        return Decision(card.threshold_for(people, self.strictness), card.margin).with_offset(self.threshold_offset)


def outlier_threshold(card: ModelCard) -> float:
    """Return the cosine below which an embedding shows another person than its track. Fine-tuning changes it."""
    if not card.is_fine_tuned or card.strangers is None:
        return _OUTLIER_COSINE
    return min(_OUTLIER_COSINE, card.strangers.mean + _OUTLIER_DEVIATIONS * card.strangers.deviation)


def _enrolled_outputs(card: ModelCard, people: PeopleStore) -> tuple[list[int], list[str]]:
    """Return the outputs of a model that belong to people who are still enrolled, and the current names of these."""
    names = {person.slug: person.name for person in people.people()}
    columns = [index for index, member in enumerate(card.people) if member.slug in names]
    return columns, [names[card.people[index].slug] for index in columns]
