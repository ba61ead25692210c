"""How many strangers a model names at a threshold: the one figure that the settings, dialogs and reports show.

The shipped calibration says how many it is for a gallery of some size. The user's own searches correct it where they
clearly contradict it: then the nearest share counts that they do not contradict. So the threshold for an asked share
moves until both agree, and stays where there is too little to tell.
"""

import math
from dataclasses import dataclass

from visavis.messages import Message
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import log_odds, sigmoid
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.thresholds import Strangers, deviations, fpir_at

#: Shares of strangers between which a threshold is looked for.
_LEAST, _MOST = 1e-9, 0.5
#: How much below the share at which an own search would just be named the threshold is set, as a share of it: rounding
#: must not name that search.
_CLEARANCE = 1e-6
#: Steps of the bisection: they halve the distance of the logarithms of those shares to less than a billionth.
_STEPS = 40


@dataclass(frozen=True, slots=True)
class StrangerRate:
    """The share of strangers who are named at a threshold, and what it rests on."""

    share: float | None  #: 0..1; None if nothing is known
    named: int = 0  #: own searches that return a name at an equally strict threshold
    searches: int = 0  #: number of own searches

    @property
    def one_in(self) -> int | None:
        """The n of "1 in n strangers", rounded to two digits; None if the share is 0 or not known."""
        return int(float(f"{1 / self.share:.1e}")) if self.share else None

    @property
    def description(self) -> Message:
        """The share and its basis in words: the same ones wherever the figure is shown."""
        if self.share is None:
            return Message("How many strangers are given a name is not known: no strangers could be tried.")
        if self.one_in is None:
            return Message(
                "With your own pictures as strangers, none of {count} was given a name.",
                count=self.searches,
            )
        if not self.searches:
            return Message(
                "About 1 in {few} strangers is given a name, as other people's pictures show.", few=self.one_in
            )
        return Message(
            "About 1 in {few} strangers is given a name. With your own pictures as strangers, {named} of {count} got "
            "one.",
            few=self.one_in,
            count=self.searches,
            named=self.named,
        )


@dataclass(frozen=True, slots=True)
class StrangerRates:
    """The share of strangers whom a model names, at any threshold and for any gallery."""

    calibration: Calibration
    strangers: Strangers | None = None
    """The distribution of strangers' similarities. None: the network has no shipped calibration, and only the own
    searches count."""
    own: OwnSearches | None = None

    def at(self, people: int, threshold: float) -> StrangerRate:
        """Return the share for a gallery of `people` at a threshold, a score 0..1."""
        line = log_odds(threshold)
        if self.strangers is None or people < 1:
            if self.own is None:
                return StrangerRate(None)
            named = self.own.count_named(line)
            return StrangerRate(named / self.own.searches, named, self.own.searches)
        shipped = self._shipped_share(people, line)
        share = self._agreed_share(shipped)
        if self.own is None:
            return StrangerRate(share)
        own_line = self._line(self.own.gallery, shipped)
        return StrangerRate(share, self.own.count_named(own_line), self.own.searches)

    def threshold(self, people: int, fpir: float) -> float:
        """Return the lowest threshold, a score 0..1, at which at most a share `fpir` of strangers is named.

        Raises
        ------
        ValueError
            If there is no shipped calibration, or the gallery is empty.
        """
        agreed = self._agreed_share(fpir)
        if agreed == fpir:
            return sigmoid(self._line(people, fpir))
        low, high = (math.log(end) for end in ((_LEAST, fpir) if agreed > fpir else (fpir, _MOST)))
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._agreed_share(math.exp(middle)) <= fpir else (low, middle)
        return sigmoid(self._line(people, math.exp(low) * (1 - _CLEARANCE)))

    def _agreed_share(self, shipped: float) -> float:
        """The share nearest to a shipped one that the own searches do not clearly contradict."""
        if self.own is None:
            return shipped
        low, high = self.own.interval(self._line(self.own.gallery, shipped))
        return min(max(shipped, low), high)

    def _line(self, people: int, shipped: float) -> float:
        """The threshold in log-odds for a shipped share."""
        if self.strangers is None:
            raise ValueError("a network without a shipped calibration has no threshold for a rate")
        cosine = self.strangers.mean + self.strangers.deviation * deviations(people, shipped)
        return self.calibration.slope * cosine + self.calibration.offset

    def _shipped_share(self, people: int, line: float) -> float:
        """The shipped share at a threshold in log-odds."""
        assert self.strangers is not None
        cosine = (line - self.calibration.offset) / self.calibration.slope
        return fpir_at(people, (cosine - self.strangers.mean) / self.strangers.deviation)
