"""Backfill: in a video that is read as a whole, the final name of a track holds from its first frame."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from visavis.pipeline import Analysis
from visavis.recognition.match import Doubt, Match
from visavis.tracking.track import MAX_LOST_S

#: Maximum number of analyses held back: ten minutes at 30 frames a second, 20 MB. Older frames keep the name that their
#: track had by then.
_MAX_PENDING = 18_000
_NO_IMAGE = np.zeros((0, 0, 3), np.uint8)

_Matches = Mapping[int | None, Match]


def _keep_match(match: Match) -> Match:
    return match


def backfill_names(
    analyses: Iterable[Analysis], decide: Callable[[Match], Match] = _keep_match, max_pending: int = _MAX_PENDING
) -> Iterator[Analysis]:
    """Yield the analyses of a video in order, each once all its tracks have ended, without their images.

    Each track has its final name in all its frames. Where two tracks would have the same name in one frame, the one
    with the better score gets it.

    Parameters
    ----------
    decide : callable
        Returns the final answer for a track from its last one.
    max_pending : int
        Maximum number of analyses held back. Beyond it the oldest is yielded with what is known so far.
    """
    pending: deque[Analysis] = deque()
    last_seen: dict[int | None, float] = {}
    matches: dict[int | None, Match] = {}
    for analysis in analyses:
        now = analysis.frame.time
        for answer in analysis.answers:
            last_seen[answer.track], matches[answer.track] = now, answer.match
        pending.append(replace(analysis, frame=replace(analysis.frame, image=_NO_IMAGE)))
        while pending and (len(pending) > max_pending or not _may_continue(pending[0], last_seen, now)):
            yield _with_final_names(pending.popleft(), matches, decide)
        if not pending:
            last_seen, matches = {}, {}
    for analysis in pending:
        yield _with_final_names(analysis, matches, decide)


def _may_continue(analysis: Analysis, last_seen: Mapping[int | None, float], now: float) -> bool:
    """Whether one of the tracks in this analysis may be seen again, and its name may still change."""
    return any(0 <= now - last_seen[answer.track] <= MAX_LOST_S for answer in analysis.answers)


def _with_final_names(analysis: Analysis, matches: _Matches, decide: Callable[[Match], Match]) -> Analysis:
    answers = [
        answer if answer.track is None else replace(answer, match=decide(matches[answer.track]))
        for answer in analysis.answers
    ]
    taken: set[str | None] = {None}
    for index in sorted(range(len(answers)), key=lambda index: -answers[index].match.score):
        match = answers[index].match
        if match.name is not None and match.name in taken:
            answers[index] = replace(answers[index], match=replace(match, name=None, doubt=Doubt.TAKEN))
        taken.add(match.name)
    return replace(analysis, answers=tuple(answers))
