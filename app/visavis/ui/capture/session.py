"""A capture session: the accepted pictures of one person, and the instruction to them."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Self

from visavis.enrollment.coverage import Cell, Coverage
from visavis.enrollment.session import Candidate, Enrollment, main_face
from visavis.enrollment.subject import Vector
from visavis.faces.quality import Refusal
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.people.names import PersonName, comparison_key
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore, Person, Session
from visavis.pipeline import Analysis
from visavis.ui.widgets.images import head
from visavis.ui.widgets.meters import SteadyText

#: Minimum time that an instruction stays, in seconds: a moving person cannot read faster.
_MIN_INSTRUCTION_S = 0.8
#: Side of the thumbnails of accepted pictures, in pixels: twice that of the strip, for screens of 200 %.
THUMBNAIL_SIDE = 168
#: Minimum number of pictures that resemble another enrolled person before the user is told.
_MIN_RESEMBLING = 3
#: Minimum share of the pictures for the same.
_MIN_RESEMBLING_SHARE = 0.5
#: Number of pictures after which the user is told that the capture may end: half of what it takes. Twice as many as
#: those after which recognition is hardly better (`visavis.ui.people.person_details.ENOUGH_SAMPLES`).
ENOUGH_PICTURES = 10
#: The same for a person who does not follow the requests: further pictures of the same view help little.
ENOUGH_OF_ONE_VIEW = 5
#: Number of further pictures if there were enough already.
_MORE = 10
#: Number of pictures of a new look, such as one with glasses: one for each view.
_LOOK_PICTURES = len(Cell)


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


@dataclass(frozen=True, slots=True, eq=False)
class FaceChange:
    """The question whether the face in view is still the subject's."""

    before: Image  #: (THUMBNAIL_SIDE, THUMBNAIL_SIDE, 3), BGR: who was captured
    now: Image  #: the same of who is in view


