"""One person in front of the camera: what is kept of them, and what they are asked to do."""

import time
from dataclasses import dataclass, field
from datetime import datetime

from visavis.enrollment import Enrollment
from visavis.images import Image
from visavis.people import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.quality import Refusal
from visavis.ui.meters import Steady
from visavis.ui.roster import head

#: Seconds for which an instruction stays: less cannot be read while moving.
_LEAST_S = 0.8
#: Side of the small pictures that show what was taken, in pixels.
SMALL = 96

_LOOK = "Look at the camera"
_GOOD = "Good. Now turn a little"


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One accepted picture."""

    sample: Image  #: what is stored: the face with wide margin, BGR
    small: Image  #: what is shown of it: (SMALL, SMALL, 3), BGR
    taken: datetime


@dataclass(slots=True)
class CaptureSession:
    """Takes analyses as they come; keeps the accepted pictures in memory until they are saved or let go."""

    name: str
    enrollment: Enrollment = field(default_factory=Enrollment)
    shots: list[Shot] = field(default_factory=list)
    prompt: str = _LOOK  #: what the person is asked to do
    _steady: Steady[str] = field(default_factory=lambda: Steady(_LEAST_S))

    def take(self, analysis: Analysis, now: float | None = None) -> None:
        """Judge one frame. `now`: seconds on time.monotonic(), for how long an instruction stays."""
        verdict = self.enrollment.offer(analysis.frame, [answer.face for answer in analysis.answers])
        if verdict is None:
            return
        if verdict.sample is not None and verdict.taken is not None:
            self.shots.append(Shot(verdict.sample, head(verdict.sample, SMALL), verdict.taken))
        self.prompt = self._steady.offer(_asked(verdict.refusal), time.monotonic() if now is None else now)

    @property
    def wanted(self) -> int:
        return self.enrollment.wanted

    @property
    def done(self) -> bool:
        return self.enrollment.done

    def save(self, store: PeopleStore) -> Person:
        """Keep what was accepted; doing it again after a failure completes it.

        Raises
        ------
        StoreError, DiskError
            If the store cannot take it.
        """
        person = store.find_or_create(self.name)
        for shot in self.shots:
            store.add(person, shot.sample, shot.taken)
        return store.record_session(person, self.enrollment.started, self.enrollment.ended)


def _asked(refusal: Refusal | None) -> str:
    return _GOOD if refusal is None else refusal.value[:1].upper() + refusal.value[1:]
