"""Review: what the user says about faces, in the picture or in a question, is saved and applies at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal

from visavis.errors import PersonNotFoundError, VisavisError
from visavis.imaging.geometry import Box, Face
from visavis.imaging.low_light import enhance
from visavis.people.names import PersonName, comparison_key
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.review.corrections import Correction, Corrections
from visavis.review.queue import ReviewQuestion, ReviewQueue
from visavis.sightings.guests import FaceVector
from visavis.storage.paths import DataFolders
from visavis.tracking.commands import QueryPipeline
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.source_display import SourceDisplay
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.live.overlay import Rect
from visavis.ui.live.video_view import VideoView
from visavis.ui.people.overview import OverviewStore
from visavis.ui.review.face_card import FaceCard
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window

#: Milliseconds between two looks whether the day has ended, at which questions are dropped.
_EXPIRY_INTERVAL_MS = 60_000


class ReviewController(QObject):
    """Queues questions about uncertain faces, and saves corrections on the disk worker."""

    changed = Signal()  #: people or rejections changed
    card_opened = Signal(FaceCard, FaceCrop, Analysis, object)  #: the card of a face; the last is its `Answer`
    _marked = Signal(object, object)  # from the analysis thread: the frame and the `Answer` of a face that was marked
    questions_changed = Signal(tuple, bool)  #: the pending questions, and whether one was answered today

    def __init__(
        self,
        folders: DataFolders,
        disk_worker: Worker,
        overview: OverviewStore,
        history: UndoHistory,
        live: LiveController,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._corrections = Corrections(folders)
        self._disk_worker = disk_worker
        self._overview = overview
        self._history = history
        panel = window.review
        self._host = window.live  # what cards of faces lie over
        self._pictures = window.pictures  # the part of it that they cover if they can
        self._card: FaceCard | None = None
        self._card_channel = 0  # of the picture with the card's face
        self._live = live
        self._resume = False  # the picture is paused only while a face is marked
        self._banner = window.banner
        self._rejections_supported = True
        self._panel = panel
        self._newest: dict[int, Analysis] = {}  # by channel
        self._ended: set[int] = set()  # channels whose source has ended; its last analysis may still be on its way
        self._known: frozenset[str] = frozenset()  # names of the people when the overview changed last
        self._queue = ReviewQueue()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._expire)
        self._clock.start(_EXPIRY_INTERVAL_MS)
        overview.changed.connect(self._follow_people)
        for display in live.displays:
            display.pane.video.chosen.connect(self.open_card)
            display.pane.marker.marked.connect(partial(self._take_marked, display))
            display.pane.marker.left.connect(partial(self._end_marking, display))
            display.closed.connect(display.pane.marker.cancel)
        window.actions_.mark.triggered.connect(self.start_marking)
        self._marked.connect(lambda frame, answer: self.open_card(Analysis(frame, ()), answer, is_marked=True))
        live.closed.connect(self._close_card_of)
        panel.is_person.connect(lambda question, name: self.is_person(question.seen, name, question))
        panel.is_not.connect(lambda question, name: self.is_not(question.seen, name, question))
        panel.is_stranger.connect(lambda question: self.is_stranger(question.seen, question))
        panel.skip.connect(self._close_question)
        panel.undo.connect(history.undo)

    def set_pipeline(self, pipeline: Pipeline) -> None:
        """Use another pipeline: not every network supports rejections, or compares faces."""
        self._rejections_supported = pipeline.heeds_rejections or pipeline.model is None
        self._queue.use(pipeline.recognize)

    def add_analysis(self, analysis: Analysis) -> None:
        """Queue a question if the analysis has a face worth asking about."""
        channel = analysis.frame.channel
        self._newest[channel] = analysis
        if self._queue.update(analysis, self._panel.shown, is_last=channel in self._ended):
            self._announce_questions()

    def begin_source(self, channel: int) -> None:
        """A source was opened."""
        self._ended.discard(channel)

    def end_source(self, channel: int) -> None:
        """Ask about the last frame of a source, which may stay in view. Earlier questions stay, too."""
        self._ended.add(channel)
        if channel in self._newest:
            self.add_analysis(self._newest[channel])

    def leave_out(self, faces: list[FaceVector]) -> None:
        """Ask no more about guests whom the user ignores."""
        if self._queue.leave_out(faces):
            self._announce_questions()

    def clear_questions(self) -> None:
        """Drop all questions: a person was forgotten, and any of them may be about that person."""
        self._newest.clear()
        self._queue.clear()
        self._announce_questions()

    def _expire(self) -> None:
        if self._queue.expire():
            self._announce_questions()

    def _follow_people(self) -> None:
        """Drop the questions whether a face is somebody who is gone or renamed."""
        known = frozenset(self._overview.current.names)
        if self._queue.drop_candidates(self._known - known):
            self._announce_questions()
        self._known = known

    def start_marking(self) -> None:
        """Let the user draw a frame around a face that was not found. The picture stands still meanwhile."""
        display = self._live.chosen
        was_paused = display.session.is_paused
        if display.pane.marker.start():
            display.pause(True)
            self._resume = not was_paused

    def _end_marking(self, display: SourceDisplay) -> None:
        if self._resume:
            display.pause(False)

    def _take_marked(self, display: SourceDisplay, place: QRectF) -> None:
        """Recognize the face in the frame that was drawn, and open its card."""
        video = display.pane.video
        frame = video.frame
        box = video.box_at(Rect(place.left(), place.top(), place.width(), place.height()))
        if frame is None or box is None:
            return
        face = Face(box)

        def recognize(pipeline: Pipeline) -> None:
            self._marked.emit(frame, Answer(face, pipeline.recognize(enhance(frame.image), [face])[0]))

        self._live.analysis.submit(QueryPipeline(recognize))

    def open_card(self, analysis: Analysis, answer: Answer, *, is_marked: bool = False) -> None:
        """Open the card of a face beside it, unless the face lies outside the picture. It replaces another card."""
        image = analysis.frame.image
        if answer.face.box.clip(image.shape[1], image.shape[0]) is None:
            return
        self.close_card()
        face = FaceCrop.from_image(image, answer.face, is_marked=is_marked)
        card = self._card = FaceCard(face, answer.match, self._overview.current.names, self._host, self._pictures)
        card.is_person.connect(partial(self.is_person, face))
        card.is_not.connect(partial(self.is_not, face))
        card.is_stranger.connect(partial(self.is_stranger, face))
        video = self._live.display(analysis.frame).pane.video
        card.closed.connect(partial(self._leave_card, video))
        self._card_channel = analysis.frame.channel
        self.card_opened.emit(card, face, analysis, answer)
        card.open(lambda: self._place_in_host(video, answer.face.box))

    def close_card(self) -> None:
        """Close the card that is open."""
        if self._card is not None:
            self._card.reject()

    def _close_card_of(self, channel: int) -> None:
        """Close the card of a face in a picture that shows another source now."""
        if channel == self._card_channel:
            self.close_card()

    def _leave_card(self, video: VideoView, had_focus: bool) -> None:
        self._card = None
        if had_focus:
            video.setFocus()

    def _place_in_host(self, video: VideoView, box: Box) -> QRect:
        """Where a box of the picture is painted now."""
        fit = video.fit()
        if fit is None:
            return QRect()
        place = fit.to_view(box)
        corner = video.mapTo(self._host, QPoint(round(place.left), round(place.top)))
        return QRect(corner, QSize(round(place.width), round(place.height)))

    def is_person(self, face: FaceCrop, name: str, question: ReviewQuestion | None = None) -> None:
        """Save the face as a sample of a person, new or enrolled."""
        is_enrolled = any(comparison_key(name) == comparison_key(row.name) for row in self._overview.current.rows)
        one_more = self.tr("{name} has one more picture.")
        text = (one_more if is_enrolled else self.tr("{name} is enrolled, with one picture.")).format(name=name)
        self._save(lambda: self._corrections.is_person(face, PersonName(name)), text, question)

    def is_not(self, face: FaceCrop, name: str, question: ReviewQuestion | None = None) -> None:
        """Save that the face is not this person's."""

        def write() -> Correction:
            row = self._overview.current.find(name)
            if row is None:
                raise PersonNotFoundError("Nobody is called {name}.", name=name)
            return self._corrections.is_not(face, row.person)

        text = self.tr("A face like this is not called {name} again.").format(name=name)
        self._save(write, text if self._rejections_supported else self._unsupported_text(), question)

    def is_stranger(self, face: FaceCrop, question: ReviewQuestion | None = None) -> None:
        """Save that the face is no enrolled person's, or no face."""
        text = self.tr("A face like this is given no name.")
        self._save(
            lambda: self._corrections.is_stranger(face),
            text if self._rejections_supported else self._unsupported_text(),
            question,
        )

    def _unsupported_text(self) -> str:
        return self.tr("This is saved, but the model in use was trained from scratch and cannot apply it.")

    def _save(self, write: Callable[[], Correction], text: str, question: ReviewQuestion | None) -> None:
        def report(correction: Correction) -> None:
            label = self.tr("Undo correction")
            self._history.push(UndoableEdit(label, text, correction.undo, lambda: self._reopen_question(question)))
            self.changed.emit()

        def fail(error: VisavisError) -> None:
            self._reopen_question(question)
            self._banner.tell(Notice.of(error, "editing"))

        if question is not None:
            self._close_question(question)
        self._disk_worker.submit(write, report, fail)

    def _close_question(self, question: ReviewQuestion) -> None:
        self._queue.close(question)
        self._announce_questions()

    def _reopen_question(self, question: ReviewQuestion | None) -> None:
        if question is not None:
            self._queue.reopen(question)
            self._announce_questions()

    def _announce_questions(self) -> None:
        self.questions_changed.emit(self._queue.questions, self._queue.has_answered)
