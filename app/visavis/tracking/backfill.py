"""Names in hindsight: for a video that is read as a whole, what is known of a track in the end holds from its start."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np

from visavis.pipeline import Analysis
from visavis.recognition.match import Doubt, Match
from visavis.tracking.track import LOST_S

#: Frames that are held back at most: ten minutes at 30 a second, 20 MB. What is unclear after that stays so.
_MOST = 18_000
_NO_IMAGE = np.zeros((0, 0, 3), np.uint8)


def _as_it_is(match: Match) -> Match:
    return match


def settled(
    analyses: Iterable[Analysis], judged: Callable[[Match], Match] = _as_it_is, most: int = _MOST
) -> Iterator[Analysis]:
    """The analyses of a video, in order, each as soon as all its tracks have ended; without their pictures.

    Every track has the name that it ended with in all its frames. Where two would have one name in a frame, the better
    score has it.

    Parameters
    ----------
    judged : callable
        What becomes of the answer that a track ended with, now that there is no other.
    most : int
        Analyses that are held back at most; the oldest are then given with what is known so far.
    """
    waiting: deque[Analysis] = deque()
    last: dict[int | None, float] = {}  # when each track was in the picture last
    matches: dict[int | None, Match] = {}
    for analysis in analyses:
        now = analysis.frame.time
        for answer in analysis.answers:
            last[answer.track], matches[answer.track] = now, answer.match
        waiting.append(replace(analysis, frame=replace(analysis.frame, image=_NO_IMAGE)))
        while waiting and (len(waiting) > most or not _goes_on(waiting[0], last, now)):
            yield _named(waiting.popleft(), matches, judged)
        if not waiting:
            last, matches = {}, {}
    for analysis in waiting:
        yield _named(analysis, matches, judged)


def _goes_on(analysis: Analysis, last: dict[int | None, float], now: float) -> bool:
    """Whether a track in it may still be seen again, and learn who it is."""
    return any(0 <= now - last[answer.track] <= LOST_S for answer in analysis.answers)


def _named(analysis: Analysis, matches: dict[int | None, Match], judged: Callable[[Match], Match]) -> Analysis:
    answers = [
        answer if answer.track is None else replace(answer, match=judged(matches[answer.track]))
        for answer in analysis.answers
    ]
    taken: set[str | None] = {None}
    for index in sorted(range(len(answers)), key=lambda index: -answers[index].match.score):
        match = answers[index].match
        if match.name is not None and match.name in taken:
            answers[index] = replace(answers[index], match=replace(match, name=None, doubt=Doubt.TAKEN))
        taken.add(match.name)
    return replace(analysis, answers=tuple(answers))
