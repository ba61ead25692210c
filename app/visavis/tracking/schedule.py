"""Where to look, and when: decisions of the pipeline that cost time, as pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from visavis.tracking.track import Track

#: Seconds after which a track whose name stands is looked at again, if it looks otherwise than before: at 30 frames a
#: second, someone else who took its place little by little is noticed within ten frames (where it looks otherwise all
#: at once, `Track.glimpsed` does not wait); and if it looks the same.
_AGAIN_S, _CALM_S = 0.25, 1.0
#: Seconds to the second look at a face without a name, by how much the pause then grows, and how long it gets.
_PAUSE_S, _GROWTH, _LONGEST_PAUSE_S = 0.1, 1.4, 1.0
#: Seconds between looks at a face that may become known: its best candidate has this score at least. Strangers, as a
#: rule, have less (`scoring.calibration`: 0.5 is where a score says nothing). Measured on a clip of somebody enrolled
#: from two pictures beside 22 people: 149 of their faces named, with 0.15 s 119; 53 looks instead of 47.
_SOON_S, _PROMISING = 0.066, 0.05
#: Looks after which such pauses grow, too: what is known of a face is the mean of some twenty by then.
_ENOUGH = 20
#: Looks after which a name is settled; until then it is looked at as often as one without a name.
SETTLED = 4
#: How much wider than ever before a face must be for a better view.
_WIDER = 1.3
#: Seconds between looks at a face that may have changed, while looks do not tell.
_DOUBT_S = 0.06
#: Seconds by which times may be off: they are sums of frames' lengths.
_TINY_S = 1e-6
#: Tracks up to which all get the attention above; more share what that costs.
_CROWD = 5


@dataclass(frozen=True, slots=True)
class SearchPace:
    """What may be spent. The defaults suit a computer of two cores at 30 frames a second."""

    search_s: float = 0.5  #: seconds between searches while faces are followed: where something is new, ...
    whole_s: float = 2.0  #: ... and of the whole frame, though nothing is
    idle_s: float = 0.1  #: ... of the whole frame while nobody is there, or somebody is missing
    looks: int = 4  #: faces that are recognized in one frame, at most
    finest: int | None = 40
    """Width, in pixels, at which the smallest face wanted is searched: it sets the resolution. None: as for stills."""


STEADY = SearchPace()
#: For a video that is read at leisure: searched as stills are, in every frame where somebody is missing.
THOROUGH = SearchPace(search_s=0.2, whole_s=0.2, idle_s=0.0, looks=8, finest=None)


class SearchScope(Enum):
    """Where to search for faces."""

    NOWHERE = "nowhere"
    NEWS = "where the frame is new"
    BRIEF = "the whole frame, briefly"
    WHOLE = "the whole frame"


def search(
    tracks: Sequence[Track], now: float, last: float | None, whole: float | None, pace: SearchPace
) -> SearchScope:
    """Where to search at `now`.

    Parameters
    ----------
    last, whole : float or None
        When any search was before, and one of the whole frame; None: never.
    """
    if last is None or whole is None:
        return SearchScope.WHOLE
    everybody_there = bool(tracks) and all(track.seen == now for track in tracks)
    if now - last + _TINY_S < (pace.search_s if everybody_there else pace.idle_s):
        return SearchScope.NOWHERE
    if pace.finest is None:
        return SearchScope.WHOLE
    if not everybody_there:
        return SearchScope.WHOLE if tracks or now - whole + _TINY_S >= pace.search_s else SearchScope.NEWS
    if now - whole + _TINY_S >= pace.whole_s:
        return SearchScope.BRIEF
    # whom the last search of the whole frame did not find is searched for thoroughly, and more often
    unconfirmed = now - min(track.found for track in tracks) + _TINY_S >= pace.whole_s
    return SearchScope.WHOLE if unconfirmed else SearchScope.NEWS


def chosen(tracks: Sequence[Track], now: float, pace: SearchPace) -> list[int]:
    """Which of the tracks seen at `now` to recognize in this frame, most urgent first."""
    urgencies = [(_urgency(track, now, len(tracks)), -index) for index, track in enumerate(tracks) if track.seen == now]
    return [-index for urgency, index in sorted(urgencies, reverse=True) if urgency >= 1][: pace.looks]


def _urgency(track: Track, now: float, crowd: int) -> float:
    """How long a track has waited for a look, in pauses it should wait: due from 1 on."""
    if track.asked is None:
        return 2000.0
    waited = now - track.asked + _TINY_S
    if track.doubtful and (track.strikes or waited >= _DOUBT_S):
        return 1000.0 + waited
    return waited / (pause(track) * max(crowd / _CROWD, 1.0))


def pause(track: Track) -> float:
    """Seconds that pass between two looks at a track."""
    looks = track.evidence.looks
    if track.standing.name is not None and looks >= SETTLED:
        return _AGAIN_S if track.changed else _CALM_S
    if track.face.box.width > _WIDER * track.evidence.width:
        return _PAUSE_S
    if track.standing.name is None and track.standing.match.score >= _PROMISING:
        return min(_SOON_S * _GROWTH ** min(max(looks - _ENOUGH, 0), 20), _LONGEST_PAUSE_S)
    grown = min(_PAUSE_S * _GROWTH ** min(max(track.evidence.tries - 1, 0), 20), _LONGEST_PAUSE_S)
    return min(grown, _AGAIN_S) if track.standing.name is not None else grown
