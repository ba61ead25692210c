"""Stand-ins for tests of visits: a clock that the test turns, and the answers that a tracker would give."""

from datetime import UTC, datetime, timedelta

import numpy as np

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_IMAGE = np.zeros((120, 160, 3), np.uint8)


class TurnedClock:
    """A clock of sources, and the calendar of the computer, which somebody may set (`offset`)."""

    def __init__(self, started=NOON):
        self.seconds = 0.0
        self.offset = timedelta()
        self._started = started

    def time_of(self, frame):
        return frame.taken_at

    def now(self):
        return self.seconds

    def date(self, seconds):
        return self._started + timedelta(seconds=seconds) + self.offset


def named(name, track=1, score=0.9, box=None):
    """The answer for a face that has a name."""
    return Answer(Face(box or Box(40, 30, 50, 50)), Match(name, score, name), track, observations=3)


def unknown(track=1, score=0.2, observations=5, doubt=Doubt.FAR, vectors=()):
    """The answer for a face that is like nobody."""
    match = Match(None, score, "Ada", doubt=doubt)
    return Answer(Face(Box(40, 30, 50, 50)), match, track, observations=observations, vectors=vectors)


def analysis(seconds, *answers, source="camera", image=_IMAGE):
    """The analysis of a frame."""
    return Analysis(Frame(image, seconds, int(seconds * 10), seconds, source), tuple(answers))
