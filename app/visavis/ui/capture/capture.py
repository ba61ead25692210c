"""Capture mode: fed with analyses, saves off the GUI thread what was looked through, says where it is."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.ui.capture.session import CaptureSession
from visavis.ui.threads import Worker


class CapturePhase(Enum):
    """Where capturing is."""

    IDLE = "idle"
    RUNNING = "running"
    REVIEW = "review"  #: the pictures are looked through: save them, take more, or let them go?
    SAVING = "saving"
    SAVED = "saved"


class CaptureMode(QObject):
    """One session at a time. `session` and `phase` are there to be read; `changed` says when they have changed."""

    changed = Signal()
    saved = Signal(Person)
    failed = Signal(VisavisError)  #: saving failed; the pictures are still there, and can be saved again

    def __init__(self, store: PeopleStore, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._disk = disk
        self.phase = CapturePhase.IDLE
        self.session: CaptureSession | None = None

    @property
    def unsaved(self) -> int:
        """How many pictures would be lost now."""
        return (
            len(self.session.kept) if self.session and self.phase in {CapturePhase.RUNNING, CapturePhase.REVIEW} else 0
        )

    def start(self, name: PersonName) -> None:
        """Start to capture a person, new or enrolled already."""
        self.session = CaptureSession(name)
        self._go(CapturePhase.RUNNING)

    def take(self, analysis: Analysis) -> None:
        """One more frame with its faces; nothing happens unless a session runs. Some milliseconds at most."""
        if self.phase is not CapturePhase.RUNNING or self.session is None:
            return
        self.session.take(analysis)
        if self.session.done:
            self.stop()
        else:
            self.changed.emit()

    def stop(self) -> None:
        """Enough: what there is, is looked through; nothing is nothing to look at."""
        if self.phase is CapturePhase.RUNNING:
            self._go(CapturePhase.REVIEW if self.session and self.session.shots else CapturePhase.IDLE)

    def go_on(self) -> None:
        """Take more pictures of the same person, in the place of those left out and of what is missing."""
        if self.session is not None and self.phase in {CapturePhase.REVIEW, CapturePhase.SAVED}:
            self.session.go_on(saved=self.phase is CapturePhase.SAVED)
            self._go(CapturePhase.RUNNING)

    def toggle(self, number: int) -> None:
        """Leave a picture out, or take it in again."""
        if self.session is not None and self.phase is CapturePhase.REVIEW and number < len(self.session.shots):
            self.session.toggle(number)
            self.changed.emit()

    def rename(self, name: PersonName) -> None:
        """Correct the name of the captured person."""
        if self.session is not None and self.phase is CapturePhase.REVIEW:
            self.session.name = name
            self.changed.emit()

    def keep(self) -> None:
        """Save what was not left out, off the GUI thread."""
        session = self.session
        if session is not None and session.kept and self.phase is CapturePhase.REVIEW:
            self._go(CapturePhase.SAVING)
            self._disk.submit(lambda: session.save(self._store), self._done, self._fail)

    def discard(self) -> None:
        """Let go what was not saved."""
        if self.phase is not CapturePhase.SAVING:
            self.session = None
            self._go(CapturePhase.IDLE)

    def _done(self, person: Person) -> None:
        self._go(CapturePhase.SAVED)
        self.saved.emit(person)

    def _fail(self, error: VisavisError) -> None:
        self._go(CapturePhase.REVIEW)
        self.failed.emit(error)

    def _go(self, phase: CapturePhase) -> None:
        self.phase = phase
        self.changed.emit()
