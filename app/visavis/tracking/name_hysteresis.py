"""Hysteresis for the name of a track, so that names do not flicker."""

from dataclasses import dataclass, replace

from visavis.recognition.decision import lead
from visavis.recognition.match import PENDING, Doubt, Match

#: Consecutive decisions against a name that remove it.
_MIN_CONTRADICTIONS = 3
#: By how much the best score of an unknown face may be below the threshold, in log-odds, if it may become known: half a
#: standard deviation of the similarities of strangers, of whom 4 % come that near.
_PROMISING_LEAD = 1.0


@dataclass(frozen=True, slots=True)
class NameState:
    """The current answer for a track, and how many consecutive decisions contradicted it."""

    match: Match = PENDING
    contradictions: int = 0
    is_promising: bool = False  #: whether the face is unknown and may become known: its score is near the threshold

    @property
    def name(self) -> str | None:
        return self.match.name

    def with_decision(self, proposal: Match, threshold: float) -> "NameState":
        """The state after one more decision.

        A name is given from the threshold for videos (`decision.allowance`), and kept down to the lower threshold for
        stills. A decision below that removes the name only after several in a row; a rejection by the user removes it
        at once.

        Parameters
        ----------
        proposal : Match
            The decision on all observations so far.
        threshold : float
            Minimum score for a name in a still.
        """
        held = self.match.name
        is_promising = proposal.name is None and lead(threshold, proposal.score) <= _PROMISING_LEAD
        if held is None or proposal.name == held:
            return NameState(proposal, is_promising=is_promising)
        if proposal.name is None and proposal.best == held and proposal.doubt is Doubt.FAR:
            kept = replace(proposal, name=held, doubt=None)
            if proposal.score >= threshold:
                return NameState(kept)
        if self.contradictions + 1 < _MIN_CONTRADICTIONS and proposal.doubt is not Doubt.VETOED:
            return NameState(self.match, self.contradictions + 1)
        return NameState(proposal, is_promising=is_promising)
