"""What a user wants of a training."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from visavis.errors import TrainingError
from visavis.networks.engine import Device
from visavis_training.cnn64.recipe import RECIPES, Name, Recipe

#: Blocks of the embedding network that may be fine-tuned: its last stage, of 256 channels.
TUNABLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What shapes the model; an interrupted training goes on with its own."""

    network: Literal["embedding", "cnn64"] = "embedding"
    recipe: Name = "tuned"
    epochs: int | None = None
    batch_size: int | None = None
    seed: int = 0
    no_augment: bool = False
    fine_tune: int | None = None

    def __post_init__(self) -> None:
        if self.network == "cnn64" and self.fine_tune is not None:
            raise TrainingError("Fine-tuning is for the embedding network: cnn64 learns all of itself anyway.", hint="")
        if self.fine_tune is not None and not 1 <= self.fine_tune <= TUNABLE:
            raise TrainingError(
                "The last {limit} blocks can be fine-tuned, not {blocks}.",
                hint="What lies below them sees edges and shades, whoever it is.",
                limit=TUNABLE,
                blocks=self.fine_tune,
            )

    @property
    def fitting(self) -> Recipe:
        """The recipe with what is wanted otherwise."""
        chosen = RECIPES[self.recipe]
        return chosen.with_options(self.epochs, self.batch_size, augment=not self.no_augment)

    @classmethod
    def resumed(cls, stored: Mapping[str, Any], given: Mapping[str, Any]) -> Self:
        """The options of an interrupted training, unless what is given now says otherwise.

        Raises
        ------
        TrainingError
            If it does.
        """
        options = cls(**stored)
        for name, value in given.items():
            if stored[name] != value:
                raise TrainingError(
                    "The interrupted training has {option} {value}, not {wanted}.",
                    hint="It goes on with its own options; to use others, start anew without --resume.",
                    option=name.replace("_", " "),
                    value=stored[name],
                    wanted=value,
                )
        return options

    def as_dict(self) -> dict[str, Any]:
        """What `resumed` takes back."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """How a training is run; none of this shapes the model."""

    device: Device = "auto"
    resume: bool = False
    force: bool = False
