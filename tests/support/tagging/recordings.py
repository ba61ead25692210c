"""Recordings made of noise."""

from datetime import UTC, datetime

import numpy as np

from visavis.imaging.frames import Frame
from visavis.recordings.index import RecordedPart, RecordingIndex
from visavis.sources.recorded.writer import RecordingWriter

LIMITS = (0.5, 2.0, 0.1, 4, 40)


def noise_frame(index, *, size=(32, 24), source="camera", time=None, interval=0.0):
    """A frame that no lossy codec keeps."""
    width, height = size
    image = np.random.default_rng(index).integers(0, 255, (height, width, 3), np.uint8)
    return Frame(image, 1000.0 + index, index, index / 7 if time is None else time, source, interval)


def write_recording(home, frames, names=("Ada", None), limits=LIMITS):
    """A finished recording of these frames, in each of which the same people are seen."""
    writer = RecordingWriter(home)
    for frame in frames:
        writer.add(frame, names, limits)
    return writer.finish()


def index_of(*people, has_unknown=False):
    """An index of two frames."""
    part = RecordedPart("1.mkv", "camera", 0.0, (32, 24), 2)
    started = datetime(2026, 11, 28, tzinfo=UTC)
    return RecordingIndex(started, (1,), frozenset(people), has_unknown, (part,), (0, 1), (0.0, 0.5), ((0, LIMITS),))
