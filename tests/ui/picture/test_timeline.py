"""The timeline: shows where a recording is, and goes elsewhere by mouse and by keyboard, also while paused."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from support.media_files import video
from support.ui_fakes import FakeSource
from visavis.sources.video_capture import VideoFile
from visavis.ui.picture.timeline import Timeline, format_time

RATE = 10
LENGTH_S = 6.0


@pytest.fixture
def timeline(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(500, 40)
    timeline.show_time(2.0, 100.0)
    timeline.show()
    timeline.activateWindow()
    qtbot.waitUntil(timeline.isActiveWindow)
    return timeline


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (65.9, "1:05"), (3725, "1:02:05")])
def test_times_are_written_as_players_do(seconds, text):
    assert format_time(seconds) == text


def test_it_shows_where_the_recording_is(timeline):
    assert (timeline.position.text(), timeline.end.text()) == ("0:02", "1:40")
    assert timeline.slider.value() == 2000
    assert timeline.slider.accessibleDescription() == "0:02 of 1:40"


def test_a_file_may_be_longer_than_it_says(timeline):
    timeline.show_time(130.0, 100.0)
    assert timeline.end.text() == "2:10"
    assert timeline.slider.value() == timeline.slider.maximum()


def test_a_click_goes_to_that_point(timeline, qtbot):
    slider = timeline.slider
    with qtbot.waitSignal(timeline.sought) as sought:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 3 // 4, slider.height() // 2))
    assert sought.args[0] == pytest.approx(75, abs=2)


def test_dragging_goes_along_and_frames_do_not_pull_it_back(timeline):
    slider, middle, sought = timeline.slider, timeline.slider.height() // 2, []
    timeline.sought.connect(sought.append)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 4, middle))
    QTest.mouseMove(slider, QPoint(slider.width() // 2, middle))
    timeline.show_time(3.0, 100.0)
    assert slider.value() == pytest.approx(50_000, abs=2000)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    assert sought == pytest.approx([25, 50], abs=2)


@pytest.mark.parametrize(("key", "to"), [(Qt.Key.Key_Right, 7.0), (Qt.Key.Key_Left, 0.0), (Qt.Key.Key_PageUp, 12.0)])
def test_keys_go_in_steps(timeline, qtbot, key, to):
    with qtbot.waitSignal(timeline.sought) as sought:
        QTest.keyClick(timeline.slider, key)
    assert sought.args == [to]


def test_a_frame_from_before_the_jump_does_not_move_it_back(timeline):
    timeline.slider.setValue(50_000)
    timeline.show_time(2.1, 100.0)
    assert timeline.slider.value() == 50_000
    timeline.show_time(50.1, 100.0)
    assert timeline.slider.value() == 50_100


@pytest.fixture
def film(tmp_path, make, until):
    """A program that plays a video of 6 s."""
    path = tmp_path / "film.mp4"
    path.write_bytes(video(frames=int(LENGTH_S * RATE), rate=RATE))
    program = make(open_source=lambda text: VideoFile(path, paced=True))
    until(lambda: not program.window.timeline.isHidden())
    return program


def time_shown(program):
    frame = program.window.video.frame
    return -1.0 if frame is None else frame.time


def test_a_video_goes_on_from_the_point_that_is_clicked(film, until):
    film.window.timeline.slider.setValue(4000)
    until(lambda: time_shown(film) >= 4.0)
    film.window.timeline.slider.setValue(1000)
    until(lambda: 0.9 <= time_shown(film) <= 2.0)


def test_a_paused_video_shows_the_picture_of_the_point(film, until):
    film.window.actions_.pause.trigger()
    until(lambda: film.live.session.is_paused)
    film.window.timeline.slider.setValue(5000)
    until(lambda: time_shown(film) == pytest.approx(5.0, abs=0.2))
    assert film.live.session.is_paused
    film.window.timeline.slider.setValue(2000)
    until(lambda: time_shown(film) == pytest.approx(2.0, abs=0.2))


def test_a_video_that_has_ended_goes_on_from_the_point(film, until):
    film.window.timeline.slider.setValue(int(1000 * LENGTH_S))
    until(lambda: film.window.next_step.text == "The source has ended.")
    film.window.timeline.slider.setValue(1000)
    until(lambda: film.window.next_step.text != "The source has ended.")
    until(lambda: 0.9 <= time_shown(film) <= 2.5)


def test_a_camera_has_no_timeline(make, until):
    program = make(FakeSource())
    until(lambda: program.window.video.frame is not None)
    assert program.window.timeline.isHidden()
