"""The list of cameras: one entry a device, never an error."""

from types import SimpleNamespace

import cv2

from visavis.sources import cameras
from visavis.sources.cameras import CameraInfo, stable_id


def seen(index, name, path, backend):
    return SimpleNamespace(index=index, name=name, path=path, backend=backend)


def test_a_device_that_two_backends_see_is_one_camera():
    usb = r"\\?\usb#vid_046d&pid_0825#7&1"
    there = [
        seen(0, "C270", usb + "#{e5323777}", cv2.CAP_MSMF),
        seen(0, "C270", usb.upper() + "#{65e8773d}", cv2.CAP_DSHOW),
        seen(1, "OBS Virtual Camera", None, cv2.CAP_DSHOW),
    ]
    assert cameras(lambda: there) == [
        CameraInfo(0, "C270", usb + "#{e5323777}", cv2.CAP_MSMF),
        CameraInfo(1, "OBS Virtual Camera", "OBS Virtual Camera 1", cv2.CAP_DSHOW),
    ]


def test_a_platform_that_cannot_list_has_none():
    def fail():
        raise ImportError("AVFoundation")

    assert cameras(fail) == []


def test_this_computer_can_be_asked():
    assert isinstance(cameras(), list)


def test_on_linux_the_id_is_the_name_that_stays(tmp_path):
    device = tmp_path / "video2"
    device.touch()
    for folder, name in (("by-path", "pci-usb-0-index0"), ("by-id", "usb-C270-index0")):
        (tmp_path / "v4l" / folder).mkdir(parents=True)
        (tmp_path / "v4l" / folder / name).symlink_to(device)
    assert stable_id(str(device), tmp_path / "v4l") == str(tmp_path / "v4l" / "by-id" / "usb-C270-index0")
    assert stable_id("/dev/video9", tmp_path / "v4l") == "/dev/video9"
