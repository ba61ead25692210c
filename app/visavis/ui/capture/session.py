"""A capture session: the accepted pictures of one person, and the instruction to them."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from visavis.enrollment.coverage import Cell, Coverage
from visavis.enrollment.session import Enrollment, Verdict, main_face
from visavis.faces.quality import Refusal
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.people.names import PersonName, comparison_key
from visavis.people.store import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.ui.widgets.images import head
from visavis.ui.widgets.meters import SteadyText

#: Minimum time that an instruction stays, in seconds: a moving person cannot read faster.
_MIN_INSTRUCTION_S = 0.8
#: Side of the thumbnails of accepted pictures, in pixels.
THUMBNAIL_SIDE = 112
#: Minimum number of pictures that resemble another enrolled person before the user is told.
_MIN_RESEMBLING = 3
#: Minimum share of the pictures for the same.
_MIN_RESEMBLING_SHARE = 0.5

#: Number of further pictures if there were enough already.
_MORE = 10


class FreeMovement(Enum):
    """Instructions without a particular cell."""

    BEGIN = "look at the camera"
    MOVE = "move your head a little"


#: An instruction: mend what a frame was refused for, show a missing cell, or move freely.
Instruction = Refusal | Cell | FreeMovement


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One accepted picture."""

    sample: bytes  #: the stored sample: the face with wide margin, JPEG
    thumbnail: Image  #: (THUMBNAIL_SIDE, THUMBNAIL_SIDE, 3), BGR
    taken: datetime
    looks_like: str | None  #: the enrolled person it was recognized as


@dataclass(slots=True)
class CaptureSession:
    """Collects accepted pictures. Nothing is written before `save`: a crash loses unreviewed pictures only."""

    name: PersonName
    enrollment: Enrollment = field(default_factory=Enrollment)
    shots: list[Shot] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)  #: numbers of shots that are not saved
    before: int = 0  #: number of pictures saved earlier in this sitting
    instruction: Instruction = FreeMovement.BEGIN
    box: Box | None = None  #: the face in the last frame; None if the subject is ambiguous
    _steady: SteadyText[Instruction] = field(default_factory=lambda: SteadyText(_MIN_INSTRUCTION_S))

    def take(self, analysis: Analysis, now: float | None = None) -> None:
        """Consider one analyzed frame at `now`, in seconds on time.monotonic()."""
        faces = [answer.face for answer in analysis.answers if answer.is_detected]
        meant = main_face(faces)
        self.box = None if isinstance(meant, Refusal) else meant.box
        verdict = self.enrollment.offer(analysis.frame, faces)
        if verdict is None:
            return
        if verdict.sample is not None and verdict.taken is not None:
            thumbnail = head(verdict.sample, THUMBNAIL_SIDE)
            self.shots.append(
                Shot(codec.encode(verdict.sample), thumbnail, verdict.taken, _find_name(analysis, verdict))
            )
        self.instruction = self._steady.offer(
            self._choose_instruction(verdict.refusal), time.monotonic() if now is None else now
        )

    @property
    def wanted(self) -> int:
        return self.enrollment.wanted

    @property
    def done(self) -> bool:
        return self.enrollment.is_complete

    @property
    def coverage(self) -> Coverage:
        """Coverage by the included pictures."""
        return self.enrollment.coverage.without(self._excluded_numbers())

    @property
    def taken(self) -> int:
        """Number of pictures, those saved earlier included."""
        return self.before + len(self.kept)

    @property
    def kept(self) -> list[Shot]:
        """The pictures that will be saved."""
        return [shot for number, shot in enumerate(self.shots) if number not in self.left_out]

    @property
    def looks_like(self) -> str | None:
        """Another enrolled person whom these pictures resemble; None if there is none."""
        return find_resembling([shot.looks_like for shot in self.kept], self.name)

    def toggle(self, number: int) -> None:
        """Exclude a picture, or include it again."""
        self.left_out ^= {number}

    def resume(self, *, saved: bool = False) -> None:
        """Continue: replace excluded pictures and cover missing cells; pictures already `saved` are put away."""
        self.enrollment.drop(self._excluded_numbers())
        self.shots = [] if saved else self.kept
        self.left_out = set()
        self.before = self.enrollment.accepted - len(self.shots)
        if self.done:
            self.enrollment.extend(_MORE)

    def save(self, store: PeopleStore) -> Person:
        """Save the included pictures; calling it again after a failure completes it.

        Raises
        ------
        StoreError, DiskError
            If the store cannot be written.
        """
        person = store.find_or_create(self.name)
        for shot in self.kept:
            store.add(person, shot.sample, shot.taken)
        return store.record_session(person, self.enrollment.started, self.enrollment.ended)

    def _excluded_numbers(self) -> set[int]:
        """The numbers of the excluded pictures as `Enrollment` counts them."""
        return {self.before + number for number in self.left_out}

    def _choose_instruction(self, refusal: Refusal | None) -> Instruction:
        if refusal is not None and refusal is not Refusal.DUPLICATE:
            return refusal
        return self.enrollment.requested or FreeMovement.MOVE


def find_resembling(answers: Sequence[str | None], name: str) -> str | None:
    """Find the other enrolled person whom pictures captured as `name` clearly resemble.

    Parameters
    ----------
    answers : sequence of str or None
        The recognized name of each picture.
    """
    counts = Counter(answer for answer in answers if answer is not None)
    for answer, times in counts.most_common(1):
        if times >= max(_MIN_RESEMBLING, _MIN_RESEMBLING_SHARE * len(answers)) and comparison_key(
            answer
        ) != comparison_key(name):
            return answer
    return None


def _find_name(analysis: Analysis, verdict: Verdict) -> str | None:
    return next((answer.match.name for answer in analysis.answers if answer.face is verdict.face), None)
