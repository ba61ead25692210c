"""What the liveness hint says of a face: cues for it and against it, and the state that follows."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Any


class TurnSide(Enum):
    """A side to turn the head to: the person's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def sign(self) -> int:
        """Of the parallax of a head turned there (`view.LivenessView`). The person's left is on the frame's right."""
        return 1 if self is TurnSide.LEFT else -1


class ConfirmCue(Enum):
    """What a live person does and a photo does not. A replayed video may do it as well."""

    TURNED = "turned"  #: the head turned to the side that was asked for
    BLINKED = "blinked"  #: both eyes closed and opened


class DenyCue(Enum):
    """What a picture of a face does and a face does not."""

    FLAT = "flat"  #: the face was tilted, and all of it moved as a plane does
    LIFELESS = "lifeless"  #: nothing in the face changed for seconds


class LivenessState(Enum):
    """The answer to whether a live person is there."""

    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class LivenessHint:
    """The state of a face, and the cue that it rests on."""

    state: LivenessState = LivenessState.UNDECIDED
    cue: ConfirmCue | DenyCue | None = None  #: None exactly if undecided
    turn: TurnSide | None = None  #: where the person is asked to turn now; only while undecided

    def as_json(self) -> dict[str, Any]:
        """Return what `live --headless --json` prints (docs/liveness.md)."""
        return {
            "state": self.state.value,
            "cue": self.cue.value if self.cue else None,
            "turn": self.turn.value if self.turn else None,
        }


def decide(
    confirmed_by: Collection[ConfirmCue], denied_by: Collection[DenyCue], turn: TurnSide | None = None
) -> LivenessHint:
    """The hint that follows from all cues so far.

    One deny cue denies, however many cues confirm. Nothing is averaged: an attacker who adds cues gains nothing.

    Parameters
    ----------
    turn : TurnSide, optional
        Where the person is asked to turn now.
    """
    for deny in DenyCue:
        if deny in denied_by:
            return LivenessHint(LivenessState.DENIED, deny)
    for confirm in ConfirmCue:
        if confirm in confirmed_by:
            return LivenessHint(LivenessState.CONFIRMED, confirm)
    return LivenessHint(turn=turn)
