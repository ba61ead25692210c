"""The pipeline calls its steps, and commands print its answer."""

import numpy as np

from support.fakes import FakeDetector
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.liveness.hint import DenyCue, decide
from visavis.pipeline import Analysis, Answer, Pipeline
from visavis.recognition.decision import Decision
from visavis.recognition.match import NOBODY, Match
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration

FRAME = Frame(np.zeros((48, 64, 3), np.uint8), 12.0, 12, 12 / 25, "a.mp4")
DETECT = FakeDetector(lambda image: [Face(Box(1, 2, 30, 40))])


def test_a_printed_line_is_as_specified():
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


def test_a_liveness_hint_is_printed_only_where_there_is_one():
    hint = decide((), {DenyCue.FLAT})
    answers = (
        Answer(Face(Box(1, 2, 30, 40)), Match("Ada", 0.9), liveness=hint),
        Answer(Face(Box(1, 2, 30, 40)), NOBODY),
    )
    watched, other = Analysis(FRAME, answers).as_json()["faces"]
    assert watched["liveness"] == {"state": "denied", "cue": "flat", "turn": None}
    assert watched["name"] == "Ada"
    assert "liveness" not in other


def test_without_a_model_a_face_is_unknown_with_score_0():
    [face] = Pipeline(DETECT)(FRAME).as_json()["faces"]
    assert (face["name"], face["score"], face["runner_up"]) == (None, 0, None)


def test_the_threshold_can_be_replaced():
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
    assert [match.name for match in pipeline.with_threshold(0.4).recognize(image, faces)] == ["Ada"]


def test_without_a_model_no_threshold_names_a_face():
    pipeline = Pipeline(DETECT)
    assert [answer.match for answer in pipeline.with_threshold(0.0)(FRAME).answers] == [NOBODY]
    assert not pipeline.heeds_rejections


def test_without_a_model_an_answer_stays_as_it_is():
    assert Pipeline(DETECT).final(NOBODY) is NOBODY
