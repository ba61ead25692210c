"""Embeds the candidates of capture mode on the analysis thread, which owns the networks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.enrollment.session import Candidate, FaceEmbedder
from visavis.enrollment.subject import Vector
from visavis.pipeline import Pipeline
from visavis.tracking.commands import Command, EmbedCandidate


class FaceComparison(QObject):
    """Answers each candidate once, with its embedding or with None if it cannot be had.

    Parameters
    ----------
    submit : callable
        Has a command run on the analysis thread.
    create_embedder : callable
        Makes the embedder, given the pipeline in use; called on the analysis thread.
    """

    embedded = Signal(object, object)  #: the candidate, and its embedding of shape (n,) or None

    def __init__(
        self,
        submit: Callable[[Command], None],
        create_embedder: Callable[[Pipeline], FaceEmbedder],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self._create_embedder = create_embedder
        # the embedder, and the pipeline for which it was made; in one attribute, because two threads change it
        self._made: tuple[Pipeline, FaceEmbedder | None] | None = None

    def request(self, candidate: Candidate) -> None:
        """Have a candidate embedded; `embedded` delivers the result."""
        self._submit(EmbedCandidate(partial(self._answer, candidate)))

    def release(self) -> None:
        """Free the network until the next candidate."""
        self._made = None

    def _answer(self, candidate: Candidate, pipeline: Pipeline) -> None:
        """Embed a candidate, on the analysis thread. An error is reported once for each pipeline."""
        vector: Vector | None = None
        try:
            made = self._made
            if made is not None and made[0] is pipeline:
                embed = made[1]
            else:
                self._made = pipeline, None
                embed = self._create_embedder(pipeline)
                self._made = pipeline, embed
            if embed is not None:
                vector = embed(candidate.image, candidate.face)
        finally:
            self.embedded.emit(candidate, vector)
