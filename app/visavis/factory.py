"""Putting a pipeline together from what is on disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from visavis.detection import haar as detection
from visavis.detection.detector import CandidateSearch, Detector, LocalSearch, whole_picture
from visavis.detection.mtcnn import NetworkSearch
from visavis.detection.verified import VerifiedDetector
from visavis.errors import ModelError
from visavis.faces import alignment, quality
from visavis.imaging.geometry import Face, labeled_face
from visavis.imaging.image import Image
from visavis.models.card import ModelCard
from visavis.models.store import (
    COMPILED_FILE,
    NETWORK_FILE,
    TEMPLATES_FILE,
    TRUNK_COMPILED_FILE,
    TRUNK_FILE,
    ModelStore,
)
from visavis.models.templates import load_templates
from visavis.networks import cnn64_input, published
from visavis.networks import engine as inference
from visavis.networks.engine import Device, Engine
from visavis.people.rejections import STRANGERS_SLUG, RejectionStore
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.process.progress import ProgressCallback, ignore_progress
from visavis.recognition import gallery
from visavis.recognition.decision import Decision, Scores
from visavis.recognition.embedder import Embedder
from visavis.recognition.embedding_cache import EmbeddingCache, SampleEmbedder
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.scoring.thresholds import Strictness
from visavis.storage.paths import DataFolders

#: The cosine of an embedding with the mean of a track's, below which it is of someone else. Measured: in clips of one
#: person, all of 2,100 were above 0.98; of 316 pictures of 16 people (Labeled Faces in the Wild), 0.3 % were below it
#: with the mean of the person's others, and none below 0.92; with the means of other people, 0.4 % were above it.
_SOMEONE_ELSE = 0.94
#: Where that lies, in standard deviations above the mean of strangers as the shipped calibration has it.
_SOMEONE_ELSE_OUT = 2.5

#: Least width of the face in a sample, as a share of its shorter side: most have a third. Looking for such first takes
#: a third of the time, and finds the same (87 samples, embeddings with cosines above 0.9999).
_OF_SAMPLE = 0.2

#: Threads for an embedding. Measured, one after the other: 3.2 ms elapsed and 6.3 of processor on two, 6.1 and 6.3 on
#: one. O-Net, twenty times as small, is no faster on two (0.29 ms), and costs a sixth more.
_THREADS = 2


@dataclass(frozen=True, slots=True)
class PipelineFactory:
    """Makes pipelines of what is in the folders.

    Preparing the published networks, which takes some twenty seconds, happens once, when they are first needed;
    `on_progress` is told.
    """

    folders: DataFolders
    device: Device = "auto"
    on_progress: ProgressCallback = ignore_progress
    strictness: Strictness = "balanced"  #: how much a face must resemble someone to be given their name
    threshold_offset: float = 0.0  #: by how much the threshold is above that of `strictness`, in log-odds

    def prepare(self) -> None:
        """Have the published networks ready: some twenty seconds the first time, a glance later.

        Raises
        ------
        ModelError
            If a package is missing or altered, or the preparation failed.
        """
        published.ensure(self.folders, self.on_progress)

    def provisional(self, preset: str) -> Pipeline:
        """Detection that needs no network, to begin with.

        Raises
        ------
        SettingsError, ModelError
            If there is no such preset, or a cascade is missing or altered.
        """
        haar = detection.load(preset)
        return Pipeline(detection.load("plain") if haar.preset.verified else haar)

    def detector(self, preset: str) -> Detector:
        """A detector by its preset, with O-Net behind it where the preset wants that.

        Raises
        ------
        SettingsError
            If there is no such preset.
        ModelError
            If a cascade or the network is missing or altered.
        """
        haar = detection.load(preset)
        if not haar.preset.verified:
            return haar
        rounds: dict[int, list[CandidateSearch]] = {number: [search] for number, search in haar.rounds.items()}
        if haar.preset.networks:  # all too small to be worth a GPU's while
            propose, refine = (self._published(name, "cpu") for name in (published.PROPOSALS, published.REFINEMENT))
            rounds.setdefault(haar.preset.networks.round, []).append(
                NetworkSearch(propose, refine, haar.preset.networks)
            )
        ordered = [searches for _, searches in sorted(rounds.items())]
        return VerifiedDetector(ordered, self._published(published.LANDMARKS, "cpu"))

    def embedder(self, card: ModelCard | None = None, *, mirrored: bool = True) -> Embedder:
        """The network that embeds faces: a model's own, where it has one."""
        if card is None or TRUNK_FILE not in card.files:
            return Embedder(self._published(published.EMBEDDING, self.device, _THREADS), mirrored)
        path = ModelStore(self.folders.models).path(card.id, TRUNK_FILE)
        return Embedder(inference.load(path, path.with_name(TRUNK_COMPILED_FILE), self.device, _THREADS), mirrored)

    def shown(self) -> Callable[[Image], tuple[Face, bool]]:
        """What finds the face that a sample means, and says whether there is one; if not, it is the whole picture.

        Faces are found as for stills, whatever the preset of who asks: everybody sees the same of a sample.
        """

        @cache
        def detector() -> Detector:
            return self.detector("stills")

        def find(image: Image) -> tuple[Face, bool]:
            height, width = image.shape[:2]
            side, everything = min(height, width), whole_picture(image)
            large = detector().search_locally(image, LocalSearch(everything.box, _OF_SAMPLE * side, side))
            face = labeled_face(large or detector()(image), width, height)
            return face or everything, face is not None

        return find

    def embeddings(self, embedder: Embedder, card: ModelCard | None = None) -> EmbeddingCache:
        """The embeddings of samples; those not yet kept are made with the network given, which is the model's."""
        find = self.shown()

        def look(image: Image) -> tuple[NDArray[np.float32], bool, float]:
            shown, found = find(image)
            return embedder(image, [shown])[0], found, quality.measure(image, shown.box).weight

        return self._cache(card, look)

    def embeddings_kept(self) -> EmbeddingCache:
        """Those of the model in use, on the CPU; networks are loaded only once something is not kept."""
        store = ModelStore(self.folders.models)
        model_id = store.current_id()
        card = store.card(model_id) if model_id else None

        @cache
        def made() -> EmbeddingCache:
            on_cpu = replace(self, device="cpu")
            return on_cpu.embeddings(on_cpu.embedder(card), card)

        return self._cache(card, lambda image: made().look(image))

    def _cache(self, card: ModelCard | None, look: SampleEmbedder) -> EmbeddingCache:
        """A model's own network has a folder of its own: the published one's embeddings stay beside it."""
        own = card.network_id if card is not None and TRUNK_FILE in card.files else ""
        return EmbeddingCache(self.folders.embeddings / own, _vectors(card), look)

    def pipeline(self, preset: str, model: str | None = None) -> Pipeline:
        """The pipeline for a model: the one in use if None is given, and detection alone if there is none at all.

        Raises
        ------
        ModelError
            If the model cannot be used.
        DeviceError
            If the device is "gpu" and there is none.
        """
        store = ModelStore(self.folders.models)
        model_id = model or store.current_id()
        if model_id is None:
            inference.check(self.device)
            return Pipeline(self.detector(preset))
        card = store.verified_card(model_id)
        recognizer, device = (self._by_templates if card.network == "embedding" else self._by_outputs)(card)
        return Pipeline(self.detector(preset), recognizer, model=model_id, people=len(recognizer.names), device=device)

    def _by_templates(self, card: ModelCard) -> tuple[Recognizer, str]:
        embedder = self.embedder(card)
        expected = card.network_id if TRUNK_FILE in card.files else published.Published.named(published.EMBEDDING).id
        if (card.input.version, card.network_id) != (embedder.version, expected):
            raise ModelError("Model {model} was made with another network than this program's.", model=card.id)
        stored = load_templates(ModelStore(self.folders.models).path(card.id, TEMPLATES_FILE))
        kept = self.embeddings(embedder, card)
        rejections = RejectionStore(self.folders.strangers).rejections()
        rejected = kept.embedded(STRANGERS_SLUG, [rejection.sample for rejection in rejections])
        live = gallery.living(card, stored, PeopleStore(self.folders.people), kept).rejecting(rejections, rejected)
        recognizer = Recognizer(
            chips=embedder.chips,
            embed=embedder.embed,
            embed_fast=replace(embedder, mirrored=False).embed,
            embedding_space=_vectors(card),
            compare=live.similarities,
            vetoes=live.vetoes,
            names=live.names,
            calibration=card.calibration,
            outlier_threshold=outlier_threshold(card),
            decision=Decision(card.threshold_for(len(live), self.strictness), card.margin).with_offset(
                self.threshold_offset
            ),
        )
        return recognizer, embedder.network.device

    def _by_outputs(self, card: ModelCard) -> tuple[Recognizer, str]:
        expected = (cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE)
        if card.network != "cnn64" or (card.input.version, card.input.size) != expected:
            raise ModelError("Model {model} was made for other inputs than this program prepares.", model=card.id)
        store = ModelStore(self.folders.models)
        engine = inference.load(store.path(card.id, NETWORK_FILE), store.path(card.id, COMPILED_FILE), self.device)
        columns, names = living(card, PeopleStore(self.folders.people))

        def compare(probabilities: NDArray[np.float32]) -> Scores:
            return log_odds(probabilities, SOFTMAX_CLIP)[:, columns]

        recognizer = Recognizer(
            chips=_chips,
            max_value=1.0,
            embed=engine,
            compare=compare,
            names=names,
            calibration=card.calibration,
            decision=Decision(card.threshold_for(len(names), self.strictness), card.margin).with_offset(
                self.threshold_offset
            ),
        )
        return recognizer, engine.device

    def _published(self, name: str, device: Device, threads: int = 1) -> Engine:
        files = published.ensure(self.folders, self.on_progress)[name]
        return inference.load(files.network, files.compiled, device, threads)


