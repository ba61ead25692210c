"""A camera that films a scene."""

import time
from collections.abc import Iterator

from visavis.bench.scenario import FRAME_RATE
from visavis.bench.scene import Scene
from visavis.imaging.frames import Frame
from visavis.sources.source import Stoppable


class SceneCamera(Stoppable):
    """A `Source` of the frames of a scene. It measures its own processor time.

    Parameters
    ----------
    throttled : bool
        Whether frames come at `FRAME_RATE`, or as fast as they are read.
    """

    name = "scene"

    def __init__(self, scene: Scene, *, throttled: bool) -> None:
        super().__init__()
        self.scene = scene
        self.live = throttled
        self.newest = -1
        """Index of the newest frame."""
        self.processor_s = 0.0
        """Processor seconds spent on making the frames, which are not the program's."""

    def __iter__(self) -> Iterator[Frame]:
        start = time.monotonic()
        index = 0
        while True:
            wait = start + index / FRAME_RATE - time.monotonic() if self.live else 0.0
            if self._stopped.wait(max(wait, 0.0)) if self.live else self._stopped.is_set():
                return
            before = time.thread_time()
            image = self.scene.picture(index)
            self.processor_s += time.thread_time() - before
            self.newest = index
            yield Frame(image, time.monotonic(), index, index / FRAME_RATE, self.name)
            late = (time.monotonic() - start) * FRAME_RATE if self.live else 0
            index = max(index + 1, int(late))  # a camera does not wait: frames that were not read are lost
