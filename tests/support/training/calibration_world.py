"""People and strangers with embeddings like those of a network: known traits, and cosines that follow from them."""

from dataclasses import dataclass

import numpy as np

from visavis.recognition.embedder import EMBEDDING_LENGTH, unit
from visavis.recognition.embedding_cache import EmbeddedSample, SampleEmbeddings
from visavis_training.fitting.strangers import CalibrationSet

#: Cosine of two strangers' sharp pictures.
COMMON = 0.1
#: Cosine of a person's pictures, beside what all faces have in common.
IDENTITY = 0.55


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of picture."""

    common: float = COMMON  #: cosine of two strangers in it
    shake: float = 0.0
    outside: float = 0.0


KINDS = {
    "sharp": Kind(),
    "shaken": Kind(common=0.16, shake=1.5),
    "cropped": Kind(common=0.04, outside=0.5),
}


def world(people=24, pictures=7, strangers=240, seed=0):
    """The same people and strangers in each of `KINDS`."""
    random = np.random.default_rng(seed)
    everyone = random.normal(size=EMBEDDING_LENGTH)
    identities = random.normal(size=(people + strangers, EMBEDDING_LENGTH))
    parts = unit(everyone), unit(identities), people, pictures, random
    return {name: _photograph(kind, *parts) for name, kind in KINDS.items()}


def _photograph(kind, everyone, identities, people, pictures, random):
    def sample(identity):
        noise = unit(random.normal(size=EMBEDDING_LENGTH))
        parts = (kind.common, IDENTITY, 1 - kind.common - IDENTITY)
        vector = sum(np.sqrt(part) * each for part, each in zip(parts, (everyone, identity, noise), strict=True))
        return EmbeddedSample(unit(vector), True, 1.0, np.array([kind.shake, 0], np.float32), kind.outside)

    def table(name, identity, count):
        return SampleEmbeddings.from_samples({f"{name}-{number}": sample(identity) for number in range(count)})

    own = {f"p{index:02}": table(f"p{index:02}", identities[index], pictures) for index in range(people)}
    others = {f"s{index:03}": sample(identity) for index, identity in enumerate(identities[people:])}
    return CalibrationSet(own, SampleEmbeddings.from_samples(others))
