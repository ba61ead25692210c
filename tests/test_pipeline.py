"""The pipeline calls its steps, and its answer is what commands print."""

import numpy as np

from fakes import FakeDetector
from visavis.frames import Frame
from visavis.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.recognition import Match

FRAME = Frame(np.zeros((48, 64, 3), np.uint8), 12.0, 12, 12 / 25, "a.mp4")
DETECT = FakeDetector(lambda image: [Face(Box(1, 2, 30, 40))])


def test_a_line_is_as_the_specification_has_it():
    ada = Match("Ada", 0.93456, "Ada", ("Bob", 0.41))
    pipeline = Pipeline(DETECT, lambda image, faces: [ada] * len(faces), model="m")
    assert pipeline(FRAME).line() == {
        "source": "a.mp4",
        "frame": 12,
        "time": 0.48,
        "faces": [
            {"box": [1, 2, 30, 40], "name": "Ada", "score": 0.9346, "runner_up": ["Bob", 0.41], "track": None},
        ],
    }


def test_without_a_model_a_face_is_unknown_with_score_0():
    [face] = Pipeline(DETECT)(FRAME).line()["faces"]
    assert (face["name"], face["score"], face["runner_up"]) == (None, 0, None)