@dataclass(slots=True)
class CaptureSession:
    """Collects accepted pictures. Nothing is written before `save`: a crash loses unreviewed pictures only."""

    name: PersonName
    enrollment: Enrollment = field(default_factory=lambda: Enrollment(reserves_views=True))
    shots: list[Shot] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)  #: numbers of shots that are not saved
    outliers: set[int] = field(default_factory=set)  #: numbers of shots that are unlike the others (`mark_outliers`)
    before: int = 0  #: number of pictures saved earlier in this sitting
    instruction: Instruction = FreeMovement.BEGIN
    box: Box | None = None  #: the face in the last frame; None if the subject is ambiguous
    candidate: Candidate | None = None  #: waits for its embedding; no frame is judged meanwhile
    _names: dict[Candidate, str | None] = field(default_factory=dict)  # who candidates were recognized as
    _confirmed: set[Shot] = field(default_factory=set)  # outliers that the user took in
    _last: Image | None = None  # thumbnail of the last accepted picture, saved or not
    _steady: SteadyText[Instruction] = field(default_factory=lambda: SteadyText(_MIN_INSTRUCTION_S))

    @classmethod
    def of_look(cls, name: PersonName) -> Self:
        """A short session for a new look of an enrolled person."""
        return cls(name, Enrollment(_LOOK_PICTURES, reserves_views=True))

    def take(self, analysis: Analysis, now: float | None = None) -> Candidate | None:
        """Consider one analyzed frame at `now`, in seconds on time.monotonic().

        Returns
        -------
        Candidate or None
            A picture of which only the embedding is missing: call `admit` next.
        """
        faces = [answer.face for answer in analysis.answers if answer.is_detected]
        meant = main_face(faces)
        self.box = None if isinstance(meant, Refusal) else meant.box
        if self.candidate is not None:
            return None
        judged = self.enrollment.judge(analysis.frame, faces)
        if isinstance(judged, Candidate):
            self.candidate = judged
            self._names[judged] = _find_name(analysis, judged.face)
            return judged
        if judged is not None:
            self._instruct(judged.refusal, now)
        return None

    def admit(self, candidate: Candidate, vector: Vector | None, now: float | None = None) -> None:
        """Accept a candidate if its face, with this embedding, is the subject's. Another one than awaited is ignored.

        Without an embedding, faces are not compared.
        """
        if candidate is not self.candidate:
            return
        self.candidate = None
        refusal = self.enrollment.admit(candidate, vector)
        if refusal is None:
            self._add(candidate)
        self._names = {each: self._names.get(each) for each, _ in self.enrollment.different}
        self._instruct(refusal, now)

    @property
    def face_change(self) -> FaceChange | None:
        """What the user must be asked before the capture can go on; None if nothing."""
        if not self.enrollment.is_face_changed or self._last is None:
            return None
        newest, _ = self.enrollment.different[-1]
        return FaceChange(self._last, head(newest.sample, THUMBNAIL_SIDE))

    def continue_with_subject(self) -> None:
        """The face in view is somebody else's, whose pictures are refused from now on."""
        self.enrollment.continue_with_subject()

    def accept_different(self) -> None:
        """The face in view is the subject's: accept its pictures."""
        for candidate in self.enrollment.accept_different():
            self._add(candidate)

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
    def has_enough(self) -> bool:
        """Whether the person is recognized well if the capture ends now."""
        enough = ENOUGH_PICTURES if self.enrollment.is_followed else ENOUGH_OF_ONE_VIEW
        return self.taken >= min(enough, self.wanted)

    @property
    def kept(self) -> list[Shot]:
        """The pictures that will be saved."""
        return [shot for number, shot in enumerate(self.shots) if number not in self.left_out]

    @property
    def looks_like(self) -> str | None:
        """Another enrolled person whom these pictures resemble; None if there is none."""
        return find_resembling([shot.looks_like for shot in self.kept], self.name)

    @property
    def others(self) -> int:
        """Number of pictures that were refused because they show somebody else."""
        return self.enrollment.refusals[Refusal.OTHER_PERSON]

    @property
    def is_compared(self) -> bool:
        """Whether the faces of the pictures could be compared."""
        return self.enrollment.subject.is_known or not self.shots

    def toggle(self, number: int) -> None:
        """Exclude a picture, or include it again."""
        self.left_out ^= {number}

    def mark_outliers(self) -> None:
        """Find the pictures that are unlike the others, and exclude those that the user has not taken in before."""
        numbers = {index - self.before for index in self.enrollment.outliers if index >= self.before}
        self.outliers = {number for number in numbers if self.shots[number] not in self._confirmed}
        self.left_out |= self.outliers

    def resume(self, *, saved: bool = False) -> None:
        """Continue: replace excluded pictures and cover missing cells; pictures already `saved` are put away."""
        self._confirmed |= {self.shots[number] for number in self.outliers - self.left_out}
        self.enrollment.drop(self._excluded_numbers())
        self.shots = [] if saved else self.kept
        self.left_out, self.outliers = set(), set()
        self.candidate = None
        self.before = self.enrollment.accepted - len(self.shots)
        self.enrollment.resume()
        if self.done:
            self.enrollment.extend(_MORE)

    def save(self, store: PeopleStore) -> Person:
        """Save the included pictures; calling it again after a failure completes it.

        Raises
        ------
        StoreError, DiskError
            If the store cannot be written.
        """
        session = Session(self.enrollment.started, self.enrollment.ended)
        return store.enroll(self.name, [NewPicture(shot.sample, shot.taken) for shot in self.kept], session)

    def _excluded_numbers(self) -> set[int]:
        """The numbers of the excluded pictures as `Enrollment` counts them."""
        return {self.before + number for number in self.left_out}

    def _add(self, candidate: Candidate) -> None:
        self._last = head(candidate.sample, THUMBNAIL_SIDE)
        name = self._names.pop(candidate, None)
        self.shots.append(Shot(codec.encode(candidate.sample), self._last, candidate.taken, name))

    def _instruct(self, refusal: Refusal | None, now: float | None) -> None:
        wish = self._choose_instruction(refusal)
        self.instruction = self._steady.offer(wish, time.monotonic() if now is None else now)

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


def _find_name(analysis: Analysis, face: Face) -> str | None:
    return next((answer.match.name for answer in analysis.answers if answer.face is face), None)
