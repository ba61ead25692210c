"""The figures of the heads-up display and of the status bar are measured once, and right."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.live.hud import Hud
from visavis.ui.live.performance import Performance
from visavis.ui.live.status_bar import StatusBar

PICTURE = np.zeros((4, 4, 3), np.uint8)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def performance(clock):
    return Performance(clock)


def frame(index, taken_at, source="a"):
    return Frame(PICTURE, taken_at, index, 0.0, source)


def analysis(index, taken_at, **stages):
    return Analysis(frame(index, taken_at), (), stages)


def show_every_second_frame(performance, clock):
    """Of 60 frames at 30 per second every second is shown, 20 ms old, and every fourth analyzed, 100 ms old."""
    for index in range(0, 60, 2):
        clock.now = index / 30
        performance.add_frame(frame(index, clock.now - 0.02))
        if index % 4 == 0:
            performance.add_analysis(analysis(index, clock.now - 0.1, detect=20.0))


def test_rates_ages_and_drops_are_measured(performance, clock):
    show_every_second_frame(performance, clock)
    figures = performance.figures()
    assert figures.shown == pytest.approx(15, rel=0.01)
    assert figures.analyzed == pytest.approx(7.5, rel=0.05)
    assert figures.picture_ms == pytest.approx(20)
    assert figures.labels_ms == pytest.approx(100)
    assert figures.dropped == 29
    assert figures.skipped == pytest.approx(0.5, abs=0.03)
    assert figures.stages == {"detect": pytest.approx(20.0)}


def test_a_still_picture_has_no_age(performance, clock):
    for clock.now in (0.0, 0.1):
        performance.add_frame(frame(round(10 * clock.now), clock.now))
    clock.now = 60.0
    figures = performance.figures()
    assert (figures.shown, figures.picture_ms, figures.labels_ms, figures.skipped) == (0.0, None, None, None)


def test_another_file_of_a_folder_and_a_film_played_again_are_no_drops(performance, clock):
    for shown in (frame(3, 0.0), frame(9, 0.1, "b"), frame(0, 0.2, "b")):
        clock.now = shown.taken_at
        performance.add_frame(shown)
    assert performance.figures().dropped == 0


def test_durations_of_stages_change_slowly_enough_to_be_read(performance):
    performance.add_analysis(analysis(0, 0.0, detect=10.0))
    performance.add_analysis(analysis(1, 0.1, detect=60.0))
    assert performance.figures().stages["detect"] == pytest.approx(20.0)


def test_another_source_starts_with_empty_figures(performance, clock):
    empty = performance.figures()
    show_every_second_frame(performance, clock)
    performance.reset()
    assert performance.figures() == empty


def test_the_display_and_the_status_bar_show_the_same_measurement(qtbot, performance, clock):
    hud, status = Hud(performance), StatusBar(performance)
    qtbot.addWidget(hud)
    qtbot.addWidget(status)
    show_every_second_frame(performance, clock)
    hud.refresh()
    qtbot.waitUntil(lambda: status.labels["rate"].text() != "")
    assert status.labels["rate"].text() == "15 frames/s"
    assert [label.text() for label in status.labels.values() if " ms" in label.text()] == []
    assert "15.0 /s" in hud.accessibleDescription()
    assert "100 ms" in hud.accessibleDescription()
