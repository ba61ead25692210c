"""The pipeline calls its steps, and its answer is what commands print."""

import numpy as np

from support.fakes import FakeDetector
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.match import Match
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration

FRAME = Frame(np.zeros((48, 64, 3), np.uint8), 12.0, 12, 12 / 25, "a.mp4")
DETECT = FakeDetector(lambda image: [Face(Box(1, 2, 30, 40))])


def test_a_line_is_as_the_specification_has_it():
    ada = Match("Ada", 0.93456, "Ada", ("Bob", 0.41))
    pipeline = Pipeline(DETECT, lambda image, faces: [ada] * len(faces), model="m")
    assert pipeline(FRAME).as_json() == {
        "source": "a.mp4",
        "frame": 12,
        "time": 0.48,
        "faces": [
            {"box": [1, 2, 30, 40], "name": "Ada", "score": 0.9346, "runner_up": ["Bob", 0.41], "track": None},
        ],
    }


def test_without_a_model_a_face_is_unknown_with_score_0():
    [face] = Pipeline(DETECT)(FRAME).as_json()["faces"]
    assert (face["name"], face["score"], face["runner_up"]) == (None, 0, None)


def test_the_line_can_be_drawn_anew():
    recognizer = Recognizer(
        chips=lambda image, faces: np.zeros((len(faces), 1), np.float32),
        embed=lambda chips: chips,
        compare=lambda vectors: np.full((len(vectors), 1), 0.0),  # a score of one half
        names=["Ada"],
        calibration=Calibration(),
        decision=Decision(0.9),
    )
    pipeline = Pipeline(DETECT, recognizer)
    image = np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)
    faces = [Face(Box(0, 0, 40, 40))]
    assert [match.name for match in pipeline.recognize(image, faces)] == [None]
    assert [match.name for match in pipeline.at(0.4).recognize(image, faces)] == ["Ada"]


def test_without_a_model_there_is_no_line_to_draw():
    pipeline = Pipeline(DETECT)
    assert pipeline.at(0.4) is pipeline
