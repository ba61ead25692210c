"""The result of comparing two models on the same searches."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PairedResult:
    """How two models answered the same searches."""

    model: str  #: ID of the current model
    searches: int  #: 0 if no picture of the shared people is new to both
    lost: int = 0  #: right with the current model, wrong with the new one
    won: int = 0  #: wrong with the current model, right with the new one
