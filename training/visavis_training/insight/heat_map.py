"""Class activation heat map (Grad-CAM): which parts of a picture speak for a class.

References
----------
.. [1] Draelos, R. L. and Carin, L. (2020). Use HiResCAM instead of Grad-CAM for faithful explanations of convolutional
   neural networks. arXiv:2011.08891
.. [2] Selvaraju, R. R., Cogswell, M., Das, A., Vedantam, R., Parikh, D. and Batra, D. (2017). Grad-CAM: visual
   explanations from deep networks via gradient-based localization. ICCV. doi:10.1109/ICCV.2017.74
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.insight.parts import HeatMap
from visavis_training.insight.inspected_network import InspectedNetwork

#: Standard deviation of the Gaussian that smooths the map, in sides of the map. Max-pooling passes the gradient on to
#: one place of each square, so that the evidence is in dots.
_BLUR = 0.05


def gradient_heat_map(network: InspectedNetwork, chip: NDArray[np.float32], target: int) -> NDArray[np.float32]:
    """The heat map of a class at the last convolution [1]_.

    The maps of that layer are added, each times the gradient of the class's score: the logit before the softmax, or the
    cosine to the person's template. The sum is smoothed, and what speaks against the class counts as 0. Grad-CAM [2]_
    takes the mean of the gradient over each map instead. That is the same for networks that take the mean of each map
    at their end. These here flatten their maps, so that each place has a weight of its own, which the mean hides: of
    the 64 maps of the book's network, it left one spot at the border of a face.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
        RGB 0..1.
    target : int
        Number of the class.

    Returns
    -------
    ndarray of float32, shape (height, width)
        Of the layer's maps; 0..1, the largest is 1 unless all are 0.
    """
    import tensorflow as tf

    layer = network.shown_layers[-1]
    compute_maps, compute_scores = network.split_at(layer)
    maps = compute_maps(chip[np.newaxis])
    with tf.GradientTape() as tape:
        tape.watch(maps)
        score = compute_scores(maps)[0, target]
    evidence = np.asarray(tf.reduce_sum(tape.gradient(score, maps) * maps, axis=-1))[0]
    heat = np.maximum(cv2.GaussianBlur(evidence, (0, 0), len(evidence) * _BLUR), 0)
    return np.asarray(heat / max(float(heat.max()), 1e-12), np.float32)


def inspect_class(network: InspectedNetwork, chip: NDArray[np.float32], target: int) -> HeatMap:
    """The heat map of a class, with how much the picture looks like each class.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
        RGB 0..1.
    """
    scores = np.asarray(network.scorer()(chip[np.newaxis]))[0]
    return HeatMap(target, gradient_heat_map(network, chip, target), scores, network.shown_layers[-1].name)
