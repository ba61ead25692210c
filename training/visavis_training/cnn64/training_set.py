"""What a `cnn64` network is fitted to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSet:
    """Chips with their expected outputs, and which of them to train and validate on."""

    chips: NDArray[np.uint8]  #: (n, 64, 64, 3), BGR
    targets: NDArray[np.intp]  #: (n,)
    outputs: int
    train: NDArray[np.intp]  #: rows
    validation: NDArray[np.intp]  #: rows; may be empty

    @property
    def target_entropy(self) -> float:
        """The entropy of the training targets, in nats: the least loss without looking at the pictures."""
        shares = np.bincount(self.targets[self.train], minlength=self.outputs) / max(len(self.train), 1)
        present = shares[shares > 0]
        return float(-(present * np.log(present)).sum())
