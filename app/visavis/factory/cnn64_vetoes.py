"""What a `cnn64` model is told by rejections: whom a face does not show, by features of its own convolutions."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError, PictureError
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.models.card import ModelCard
from visavis.models.store import FEATURES_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.networks import cnn64_input, engine
from visavis.networks.engine import Engine
from visavis.people.rejections import Rejection, RejectionStore
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import Gallery

#: Smallest cosine of features with which a rejection vetoes. Measured with `tuned` on 20 people of LFW: one rejected
#: stranger vetoes 0.005 % of people's own pictures, and 199 of them 0.9 %; without a limit 8.6 and 71 %. Of pairs of
#: frames of a webcam clip at most six seconds apart, 94 % are above it. Another picture of that person seldom is.
_NEAR_COSINE = 0.55

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class FeatureVetoes:
    """Features of faces, and the templates and rejected faces that they are compared with."""

    features: Engine  #: float32 (n, 64, 64, 3), RGB 0..1, to (n, features), unit length
    gallery: Gallery

    @classmethod
    def load(cls, loader: NetworkLoader, card: ModelCard, slugs: Sequence[str], names: Sequence[str]) -> Self | None:
        """Load them, and embed all rejected faces. None if nothing was rejected, or the model has no features.

        Parameters
        ----------
        slugs, names
            The people who can be named, in the order of the scores.
        """
        rejections = RejectionStore(loader.folders.strangers).intact_rejections()
        path = ModelStore(loader.folders.models).path(card.id, FEATURES_FILE)
        if not rejections or not slugs:
            return None
        try:
            features = engine.CompiledEngine(path)
            stored = load_templates(path.with_name(TEMPLATES_FILE))
            templates = np.stack([stored[slug] for slug in slugs])
        except (ModelError, ValueError, RuntimeError, ImportError, KeyError) as error:
            _log.warning("Model %s cannot take rejections into account; a new one can. (%s)", card.id, error)
            return None
        gallery = Gallery(tuple(slugs), tuple(names), templates)
        return cls(features, gallery.with_rejections(rejections, _embed_rejections(loader, features, rejections)))

    def vetoes(self, vectors: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return who the faces are not, shape (faces, people): see `Gallery.vetoes`, for rejections nearly alike.

        Parameters
        ----------
        vectors : ndarray of float32, shape (faces, features)
            The features of one observation of each face, or the mean of several.
        """
        return self.gallery.vetoes(unit(vectors), _NEAR_COSINE)


def _embed_rejections(loader: NetworkLoader, features: Engine, rejections: Sequence[Rejection]) -> SampleEmbeddings:
    """The features of the rejected faces; pictures that cannot be read are left out."""
    find_face = SampleFaceFinder(loader)
    hashes, chips, found = [], [], []
    for rejection in rejections:
        try:
            key, image = rejection.sample.hash, codec.read(rejection.sample.path)
        except PictureError as error:
            _log.warning("A rejected face is left out. %s", error)
            continue
        face, was_found = find_face(image)
        hashes.append(key)
        chips.append(cnn64_input.chip(image, face.box) if was_found else cnn64_input.whole_chip(image))
        found.append(was_found)
    vectors = features(cnn64_input.normalize(np.stack(chips))) if chips else _no_vectors(features)
    return SampleEmbeddings(tuple(hashes), vectors, np.array(found, np.bool_), np.ones(len(hashes), np.float32))


def _no_vectors(features: Engine) -> NDArray[np.float32]:
    side = cnn64_input.CNN64_SIDE
    return features(np.zeros((0, side, side, 3), np.float32))
