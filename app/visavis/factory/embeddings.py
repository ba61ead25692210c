"""Building the cache of the embeddings of samples."""

import logging
from dataclasses import replace
from functools import cache

from visavis.errors import DiskError
from visavis.faces import alignment, quality, traits
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging.image import Image
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.duplicate_enrollment import DuplicateSearch
from visavis.recognition.embedder import Embedder
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache, SampleEmbedder
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


def create_embedding_cache(loader: NetworkLoader, embedder: Embedder, card: ModelCard | None = None) -> EmbeddingCache:
    """Create the cache of a model's embeddings, which computes missing ones with `embedder`, the model's network."""
    find_face = SampleFaceFinder(loader)

    def embed_sample(image: Image) -> EmbeddedSample:
        face, was_found = find_face(image)
        return EmbeddedSample(
            embedder(image, [face])[0],
            was_found,
            quality.measure(image, face.box).weight,
            traits.shake(image, face.box),
            traits.outside_share(image, face),
        )

    return _create(loader.folders, card, embed_sample)


def create_current_embedding_cache(loader: NetworkLoader) -> EmbeddingCache:
    """Create the cache for the model in use. Networks are loaded, on the CPU, only if an embedding is missing."""
    store = ModelStore(loader.folders.models)
    model_id = store.current_id()
    return _create_lazily(loader, store.card(model_id) if model_id else None)


def create_duplicate_search(folders: DataFolders) -> DuplicateSearch:
    """Create the search for people who look like one, among the cached embeddings of the published network."""
    return DuplicateSearch(PeopleStore(folders.people), _create_lazily(NetworkLoader(folders), None))


def _create_lazily(loader: NetworkLoader, card: ModelCard | None) -> EmbeddingCache:
    """Create a cache that loads networks, on the CPU, only if an embedding is missing."""

    @cache
    def computing_cache() -> EmbeddingCache:
        on_cpu = replace(loader, device="cpu")
        return create_embedding_cache(on_cpu, on_cpu.load_embedder(card), card)

    return _create(loader.folders, card, lambda image: computing_cache().embed_sample(image))


def network_id(card: ModelCard | None) -> str:
    """Return the ID of the network that embeds faces for a model: its own if it is fine-tuned, or the published one."""
    if card is not None and card.is_fine_tuned:
        return card.network_id
    return NetworkCard.load(published.EMBEDDING).id


def embedding_space(card: ModelCard | None) -> str:
    """Return what the embeddings of a model mean: embeddings with different values must not be compared."""
    return f"{network_id(card)}-{alignment.EMBEDDING_INPUT_VERSION}"


def _create(folders: DataFolders, card: ModelCard | None, embed_sample: SampleEmbedder) -> EmbeddingCache:
    """Create the cache; each fine-tuned network has a folder of its own beside the files of the published one."""
    try:
        embedding_cache.delete_all(folders.previous_embeddings)  # biometric data that nothing reads any more
    except DiskError as error:  # forgetting someone reports it
        _log.warning("Embeddings of an earlier version cannot be deleted. %s", error)
    subfolder = card.network_id if card is not None and card.is_fine_tuned else ""
    return EmbeddingCache(folders.embeddings / subfolder, embedding_space(card), embed_sample)
