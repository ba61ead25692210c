"""Where to look, and when: decisions of the pipeline that cost time, as pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from visavis.tracking.track import Track

#: Seconds after which a track whose name stands is looked at again: at 30 frames a second, someone else who took its
#: place is noticed within ten frames.
_AGAIN_S = 0.25
#: Seconds to the second look at a face without a name, by how much the pause then grows, and how long it gets.
_PAUSE_S, _GROWTH, _LONGEST_PAUSE_S = 0.1, 1.4, 1.0
#: Seconds between looks at a face that may become known: its best candidate has this score at least. Strangers, as a
#: rule, have less (`visavis.calibration`: 0.5 is where a score says nothing).
_SOON_S, _PROMISING = 0.15, 0.05
#: Looks after which a name is settled; until then it is looked at as often as one without a name.
_SETTLED = 4
#: How much wider than ever before a face must be for a better view.
_WIDER = 1.3
#: Seconds between looks at a face that may have changed, while looks do not tell.
_DOUBT_S = 0.06
#: Tracks up to which all get the attention above; more share what that costs.
_CROWD = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """What may be spent. The defaults suit a computer of two cores at 30 frames a second."""

    search_s: float = 0.5  #: seconds between searches of the whole frame while faces are followed
    idle_s: float = 0.1  #: ... while there are none
    looks: int = 4  #: faces that are recognized in one frame, at most
    finest: int | None = 40
    """Width, in pixels, at which the smallest face wanted is searched: it sets the resolution. None: as for stills."""


STEADY = Pace()
#: For a video that is read at leisure: searched as stills are, in every frame where somebody is missing.
THOROUGH = Pace(search_s=0.2, idle_s=0.0, looks=8, finest=None)


def search_due(tracks: Sequence[Track], now: float, last: float | None, pace: Pace) -> bool:
    """Whether to search the whole frame at `now`; `last` is when that was done before, or None."""
    if last is None:
        return True
    everybody_there = bool(tracks) and all(track.seen == now for track in tracks)
    return now - last >= (pace.search_s if everybody_there else pace.idle_s)


def chosen(tracks: Sequence[Track], now: float, pace: Pace) -> list[int]:
    """Which of the tracks seen at `now` to recognize in this frame, most urgent first."""
    urgencies = [(_urgency(track, now, len(tracks)), -index) for index, track in enumerate(tracks) if track.seen == now]
    return [-index for urgency, index in sorted(urgencies, reverse=True) if urgency >= 1][: pace.looks]


def _urgency(track: Track, now: float, crowd: int) -> float:
    """How long a track has waited for a look, in pauses it should wait: due from 1 on."""
    if track.asked is None:
        return 2000.0
    waited = now - track.asked + 1e-6  # times are sums of frames' lengths
    if track.doubtful and (track.strikes or waited >= _DOUBT_S):
        return 1000.0 + waited
    return waited / (pause(track) * max(crowd / _CROWD, 1.0))


def pause(track: Track) -> float:
    """Seconds that pass between two looks at a track."""
    looks = track.evidence.looks
    if track.standing.name is not None and looks >= _SETTLED:
        return _AGAIN_S
    if track.face.box.width > _WIDER * track.evidence.width:
        return _PAUSE_S
    if track.standing.name is None and track.standing.match.score >= _PROMISING:
        return _SOON_S
    grown = min(_PAUSE_S * _GROWTH ** min(max(track.evidence.tries - 1, 0), 20), _LONGEST_PAUSE_S)
    return min(grown, _AGAIN_S) if track.standing.name is not None else grown
