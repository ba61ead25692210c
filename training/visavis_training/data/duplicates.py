"""Near-duplicates: the same shot again, re-encoded, scaled, cropped or darkened."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.faces import quality
from visavis.imaging.crop import cut, resize_square
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Largest Hamming distance, of 64 bits, between the fingerprints of near-duplicates. It selects candidates only: in
#: LFW, some pairs of different people are within 3 bits.
MAX_DIFFERING_BITS = 10
#: Smallest correlation between the thumbnails of near-duplicates. Of 34,000 pairs of different pictures in LFW, none
#: correlates by more than 0.89. With both limits, about nine in ten copies are found that were saved at JPEG quality
#: 40, darkened by 40 %, cropped, or scaled to 60 %.
MIN_CORRELATION = 0.92

#: Side of the thumbnails, in pixels.
_SIDE = 32
#: Rows that are compared with all others at once. For 40,000 pictures that takes 160 MB.
_BLOCK = 1024


@dataclass(frozen=True, slots=True, eq=False)
class FaceThumbnail:
    """A face at low resolution, for finding near-duplicates."""

    fingerprint: int  #: `visavis.faces.quality.fingerprint`
    thumbnail: NDArray[np.uint8]  #: (32, 32) gray

    @classmethod
    def from_image(cls, image: Image, box: Box) -> "FaceThumbnail":
        """The thumbnail of the face in `box` of a BGR picture."""
        gray = cv2.cvtColor(resize_square(cut(image, box), _SIDE), cv2.COLOR_BGR2GRAY)
        return cls(quality.fingerprint(image, box), np.asarray(gray, np.uint8))


def find_duplicates(faces: Sequence[FaceThumbnail], min_correlation: float = MIN_CORRELATION) -> list[tuple[int, int]]:
    """The pairs of indices of near-duplicates, the smaller index first."""
    signs = np.array([_signs(face.fingerprint) for face in faces], np.float32).reshape(-1, 64)
    thumbnails = np.array([_normalize(face.thumbnail) for face in faces], np.float32).reshape(-1, _SIDE * _SIDE)
    duplicates: list[tuple[int, int]] = []
    for start in range(0, len(faces), _BLOCK):
        equal_bits = (64 + signs[start : start + _BLOCK] @ signs[start:].T) / 2
        first, second = np.nonzero(np.triu(equal_bits >= 64 - MAX_DIFFERING_BITS, 1))
        correlations = np.einsum("ij,ij->i", thumbnails[start + first], thumbnails[start + second])
        alike = correlations >= min_correlation
        duplicates += zip((start + first[alike]).tolist(), (start + second[alike]).tolist(), strict=True)
    return duplicates


def merge_groups(groups: Sequence[int], links: Sequence[tuple[int, int]]) -> list[int]:
    """Merge the groups that a pair links. Returns a new group number for each item, equal within a group.

    Parameters
    ----------
    groups : sequence of int
        The group of each item, in any numbers.
    links : sequence of pairs of int
        Items that belong together.
    """
    parent = {group: group for group in groups}

    def root(group: int) -> int:
        while parent[group] != group:
            parent[group] = group = parent[parent[group]]
        return group

    for first, second in links:
        parent[root(groups[second])] = root(groups[first])
    return [root(group) for group in groups]


def _signs(fingerprint: int) -> NDArray[np.float32]:
    """The 64 bits as -1 and 1. The product of two such vectors counts equal bits less different ones."""
    bits = np.unpackbits(np.frombuffer(fingerprint.to_bytes(8), np.uint8))
    return bits.astype(np.float32) * 2 - 1


def _normalize(thumbnail: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Mean 0 and length 1, so that a product is a correlation. A uniform picture correlates with nothing."""
    values = thumbnail.astype(np.float32).ravel()
    values -= values.mean()
    return np.asarray(values / max(float(np.linalg.norm(values)), 1e-6), np.float32)
