"""Figures are computed from what was counted."""

import json

import numpy as np
import pytest

from visavis.bench.measurement import Measurement, Tally, is_named_right
from visavis.bench.resources import ResourceUsage, peak_mb
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
    assert is_named_right(analysis(*answers), ADA) is right


def test_answers_more_than_two_frames_old_do_not_label_a_frame():
    tally = Tally()
    for frame, answered in [(5, 5), (6, 4), (7, 4), (8, None)]:
        tally.add_frame(frame, answered)
    assert (tally.frames, tally.labeled) == (4, 2)


def test_altered_copies_of_people_do_not_count_for_names():
    tally = Tally()
    tally.add_answers(analysis((Box(30, 30, 40, 40), "Ada")), 0.01, [ADA, SceneFace(None, (9.0, 9.0), 5.0)])
    tally.add_answers(analysis(), 0.03, [ADA])
    assert tally.named_right == 0.5
    assert tally.ages["p50"] == pytest.approx(20)


def test_stages_are_means_over_the_frames_analyzed_or_painted():
    tally = Tally()
    for spent in (2.0, 4.0):
        tally.add_analysis(analysis(detect=spent))
    tally.add_answers(analysis(), 0.02, [])  # the other one came too late to be painted
    tally.add_frame(0, 0)
    tally.add_painting(1.5)
    assert tally.stages == {"detect": 3.0, "paint": 1.5}


def test_without_people_there_is_no_share_of_right_names():
    assert Tally().named_right is None


def test_the_json_has_exactly_the_specified_keys():
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


@pytest.mark.skipif(ResourceUsage.current() is None, reason="this platform does not tell")
def test_allocated_memory_is_measured():
    before = ResourceUsage.current()
    held = np.ones(50_000_000, np.uint8)
    after = ResourceUsage.current()
    assert after.memory_mb - before.memory_mb == pytest.approx(held.nbytes / 1e6, abs=10)
    assert peak_mb() >= after.memory_mb - 1
