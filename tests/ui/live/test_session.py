"""One source after another is captured and analyzed, whatever a camera does."""

import pytest

from support.ui_fakes import PATIENCE, FakeSource, HangingSource, LosingSource, MissingSource, detect, naming, picture
from visavis.errors import ModelError
from visavis.pipeline import Pipeline
from visavis.sources import CameraInfo
from visavis.sources.video_capture import Camera
from visavis.tracking.commands import UsePipeline
from visavis.ui.live.channels.live_analysis import LiveAnalysis
from visavis.ui.live.session import LiveSession


@pytest.fixture
def live():
    live = LiveSession(LiveAnalysis(Pipeline(detect)))
    yield live
    assert live.close(5)
    assert live.analysis.close(5)


def wait(qtbot, signal, **options):
    return qtbot.waitSignal(signal, timeout=PATIENCE, **options)


def test_frames_and_analyses_arrive(qtbot, live):
    with qtbot.waitSignals([live.opened, live.frame_ready, live.analyzed], timeout=PATIENCE):
        live.open(FakeSource)


def test_the_name_of_a_source_is_reported(qtbot, live):
    with wait(qtbot, live.opened) as opened:
        live.open(lambda: FakeSource(name="rtsp://cam/1"))
    assert opened.args == ["rtsp://cam/1", False]


def test_a_camera_of_this_computer_is_reported_as_one(qtbot, live):
    camera = Camera(CameraInfo(0, "Webcam", "", 0), list_cameras=list, open_capture=FakeCapture)
    with wait(qtbot, live.opened) as opened:
        live.open(lambda: camera)
    assert opened.args == ["Webcam", True]


class FakeCapture:
    def __init__(self, *arguments):
        pass

    def isOpened(self):  # noqa: N802 - OpenCV's name
        return True

    def read(self):
        return True, picture()

    def set(self, *arguments):
        return True

    def release(self):
        pass


def test_another_source_takes_over(qtbot, live):
    with wait(qtbot, live.frame_ready):
        live.open(lambda: FakeSource([picture(10)]))
    with wait(qtbot, live.frame_ready, check_params_cb=lambda frame: frame.source == "second"):
        live.open(lambda: FakeSource([picture(20)], name="second"))
    with wait(qtbot, live.analyzed) as analyzed:
        pass
    assert analyzed.args[0].frame.source == "second"


def test_a_hanging_source_is_abandoned(qtbot, live):
    hanging = HangingSource()
    live.open(lambda: hanging)
    qtbot.waitUntil(hanging.entered.is_set, timeout=PATIENCE)
    with wait(qtbot, live.frame_ready) as frame_ready:
        live.open(lambda: FakeSource(name="second"))
    assert frame_ready.args[0].source == "second"
    assert not live.close(0.01)
    hanging.released.set()


def test_the_timeout_of_a_released_source_does_not_end_the_next(qtbot, live):
    live.open(FakeSource)
    first = live._capture
    with wait(qtbot, live.frame_ready, check_params_cb=lambda frame: frame.source == "second"):
        live.open(lambda: FakeSource(name="second"))
    live.open(lambda: FakeSource(name="third"))
    live._abandon(first)  # as its timer does, two seconds after it was to end
    assert live._abandoned == []


def test_the_last_frame_is_shown_before_the_end_is_reported(qtbot, live):
    pictures = []
    live.frame_ready.connect(pictures.append)
    with wait(qtbot, live.ended):
        live.open(lambda: FakeSource([picture(1), picture(2)], forever=False))
    assert pictures[-1].image[0, 0, 0] == 2


def test_a_source_that_never_opens_fails_without_ending(qtbot, live):
    with qtbot.assertNotEmitted(live.ended), wait(qtbot, live.failed) as failed:
        live.open(MissingSource)
    assert str(failed.args[0]) == "There is no camera 7."


def test_a_lost_camera_is_reported_and_comes_back(qtbot, live):
    source = LosingSource()
    with wait(qtbot, live.interrupted):
        live.open(lambda: source)
    source.mended.set()
    with qtbot.waitSignals([live.resumed, live.frame_ready], timeout=PATIENCE):
        pass


def test_another_pipeline_is_used_without_restart(qtbot, live):
    with wait(qtbot, live.frame_ready):
        live.open(FakeSource)
    with wait(qtbot, live.analysis.pipeline_changed) as changed:
        live.analysis.submit(UsePipeline(lambda: naming("Ada")))
    assert changed.args[0].model == "m1"
    with wait(qtbot, live.analyzed) as analyzed:
        pass
    assert analyzed.args[0].answers[0].match.name == "Ada"


def test_a_pipeline_that_does_not_load_is_reported(qtbot, live):
    def broken():
        raise ModelError("The model is broken.")

    with wait(qtbot, live.frame_ready):
        live.open(FakeSource)
    with wait(qtbot, live.analysis.command_failed):
        live.analysis.submit(UsePipeline(broken))
    with wait(qtbot, live.analyzed):
        pass


def test_a_new_pipeline_labels_a_still_picture_anew(qtbot, live):
    with wait(qtbot, live.ended):
        live.open(lambda: FakeSource(forever=False))
    named = {"check_params_cb": lambda analysis: analysis.answers[0].match.name == "Ada"}
    with wait(qtbot, live.analyzed, **named):
        live.analysis.submit(UsePipeline(lambda: naming("Ada")))


def test_networks_load_before_there_is_a_frame(qtbot, live):
    with qtbot.assertNotEmitted(live.analyzed), wait(qtbot, live.analysis.pipeline_changed):
        live.analysis.submit(UsePipeline(lambda: naming("Ada")))


def test_closing_works_before_anything_was_opened(qtbot, live):
    assert live.close(5)


def test_analysis_can_rest_while_frames_continue(qtbot, live):
    with wait(qtbot, live.analyzed):
        live.open(FakeSource)
    live.set_analyzing(False)
    for _ in range(3):  # of these, the first two may have been passed on before
        with wait(qtbot, live.frame_ready) as frame_ready:
            pass
    first, analyzed = frame_ready.args[0].index, []
    live.analyzed.connect(lambda analysis: analyzed.append(analysis.frame.index))
    with wait(qtbot, live.frame_ready, check_params_cb=lambda frame: frame.index >= first + 10):
        pass
    assert all(index < first for index in analyzed)
    with wait(qtbot, live.analyzed, check_params_cb=lambda analysis: analysis.frame.index >= first + 10):
        live.set_analyzing(True)
