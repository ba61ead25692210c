"""The picture as a camera for calls: with names or without faces, and what happens where there is no camera."""

import threading

import numpy as np
import pytest
from PySide6.QtTest import QTest

from support.screens.window_screens import LEFT, Screens
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.imaging.virtual_camera import VirtualCameraError
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import NOBODY
from visavis.ui.picture.call_camera import FaceHider


class FakeCamera:
    device = "Visavis camera"

    def __init__(self):
        self.pictures, self.is_closed, self.opened = [], False, None
        self.sent = threading.Event()

    def open(self, width, height, rate):
        self.opened = (width, height, rate)
        self.is_closed = False
        return self

    def send(self, image):
        self.pictures.append(image)
        self.sent.set()

    def close(self):
        self.is_closed = True


@pytest.fixture
def camera():
    return FakeCamera()


@pytest.fixture
def program(make, until, folders, camera):
    program = Screens(make, until, folders).program(open_virtual_camera=camera.open)
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    until(lambda: len(program.window.video.marks) == 2)
    return program


def details(image):
    """How much neighbors differ inside the left face."""
    inner = image[LEFT.top + 20 : LEFT.bottom - 20, LEFT.left + 20 : LEFT.right - 20].astype(int)
    return np.abs(np.diff(inner, axis=1)).mean()


@pytest.mark.parametrize("by", ["menu", "key"])
def test_the_labeled_picture_is_sent_until_it_is_turned_off(program, until, camera, by):
    window = program.window

    def toggle():
        if by == "menu":
            window.actions_.call.trigger()
        else:
            QTest.keySequence(window, window.actions_.call.shortcut())

    toggle()
    until(lambda: len(camera.pictures) >= 2)
    assert camera.opened == (320, 240, 30.0)
    until(lambda: "Visavis camera" in window.toast.text)
    plain = program.window.video.frame.image
    assert np.abs(camera.pictures[-1].astype(int) - plain)[:, :, 0].max() > 100  # boxes and names
    toggle()
    assert camera.is_closed
    assert not program.outlets.camera.is_sending


def test_hidden_faces_are_hidden_in_calls(program, until, camera):
    program.window.actions_.call.trigger()
    until(lambda: bool(camera.pictures))
    labeled = details(camera.pictures[-1])
    program.window.actions_.hide_faces.trigger()
    camera.pictures.clear()
    until(lambda: bool(camera.pictures))
    assert details(camera.pictures[-1]) < labeled / 4


def test_closing_releases_the_camera(program, until, camera):
    program.window.actions_.call.trigger()
    until(lambda: bool(camera.pictures))
    program.quit()
    assert camera.is_closed


def test_without_a_camera_one_sentence_says_what_to_install(make, until, folders):
    def refuse(width, height, rate):
        raise VirtualCameraError("This computer has no virtual camera for other programs.", hint="Install one.")

    program = Screens(make, until, folders).program(open_virtual_camera=refuse)
    program.window.actions_.call.trigger()
    until(lambda: program.window.banner.text == "This computer has no virtual camera for other programs.")
    assert not program.window.actions_.call.isChecked()
    assert not program.outlets.camera.is_sending


def seen(image, at, *boxes):
    return Analysis(Frame(image, at), tuple(Answer(Face(box), NOBODY) for box in boxes))


def test_a_face_that_is_missed_for_a_moment_stays_hidden():
    image = np.random.default_rng(1).integers(0, 256, (240, 320, 3), np.uint8)
    hide = FaceHider()
    sharp = details(image)
    assert details(hide(seen(image, 10.0, LEFT))) < sharp / 4
    assert details(hide(seen(image, 10.5))) < sharp / 4
    assert details(hide(seen(image, 11.5))) == sharp
    assert details(image) == sharp  # the frame itself is as it was
