"""The tracks of a frame as one value."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from visavis.imaging.geometry import Box
from visavis.recognition.match import Doubt
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.track import Track


class Tracks:
    """Tracks by ID. Iterating gives them in the order of their IDs, oldest first.

    Immutable: methods that change something return a new value.
    """

    def __init__(self, tracks: Iterable[Track] = ()) -> None:
        self._by_id = {track.id: track for track in sorted(tracks, key=lambda track: track.id)}

    def __iter__(self) -> Iterator[Track]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, track_id: int) -> Track:
        return self._by_id[track_id]

    @property
    def boxes(self) -> dict[int, Box]:
        """The last known box of each track, by track ID."""
        return {track.id: track.face.box for track in self}

    def boxes_at(self, now: float) -> dict[int, Box]:
        """The predicted box of each track at time `now`, by track ID."""
        return {track.id: track.motion.box_at(now) for track in self}

    def seen_at(self, now: float) -> "Tracks":
        """The tracks whose faces were found in the frame of time `now`."""
        return Tracks(track for track in self if track.seen_at == now)

    def lost_at(self, now: float) -> "Tracks":
        """The tracks whose faces were not found in the frame of time `now`."""
        return Tracks(track for track in self if track.seen_at < now)

    def active(self, now: float) -> "Tracks":
        """The tracks that have not ended at time `now`."""
        return Tracks(track for track in self if not track.has_ended(now))

    def replace(self, *tracks: Track) -> "Tracks":
        """With these tracks in place of those that have their IDs; tracks with other IDs are added."""
        return Tracks({**self._by_id, **{track.id: track for track in tracks}}.values()) if tracks else self

    def without(self, ids: Collection[int]) -> "Tracks":
        """Without the tracks that have these IDs."""
        return Tracks(track for track in self if track.id not in ids)

    def with_unique_names(self, now: float) -> "Tracks":
        """With each name on one track only, so that no person appears in two places.

        A track whose face was found at time `now` keeps a name before a lost one does, and an older track before a
        newer one. The other track is unknown.
        """
        taken: set[str] = set()
        unnamed: list[Track] = []
        for track in (*self.seen_at(now), *self.lost_at(now)):
            match = track.name_state.match
            if match.name is None:
                continue
            if match.name in taken:
                state = NameState(replace(match, name=None, doubt=Doubt.TAKEN))
                unnamed.append(replace(track, name_state=state))
            taken.add(match.name)
        return self.replace(*unnamed)
