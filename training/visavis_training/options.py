"""The options of a training, as the user gave them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, Self

from visavis.classification.picture_input import Squaring
from visavis.errors import TrainingError
from visavis.networks.engine import Device
from visavis_training.distribution.worker_role import StrategyName
from visavis_training.recipe import BOOK, PICTURES, RECIPES, Recipe, RecipeName, SplitName

#: Number of blocks of the embedding network that can be fine-tuned, counted from the last one.
MAX_FINE_TUNED_BLOCKS = 4
#: Number of blocks of the published trunk that can be unfrozen for whole pictures: all of them.
MAX_UNFROZEN_BLOCKS = 13
#: Sides of the pictures that `cnn64` and `cnn128` can learn, in pixels: three poolings leave two of 16.
MIN_SIDE, MAX_SIDE = 16, 256

#: The networks that learn faces.
FACE_NETWORKS = ("embedding", "cnn64")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What determines the model. An interrupted training continues with its own options."""

    network: Literal["embedding", "cnn64"] = "embedding"
    recipe: RecipeName = "tuned"
    epochs: int | None = None
    batch_size: int | None = None
    seed: int = 0
    no_augment: bool = False
    split: SplitName | None = None  #: of `cnn64`; None: that of the recipe
    cascade: str | None = None  #: detection preset for the pictures of `cnn64`; None: that for stills
    fine_tune: int | None = None

    def __post_init__(self) -> None:
        if self.network not in FACE_NETWORKS:
            raise TrainingError(
                "The network {network} is for whole pictures.",
                hint="Name their folder, too: --whole DIR.",
                network=self.network,
            )
        if self.network == "embedding" and (self.split is not None or self.cascade is not None):
            raise TrainingError(
                "{option} is for the network cnn64.",
                option="--split" if self.split is not None else "--cascade",
                hint="The embedding network always looks for faces as in stills, and searches for each picture as if "
                "it were not enrolled.",
            )
        if self.network == "cnn64" and self.fine_tune is not None:
            raise TrainingError("Fine-tuning is for the embedding network: cnn64 learns all of itself anyway.", hint="")
        if self.fine_tune is not None and not 1 <= self.fine_tune <= MAX_FINE_TUNED_BLOCKS:
            raise TrainingError(
                "The last {limit} blocks can be fine-tuned, not {blocks}.",
                limit=MAX_FINE_TUNED_BLOCKS,
                blocks=self.fine_tune,
                hint="What lies below them sees edges and shades, whoever it is.",
            )

    @property
    def cnn64_recipe(self) -> Recipe:
        """The recipe, changed by the options given."""
        return RECIPES[self.recipe].with_options(self.epochs, self.batch_size, self.split, augment=not self.no_augment)

    @classmethod
    def resume_from(cls, stored: Mapping[str, Any], given: Mapping[str, Any]) -> Self:
        """The options of an interrupted training, checked against those given now.

        Raises
        ------
        TrainingError
            If a given option differs from the stored one.
        """
        _require_same(stored, given)
        return cls(**stored)

    def as_dict(self) -> dict[str, Any]:
        """The options in the form that `resume_from` takes."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """What determines a model of whole pictures."""

    whole: str  #: folder with a folder of pictures for each class
    network: Literal["cnn64", "cnn128", "transfer"] = "cnn64"
    recipe: Literal["book", "tuned"] = "tuned"
    epochs: int | None = None
    batch_size: int | None = None
    seed: int = 0
    no_augment: bool = False
    mirror: bool = False  #: whether augmentation mirrors pictures, too
    split: SplitName | None = None  #: None: that of the recipe
    resize: Squaring = "pad"
    side: int | None = None  #: of the squares, in pixels; None: that of the network
    dropout: float | None = None  #: None: that of the recipe
    l1: float = 0.0
    l2: float = 0.0
    unfreeze: int | None = None  #: of `transfer`: number of blocks that learn in the end, counted from the last one

    def __post_init__(self) -> None:
        if self.recipe == "book" and self.network != "cnn64":
            raise TrainingError("The recipe book is for the network cnn64.", hint="Leave out --recipe or --network.")
        if self.recipe == "book" and (self.mirror or self.dropout is not None or self.l1 or self.l2):
            raise TrainingError(
                "The recipe book has its own dropout and augmentation, and no L1 or L2.", hint="Leave out --recipe."
            )
        if self.side is not None and (self.recipe == "book" or self.network == "transfer"):
            raise TrainingError(
                "{option} is for the networks cnn64 and cnn128 with the recipe tuned.",
                option="--side",
                hint="Leave it out.",
            )
        if self.side is not None and not MIN_SIDE <= self.side <= MAX_SIDE:
            raise TrainingError(
                "A side has {least} to {most} pixels, not {side}.",
                least=MIN_SIDE,
                most=MAX_SIDE,
                side=self.side,
                hint="Larger ones show finer detail, and take longer.",
            )
        if self.unfreeze is not None and self.network != "transfer":
            raise TrainingError("{option} is for the network transfer.", option="--unfreeze", hint="Leave it out.")
        if self.unfreeze is not None and not 0 <= self.unfreeze <= MAX_UNFROZEN_BLOCKS:
            raise TrainingError(
                "The last {limit} blocks can be unfrozen, not {blocks}.",
                limit=MAX_UNFROZEN_BLOCKS,
                blocks=self.unfreeze,
                hint="0 leaves the whole trunk frozen.",
            )

    @property
    def training_recipe(self) -> Recipe:
        """The recipe, changed by the options given."""
        base = BOOK if self.recipe == "book" else PICTURES
        recipe = base.with_options(self.epochs, self.batch_size, self.split, augment=not self.no_augment)
        if self.mirror and recipe.augmentation is not None:
            recipe = replace(recipe, augmentation=replace(recipe.augmentation, flip=True))
        dropout = recipe.dropout if self.dropout is None else self.dropout
        return replace(recipe, dropout=dropout, l1=self.l1, l2=self.l2)

    @classmethod
    def resume_from(cls, stored: Mapping[str, Any], given: Mapping[str, Any]) -> Self:
        """The options of an interrupted training, checked against those given now.

        Raises
        ------
        TrainingError
            If a given option differs from the stored one, or the interrupted training was one of people.
        """
        if "whole" not in stored:
            raise TrainingError(
                "The interrupted training learned people, not whole pictures.", hint="Start anew without --resume."
            )
        _require_same(stored, given)
        return cls(**stored)

    def as_dict(self) -> dict[str, Any]:
        """The options in the form that `resume_from` takes."""
        return asdict(self)


def _require_same(stored: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        if stored[name] != value:
            raise TrainingError(
                "The interrupted training has {option} {value}, not {wanted}.",
                option=name.replace("_", " "),
                value=stored[name],
                wanted=value,
                hint="It goes on with its own options; to use others, start anew without --resume.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a training is run. They do not change the model."""

    device: Device = "auto"
    strategy: StrategyName | None = None  #: how the replicas of the network are distributed; None: there is one
    folds: int | None = None  #: number of folds in which figures are measured, too; None: they are not
    resume: bool = False
    preview: Path | None = None  #: of whole pictures: the page to write instead of training
    force: bool = False
    defer_network: bool = False  #: leave `model.keras` to whoever runs `imprint` next
