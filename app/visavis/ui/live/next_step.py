"""What to do next, said over the live picture."""

from dataclasses import dataclass
from enum import Enum

from visavis.ui.text.language import translate


class NextAction(Enum):
    """What the button beside the sentence does."""

    CAPTURE = "capture"
    TRAIN = "train"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence on what is missing, and the action that helps."""

    text: str
    action: NextAction


def next_step(enrolled: int, unlearned: int) -> NextStep | None:
    """What is missing before everybody is recognized; None if nothing is.

    Parameters
    ----------
    enrolled : int
        Number of people.
    unlearned : int
        Number of people with pictures whom the model in use cannot name.
    """
    if not enrolled:
        return NextStep(translate("NextStep", "Nobody is enrolled yet."), NextAction.CAPTURE)
    if unlearned:
        one = translate("NextStep", "1 person is not learned yet.")
        several = translate("NextStep", "%n people are not learned yet.", None, unlearned)
        return NextStep(one if unlearned == 1 else several, NextAction.TRAIN)
    return None
