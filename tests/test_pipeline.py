"""The pipeline calls its steps; the analyzer runs the newest pipeline and survives one that does not load."""

import numpy as np

from visavis.errors import ModelError
from visavis.frames import Frame
from visavis.geometry import Box, Face
from visavis.pipeline import Analyzer, Pipeline
from visavis.recognition import Match

BOX = Box(1, 2, 30, 40)
ADA = Match("Ada", 0.93456, "Ada", ("Bob", 0.41))


def frames(number):
    return [Frame(np.zeros((48, 64, 3), np.uint8), float(n), n, n / 25, "a.mp4") for n in range(number)]


def detect(image):
    return [Face(BOX)]


def named(match):
    return Pipeline(detect, lambda image, faces: [match] * len(faces), model="m")


def test_a_line_is_as_the_specification_has_it():
    analysis = named(ADA)(frames(13)[12])
    assert analysis.line() == {
        "source": "a.mp4",
        "frame": 12,
        "time": 0.48,
        "faces": [
            {"box": [1, 2, 30, 40], "name": "Ada", "score": 0.9346, "runner_up": ["Bob", 0.41], "track": None},
        ],
    }


def test_without_a_model_a_face_is_unknown_with_score_0():
    [face] = Pipeline(detect)(frames(1)[0]).line()["faces"]
    assert (face["name"], face["score"], face["runner_up"]) == (None, 0, None)


def test_the_newest_pipeline_serves_from_the_next_frame_on():
    changed = []
    analyzer = Analyzer(frames(3), Pipeline(detect), changed=changed.append)
    answers = iter(analyzer)
    assert next(answers).answers[0].match.name is None
    analyzer.use(lambda: named(Match("never")))
    analyzer.use(lambda: named(ADA))
    assert next(answers).answers[0].match.name == "Ada"
    assert [pipeline.model for pipeline in changed] == ["m"]


def test_a_pipeline_that_does_not_load_is_told_and_the_old_one_stays():
    told = []
    analyzer = Analyzer(frames(2), named(ADA), failed=told.append)

    def broken():
        raise ModelError("cut in half")

    analyzer.use(broken)
    assert [analysis.answers[0].match.name for analysis in analyzer] == ["Ada", "Ada"]
    assert [str(error) for error in told] == ["cut in half"]
