"""What a track is called: names do not flicker, and nobody is in two places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from visavis.recognition.match import NOBODY, Doubt, Match

#: Decisions in a row that must say otherwise before a name goes.
_STEADY = 3


@dataclass(frozen=True, slots=True)
class NameState:
    """What a track is called at the moment, and how many decisions in a row have said otherwise."""

    match: Match = NOBODY
    against: int = 0

    @property
    def name(self) -> str | None:
        return self.match.name

    def decided(self, proposal: Match, threshold: float) -> "NameState":
        """The standing after one more decision.

        A name is given at the line for videos (`decision.allowance`) and stays down to that for stills: the
        band between them is the hysteresis. What speaks against it must do so several times.

        Parameters
        ----------
        proposal : Match
            What all looks so far say.
        threshold : float
            The least score for a name in a still.
        """
        held = self.match.name
        if held is None or proposal.name == held:
            return NameState(proposal)
        if proposal.name is None and proposal.best == held and proposal.doubt is Doubt.FAR:
            kept = replace(proposal, name=held, doubt=None)
            if proposal.score >= threshold:
                return NameState(kept)
        if self.against + 1 < _STEADY and proposal.doubt is not Doubt.VETOED:
            return NameState(self.match, self.against + 1)
        return NameState(proposal)


def apart(standings: Sequence[NameState], before: Sequence[NameState]) -> list[NameState]:
    """The standings of the tracks in one frame, without a name that stands twice.

    Whoever had it in the frame before, `before`, keeps it until decisions say otherwise (`decided`); the other
    is unknown for as long.
    """
    holds = [new.name is not None and new.name == old.name for new, old in zip(standings, before, strict=True)]
    taken: set[str | None] = {None}
    result = list(standings)
    for index in sorted(range(len(result)), key=lambda index: not holds[index]):
        standing = result[index]
        if standing.name is not None and standing.name in taken:
            result[index] = NameState(replace(standing.match, name=None, doubt=Doubt.TAKEN))
        taken.add(standing.name)
    return result
