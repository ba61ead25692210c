"""One person in front of the camera: what is kept of them, and what they are asked to do."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from visavis.enrollment.coverage import Cell, Coverage
from visavis.enrollment.session import Enrollment, Verdict, subject
from visavis.faces.quality import Refusal
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.people.names import PersonName, comparison_key
from visavis.people.store import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.ui.widgets.images import head
from visavis.ui.widgets.meters import SteadyText

#: Seconds for which an instruction stays: less cannot be read while moving.
_LEAST_S = 0.8
#: Side of the small pictures that show what was taken, in pixels.
SMALL = 112
#: Someone is noticed as known where at least this many pictures, and this share of them, look like one other person.
_NOTICED, _SHARE = 3, 0.5

#: How many pictures more are taken where there were enough.
_MORE = 10


class FreeMovement(Enum):
    """What is asked for where nothing in particular is."""

    BEGIN = "look at the camera"
    MOVE = "move your head a little"


#: What somebody is asked to do: mend what a frame was refused for, show what is missing, or anything.
Wish = Refusal | Cell | FreeMovement


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One accepted picture."""

    sample: bytes  #: what is stored: the face with wide margin, a JPEG
    small: Image  #: what is shown of it: (SMALL, SMALL, 3), BGR
    taken: datetime
    looks_like: str | None  #: whom it was recognized as, among the people there are


@dataclass(slots=True)
class CaptureSession:
    """Takes analyses as they come. Nothing is written before `save`: a crash loses what nobody has looked through."""

    name: PersonName
    enrollment: Enrollment = field(default_factory=Enrollment)
    shots: list[Shot] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)  #: numbers of shots that are not to be saved
    before: int = 0  #: how many others were saved already in this sitting
    wish: Wish = FreeMovement.BEGIN  #: what the person is asked to do
    box: Box | None = None  #: where the face is, in pixels of the last frame; None where it is not clear whose is meant
    _steady: SteadyText[Wish] = field(default_factory=lambda: SteadyText(_LEAST_S))

    def take(self, analysis: Analysis, now: float | None = None) -> None:
        """Judge one frame. `now`: seconds on time.monotonic(), for how long an instruction stays."""
        faces = [answer.face for answer in analysis.answers if answer.seen]
        meant = subject(faces)
        self.box = None if isinstance(meant, Refusal) else meant.box
        verdict = self.enrollment.offer(analysis.frame, faces)
        if verdict is None:
            return
        if verdict.sample is not None and verdict.taken is not None:
            small = head(verdict.sample, SMALL)
            self.shots.append(Shot(codec.encode(verdict.sample), small, verdict.taken, _named(analysis, verdict)))
        self.wish = self._steady.offer(self._wished(verdict.refusal), time.monotonic() if now is None else now)

    @property
    def wanted(self) -> int:
        return self.enrollment.wanted

    @property
    def done(self) -> bool:
        return self.enrollment.done

    @property
    def coverage(self) -> Coverage:
        """What the pictures that are to be saved cover."""
        return self.enrollment.coverage.without(self._numbers_left_out())

    @property
    def taken(self) -> int:
        """How many pictures there are, those saved already among them."""
        return self.before + len(self.kept)

    @property
    def kept(self) -> list[Shot]:
        """The pictures that are to be saved."""
        return [shot for number, shot in enumerate(self.shots) if number not in self.left_out]

    @property
    def looks_like(self) -> str | None:
        """Somebody enrolled, under another name, whom these pictures resemble; None if there is nobody."""
        return resembled([shot.looks_like for shot in self.kept], self.name)

    def toggle(self, number: int) -> None:
        """Leave a picture out, or take it in again."""
        self.left_out ^= {number}

    def go_on(self, *, saved: bool = False) -> None:
        """Take more: in the place of what was left out, or of what is missing; those that are `saved` are done with."""
        self.enrollment.drop(self._numbers_left_out())
        self.shots = [] if saved else self.kept
        self.left_out = set()
        self.before = self.enrollment.accepted - len(self.shots)
        if self.done:
            self.enrollment.wanted += _MORE

    def save(self, store: PeopleStore) -> Person:
        """Keep what was accepted; doing it again after a failure completes it.

        Raises
        ------
        StoreError, DiskError
            If the store cannot take it.
        """
        person = store.find_or_create(self.name)
        for shot in self.kept:
            store.add(person, shot.sample, shot.taken)
        return store.record_session(person, self.enrollment.started, self.enrollment.ended)

    def _numbers_left_out(self) -> set[int]:
        """As the enrollment counts."""
        return {self.before + number for number in self.left_out}

    def _wished(self, refusal: Refusal | None) -> Wish:
        if refusal is not None and refusal is not Refusal.DUPLICATE:
            return refusal
        return self.enrollment.asked or FreeMovement.MOVE


def resembled(answers: Sequence[str | None], name: str) -> str | None:
    """Whom pictures of someone called `name` were recognized as, if clearly as one other person.

    Parameters
    ----------
    answers : sequence of str or None
        For each picture, who was recognized in it.
    """
    counts = Counter(answer for answer in answers if answer is not None)
    for answer, times in counts.most_common(1):
        if times >= max(_NOTICED, _SHARE * len(answers)) and comparison_key(answer) != comparison_key(name):
            return answer
    return None


def _named(analysis: Analysis, verdict: Verdict) -> str | None:
    return next((answer.match.name for answer in analysis.answers if answer.face is verdict.face), None)
