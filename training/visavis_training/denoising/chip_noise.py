"""Noisy copies of chips, as the autoencoder learns from them: brightened again, as a camera does in little light."""

import numpy as np
from numpy.typing import NDArray

from visavis_training.data.sensor_noise import Exposure, expose
from visavis_training.denoising.fit import Pictures

#: Least share of light of a copy. Below it, no face is found any more (docs/noise.md).
LEAST_LIGHT = 1 / 16
#: Side in pixels of the parts that are learned from. The network takes pictures of any size.
PART_SIDE = 56


def draw_parts(chips: NDArray[np.uint8], random: np.random.Generator) -> tuple[Pictures, Pictures]:
    """A random part of each chip with noise, and as it is, mirrored half of the time.

    The share of light is drawn for each chip, evenly in its logarithm, from `LEAST_LIGHT` to 1.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, side, side, 3)
        RGB, with sides of at least `PART_SIDE`.

    Returns
    -------
    noisy, clean : ndarray of float32, shape (n, 56, 56, 3)
        RGB 0..1.
    """
    corners = random.integers(0, chips.shape[1] - PART_SIDE + 1, (len(chips), 2))
    clean = np.stack(
        [chip[y : y + PART_SIDE, x : x + PART_SIDE] for chip, (y, x) in zip(chips, corners.tolist(), strict=True)]
    )
    flips = random.random(len(chips)) < 0.5
    clean[flips] = clean[flips, :, ::-1]
    lights = LEAST_LIGHT ** random.random(len(chips))
    noisy = np.stack([amplify(part, light, random) for part, light in zip(clean, lights.tolist(), strict=True)])
    return to_unit(noisy), to_unit(clean)


def amplify(picture: NDArray[np.uint8], light: float, random: np.random.Generator) -> NDArray[np.uint8]:
    """A copy with a share of the light, and a gain that makes it as bright as before."""
    return expose(picture, Exposure(light, gain=1 / light), random)


def to_unit(pictures: NDArray[np.uint8]) -> Pictures:
    """Convert values of 0..255 to 0..1."""
    return np.asarray(pictures / np.float32(255), np.float32)
