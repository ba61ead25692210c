"""The newest embeddings of unknown faces, until their visit is reported."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Sequence

import numpy as np

from visavis.sightings.guests import FaceVector, Vector

#: Maximum number of visitors that are kept.
_LIMIT = 64


class RecentVectors:
    """By visitor. The analysis thread keeps them, the recorder's thread may read them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._vectors: OrderedDict[Hashable, tuple[str, Sequence[Vector]]] = OrderedDict()

    def keep(self, visitor: Hashable, space: str, vectors: Sequence[Vector]) -> None:
        """Keep the vectors of a visitor's track, in place of earlier ones.

        Parameters
        ----------
        space : str
            What they mean.
        vectors : sequence of ndarray of float32, shape (n,)
        """
        with self._lock:
            self._vectors[visitor] = space, vectors
            self._vectors.move_to_end(visitor)
            if len(self._vectors) > _LIMIT:
                self._vectors.popitem(last=False)

    def mean(self, visitor: Hashable) -> FaceVector | None:
        """The mean of a visitor's vectors, of unit length; None if there is none."""
        with self._lock:
            space, vectors = self._vectors.get(visitor, ("", ()))
        if not vectors:
            return None
        mean = np.mean(vectors, axis=0, dtype=np.float32)
        length = float(np.linalg.norm(mean))
        return FaceVector(space, np.asarray(mean / length, np.float32)) if length > 0 else None
