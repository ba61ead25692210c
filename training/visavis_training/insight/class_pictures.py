"""Pictures that maximize a class, by gradient ascent from gray noise.

A network can be sure of a picture in which nobody sees anything: "fooling" pictures are made without any care for how
they look. "Dreams" are kept smooth (`ascent`), so that what the network looks for can be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from visavis.insight.parts import ClassPictures
from visavis_training.insight.ascent import Ascent, gray_noise, to_bytes
from visavis_training.insight.inspected_network import InspectedNetwork

#: The ascent of a fooling picture.
FOOLING_ASCENT = Ascent(steps=24, rate=0.01)
#: The ascent of a dream.
DREAM_ASCENT = Ascent(steps=48, rate=0.03, jitter=4, blur=0.6)


def maximize_classes(
    network: InspectedNetwork,
    classes: Sequence[int],
    on_step: Callable[[int, int], None] = lambda *_: None,
) -> ClassPictures:
    """Make a fooling picture and a dream of each class.

    Parameters
    ----------
    classes : sequence of int
        Numbers of outputs, from 0.
    """
    import tensorflow as tf

    score = network.scorer()
    start = gray_noise(len(classes), network.side)
    chosen = tf.one_hot(list(classes), score(start[:1]).shape[-1])
    total = FOOLING_ASCENT.steps + DREAM_ASCENT.steps

    def confidence(pictures: Any) -> Any:
        """The log-probability of each picture's class; of an embedding network, the cosine."""
        scores = score(pictures)
        return tf.reduce_sum((tf.nn.log_softmax(scores) if network.is_classifier else scores) * chosen, axis=1)

    def likeness(pictures: Any) -> Any:
        return tf.reduce_sum(score(pictures) * chosen, axis=1)

    fooling = FOOLING_ASCENT(start, confidence, on_step=lambda done, _: on_step(done, total))
    dreams = DREAM_ASCENT(start, likeness, on_step=lambda done, _: on_step(FOOLING_ASCENT.steps + done, total))
    pictures = to_bytes(np.concatenate([fooling, dreams]))
    return ClassPictures(tuple(classes), pictures[: len(classes)], pictures[len(classes) :])
