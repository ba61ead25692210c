"""Gradient ascent on pixels: a picture is changed step by step so that something in a network responds more strongly.

Each step adds the gradient of the objective [1]_, divided by its root mean square, times a rate. So the size of a step
does not depend on the layer [2]_. Two measures keep a picture smooth where that is wanted: before each step it is moved
by some pixels at random and moved back afterwards [3]_, and every few steps it is blurred a little [4]_. Without them,
the ascent finds a picture of noise to which the network responds as strongly [5]_.

References
----------
.. [1] Erhan, D., Bengio, Y., Courville, A. and Vincent, P. (2009). Visualizing higher-layer features of a deep network.
   Technical report 1341, Université de Montréal.
.. [2] Chollet, F. (2016). How convolutional neural networks see the world. The Keras Blog.
   https://blog.keras.io/how-convolutional-neural-networks-see-the-world.html
.. [3] Mordvintsev, A., Olah, C. and Tyka, M. (2015). Inceptionism: going deeper into neural networks. Google Research
   Blog.
.. [4] Yosinski, J., Clune, J., Nguyen, A., Fuchs, T. and Lipson, H. (2015). Understanding neural networks through deep
   visualization. ICML Deep Learning Workshop. arXiv:1506.06579
.. [5] Nguyen, A., Yosinski, J. and Clune, J. (2015). Deep neural networks are easily fooled. CVPR.
   doi:10.1109/CVPR.2015.7298640
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

#: Half the range of the noise that an ascent begins with, around middle gray; 0..1. Of Chollet's source: 10 of 255.
_NOISE = 0.04
#: Smallest root mean square that a gradient is divided by.
_MIN_GRADIENT = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Ascent:
    """How a picture is changed."""

    steps: int
    rate: float  #: root mean square of the change in one step, in the range 0..1 of pixels
    jitter: int = 0  #: largest random move before a step, in pixels
    blur: float = 0.0  #: standard deviation of the Gaussian, in pixels; 0: the picture is not blurred
    blur_every: int = 4  #: steps from one blur to the next

    def __call__(
        self,
        pictures: NDArray[np.float32],
        objective: Callable[[Any], Any],
        seed: int = 0,
        on_step: Callable[[int, int], None] = lambda *_: None,
    ) -> NDArray[np.float32]:
        """Change pictures.

        Parameters
        ----------
        pictures : ndarray of float32, shape (n, side, side, 3)
            RGB 0..1.
        objective : callable
            From such pictures, a tensor, to what is maximized, (n,). It must not depend on other pictures of the batch.
        on_step : callable
            Takes the number of steps done, and of all.

        Returns
        -------
        ndarray of float32, shape (n, side, side, 3)
            RGB 0..1.
        """
        import tensorflow as tf

        @tf.function  # type: ignore[untyped-decorator]  # 2.7 times as fast with the published network
        def slope(moved: Any) -> Any:
            with tf.GradientTape() as tape:
                tape.watch(moved)
                total = tf.reduce_sum(objective(moved))
            return tape.gradient(total, moved)

        random = np.random.default_rng(seed)
        changed = pictures.copy()
        for step in range(1, self.steps + 1):
            move = random.integers(-self.jitter, self.jitter + 1, 2) if self.jitter else np.zeros(2, np.intp)
            moved = tf.convert_to_tensor(np.roll(changed, move, (1, 2)))
            gradient = np.roll(np.asarray(slope(moved)), -move, (1, 2))
            size = np.sqrt(np.mean(np.square(gradient), axis=(1, 2, 3), keepdims=True))
            changed += self.rate * gradient / np.maximum(size, _MIN_GRADIENT)
            if self.blur and step % self.blur_every == 0 and step < self.steps:
                changed = np.stack([cv2.GaussianBlur(each, (0, 0), self.blur) for each in changed])
            changed = np.clip(changed, 0, 1)
            on_step(step, self.steps)
        return np.asarray(changed, np.float32)


def gray_noise(count: int, side: int, seed: int = 0) -> NDArray[np.float32]:
    """Pictures of gray noise: what an ascent begins with, shape (count, side, side, 3), 0..1. All are the same."""
    noise = np.random.default_rng(seed).uniform(-_NOISE, _NOISE, (1, side, side, 3))
    return np.repeat(np.asarray(0.5 + noise, np.float32), count, axis=0)


def to_bytes(pictures: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Convert pictures, RGB 0..1, to BGR 0..255."""
    return np.asarray(np.clip(255 * pictures[..., ::-1], 0, 255).round(), np.uint8)
