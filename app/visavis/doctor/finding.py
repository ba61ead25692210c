"""What a check found."""

from dataclasses import dataclass
from typing import Literal

CheckStatus = Literal["ok", "warning", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check."""

    status: CheckStatus
    what: str  #: one or two sentences
    advice: str = ""  #: what to do; empty if there is nothing to do
