"""The progress of a fit, its rule for early stopping, and how a fit that learns nothing is recognized."""

from dataclasses import dataclass, replace

from visavis_training.recipe import Recipe

#: Largest distance from the loss of a network that knows nothing (`FitProgress.watch`), as a share of it, at which a
#: network has learned nothing. Measured on stuck fits of two people: below 0.01.
_STUCK_DISTANCE = 0.02
#: Share of that loss below which a network has learned something.
_LEARNED_SHARE = 0.9
#: Number of epochs in a row without anything learned after which a fit is stuck. Shorter fits are not judged.
_STUCK_EPOCHS = 3


@dataclass(frozen=True, slots=True)
class FitProgress:
    """The progress after some epochs."""

    epoch: int = 0  #: number of epochs done
    best: float | None = None  #: lowest validation loss in an epoch that counts
    wait: int = 0  #: epochs since the best one
    finished: bool = False  #: no more epochs will follow
    start: int = 0  #: how often the fit was begun again because it was stuck
    has_learned: bool = False  #: in some epoch
    stuck: int = 0  #: epochs in a row at the loss of a network that knows nothing
    is_lost: bool = False  #: whether the last epoch's loss was that or more
    level: int = 0  #: epochs since the best one, or since the learning rate was last halved
    reductions: int = 0  #: how often the learning rate was halved at a plateau
    phase: int = 0  #: number of the fit among those that follow each other on one network

    def advance(self, recipe: Recipe, loss: float | None) -> "FitProgress":
        """The progress after one more epoch with the validation loss `loss`; None without a validation part.

        Without a validation loss or without patience, the last epoch is used. Otherwise it is the one with the lowest
        loss in the second half of the planned epochs, if pictures are hardly augmented in the first half
        (`Recipe.counts_from`).
        """
        epoch = self.epoch + 1
        over = epoch >= recipe.epochs
        if recipe.patience is None or loss is None or epoch <= int(recipe.epochs * recipe.counts_from):
            return replace(self, epoch=epoch, finished=over)
        if self.best is None or loss < self.best:
            return replace(self, epoch=epoch, best=loss, wait=0, level=0, finished=over)
        wait, level, reductions = self.wait + 1, 0, self.reductions
        if recipe.plateau is not None:
            level = self.level + 1
            if level >= recipe.plateau:
                level, reductions = 0, reductions + 1
        done = over or wait >= recipe.patience
        return replace(self, epoch=epoch, wait=wait, level=level, reductions=reductions, finished=done)

    def watch(self, loss: float, uninformed: float) -> "FitProgress":
        """The progress with the loss of the last epoch.

        Parameters
        ----------
        loss : float
            The lower one of the training loss and the validation loss.
        uninformed : float
            The loss of a network that knows nothing but how frequent each output is: the entropy of the targets, which
            is ln(n) for n equally frequent ones. Plain gradient descent can fall back to it and stay there.
        """
        learned = self.has_learned or loss < _LEARNED_SHARE * uninformed
        lead = uninformed - loss
        is_uninformed = abs(lead) <= _STUCK_DISTANCE * uninformed
        is_lost = lead <= _STUCK_DISTANCE * uninformed
        return replace(self, has_learned=learned, stuck=self.stuck + 1 if is_uninformed else 0, is_lost=is_lost)

    @property
    def is_stuck(self) -> bool:
        """Whether the fit has learned nothing: it sits where it lost what it had learned, or ends without knowledge."""
        has_fallen = self.has_learned and self.stuck >= _STUCK_EPOCHS
        return has_fallen or (self.finished and self.is_lost and self.epoch >= _STUCK_EPOCHS)
