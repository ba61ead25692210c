"""The parts of a look into a network, as the process of training computes them. Pictures are BGR, 0..255."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivations:
    """The activations of one layer for a chip."""

    name: str
    channels: int  #: number of maps of the layer
    maps: NDArray[np.uint8]
    """The maps with the largest variance first, shape (n, height, width), each scaled to its own range."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkActivations:
    """How a network responds to a picture."""

    filters: NDArray[np.uint8]
    """Of the first layer, shape (n, height, width, 3); gray is zero."""
    layers: tuple[LayerActivations, ...]  #: in the order of the network


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """Which parts of a picture speak for a class (Grad-CAM)."""

    target: int  #: number of the class
    heat: NDArray[np.float32]
    """Shape (height, width) of the layer's maps, 0..1; the largest is 1 unless nothing speaks for the class."""
    scores: NDArray[np.float32]
    """Shape (classes,): logits before the softmax; of `embedding`, cosines to the templates."""
    layer: str  #: the layer whose maps it is made of


@dataclass(frozen=True, slots=True, eq=False)
class FilterPatterns:
    """Patterns to which filters of a layer respond most."""

    layer: str
    count: int  #: number of filters of the layer
    numbers: tuple[int, ...]  #: of the filters shown, from 0
    pictures: NDArray[np.uint8]
    """Shape (filters shown, side, side, 3)."""
    responses: NDArray[np.float32]
    """Shape (filters shown, 2): by how much each filter responds above its mean, to noise and to its pattern."""


@dataclass(frozen=True, slots=True, eq=False)
class ClassPictures:
    """Pictures that maximize classes."""

    targets: tuple[int, ...]  #: numbers of the classes
    fooling: NDArray[np.uint8]
    """Shape (classes shown, side, side, 3): made without any care for how they look."""
    dreams: NDArray[np.uint8]
    """The same, kept smooth."""


@dataclass(frozen=True, slots=True, eq=False)
class AugmentedChips:
    """Samples as the network got them in training, changed at random."""

    chips: NDArray[np.uint8]
    """Shape (n, side, side, 3)."""


InsightPart = NetworkActivations | HeatMap | FilterPatterns | ClassPictures | AugmentedChips
