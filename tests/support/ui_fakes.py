"""Stand-ins for the window's tests: sources, recognition and training that do what a test says."""

import itertools
import math
import threading
import time
from dataclasses import fields, replace

import cv2
import numpy as np

from support.fakes import FakeDetector, chips, embed, recognizing
from support.training.insight import answers, subject
from visavis.errors import SourceLostError, SourceNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.match import Doubt, Match
from visavis.recognition.recognizer import Recognizer

BOX = Box(20, 10, 30, 30)
#: Milliseconds that a test waits for what should come at once, on a machine that is busy.
PATIENCE = 15_000


def picture(value=90, width=96, height=72):
    return np.full((height, width, 3), value, np.uint8)


class FakeSource:
    """Frames every 10 ms: the given pictures over and over, or once."""

    live = False

    def __init__(self, pictures=(), *, name="fake", forever=True):
        self.name = name
        self._pictures = pictures or [picture()]
        self._forever = forever
        self._stopped = threading.Event()

    def stop(self):
        self._stopped.set()

    def __iter__(self):
        pictures = itertools.cycle(self._pictures) if self._forever else self._pictures
        for index, image in enumerate(pictures):
            if self._stopped.wait(0.01):
                return
            yield Frame(image, time.monotonic(), index, index * 0.3, self.name)


class LosingSource(FakeSource):
    """A camera whose cable is loose: it fails after three frames, until `mended` is set."""

    live = True

    def __init__(self):
        super().__init__(name="loose camera")
        self.mended = threading.Event()

    def __iter__(self):
        frames = super().__iter__()
        if self.mended.is_set():
            yield from frames
        yield from itertools.islice(frames, 3)
        raise SourceLostError("The camera stopped delivering pictures.")


class HangingSource(FakeSource):
    """A driver that does not answer, whatever it is told."""

    def __init__(self):
        super().__init__(name="hanging camera")
        self.entered = threading.Event()
        self.released = threading.Event()

    def __iter__(self):
        self.entered.set()
        self.released.wait()
        yield from ()


class MissingSource(FakeSource):
    def __iter__(self):
        raise SourceNotFoundError("There is no camera 7.")
        yield


class FakeRunner:
    """A training run of these events, an exception among them is raised; endless, it ends when it is cancelled."""

    def __init__(self, *events, endless=False):
        self._events = events
        self._endless = endless
        self.cancelled = threading.Event()
        self.forcing = None  #: the run that `forced` gives

    def __iter__(self):
        for event in self._events:
            if isinstance(event, Exception):
                raise event
            yield event
        if self._endless:
            self.cancelled.wait()

    def cancel(self):
        self.cancelled.set()

    def with_force(self):
        return self.forcing


@FakeDetector
def detect(image):
    return [Face(BOX)]


def naming(name, model="m1"):
    """A pipeline that gives every face this name."""
    cosine = 0.5 + math.log(0.905 / 0.095) / 20  # the score 0.905
    recognizer = recognizing(lambda image, faces: [[cosine]] * len(faces), [name], threshold=0.05)
    return Pipeline(detect, recognizer, model=model, people=1)


def names(program):
    """Who is listed."""
    return [row.name for row in program.window.people.model.rows]


ADA = Match("Ada", 0.98, "Ada", ("Bob", 0.2))
EITHER = Match(None, 0.9, "Ada", ("Bob", 0.88), Doubt.AMBIGUOUS)


def scene(seed=1):
    coarse = np.random.default_rng(7).integers(0, 256, (12, 16, 3), np.uint8)
    image = cv2.resize(coarse, (320, 240), interpolation=cv2.INTER_CUBIC).astype(int)
    return np.clip(image + np.random.default_rng(seed).integers(-40, 40, image.shape), 0, 255).astype(np.uint8)


class AdaOrEither(Recognizer):
    """Whoever is on the left is Ada, and on the right somebody like Ada or Bob."""

    def decide(self, probes):
        return [ADA if number == 0 else EITHER for number in range(len(probes))]

    @classmethod
    def made(cls):
        like = replace(recognizing(None, [EITHER.best, EITHER.runner_up[0]]), chips=chips, embed=embed)
        return cls(**{field.name: getattr(like, field.name) for field in fields(like)})


def embedded(slug, samples):
    rows = np.full((len(samples), 2), 0.7, np.float32)
    hashes = tuple(sample.hash for sample in samples)
    return SampleEmbeddings(hashes, rows, np.ones(len(samples), bool), np.ones(len(samples), np.float32))


class FakeInspection:
    """A look into these networks, which gives all its parts at once."""

    def __init__(self, get_crop, on_event, *, networks=("embedding",)):
        self._on_event = on_event
        self._subjects = [subject(network) for network in networks]

    def __call__(self):
        for each in self._subjects:
            for answer in answers(each):
                self._on_event(answer)

    def cancel(self):
        """It is done at once."""
