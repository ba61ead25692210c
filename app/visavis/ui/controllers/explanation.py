"""Explanation: computes why a face got its answer, and shows that on the card of the face."""

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
from visavis.ui.live.channels.live_analysis import LiveAnalysis
from visavis.ui.review.face_card import FaceCard
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner
from visavis.ui.widgets.images import portrait

_Nearest = list[tuple[NearestSample, Image | None]]


class ExplanationController(QObject):
    """Explains one card at a time: the networks run on the analysis thread, the samples are read on a worker.

    Parameters
    ----------
    embeddings : callable
        Opens the embeddings of the samples; called on the worker's thread, for the first explanation.
    """

    _explained = Signal(int, object)  # from the analysis thread: number of the card, and its explanation or None

    def __init__(
        self,
        folders: DataFolders,
        analysis: LiveAnalysis,
        embeddings: Callable[[], Embeddings],
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._people = PeopleStore(folders.people)
        self._analysis = analysis
        self._embeddings = embeddings
        self._banner = banner
        self._card: FaceCard | None = None
        self._number = 0
        self._worker = Worker(self)
        self._explained.connect(self._show)

    def attach(self, card: FaceCard, face: FaceCrop, analysis: Analysis, answer: Answer) -> None:
        """Answer the "Why?" of this card while it is open."""
        self._card, self._number = card, self._number + 1
        number, now = self._number, analysis.frame.time
        card.why.connect(
            lambda: self._explain(number, lambda pipeline: explanation.examine(pipeline, face, answer, now))
        )
        card.closed.connect(lambda _: self._detach(number))

    def _explain(self, number: int, examine: Callable[[Pipeline], Explanation]) -> None:
        def query(pipeline: Pipeline) -> None:
            result = None
            try:
                result = examine(pipeline)
            finally:  # the session reports the error; the card must not wait forever
                self._explained.emit(number, result)

        self._analysis.submit(QueryPipeline(query))

    def _show(self, number: int, result: Explanation | None) -> None:
        card = self._card
        if card is None or number != self._number:  # closed meanwhile
            return
        if result is None:
            card.grounds.show_failure()
            return
        card.grounds.show_grounds(result)

        def show_nearest(nearest: _Nearest) -> None:
            if self._card is card:
                card.grounds.show_nearest(result, nearest)

        def fail(error: VisavisError) -> None:
            show_nearest([])
            self._banner.tell(Notice.of(error, "explanation"))

        if result.vector is None:
            show_nearest([])
        else:
            self._worker.submit(partial(self._nearest_samples, result), show_nearest, fail)

    def _nearest_samples(self, result: Explanation) -> _Nearest:
        """Runs on the worker's thread."""
        nearest = explanation.nearest(result, self._people, self._embeddings())
        return [(sample, _portrait(sample)) for sample in nearest]

    def _detach(self, number: int) -> None:
        if number == self._number:
            self._card = None


def _portrait(sample: NearestSample) -> Image | None:
    try:
        return portrait(sample.path)
    except PictureError:  # deleted meanwhile
        return None
