"""The options of a training, as the user gave them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from visavis.errors import TrainingError
from visavis.networks.engine import Device
from visavis_training.distribution.worker_role import StrategyName
from visavis_training.recipe import RECIPES, Recipe, RecipeName, SplitName

#: Number of blocks of the embedding network that can be fine-tuned, counted from the last one.
MAX_FINE_TUNED_BLOCKS = 4


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
        options = cls(**stored)
        for name, value in given.items():
            if stored[name] != value:
                raise TrainingError(
                    "The interrupted training has {option} {value}, not {wanted}.",
                    option=name.replace("_", " "),
                    value=stored[name],
                    wanted=value,
                    hint="It goes on with its own options; to use others, start anew without --resume.",
                )
        return options

    def as_dict(self) -> dict[str, Any]:
        """The options in the form that `resume_from` takes."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a training is run. They do not change the model."""

    device: Device = "auto"
    strategy: StrategyName | None = None  #: how the replicas of the network are distributed; None: there is one
    folds: int | None = None  #: number of folds in which figures are measured, too; None: they are not
    resume: bool = False
    force: bool = False
    defer_network: bool = False  #: leave `model.keras` to whoever runs `imprint` next
