"""The pairs of people that a model confuses most easily."""

from collections.abc import Sequence
from dataclasses import dataclass

from visavis.recognition.decision import lead
from visavis.recognition.report import SearchResult


@dataclass(frozen=True, slots=True)
class ConfusablePair:
    """Two people, and how often and how nearly they are confused."""

    first: str
    second: str
    confusions: int  #: number of pictures of one whose best candidate is the other
    lead: float  #: smallest lead of the right one over the other, in log-odds; negative if the other was ahead


def confusable_pairs(searches: Sequence[SearchResult], limit: int = 10) -> list[ConfusablePair]:
    """The pairs whose scores were closest in some picture of one of them, the closest first.

    They follow from the searches alone, as in report.json: without embeddings there are no neighbors to look up.
    """
    confusions: dict[tuple[str, str], int] = {}
    leads: dict[tuple[str, str], float] = {}
    for search in searches:
        match = search.match
        if search.truth is None or match is None or match.best is None or match.runner_up is None:
            continue
        second, score = match.runner_up
        ahead = lead(match.score, score)
        if search.is_right:
            pair, own = _pair(search.truth, second), ahead
        else:  # the right one may be anywhere behind; the runner-up bounds its score
            pair, own = _pair(search.truth, match.best), -ahead
            confusions[pair] = confusions.get(pair, 0) + 1
        leads[pair] = min(own, leads.get(pair, own))
    pairs = [ConfusablePair(*pair, confusions.get(pair, 0), smallest) for pair, smallest in leads.items()]
    return sorted(pairs, key=lambda each: (-each.confusions, each.lead, each.first, each.second))[:limit]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
