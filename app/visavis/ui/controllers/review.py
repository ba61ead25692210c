"""Teaching: what the user says of faces, in the picture or of those asked about, is kept, and holds at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.errors import PersonNotFoundError, VisavisError
from visavis.people.names import PersonName
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.review.corrections import Correction, Corrections
from visavis.review.queue import ReviewQuestion, ReviewQueue
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.people.overview import OverviewStore
from visavis.ui.review.face_dialog import FaceDialog
from visavis.ui.threads import Worker


class ReviewController(QObject):
    """Asks, listens, writes. What is said last is taken back first."""

    changed = Signal()  #: people or rejections have changed
    told = Signal(str)  #: what was kept, in a sentence
    failed = Signal(VisavisError)
    opened = Signal(FaceDialog, FaceCrop, Analysis, object)  #: the card of a face, which is an `Answer`
    asked = Signal(tuple)  #: the questions that wait now

    def __init__(
        self,
        folders: DataFolders,
        disk: Worker,
        overview: OverviewStore,
        history: UndoHistory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._corrections = Corrections(folders)
        self._disk = disk
        self._history = history
        self._overview = overview
        self._heeded = True
        self._review = ReviewQueue()

    def show_pipeline(self, pipeline: Pipeline) -> None:
        """What recognizes now: not every network heeds rejections."""
        self._heeded = pipeline.heeds_rejections or pipeline.model is None

    def take(self, analysis: Analysis) -> None:
        """See whether a frame has faces worth asking about."""
        if self._review.take(analysis):
            self.asked.emit(self._review.questions)

    def clear(self) -> None:
        """Drop all questions: another source is shown, or a person was forgotten."""
        self._review.clear()
        self.asked.emit(())

    def open(self, analysis: Analysis, answer: Answer, parent: QWidget) -> FaceDialog | None:
        """Open the card of a face; None if it lies outside the picture."""
        image = analysis.frame.image
        if answer.face.box.clipped(image.shape[1], image.shape[0]) is None:
            return None
        seen = FaceCrop.of(image, answer.face)
        card = FaceDialog(seen, answer.match, self._overview.current.names, parent)
        card.is_person.connect(partial(self.is_person, seen))
        card.is_not.connect(partial(self.is_not, seen))
        card.is_stranger.connect(partial(self.is_stranger, seen))
        self.opened.emit(card, seen, analysis, answer)
        card.open()
        return card

    def is_person(self, seen: FaceCrop, name: str, question: ReviewQuestion | None = None) -> None:
        said = self.tr("{name} has one more picture.").format(name=name)
        self._say(lambda: self._corrections.is_person(seen, PersonName(name)), said, question)

    def is_not(self, seen: FaceCrop, name: str, question: ReviewQuestion | None = None) -> None:
        def write() -> Correction:
            row = self._overview.current.find(name)
            if row is None:
                raise PersonNotFoundError("Nobody is called {name}.", name=name)
            return self._corrections.is_not(seen, row.person)

        said = self.tr("A face like this is not called {name} again.").format(name=name)
        self._say(write, said if self._heeded else self._unheeded(), question)

    def is_stranger(self, seen: FaceCrop, question: ReviewQuestion | None = None) -> None:
        said = self.tr("A face like this is given no name.")
        self._say(lambda: self._corrections.is_stranger(seen), said if self._heeded else self._unheeded(), question)

    def _unheeded(self) -> str:
        return self.tr("It is kept, but the model in use, trained from scratch, does not heed it.")

    def answer_person(self, question: ReviewQuestion, name: str) -> None:
        self.is_person(question.seen, name, question)

    def answer_not(self, question: ReviewQuestion, name: str) -> None:
        self.is_not(question.seen, name, question)

    def answer_stranger(self, question: ReviewQuestion) -> None:
        self.is_stranger(question.seen, question)

    def skip(self, question: ReviewQuestion) -> None:
        """It is not asked again."""
        self._closed(question)

    def _say(self, write: Callable[[], Correction], said: str, question: ReviewQuestion | None) -> None:
        def done(correction: Correction) -> None:
            label = self.tr("Undo correction")
            self._history.push(UndoableEdit(label, said, correction.undo, lambda: self._reopen(question)))
            self.told.emit(said)
            self.changed.emit()

        def refused(error: VisavisError) -> None:
            self._reopen(question)
            self.failed.emit(error)

        if question is not None:
            self._closed(question)
        self._disk.submit(write, done, refused)

    def _closed(self, question: ReviewQuestion) -> None:
        self._review.answered(question)
        self.asked.emit(self._review.questions)

    def _reopen(self, question: ReviewQuestion | None) -> None:
        if question is not None:
            self._review.reopen(question)
            self.asked.emit(self._review.questions)
