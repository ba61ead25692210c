"""Scheduling: where to search and which faces to recognize in a frame. Pure functions."""

from dataclasses import dataclass
from enum import Enum

from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

#: Seconds between recognitions of a face with a settled name whose view changed: at 30 frames a second, another person
#: who took its place gradually is noticed within ten frames. An abrupt change is noticed sooner (`Track.with_glimpse`).
_CHANGED_INTERVAL_S = 0.25
#: Seconds between recognitions of a face with a settled name whose view did not change.
_UNCHANGED_INTERVAL_S = 1.0
#: Seconds between the first and the second recognition of a face without a name.
_FIRST_INTERVAL_S = 0.1
#: Factor by which this interval grows with each recognition. Of LFW's people, 99.6 % get their name at the first
#: observation (`decision.allowance`), so later ones of an unknown face seldom change its answer. In a film of 275
#: frames with 12 tracks, ten of them of strangers, a factor of 2 took 88 recognitions and 1.4 took 96, with the same
#: answers.
_INTERVAL_GROWTH = 2.0
#: Upper limit of the growing interval, in seconds.
_MAX_INTERVAL_S = 1.0
#: Seconds between recognitions of an unknown face that may become known: every second frame at 30 frames a second.
_PROMISING_INTERVAL_S = 0.066
#: Observations after which the interval of a promising face grows, too. Measured (`decision.allowance`): people who
#: are named at all are named by the third.
_ENOUGH_OBSERVATIONS = 8
#: Observations after which a name is settled. Until then its face is recognized as often as one without a name.
SETTLED_OBSERVATIONS = 2
#: Growth of the face's width over the largest width observed, from which the view is better and worth recognizing.
_BETTER_VIEW = 1.3
#: Seconds between recognitions of a doubtful face.
_DOUBTFUL_INTERVAL_S = 0.06
#: Tolerance in seconds when times are compared: they are sums of frame durations.
_TOLERANCE_S = 1e-6
#: Number of tracks up to which each is recognized as often as said above. With more, the intervals grow in proportion.
_CROWD = 5


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """How much work a frame may take. The defaults suit a computer with two cores at 30 frames a second."""

    search_interval_s: float = 0.5  #: between searches while all tracks are seen; they cover what changed
    full_interval_s: float = 2.0  #: between searches of the whole frame while all tracks are seen
    idle_interval_s: float = 0.1  #: between searches while there is no track, or one is lost
    max_recognitions: int = 4  #: faces recognized per frame
    smallest_face_px: int | None = 40
    """Width in pixels at which the smallest face wanted is searched. It sets the resolution. None: as for stills."""

    @property
    def values(self) -> tuple[float, float, float, int, int | None]:
        """The limits in their order, as a recording has them."""
        intervals = (self.search_interval_s, self.full_interval_s, self.idle_interval_s)
        return (*intervals, self.max_recognitions, self.smallest_face_px)


DEFAULT = WorkLimits()
#: For videos that need not keep pace: searched as stills are, in every frame in which a face is lost.
OFFLINE = WorkLimits(
    search_interval_s=0.2, full_interval_s=0.2, idle_interval_s=0.0, max_recognitions=8, smallest_face_px=None
)


class SearchScope(Enum):
    """Where and how thoroughly to search for faces."""

    NONE = "nowhere"
    CHANGES = "the changed regions, coarsely"
    COARSE = "the whole frame, coarsely"
    FULL = "the whole frame, thoroughly"


def search_scope(
    tracks: Tracks, now: float, last_search: float | None, last_frame_search: float | None, limits: WorkLimits
) -> SearchScope:
    """Decide where to search for faces at time `now`.

    Parameters
    ----------
    last_search : float or None
        Time of the last search of any kind; None if there was none.
    last_frame_search : float or None
        Time of the last search of the whole frame, coarse or full.
    """
    if last_search is None or last_frame_search is None:
        return SearchScope.FULL
    since_search = now - last_search + _TOLERANCE_S
    since_frame_search = now - last_frame_search + _TOLERANCE_S
    all_seen = len(tracks) > 0 and not tracks.lost_at(now)
    if since_search < (limits.search_interval_s if all_seen else limits.idle_interval_s):
        return SearchScope.NONE
    if limits.smallest_face_px is None:
        return SearchScope.FULL
    if not all_seen:
        is_due = len(tracks) > 0 or since_frame_search >= limits.search_interval_s
        return SearchScope.FULL if is_due else SearchScope.CHANGES
    if since_frame_search >= limits.full_interval_s:
        return SearchScope.COARSE
    # a track that the last search of the whole frame did not detect gets a thorough one, and sooner
    undetected_s = now - min(track.detected_at for track in tracks) + _TOLERANCE_S
    return SearchScope.FULL if undetected_s >= limits.full_interval_s else SearchScope.CHANGES


def due_for_recognition(tracks: Tracks, now: float, limits: WorkLimits) -> list[Track]:
    """The tracks seen at time `now` to recognize in this frame, most urgent first."""
    urgencies = {track.id: _urgency(track, now, len(tracks)) for track in tracks.seen_at(now)}
    due = sorted((track_id for track_id in urgencies if urgencies[track_id] >= 1), key=lambda id_: -urgencies[id_])
    return [tracks[track_id] for track_id in due[: limits.max_recognitions]]


def _urgency(track: Track, now: float, track_count: int) -> float:
    """Time waited as a multiple of the track's interval: due from 1. New tracks come first, then doubtful ones."""
    if track.recognized_at is None:
        return 2000.0
    waited = now - track.recognized_at + _TOLERANCE_S
    if track.doubtful and (track.mismatches or waited >= _DOUBTFUL_INTERVAL_S):
        return 1000.0 + waited
    return waited / (recognition_interval(track) * max(track_count / _CROWD, 1.0))


def recognition_interval(track: Track) -> float:
    """Seconds between two recognitions of a track."""
    name, embedding = track.name_state.name, track.embedding
    if track.name_state.contradictions:
        return _FIRST_INTERVAL_S
    if name is not None and embedding.observations >= SETTLED_OBSERVATIONS:
        return _CHANGED_INTERVAL_S if track.has_changed else _UNCHANGED_INTERVAL_S
    if track.face.box.width > _BETTER_VIEW * embedding.max_width:
        return _FIRST_INTERVAL_S
    if track.name_state.is_promising:
        return _grow(_PROMISING_INTERVAL_S, embedding.observations - _ENOUGH_OBSERVATIONS)
    interval = _grow(_FIRST_INTERVAL_S, embedding.attempts - 1)
    return min(interval, _CHANGED_INTERVAL_S) if name is not None else interval


def _grow(first_s: float, steps: int) -> float:
    return min(first_s * _INTERVAL_GROWTH ** min(max(steps, 0), 20), _MAX_INTERVAL_S)
