"""Capture mode: fed with analyses, saves off the GUI thread, says where it is."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from visavis import names
from visavis.errors import VisavisError
from visavis.people import PeopleStore, Person
from visavis.pipeline import Analysis
from visavis.ui.capture_session import CaptureSession
from visavis.ui.streams import Worker


class Phase(Enum):
    """Where capturing is."""

    IDLE = "idle"
    RUNNING = "running"
    STOPPED = "stopped"  #: keep what there is, or let it go?
    SAVING = "saving"
    SAVED = "saved"


class Capture(QObject):
    """One session at a time. `session` and `phase` are there to be read; `changed` says when they have changed."""

    changed = Signal()
    saved = Signal(Person)
    failed = Signal(VisavisError)  #: saving failed; the pictures are still there, and can be saved again

    def __init__(self, store: PeopleStore, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._disk = disk
        self.phase = Phase.IDLE
        self.session: CaptureSession | None = None

    def start(self, name: str) -> None:
        """Begin to capture someone, new or there already.

        Raises
        ------
        PersonNameError
            If that cannot be a name.
        """
        self.session = CaptureSession(names.cleaned(name))
        self._go(Phase.RUNNING)

    def take(self, analysis: Analysis) -> None:
        """One more frame with its faces; nothing happens unless a session runs. About a millisecond."""
        if self.phase is not Phase.RUNNING or self.session is None:
            return
        self.session.take(analysis)
        if self.session.done:
            self.keep()
        else:
            self.changed.emit()

    def stop(self) -> None:
        """End early: whether to keep what there is, is asked; nothing is nothing to ask about."""
        if self.phase is Phase.RUNNING:
            self._go(Phase.STOPPED if self.session and self.session.shots else Phase.IDLE)

    def keep(self) -> None:
        """Save what was accepted, off the GUI thread."""
        session = self.session
        if session is not None and session.shots and self.phase in {Phase.RUNNING, Phase.STOPPED}:
            self._go(Phase.SAVING)
            self._disk.do(lambda: session.save(self._store), self._done, self._fail)

    def discard(self) -> None:
        """Let what was accepted go."""
        if self.phase in {Phase.RUNNING, Phase.STOPPED, Phase.SAVED}:
            self.session = None
            self._go(Phase.IDLE)

    def _done(self, person: Person) -> None:
        self._go(Phase.SAVED)
        self.saved.emit(person)

    def _fail(self, error: VisavisError) -> None:
        self._go(Phase.STOPPED)
        self.failed.emit(error)

    def _go(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()
