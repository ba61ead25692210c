"""What forgetting a person does to a model."""

from dataclasses import dataclass
from enum import Enum

from visavis.messages import Message

#: Why a model is retired; card.json has the English text.
FORGOTTEN = Message("someone it was trained on was forgotten")
#: Why a model is retired; card.json has the English text.
OUTDATED = Message("it was made for an earlier recognition network")


class ModelOutcome(Enum):
    """What became of a model."""

    UPDATED = "updated"
    """Their template was removed."""
    RETIRED = "retired"
    """Its network was trained on them and cannot unlearn them: its files were deleted, its card is kept."""
    REMOVED = "removed"
    """Its card could not be read, so it was deleted."""
    DELETED = "deleted"
    """It learned from people's chips, and does not say from whose, so it was deleted."""
    INCOMPLETE = "incomplete"
    """It has no Keras network: none was written yet, or the one that had their template was removed."""


@dataclass(frozen=True, slots=True)
class ModelChange:
    """A model, and what became of it. It does not say who was forgotten."""

    model: str
    outcome: ModelOutcome

    @property
    def message(self) -> Message:
        match self.outcome:
            case ModelOutcome.UPDATED:
                return Message("Model {model} no longer knows them.", model=self.model)
            case ModelOutcome.RETIRED:
                return Message("Model {model} was retired: {reason}.", model=self.model, reason=FORGOTTEN)
            case ModelOutcome.REMOVED:
                return Message("Model {model} was damaged, and may have known them: it was removed.", model=self.model)
            case ModelOutcome.DELETED:
                return Message("The denoiser may have learned from them: it was deleted.")
            case ModelOutcome.INCOMPLETE:
                return Message(
                    "Model {model} recognizes people, but its model.keras could not be written.",
                    model=self.model,
                )
