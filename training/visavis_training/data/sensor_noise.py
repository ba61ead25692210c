"""Copies of pictures as a sensor takes them in little light: darker, with shot noise and read noise.

The noise of a sensor has a part that grows with the light, since photons arrive at random (Poisson), and a part that
does not, since reading adds an error (Gaussian) [1]_. A camera that raises its gain raises both.

References
----------
.. [1] Foi, A., Trimeche, M., Katkovnik, V. and Egiazarian, K. (2008). Practical Poissonian-Gaussian noise modeling and
   fitting for single-image raw-data. IEEE Transactions on Image Processing 17(10). doi:10.1109/TIP.2008.2001399
"""

from dataclasses import dataclass

import numpy as np

from visavis.imaging.image import Image

#: Standard deviation of the error of reading, in gray values of 255, before the gain: that of the dark copies whose
#: figures are in docs/evaluation.md.
READ_NOISE = 2.0
#: Electrons that a white pixel of a bright picture counts: those of a small sensor at a high sensitivity. A pixel of
#: half that brightness then has a shot noise of 4.5 %.
WHITE_ELECTRONS = 1000.0


@dataclass(frozen=True, slots=True)
class Exposure:
    """How a copy of a picture is exposed."""

    light: float
    """Share of the picture's values, 0..1. Values are gamma-coded: a quarter of them is about a twentieth of the light
    itself."""
    gain: float = 1.0
    """What the camera multiplies its values by, the noise included."""
    white_electrons: float | None = WHITE_ELECTRONS
    """Electrons of a white pixel of the picture with all of its light; None: no shot noise."""
    read_noise: float = READ_NOISE
    """Standard deviation, in gray values, before the gain."""


def expose(image: Image, exposure: Exposure, random: np.random.Generator) -> Image:
    """A copy of a picture, taken with an exposure.

    Parameters
    ----------
    image : ndarray of uint8
        Of any shape; its own noise is taken for part of what it shows.
    random : Generator
        The same state always gives the same noise.
    """
    values = image * exposure.light
    if exposure.white_electrons is not None:
        electrons = exposure.white_electrons / 255
        values = random.poisson(values * electrons) / electrons
    noise = random.normal(0, exposure.read_noise, image.shape)
    return np.asarray(np.clip((values + noise) * exposure.gain, 0, 255).astype(np.uint8))
