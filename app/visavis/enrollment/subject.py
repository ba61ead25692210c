"""The person who is captured: whether a face is theirs, and which of their pictures are unlike the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.thresholds import GalleryTraits, Strangers, shipped_strangers

Vector = NDArray[np.float32]
"""An embedding of unit length, shape (n,)."""

#: Share of strangers who would be taken for the subject. Measured with SFace on 20 people of LFW, whose pictures are
#: from different days: 0.04 % of their own pictures are refused, and in 0.13 % of pairs of people one of ten pictures
#: of the other is accepted. At 0.01 these are 0.01 % and 2.4 %.
_FPIR = 0.001
#: The same for the comparison with all other pictures at the end, which tell more than the few before each.
_OUTLIER_FPIR = 0.0001
#: Number of pictures from which outliers can be found.
_MIN_PICTURES = 4
#: By how many standard deviations of strangers' cosines an outlier is less similar to the other pictures than these
#: usually are to each other. Measured with SFace, whose deviation is 0.086: three are 0.26. In captures of three men
#: from clips, the least similar picture was 0.21 below the median. Among 10 pictures from different days (20 people of
#: LFW), 0.6 % are marked by this or by `_OUTLIER_FPIR`, and every picture of a stranger put among them.
_OUTLIER_DEVIATIONS = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class _Appearance:
    """Pictures of the subject that are similar to each other."""

    members: tuple[int, ...]  #: indexes into `Subject.vectors`
    mean: Vector  #: unit length


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The person who is captured, by the embeddings of their accepted pictures.

    A person may have several appearances: the user said of a face that was too different that it is the same person. A
    face is theirs if it is similar enough to the mean of one appearance. How similar that is comes from the
    distribution of strangers' similarities (`visavis.scoring.thresholds`).
    """

    vectors: tuple[Vector | None, ...] = ()  #: of the pictures, in order; None: not known
    appearances: tuple[int, ...] = ()  #: number of the appearance of each picture

    def plus(self, vector: Vector | None, *, new_appearance: bool = False) -> Self:
        """The subject with one more picture, in the most similar appearance or in a new one."""
        if new_appearance or not self._appearances():
            appearance = max(self.appearances, default=-1) + 1
        else:
            appearance = (
                self.appearances[self._nearest(vector).members[0]] if vector is not None else self.appearances[-1]
            )
        return replace(self, vectors=(*self.vectors, vector), appearances=(*self.appearances, appearance))

    def without(self, indexes: Iterable[int]) -> Self:
        """The subject without the pictures at these indexes."""
        removed = set(indexes)
        kept = [index for index in range(len(self.vectors)) if index not in removed]
        vectors = tuple(self.vectors[index] for index in kept)
        return replace(self, vectors=vectors, appearances=tuple(self.appearances[index] for index in kept))

    @property
    def is_known(self) -> bool:
        """Whether there is an embedding to compare with."""
        return any(vector is not None for vector in self.vectors)

    def similarity(self, vector: Vector) -> float:
        """The cosine with the mean of the most similar appearance; -1 if nothing is known."""
        return float(vector @ self._nearest(vector).mean) if self.is_known else -1.0

    def has_face(self, vector: Vector) -> bool:
        """Whether a face with this embedding is the subject's; false if nothing is known."""
        if not self.is_known:
            return False
        appearance = self._nearest(vector)
        return float(vector @ appearance.mean) >= _strangers(len(appearance.members)).threshold(1, _FPIR)

    @property
    def outliers(self) -> tuple[int, ...]:
        """The indexes of pictures that are unlike the rest of their appearance.

        Each was similar enough to the pictures before it. Now there are more to compare with.
        """
        return tuple(index for appearance in self._appearances() for index in self._outliers_of(appearance))

    def _outliers_of(self, appearance: _Appearance) -> list[int]:
        if len(appearance.members) < _MIN_PICTURES:
            return []
        vectors = self._stack(appearance.members)
        others = vectors.sum(axis=0) - vectors
        others /= np.maximum(np.linalg.norm(others, axis=1, keepdims=True), 1e-12)
        agreement = np.einsum("ij,ij->i", vectors, others)
        strangers = _strangers(len(appearance.members) - 1)
        usual = float(np.median(agreement)) - _OUTLIER_DEVIATIONS * strangers.deviation
        threshold = max(strangers.threshold(1, _OUTLIER_FPIR), usual)
        return [index for index, value in zip(appearance.members, agreement, strict=True) if value < threshold]

    def _appearances(self) -> list[_Appearance]:
        """The appearances of which an embedding is known."""
        known = [index for index, vector in enumerate(self.vectors) if vector is not None]
        members = [
            tuple(index for index in known if self.appearances[index] == appearance)
            for appearance in sorted({self.appearances[index] for index in known})
        ]
        return [_Appearance(each, _mean(self._stack(each))) for each in members]

    def _nearest(self, vector: Vector) -> _Appearance:
        return max(self._appearances(), key=lambda appearance: float(vector @ appearance.mean))

    def _stack(self, members: Iterable[int]) -> NDArray[np.float32]:
        return np.stack([vector for index in members if (vector := self.vectors[index]) is not None])


def _mean(vectors: NDArray[np.float32]) -> Vector:
    total = vectors.sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-12), np.float32)


def _strangers(pictures: int) -> Strangers:
    """The distribution of strangers' cosines with the mean of so many pictures, as it was measured for the network."""
    return shipped_strangers(GalleryTraits.sharp(pictures))
