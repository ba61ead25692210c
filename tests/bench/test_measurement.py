"""What measurements come to."""

import json

import numpy as np
import pytest

from visavis.bench.measurement import Measurement, Tally, named_right
from visavis.bench.resources import Holding, peak_mb
from visavis.bench.scenario import Scenario
from visavis.bench.scene import SceneFace
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Match

ADA = SceneFace("Ada", (50.0, 50.0), 40.0)


def analysis(*answers, **stages):
    frame = Frame(np.zeros((100, 100, 3), np.uint8), 0.0)
    return Analysis(frame, tuple(Answer(Face(box), Match(name, 0.9)) for box, name in answers), stages)


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ([(Box(30, 30, 40, 40), "Ada")], True),
        ([(Box(30, 30, 40, 40), "Bob")], False),
        ([(Box(30, 30, 40, 40), None)], False),
        ([(Box(80, 30, 40, 40), "Ada")], False),  # the name is elsewhere
        ([(Box(28, 36, 40, 40), None), (Box(32, 32, 40, 40), "Ada")], True),
        ([], False),
    ],
)
def test_a_name_is_right_on_its_own_face_only(answers, right):
    assert named_right(analysis(*answers), ADA) is right


def test_answers_more_than_two_frames_old_do_not_label_a_frame():
    tally = Tally()
    for frame, answered in [(5, 5), (6, 4), (7, 4), (8, None)]:
        tally.show(frame, answered)
    assert (tally.frames, tally.labeled) == (4, 2)


def test_people_count_and_copies_of_them_do_not():
    tally = Tally()
    tally.answer(analysis((Box(30, 30, 40, 40), "Ada")), 0.01, [ADA, SceneFace(None, (9.0, 9.0), 5.0)])
    tally.answer(analysis(), 0.03, [ADA])
    assert tally.named_right == 0.5
    assert tally.ages["p50"] == pytest.approx(20)


def test_what_a_stage_takes_is_a_mean_over_all_frames_analyzed():
    tally = Tally()
    for spent in (2.0, 4.0):
        tally.analyze(analysis(detect=spent))
    tally.answer(analysis(), 0.02, [])  # the other one came too late to be painted
    tally.show(0, 0)
    tally.paint(1.5)
    assert tally.stages == {"detect": 3.0, "paint": 1.5}


def test_with_nobody_to_name_nothing_is_said_of_names():
    assert Tally().named_right is None


def test_the_line_has_exactly_the_keys_of_the_specification():
    measurement = Measurement(
        scenario=Scenario(window=True),
        fps=30.0,
        labeled_share=1.0,
        named_right=None,
        age_ms=Tally().ages,
        cpu_per_second=0.1,
        stages_ms={},
        first_picture_s=None,
        first_label_s=1.0,
        peak_mb=None,
    )
    assert list(json.loads(json.dumps(measurement.as_json()))) == [
        *("scenario", "window", "throttled", "people", "fps", "labeled_share", "named_right", "age_ms"),
        *("cpu_per_second", "stages_ms", "first_picture_s", "first_label_s", "peak_mb"),
    ]


@pytest.mark.skipif(Holding.now() is None, reason="this platform does not tell")
def test_memory_that_is_held_is_seen():
    before = Holding.now()
    held = np.ones(50_000_000, np.uint8)
    after = Holding.now()
    assert after.memory_mb - before.memory_mb == pytest.approx(held.nbytes / 1e6, abs=10)
    assert peak_mb() >= after.memory_mb - 1
