"""A camera that films a scene."""

import time
from collections.abc import Iterator

from visavis.bench.scenario import RATE
from visavis.bench.scene import Scene
from visavis.imaging.frames import Frame
from visavis.sources.source import Stoppable


class SceneCamera(Stoppable):
    """A `Source`: gives a scene's frames at a camera's pace, and knows what that costs.

    Parameters
    ----------
    throttled : bool
        Whether at `RATE` frames a second, or as fast as they are read.
    """

    name = "scene"

    def __init__(self, scene: Scene, *, throttled: bool) -> None:
        super().__init__()
        self.scene = scene
        self.live = throttled
        self.newest = -1
        """The number of the newest frame given."""
        self.spent_s = 0.0
        """Processor seconds that making the frames took: not the program's."""

    def __iter__(self) -> Iterator[Frame]:
        start = time.monotonic()
        index = 0
        while True:
            wait = start + index / RATE - time.monotonic() if self.live else 0.0
            if self._stopped.wait(max(wait, 0.0)) if self.live else self._stopped.is_set():
                return
            before = time.thread_time()
            image = self.scene.picture(index)
            self.spent_s += time.thread_time() - before
            self.newest = index
            yield Frame(image, time.monotonic(), index, index / RATE, self.name)
            late = (time.monotonic() - start) * RATE if self.live else 0
            index = max(index + 1, int(late))  # a camera does not wait: what nobody read is gone
