"""The window from the command's side: refused before it opens, or opened, told of trouble, and closed."""

import logging
import os
import signal
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from support.ui_fakes import PATIENCE
from visavis import cli
from visavis.errors import DeviceError, ModelError, SettingsError, SourceNotFoundError
from visavis.networks import engine
from visavis.recordings.store import RecordingStore
from visavis.settings import Settings
from visavis.ui import application
from visavis.ui.application import NoScreenError
from visavis.ui.window import Window


@pytest.fixture
def welcomed(folders):
    Settings(welcomed=True, cascade="plain").save(folders.settings)
    return folders


@pytest.fixture(autouse=True)
def end_at_once(monkeypatch):
    """A program of which something does not end in time fails its test, and does not end the process of all tests."""

    def fail(status):
        raise AssertionError(f"something did not end in time (status {status})")

    monkeypatch.setattr(application.os, "_exit", fail)


@pytest.fixture
def when(qapp):
    """Call something with the window once a condition on it holds; where that never comes, the window closes."""
    timers = []

    def windows():
        return [
            window for window in QApplication.topLevelWidgets() if isinstance(window, Window) and window.isVisible()
        ]

    def every(interval, do):
        timer = QTimer(interval=interval)
        timer.timeout.connect(do)
        timer.start()
        timers.append(timer)
        return timer

    def arrange(condition, do):
        def look():
            for window in windows():
                if condition(window):
                    timer.stop()
                    do(window)

        timer = every(20, look)
        every(PATIENCE, lambda: [window.close() for window in windows()])

    yield arrange
    for timer in timers:
        timer.stop()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"source": "no such file.mp4"}, SourceNotFoundError),
        ({"model": "no-such-model"}, ModelError),
        ({"cascade": "no-such-preset"}, SettingsError),
    ],
)
def test_missing_options_are_refused_before_the_window_opens(qapp, welcomed, asked, error):
    before = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]  # of earlier tests
    with pytest.raises(error):
        application.run(welcomed, **asked)
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)] == before


def test_a_missing_gpu_is_refused_before_the_window_opens(qapp, welcomed, monkeypatch):
    monkeypatch.setattr(engine, "find_gpu", lambda: None)
    with pytest.raises(DeviceError):
        application.run(welcomed, device="gpu")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_a_missing_screen_is_reported(welcomed, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NoScreenError, match="no screen"):
        application.run(welcomed)


def test_it_runs_until_it_is_closed(welcomed, when):
    seen = []
    when(lambda window: window.video.marks, lambda window: (seen.extend(window.video.marks), window.close()))
    assert application.run(welcomed, source="demo") == 0
    assert {mark.name for mark in seen} == {None}


def test_it_records_from_the_start_until_it_is_closed(welcomed, when):
    """`visavis live --record` opens the window, and closing it completes the recording."""
    when(lambda window: window.pane.recording.isVisible() and window.video.marks, lambda window: window.close())
    assert cli.main(["--data", str(welcomed.data), "live", "--source", "demo", "--record"]) == 0
    [recording] = RecordingStore(welcomed.recordings).recordings()
    assert len(recording.index.frames) > 0


@pytest.fixture
def listener():
    """What an earlier command of this process has left: it would end the process after an interrupt."""
    receiver, sender = os.pipe()
    os.set_blocking(receiver, False)
    os.set_blocking(sender, False)
    before = signal.set_wakeup_fd(sender, warn_on_full_buffer=False)
    yield receiver
    assert signal.set_wakeup_fd(before) == sender
    os.close(receiver)
    os.close(sender)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_it_cleanly(welcomed, when, listener, number):
    when(lambda window: window.video.frame, lambda window: os.kill(os.getpid(), number))
    before = signal.getsignal(number)
    assert application.run(welcomed, source="demo") == 130
    assert signal.getsignal(number) is before
    with pytest.raises(BlockingIOError):
        os.read(listener, 1)


def test_a_bug_is_logged_and_reported_and_the_window_stays(welcomed, when, caplog):
    logging.getLogger("visavis.ui.application").addHandler(caplog.handler)
    told = []

    def fail(window):
        QTimer.singleShot(0, lambda: 1 / 0)

    when(lambda window: window.video.frame, fail)
    when(lambda window: window.banner.text, lambda window: (told.append(window.banner.text), window.close()))
    hook = sys.excepthook
    assert application.run(welcomed, source="demo") == 0
    assert told == ["An unexpected error occurred (ZeroDivisionError)."]
    assert "1 / 0" in caplog.text
    assert sys.excepthook is hook


@pytest.mark.parametrize("content", ["mirror = perhaps", "cascade = 'gone.xml'"])
def test_broken_settings_are_reported_and_left_alone(folders, when, content):
    folders.data.mkdir(parents=True)
    folders.settings.write_text(content)
    told = []
    when(lambda window: window.banner.text, lambda window: (told.append(window.banner.text), window.close()))
    assert application.run(folders, source="demo") == 0
    assert told
    assert folders.settings.read_text() == content
