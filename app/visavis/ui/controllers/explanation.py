"""Explaining: what an answer rests on is asked of whoever knows, and shown on the card of the face."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import PictureError, VisavisError
from visavis.imaging.image import Image
from visavis.people.samples import FaceCrop
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.review import explanation
from visavis.review.explanation import Embeddings, Explanation, NearestSample
from visavis.storage.paths import DataFolders
from visavis.tracking.commands import QueryPipeline
from visavis.ui.live.session import LiveSession
from visavis.ui.review.face_dialog import FaceDialog
from visavis.ui.threads import Worker
from visavis.ui.widgets.images import portrait

_Found = list[tuple[NearestSample, Image | None]]


class ExplanationController(QObject):
    """Answers the "Why?" of one card at a time: the networks on their thread, the samples on another."""

    failed = Signal(VisavisError)

    _examined = Signal(
        int, object
    )  # from the analysis thread: the number of the card that asked, and its grounds, or None

    def __init__(
        self,
        folders: DataFolders,
        live: LiveSession,
        embeddings: Callable[[], Embeddings],
        parent: QObject | None = None,
    ) -> None:
        """`embeddings`: called on a thread of its own, once somebody asks."""
        super().__init__(parent)
        self._people = PeopleStore(folders.people)
        self._live = live
        self._embeddings = embeddings
        self._card: FaceDialog | None = None
        self._number = 0
        self._worker = Worker(self)
        self._examined.connect(self._show)

    def attach(self, card: FaceDialog, seen: FaceCrop, analysis: Analysis, answer: Answer) -> None:
        """Answer what is asked on this card, as long as it is open."""
        self._card, self._number = card, self._number + 1
        number, now = self._number, analysis.frame.time
        card.why.connect(lambda: self._ask(number, lambda pipeline: explanation.examine(pipeline, seen, answer, now)))
        card.finished.connect(lambda _: self._closed(number))

    def _ask(self, number: int, question: Callable[[Pipeline], Explanation]) -> None:
        def ask(pipeline: Pipeline) -> None:
            found = None
            try:
                found = question(pipeline)
            finally:  # what went wrong is told elsewhere; the card must not wait for ever
                self._examined.emit(number, found)

        self._live.submit(QueryPipeline(ask))

    def _show(self, number: int, found: Explanation | None) -> None:
        card = self._card
        if card is None or number != self._number:  # it was closed meanwhile
            return
        if found is None:
            card.grounds.show_failure()
            return
        card.grounds.show_grounds(found)

        def show(nearest: _Found) -> None:
            if self._card is card:
                card.grounds.show_nearest(found, nearest)

        def fail(error: VisavisError) -> None:
            show([])
            self.failed.emit(error)

        if found.vector is None:
            show([])
        else:
            self._worker.submit(partial(self._nearest, found), show, fail)

    def _nearest(self, found: Explanation) -> _Found:
        """On the worker's thread."""
        nearest = explanation.nearest(found, self._people, self._embeddings())
        return [(near, _portrait(near)) for near in nearest]

    def _closed(self, number: int) -> None:
        if number == self._number:
            self._card = None


def _portrait(near: NearestSample) -> Image | None:
    try:
        return portrait(near.path)
    except PictureError:  # it went away meanwhile
        return None