def _vectors(card: ModelCard | None) -> str:
    """What embeddings come from: the network, and what it sees; the published one where a model has none of its own."""
    own = card is not None and TRUNK_FILE in card.files
    network = card.network_id if card is not None and own else published.Published.named(published.EMBEDDING).id
    return f"{network}-{alignment.EMBEDDING_INPUT_VERSION}"


def outlier_threshold(card: ModelCard) -> float:
    """The cosine below which a look is not of whom its track shows; fine-tuning moves it, as it does all cosines."""
    if TRUNK_FILE not in card.files or card.strangers is None:
        return _SOMEONE_ELSE
    return min(_SOMEONE_ELSE, card.strangers.mean + _SOMEONE_ELSE_OUT * card.strangers.deviation)


def living(card: ModelCard, people: PeopleStore) -> tuple[list[int], list[str]]:
    """Which of a model's outputs belong to people who are still enrolled, and what those are called today."""
    today = {person.slug: person.name for person in people.people()}
    columns = [index for index, member in enumerate(card.people) if member.slug in today]
    return columns, [today[card.people[index].slug] for index in columns]


def _chips(image: Image, faces: Sequence[Face]) -> NDArray[np.float32]:
    return cnn64_input.normalize(np.stack([cnn64_input.chip(image, face.box) for face in faces]))
