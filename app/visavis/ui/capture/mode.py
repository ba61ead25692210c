"""Capture mode in the window: takes analyses, saves the reviewed pictures off the GUI thread, publishes its phase."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from visavis.enrollment.session import Candidate
from visavis.enrollment.subject import Vector
from visavis.errors import VisavisError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.ui.capture.session import CaptureSession
from visavis.ui.threads import Worker


class CapturePhase(Enum):
    """The phase of a capture session."""

    IDLE = "idle"
    RUNNING = "running"
    ASKING = "asking"  #: the face changed; the capture waits for the user's answer
    REVIEW = "review"  #: the user reviews the pictures before they are saved
    SAVING = "saving"
    SAVED = "saved"


class CaptureMode(QObject):
    """Runs one session at a time. `session` and `phase` are for reading; `changed` announces every change of them.

    Each candidate is sent out by `compared`; its embedding comes back by `admit`.
    """

    changed = Signal()
    compared = Signal(Candidate)  #: needs its embedding, so that the face can be compared
    asked = Signal()  #: the face changed, and the user must answer
    saved = Signal(Person)
    discarded = Signal(CaptureSession)  #: with pictures that were not saved: `restore` brings them back
    failed = Signal(VisavisError)  #: saving failed; the pictures are kept and can be saved again

    def __init__(self, store: PeopleStore, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._disk = disk
        self.phase = CapturePhase.IDLE
        self.session: CaptureSession | None = None
        self._discarded: CaptureSession | None = None  # until something else is captured
        self.is_next_waiting = False  #: whether another person is in view, to be captured after this one is saved

    @property
    def unsaved(self) -> int:
        """Number of pictures that closing would lose."""
        losing = {CapturePhase.RUNNING, CapturePhase.ASKING, CapturePhase.REVIEW}
        return len(self.session.kept) if self.session and self.phase in losing else 0

    def start(self, name: PersonName) -> None:
        """Start to capture a person, new or enrolled already."""
        self._run(CaptureSession(name))

    def add_look(self, name: PersonName) -> None:
        """Start to capture a new look of an enrolled person."""
        self._run(CaptureSession.of_look(name))

    @property
    def is_free(self) -> bool:
        """Whether a session can be started without losing pictures."""
        return self.phase in {CapturePhase.IDLE, CapturePhase.SAVED}

    def take(self, analysis: Analysis) -> None:
        """Consider one more analyzed frame, in a few milliseconds; ignored unless a session runs."""
        if self.phase is not CapturePhase.RUNNING or self.session is None:
            return
        candidate = self.session.take(analysis)
        self.changed.emit()
        if candidate is not None:
            self.compared.emit(candidate)

    def admit(self, candidate: Candidate, vector: Vector | None) -> None:
        """Take the embedding of a candidate; None: it cannot be embedded, and is accepted without a comparison."""
        if self.phase is not CapturePhase.RUNNING or self.session is None:
            return
        self.session.admit(candidate, vector)
        self._advance(self.session)

    def continue_with_subject(self) -> None:
        """Answer: it is somebody else, whose pictures are refused from now on."""
        if self.phase is CapturePhase.ASKING and self.session is not None:
            self.session.continue_with_subject()
            self._enter(CapturePhase.RUNNING)

    def accept_different(self) -> None:
        """Answer: it is the same person."""
        if self.phase is CapturePhase.ASKING and self.session is not None:
            self.session.accept_different()
            self._enter(CapturePhase.RUNNING)
            self._advance(self.session)

    def end_for_next(self) -> None:
        """Answer: it is somebody else, who is captured once the pictures so far are reviewed and saved."""
        if self.phase is CapturePhase.ASKING and self.session is not None:
            self.session.continue_with_subject()
            self.is_next_waiting = True
            self.stop()

    def stop(self) -> None:
        """Stop; review the pictures, or go back to idle if there are none."""
        if self.phase not in {CapturePhase.RUNNING, CapturePhase.ASKING} or self.session is None:
            return
        self.session.candidate = None
        self.session.mark_outliers()
        self._enter(CapturePhase.REVIEW if self.session.shots else CapturePhase.IDLE)

    def resume(self) -> None:
        """Take more pictures of the same person, to replace excluded ones and to cover missing cells."""
        if self.session is not None and self.phase in {CapturePhase.REVIEW, CapturePhase.SAVED}:
            self.session.resume(saved=self.phase is CapturePhase.SAVED)
            self.is_next_waiting = False
            self._enter(CapturePhase.RUNNING)

    def toggle(self, number: int) -> None:
        """Exclude a picture from saving, or include it again."""
        if self.session is not None and self.phase is CapturePhase.REVIEW and number < len(self.session.shots):
            self.session.toggle(number)
            self.changed.emit()

    def rename(self, name: PersonName) -> None:
        """Correct the name of the captured person."""
        if self.session is not None and self.phase is CapturePhase.REVIEW:
            self.session.name = name
            self.changed.emit()

    def save(self) -> None:
        """Save the included pictures, off the GUI thread."""
        session = self.session
        if session is not None and session.kept and self.phase is CapturePhase.REVIEW:
            self._enter(CapturePhase.SAVING)
            self._disk.submit(lambda: session.save(self._store), self._finish, self._fail)

    def discard(self) -> None:
        """Discard the unsaved pictures."""
        if self.phase is not CapturePhase.SAVING:
            lost = self.session if self.unsaved else None
            self.session = None
            self.is_next_waiting = False
            self._enter(CapturePhase.IDLE)
            if lost is not None:
                self._discarded = lost
                self.discarded.emit(lost)

    def restore(self) -> bool:
        """Review the pictures that were discarded last; False if something else was captured since."""
        if self.phase is not CapturePhase.IDLE or self._discarded is None:
            return False
        self.session, self._discarded = self._discarded, None
        self.session.candidate = None
        self._enter(CapturePhase.REVIEW)
        return True

    def _run(self, session: CaptureSession) -> None:
        self.is_next_waiting = False
        self.session, self._discarded = session, None
        self._enter(CapturePhase.RUNNING)

    def _advance(self, session: CaptureSession) -> None:
        """Go on after a candidate: to a question, to the review, or to the next picture."""
        if session.face_change is not None:
            self._enter(CapturePhase.ASKING)
            self.asked.emit()
        elif session.done:
            self.stop()
        else:
            self.changed.emit()

    def _finish(self, person: Person) -> None:
        self._enter(CapturePhase.SAVED)
        self.saved.emit(person)

    def _fail(self, error: VisavisError) -> None:
        self._enter(CapturePhase.REVIEW)
        self.failed.emit(error)

    def _enter(self, phase: CapturePhase) -> None:
        self.phase = phase
        self.changed.emit()
