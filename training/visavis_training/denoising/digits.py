"""The source's experiment: white dots on pictures of digits, and the autoencoder that removes them.

The source has MNIST (70,000 pictures of 28x28); here are the 1,797 digits of scikit-learn, 8x8, enlarged to 28x28.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from visavis.imaging.image import Image
from visavis_training.denoising import network
from visavis_training.denoising.fit import DenoisingEpoch, Pictures, fit, psnr

#: Side of a picture, in pixels: that of MNIST.
SIDE = 28
#: What the normal noise is multiplied by, before the values are cut to 0..1: on black, it leaves white dots.
FACTOR = 0.5
#: Largest value of a pixel in scikit-learn's digits.
_WHITE = 16
#: Pictures in a batch.
_BATCH = 64
#: How many times a picture is enlarged for `sheet`.
_SCALE = 4


@dataclass(frozen=True, slots=True, eq=False)
class DenoisedDigits:
    """The held-out digits, shape (n, 28, 28, 1) each, 0..1."""

    clean: Pictures
    noisy: Pictures
    denoised: Pictures

    @property
    def psnr(self) -> tuple[float, float]:
        """How near the noisy and the denoised digits are to the clean ones, in decibels."""
        return psnr(self.noisy, self.clean), psnr(self.denoised, self.clean)

    def sheet(self, count: int = 12) -> Image:
        """The first digits as one picture, BGR: above as they are, in the middle with noise, below without it."""
        rows = [np.hstack(list(each[:count, ..., 0])) for each in (self.clean, self.noisy, self.denoised)]
        gray = np.asarray((np.vstack(rows) * 255).round(), np.uint8)
        large = cv2.resize(gray, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_NEAREST)
        return np.asarray(cv2.cvtColor(large, cv2.COLOR_GRAY2BGR), np.uint8)


def digits() -> Pictures:
    """The digits of scikit-learn, enlarged, shape (1797, 28, 28, 1), 0..1."""
    small = load_digits().images.astype(np.float32) / _WHITE
    large = [cv2.resize(each, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC) for each in small]
    return np.asarray(np.clip(np.stack(large), 0, 1)[..., np.newaxis], np.float32)


def with_dots(pictures: Pictures, random: np.random.Generator) -> Pictures:
    """Copies with normal noise, cut to 0..1."""
    noise = FACTOR * random.standard_normal(pictures.shape, np.float32)
    return np.asarray(np.clip(pictures + noise, 0, 1), np.float32)


def run(
    epochs: int, seed: int = 0, on_epoch: Callable[[DenoisingEpoch], None] = lambda _: None, count: int | None = None
) -> DenoisedDigits:
    """Train on four fifths of the digits, with new noise in each epoch, and remove the noise of the others.

    Parameters
    ----------
    count : int, optional
        Only so many digits.
    """
    learned, held_out = train_test_split(digits()[:count], test_size=0.2, random_state=seed)
    noisy = with_dots(held_out, np.random.default_rng(seed))
    keras.utils.set_random_seed(seed)
    model = network.build_book(SIDE, SIDE)
    for result in fit(
        model,
        lambda random: (with_dots(learned, random), learned),
        (noisy, held_out),
        epochs=epochs,
        batch_size=_BATCH,
        seed=seed,
    ):
        on_epoch(result)
    return DenoisedDigits(held_out, noisy, np.asarray(model.predict(noisy, verbose=0), np.float32))
