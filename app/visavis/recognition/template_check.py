"""Whether the templates of a model are those of its people, as far as the cached embeddings of their samples tell."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.models.card import ModelCard
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.embedder import unit

#: Cosine below which a template is not that of the samples. Measured on 20 people of LFW with 5 pictures: with random
#: weights of 0.5 or 1, or without any one of the pictures, at least 0.98; templates of different people, at most 0.34.
_LEAST_COSINE = 0.8


def require_own(
    card: ModelCard, stored: Mapping[str, NDArray[np.float32]], people: PeopleStore, embeddings: Path
) -> None:
    """Check that each template fits the samples that it was made of.

    People whose samples are gone, or not in the cache, are passed over.

    Parameters
    ----------
    stored : mapping of str to ndarray of float32, shape (128,)
        The templates of the model, by slug.
    embeddings : Path
        The folder of the cached embeddings.

    Raises
    ------
    ModelError
        If one does not.
    """
    for person in people.people():
        learned = set(card.data.get(person.slug, ()))
        cached = embedding_cache.read_cached(embeddings, person.slug)
        own = cached.select([key in learned for key in cached.hashes])
        if person.slug not in stored or not learned or set(own.hashes) != learned:
            continue
        if float(unit(own.vectors.sum(axis=0)) @ stored[person.slug]) < _LEAST_COSINE:
            raise ModelError(
                "The template of {name} in model {model} is not that of their samples.",
                name=person.name,
                model=card.id,
            )
