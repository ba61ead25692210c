"""The progress of a fit, and its rule for early stopping."""

from dataclasses import dataclass, replace

from visavis_training.recipe import Recipe


@dataclass(frozen=True, slots=True)
class FitProgress:
    """The progress after some epochs."""

    epoch: int = 0  #: number of epochs done
    best: float | None = None  #: lowest validation loss in an epoch that counts
    wait: int = 0  #: epochs since the best one
    finished: bool = False  #: no more epochs will follow

    def advance(self, recipe: Recipe, loss: float | None) -> "FitProgress":
        """The progress after one more epoch with the validation loss `loss`; None without a validation part.

        Without a validation loss or without patience, the last epoch is used. Otherwise it is the one with the lowest
        loss in the second half of the planned epochs: in the first half, pictures are hardly augmented yet.
        """
        epoch = self.epoch + 1
        over = epoch >= recipe.epochs
        if recipe.patience is None or loss is None or epoch <= recipe.epochs // 2:
            return FitProgress(epoch, finished=over)
        if self.best is None or loss < self.best:
            return FitProgress(epoch, best=loss, finished=over)
        wait = self.wait + 1
        return replace(self, epoch=epoch, wait=wait, finished=over or wait >= recipe.patience)
