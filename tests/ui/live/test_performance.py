"""What the heads-up display says is what happened."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.live.performance import Performance

PICTURE = np.zeros((4, 4, 3), np.uint8)


def frame(index, taken_at, source="a"):
    return Frame(PICTURE, taken_at, index, 0.0, source)


def test_rates_ages_and_what_was_left_out():
    performance = Performance()
    for index in range(0, 60, 2):  # every second frame is shown, every fourth analyzed
        now = index / 30
        performance.saw_frame(frame(index, now - 0.02), now)
        if index % 4 == 0:
            performance.saw_analysis(Analysis(frame(index, now - 0.1), (), {"detect": 20.0}), now)
    figures = performance.figures(58 / 30)
    assert figures.shown == pytest.approx(15, rel=0.01)
    assert figures.analyzed == pytest.approx(7.5, rel=0.05)
    assert figures.picture_ms == pytest.approx(20)
    assert figures.labels_ms == pytest.approx(100)
    assert figures.dropped == 29
    assert figures.skipped == pytest.approx(0.5, abs=0.03)
    assert figures.stages == {"detect": pytest.approx(20.0)}


def test_a_picture_that_stands_still_has_no_age():
    performance = Performance()
    performance.saw_frame(frame(0, 0.0), 0.0)
    performance.saw_frame(frame(1, 0.1), 0.1)
    figures = performance.figures(60.0)
    assert (figures.shown, figures.picture_ms, figures.labels_ms, figures.skipped) == (0.0, None, None, None)


def test_another_picture_of_a_folder_and_a_film_that_begins_anew_are_no_drops():
    performance = Performance()
    for shown in (frame(3, 0.0), frame(9, 0.1, "b"), frame(0, 0.2, "b")):
        performance.saw_frame(shown, shown.taken_at)
    assert performance.figures(0.2).dropped == 0


def test_times_of_steps_change_slowly_enough_to_be_read():
    performance = Performance()
    performance.saw_analysis(Analysis(frame(0, 0.0), (), {"detect": 10.0}), 0.0)
    performance.saw_analysis(Analysis(frame(1, 0.1), (), {"detect": 60.0}), 0.1)
    assert performance.figures(0.1).stages["detect"] == pytest.approx(20.0)
