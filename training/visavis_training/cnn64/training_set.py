"""What a network is fitted to that learns pictures from scratch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSet:
    """Chips with their expected outputs, and which of them to train and validate on."""

    chips: NDArray[np.uint8]  #: (n, side, side, 3), BGR
    targets: NDArray[np.intp]  #: (n,)
    outputs: int
    train: NDArray[np.intp]  #: rows
    validation: NDArray[np.intp]  #: rows; may be empty

    def weights(self, *, balanced: bool) -> NDArray[np.float32]:
        """How much a training picture of each output counts, shape (outputs,); the mean over all pictures is 1.

        Balanced weights are the square roots of scikit-learn's, which give each person the same weight in all. Measured
        on ten people of Labeled Faces in the Wild, five with 18 pictures and five with 4 (docs/evaluation.md): the
        roots are right for more pictures than equal weights, and the full ones for no more.
        """
        from sklearn.utils.class_weight import compute_class_weight

        targets = self.targets[self.train]
        found = np.ones(self.outputs)
        if balanced and len(targets):
            present = np.unique(targets)
            found[present] = np.sqrt(compute_class_weight("balanced", classes=present, y=targets))
            found /= found[targets].mean()
        return found.astype(np.float32)

    def uninformed_loss(self, weights: NDArray[np.float32]) -> float:
        """The loss of a network that gives each picture the same answer, in nats: the lower one of training and test.

        The best such answer are the shares of the outputs in the weighted pictures. The loss of the training is
        weighted, that of a test is not.
        """
        shares = np.bincount(self.targets[self.train], minlength=self.outputs) / max(len(self.train), 1)
        present = shares > 0
        shares, weighted = shares[present], (shares * weights)[present]
        weighted /= weighted.sum()
        return float(min(-(weighted * np.log(weighted)).sum(), -(shares * np.log(weighted)).sum()))
