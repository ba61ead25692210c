"""Stand-ins at the seams: no camera is needed."""

import cv2
import numpy as np

from visavis.faces.observation import FaceObservation
from visavis.recognition.decision import Decision
from visavis.recognition.match import Match
from visavis.recognition.recognizer import Recognizer
from visavis.recognition.report import SearchResult
from visavis.scoring.calibration import Calibration
from visavis.sources.live_capture import Patience

#: For live sources in tests: no pauses.
PATIENCE = Patience(pause_s=0, failures=3)


def picture(value=90, width=64, height=48):
    """A plain picture: (height, width, 3) uint8."""
    return np.full((height, width, 3), value, np.uint8)


def frames_until(source, count):
    """The frames of a source that is stopped after so many."""
    frames = []
    for frame in source:
        frames.append(frame)
        if len(frames) == count:
            source.stop()
    return frames


class FakeCapture:
    """What `cv2.VideoCapture` is to a source: gives its pictures, then fails as an unplugged camera does.

    `times` are the timestamps of the pictures in milliseconds; without them the clock stands still at 0.
    `promised` is the number of frames it says it has; something live does not know.
    """

    def __init__(self, pictures=(), *, opened=True, rate=0.0, times=(), promised=0):
        self._pictures = list(pictures)
        self._opened = opened
        self._times = times
        self._values = {cv2.CAP_PROP_FPS: rate, cv2.CAP_PROP_FRAME_COUNT: promised}
        self.given = 0  # number of pictures read
        self.released = False

    def __call__(self, *arguments):
        """Be opened: the capture is its own opener, and remembers what it was asked for."""
        self.arguments = arguments
        return self

    def isOpened(self):  # noqa: N802 - OpenCV's name
        return self._opened

    def read(self):
        assert not self.released
        if self.given == len(self._pictures):
            return False, None
        self.given += 1
        return True, self._pictures[self.given - 1]

    def grab(self):
        return self.read()[0]

    def get(self, key):
        if key == cv2.CAP_PROP_POS_MSEC:
            return self._times[self.given - 1] if self._times else 0.0
        return self._values.get(key, 0.0)

    def set(self, key, value):
        self._values[key] = value
        return True

    def release(self):
        self.released = True


class FakeDetector:
    """Finds what a function of the picture says, everywhere: as a detector, and as one that follows."""

    def __init__(self, find, find_candidates=lambda image: ()):
        self._find = find
        self._find_candidates = find_candidates
        self.searches = 0

    def __call__(self, image):
        self.searches += 1
        return list(self._find(image))

    def search(self, image, search):
        return [face for face in self(image) if search.area is None or search.area.containment(face.box) == 1]

    def search_locally(self, image, search):
        return [
            face
            for face in self._find(image)
            if search.area.containment(face.box) == 1 and search.min_width <= face.box.width <= search.max_width
        ]

    def search_candidates(self, image, search):
        return [face for face in self._find_candidates(image) if search.min_width <= face.box.width]

    def redetect(self, image, boxes):
        if not boxes:
            return []
        found = list(self._find(image))
        nearest = [max(found, key=lambda face: face.box.iou(box), default=None) for box in boxes]
        return [
            face if face is not None and face.box.iou(box) > 0.3 else None
            for face, box in zip(nearest, boxes, strict=True)
        ]


#: An observation of good quality.
GOOD = FaceObservation(eye_distance=40.0, brightness=120.0, sharpness=0.3, yaw=0.0)


def recognizing(vectors_of, names, *, outlier_threshold=0.94, threshold=0.5):
    """A recognizer whose network is a function of the picture and the faces; a vector has the cosine with each person.

    Cosines become scores as 1 / (1 + exp(10 - 20 cosine)): 0.5 has 0.5, 1 practically 1.
    """
    return Recognizer(
        chips=lambda image, faces: np.asarray(vectors_of(image, faces), np.float32).reshape(len(faces), -1),
        embed=lambda chips: chips,
        compare=lambda vectors: vectors[:, : len(names)],
        names=names,
        calibration=Calibration(slope=20.0, offset=-10.0),
        decision=Decision(threshold),
        outlier_threshold=outlier_threshold,
        measure=lambda image, face: GOOD,
    )


def searched(truth, name, best, score, picture=None):
    """A search of a test: the answer, the best candidate, and their score; of None, no face was found."""
    return SearchResult(truth, None if score is None else Match(name, score, best), picture)


#: Side of the chips that `chips` makes, in pixels.
SIDE = 48


def chips(image, faces):
    """Dark, with a bright mouth."""
    chip = np.full((SIDE, SIDE, 3), 40, np.float32)
    chip[36:44, 14:34] = 240
    return np.stack([chip] * len(faces))


def embed(chips):
    """Like Ada as far as the mouth is bright; always a little like Bob."""
    mouth = chips[:, 36:44, 14:34].mean(axis=(1, 2, 3)) / 240
    return np.stack([mouth, np.full_like(mouth, 0.4)], axis=1)
