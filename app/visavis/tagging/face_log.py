"""What was seen in one file: every face of every frame, compactly, and what is known of each track."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box

#: Frame rates that videos really have, in frames per second (SMPTE ST 12-1 and its doubles).
_STANDARD_RATES = (24000 / 1001, 24.0, 25.0, 30000 / 1001, 30.0, 50.0, 60000 / 1001, 60.0)
#: Relative difference up to which a measured rate is taken for a standard one: 24 and 23.976 differ by 0.1 %.
_RATE_TOLERANCE = 0.0004
#: Frame rate that is used for time codes where a file has only one frame, in frames per second.
_DEFAULT_RATE = 30.0

#: Time for which a face must be seen in a video to count, in seconds. What is found for less is often no face, or named
#: by a single observation.
_MIN_SEEN_S = 0.1

#: Columns of `FaceLog.faces`.
FRAME, TRACK, NAME, LEFT, TOP, WIDTH, HEIGHT = range(7)


@dataclass(frozen=True, slots=True, eq=False)
class TrackSummary:
    """What is known of one track, over all its frames."""

    vector: NDArray[np.float32] | None  #: weighted sum of its embeddings, shape (n,); None if none was good enough
    quality: float  #: mean weight of its observations, 0..1
    may_be_guest: bool  #: False if it is known, or looks like a person who has another face in the same frame
    best_frame: int  #: where its best observation was
    best_box: Box
    best_rank: float  #: quality of that observation, for comparing tracks
    picture: bytes  #: the best face, a JPEG; empty if it is nobody's


@dataclass(frozen=True, eq=False)
class FaceLog:
    """All faces of one file. 16 bytes a face and frame and 8 a frame, so that an hour of video takes some megabytes."""

    source: str
    is_video: bool
    size: tuple[int, int]  #: width and height of the frames, in pixels
    times: NDArray[np.float64]  #: of each frame, in seconds since the first one
    end: float  #: when the last frame ends, in seconds; 0 for a picture
    names: tuple[str, ...]  #: the people who were found
    faces: NDArray[np.int32]
    """Shape (faces, 7), in the order of the frames: frame, track, index in `names` or -1, and the box."""
    scores: NDArray[np.float32]  #: of the best candidate, shape (faces,), 0..1
    tracks: Mapping[int, TrackSummary]
    cuts: NDArray[np.int32]  #: the first frame of each scene, in order

    @cached_property
    def durations(self) -> NDArray[np.float64]:
        """For how long each frame is shown, in seconds."""
        return np.diff(self.times, append=self.end)

    @property
    def rate(self) -> float:
        """Frames per second: a standard rate if the file has one, else the mean."""
        count = len(self.times)
        if count < 2 or self.times[-1] <= 0:
            return _DEFAULT_RATE
        mean = float((count - 1) / self.times[-1])
        nearest = min(_STANDARD_RATES, key=lambda rate: abs(rate - mean))
        return nearest if abs(nearest - mean) <= _RATE_TOLERANCE * nearest else mean

    def scene_at(self, frame: int) -> tuple[float, float]:
        """When the scene of a frame begins and ends, in seconds."""
        scene = int(np.searchsorted(self.cuts, frame, side="right"))
        start = self.times[self.cuts[scene - 1]] if scene else 0.0
        end = self.times[self.cuts[scene]] if scene < len(self.cuts) else self.end
        return float(start), float(end)

    def frames_of(self, track: int) -> NDArray[np.int32]:
        """The frames in which a track is visible, in order."""
        return np.asarray(self.faces[self.faces[:, TRACK] == track, FRAME], np.int32)

    def is_brief(self, track: int) -> bool:
        """Whether a face of a video is seen too briefly to count."""
        return self.is_video and float(self.durations[self.frames_of(track)].sum()) < min(_MIN_SEEN_S, self.end)

    def without_brief_names(self) -> "FaceLog":
        """The same log; faces that are seen too briefly to count are unknown."""
        brief = [track for track in self.tracks if self.is_brief(track)]
        faces = self.faces.copy()
        faces[np.isin(faces[:, TRACK], brief), NAME] = -1
        return replace(self, faces=faces)
