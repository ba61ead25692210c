"""The training recipes of `cnn64`: exactly as in the book, or tuned for small folders."""

import math
from dataclasses import dataclass, replace
from typing import Literal

#: Smallest batch that a recipe takes by itself: batch normalization needs several pictures.
_SMALLEST_BATCH = 4

RecipeName = Literal["book", "tuned", "pictures"]
SplitName = Literal["grouped", "random"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """Ranges of the random changes to training pictures. Each is uniform and symmetric around no change."""

    rotation: float  #: degrees
    shift: float  #: share of the side, horizontally and vertically
    zoom: float = 0.0  #: share by which the face grows or shrinks
    contrast: float = 0.0  #: share by which the contrast grows or shrinks
    flip: bool = True  #: mirror every other picture
    eased_in: float = 0.0
    """Share of the planned epochs during which the share of augmented pictures grows from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All hyperparameters of a fit. Cards keep them under these names."""

    name: RecipeName
    grouped: bool
    """Whether the published model is trained on the grouped split or on the random one."""
    epochs: int  #: upper limit
    batch_size: int
    batches: int | None = None
    """Number of batches of an epoch below which a batch has fewer pictures, down to four, and `patience` and `plateau`
    are of more epochs: few pictures in large batches are few steps. None: they are as they are."""
    optimizer: Literal["sgd", "adamw"]
    learning_rate: float
    decay: float = 0.0
    """Decay of the learning rate with every batch, as Keras 1 and 2 had it: rate / (1 + decay * batches done)."""
    weight_decay: float = 0.0
    label_smoothing: float = 0.0
    augmentation: Augmentation | None
    refit: bool = False
    """Whether the published network is fitted once more, for as many epochs as were best, on the training and the
    validation part together."""
    balanced: bool = False
    """Whether a picture counts more, the fewer there are of its person or class
    (`visavis_training.cnn64.training_set`)."""
    cooling: bool = False  #: cosine decay of the learning rate to 0
    cools_from: float = 1.0
    """Share of the planned epochs after which the learning rate falls to 0 in equal steps, the cooldown of [1]_; 1: it
    does not. So a fit of few epochs comes to rest, too, which ends before there is any plateau.

    References
    ----------
    .. [1] Hägele, A. et al. (2024). Scaling laws and compute-optimal training beyond fixed training durations. NeurIPS.
    """
    patience: int | None = None
    """Number of epochs without a lower validation loss after which training stops and the best epoch is used
    (`visavis_training.fitting.progress`). None: all epochs are run, and the last one is used."""

    counts_from: float = 0.5
    """Share of the planned epochs after which validation losses count, for `patience`: earlier ones do not."""
    plateau: int | None = None
    """Number of epochs without a lower validation loss after which the learning rate is halved. None: it is not."""
    dropout: float = 0.5  #: share of the features that are left out before the dense layer, in each batch
    l1: float = 0.0  #: factor of the absolute weights in the loss
    l2: float = 0.0  #: factor of the squared weights in the loss

    @property
    def has_schedule(self) -> bool:
        """Whether the learning rate is set before each epoch."""
        return self.cooling or self.cools_from < 1 or self.plateau is not None

    def learning_rate_at(self, epoch: int, reductions: int = 0) -> float:
        """The learning rate at the start of an epoch, counted from 0, without `decay`.

        Parameters
        ----------
        reductions : int
            How often it was halved at a plateau.
        """
        if self.cooling:
            return self.learning_rate * (1 + math.cos(math.pi * epoch / self.epochs)) / 2
        left = (self.epochs - epoch) / self.epochs
        cooled = min(left / (1 - self.cools_from), 1.0) if self.cools_from < 1 else 1.0
        return math.ldexp(self.learning_rate, -reductions) * cooled

    def augmented_share(self, epoch: int) -> float:
        """The share of pictures that are augmented in an epoch, counted from 0."""
        if self.augmentation is None or not self.augmentation.eased_in:
            return 1.0
        return min(epoch / (self.augmentation.eased_in * self.epochs), 1.0)

    def with_options(
        self, epochs: int | None, batch_size: int | None, split: SplitName | None = None, *, augment: bool = True
    ) -> "Recipe":
        """The recipe, changed by the user's options."""
        return replace(
            self,
            grouped=self.grouped if split is None else split == "grouped",
            epochs=epochs or self.epochs,
            batch_size=batch_size or self.batch_size,
            augmentation=self.augmentation if augment else None,
        )

    def with_batches_for(self, pictures: int) -> "Recipe":
        """The recipe with batches that suit the number of pictures trained on."""
        if self.batches is None:
            return self
        size = min(self.batch_size, max(pictures // self.batches, _SMALLEST_BATCH))
        longer = max(self.batches * size / pictures, 1.0)  # for as many batches
        return replace(
            self,
            batch_size=size,
            patience=self.patience and round(self.patience * longer),
            plateau=self.plateau and round(self.plateau * longer),
        )

    def with_fixed_epochs(self, epochs: int) -> "Recipe":
        """The recipe for exactly that many epochs, without early stopping."""
        return replace(self, epochs=epochs, patience=None)


#: The training exactly as in the book. Its decay lowers the learning rate by 0.04 % in ten epochs of 840 pictures.
BOOK = Recipe(
    name="book",
    grouped=False,
    epochs=10,
    batch_size=20,
    optimizer="sgd",
    learning_rate=0.01,
    decay=1e-6,
    augmentation=Augmentation(rotation=20, shift=0.2),
)

#: The training for small folders. Accuracy on the other pictures of 20 people of LFW, trained on 11 pictures each, for
#: two seeds: 0.73 and 0.73. Without easing in the augmentation 0.62 and 0.64, with black borders instead of repeated
#: ones 0.69 and 0.68, with twice the augmentation 0.73 and 0.71. Halving the learning rate on plateaus instead of the
#: cosine decay gave 0.54 and 0.59: with two pictures per person, the validation loss is too noisy.
TUNED = Recipe(
    name="tuned",
    grouped=True,
    epochs=40,
    batch_size=32,
    optimizer="adamw",
    learning_rate=1e-3,
    weight_decay=0.01,
    label_smoothing=0.1,
    augmentation=Augmentation(rotation=7, shift=0.03, zoom=0.05, contrast=0.2, eased_in=0.4),
    refit=True,
    balanced=True,
    cooling=True,
    patience=10,
)

#: The training on folders of any pictures. They may be text or arrows, so they are not mirrored unless asked. Batches:
#: docs/whole-pictures.md.
PICTURES = Recipe(
    name="pictures",
    grouped=True,
    epochs=60,
    batch_size=32,
    batches=16,
    optimizer="adamw",
    learning_rate=1e-3,
    weight_decay=0.01,
    label_smoothing=0.05,
    augmentation=Augmentation(rotation=10, shift=0.08, zoom=0.1, contrast=0.2, flip=False),
    balanced=True,
    patience=8,
    counts_from=0.0,
    plateau=3,
    cools_from=0.5,
)

#: All recipes by their names.
RECIPES: dict[RecipeName, Recipe] = {recipe.name: recipe for recipe in (BOOK, TUNED, PICTURES)}
