"""Pictures for other programs: scaled to the size of the device, and one sentence where there is no device."""

import sys
from types import SimpleNamespace

import numpy as np
import pytest

from visavis.imaging.virtual_camera import (
    VirtualCameraError,
    device_hint,
    fit_picture,
    open_virtual_camera,
    open_with,
)


class Device:
    """A camera of pyvirtualcam."""

    def __init__(self, width, height, fps, fmt):
        self.size, self.fps, self.fmt = (width, height), fps, fmt
        self.device = "/dev/video9"
        self.sent, self.is_closed = [], False

    def send(self, image):
        if len(self.sent) == 2:
            raise RuntimeError("the device is gone")
        self.sent.append(image)

    def close(self):
        self.is_closed = True


def library(create):
    return SimpleNamespace(Camera=create, PixelFormat=SimpleNamespace(BGR="bgr"))


def test_pictures_are_sent_in_the_size_of_the_device():
    made = []
    camera = open_with(library(lambda **options: made.append(Device(**options)) or made[-1]), 64, 48, 30.0)
    [device] = made
    assert (device.size, device.fps, device.fmt, camera.device) == ((64, 48), 30.0, "bgr", "/dev/video9")
    camera.send(np.full((48, 64, 3), 7, np.uint8))
    camera.send(np.full((10, 90, 3), 7, np.uint8))
    assert [image.shape for image in device.sent] == [(48, 64, 3)] * 2
    with pytest.raises(VirtualCameraError, match="takes no pictures"):
        camera.send(np.zeros((48, 64, 3), np.uint8))
    camera.close()
    assert device.is_closed


def test_without_a_device_one_sentence_says_what_to_install():
    def refuse(**options):
        raise RuntimeError("'obs' backend: virtual camera output could not be started")

    with pytest.raises(VirtualCameraError, match="has no virtual camera") as told:
        open_with(library(refuse), 64, 48, 30.0)
    assert str(told.value.hint) == str(device_hint(sys.platform))


@pytest.mark.parametrize(
    ("platform", "word"), [("linux", "v4l2loopback"), ("darwin", "OBS"), ("win32", "OBS"), ("other", "v4l2loopback")]
)
def test_what_to_install_depends_on_the_system(platform, word):
    assert word in str(device_hint(platform))


def test_without_the_package_one_sentence_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyvirtualcam", None)  # as if it were not there
    with pytest.raises(VirtualCameraError, match="not installed") as told:
        open_virtual_camera(64, 48, 30.0)
    assert "[camera]" in str(told.value.hint)


@pytest.mark.parametrize("shape", [(48, 64), (96, 128), (10, 90), (300, 20), (1, 1)])
def test_a_picture_of_any_size_fits_whole(shape):
    image = np.full((*shape, 3), 200, np.uint8)
    fitted = fit_picture(image, 64, 48)
    assert fitted.shape == (48, 64, 3)
    rows, columns = np.nonzero(fitted[..., 0] > 100)
    assert rows.min() + rows.max() == pytest.approx(47, abs=1)  # centered
    assert columns.min() + columns.max() == pytest.approx(63, abs=1)
