"""Who is closest to being taken for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from visavis.recognition.decision import lead
from visavis.recognition.report import SearchResult


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two people, as a model sees them."""

    first: str
    second: str
    taken: int  #: pictures of one of them whose best candidate is the other
    lead: float  #: least lead of the right one over the other, in log-odds; below 0 where the other was ahead


def alike(searches: Sequence[SearchResult], most: int = 10) -> list[Likeness]:
    """The pairs of people who were closest in some picture of one of them, the closest first.

    Counted from searches as answered, as report.json has them: without embeddings there are no neighbors to look up.
    """
    taken: dict[tuple[str, str], int] = {}
    leads: dict[tuple[str, str], float] = {}
    for search in searches:
        match = search.match
        if search.truth is None or match is None or match.best is None or match.runner_up is None:
            continue
        second, score = match.runner_up
        ahead = lead(match.score, score)
        if search.right:
            pair, own = _pair(search.truth, second), ahead
        else:  # how far behind the right one is, only the second place tells
            pair, own = _pair(search.truth, match.best), -ahead
            taken[pair] = taken.get(pair, 0) + 1
        leads[pair] = min(own, leads.get(pair, own))
    found = [Likeness(*pair, taken.get(pair, 0), least) for pair, least in leads.items()]
    return sorted(found, key=lambda each: (-each.taken, each.lead, each.first, each.second))[:most]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
