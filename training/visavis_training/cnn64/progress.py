"""How a fit stands after each epoch, and when it is over."""

from dataclasses import dataclass, replace

from visavis_training.cnn64.recipe import Recipe


@dataclass(frozen=True, slots=True)
class FitProgress:
    """Where a fit stands."""

    epoch: int = 0  #: how many are done
    best: float | None = None  #: lowest loss on the validation part in an epoch that counts
    wait: int = 0  #: epochs since the weights that count
    finished: bool = False  #: no more epochs will follow

    def after(self, recipe: Recipe, loss: float | None) -> "FitProgress":
        """One epoch later, whose loss on the validation part was `loss`; None where there is no such part.

        Without that part, or without patience, the last epoch counts. Otherwise it is the one with the lowest loss in
        the second half of those planned: before, pictures are hardly varied, and what is learned does not last.
        """
        epoch = self.epoch + 1
        over = epoch >= recipe.epochs
        if recipe.patience is None or loss is None or epoch <= recipe.epochs // 2:
            return FitProgress(epoch, finished=over)
        if self.best is None or loss < self.best:
            return FitProgress(epoch, best=loss, finished=over)
        wait = self.wait + 1
        return replace(self, epoch=epoch, wait=wait, finished=over or wait >= recipe.patience)
