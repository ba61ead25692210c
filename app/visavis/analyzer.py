"""The loop that analyzes what is live, by the newest pipeline."""

import logging
from collections.abc import Callable, Iterable, Iterator

from visavis.errors import VisavisError
from visavis.frames import Frame, Latest
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking import Follower, Measured

_log = logging.getLogger(__name__)


class Analyzer:
    """Analyses of the frames of a live source, by the newest pipeline that was asked for.

    One thread iterates, and it owns the networks: they are loaded, used and let go there. Any thread may call `use`:
    the faces that are followed stay, and are asked for their names again.
    """

    def __init__(
        self,
        frames: Iterable[Frame],
        pipeline: Pipeline,
        *,
        changed: Callable[[Pipeline], None] = lambda _: None,
        failed: Callable[[VisavisError], None] = lambda _: None,
    ) -> None:
        self._frames = frames
        self._follow = Follower(pipeline, Measured())
        self._wanted: Latest[Callable[[], Pipeline]] = Latest()
        self._changed = changed
        self._failed = failed

    def use(self, load: Callable[[], Pipeline]) -> None:
        """Ask for another pipeline, loaded before the next frame; if that fails, the old one stays."""
        self._wanted.put(load)

    def __iter__(self) -> Iterator[Analysis]:
        for frame in self._frames:
            load = self._wanted.take()
            if load is not None:
                self._load(load)
            yield self._follow(frame)

    def _load(self, load: Callable[[], Pipeline]) -> None:
        try:
            pipeline = load()
        except VisavisError as error:
            _log.warning("%s", error)
            self._failed(error)
        else:
            self._follow.use(pipeline)
            self._changed(pipeline)
