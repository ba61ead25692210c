"""No camera is open twice, and no two sources have one name."""

import pytest

from visavis.errors import SourceError
from visavis.sources import CameraInfo
from visavis.sources.pictures import PictureFolder
from visavis.sources.roster import SourceRoster
from visavis.sources.video_capture import Camera


def camera(index, name="USB camera", id_=""):
    return Camera(CameraInfo(index, name, id_, 0))


def test_two_cameras_of_one_name_are_numbered():
    roster = SourceRoster()
    assert roster.add(0, camera(0, id_="usb-1")) == "USB camera"
    assert roster.add(1, camera(1, id_="usb-2")) == "USB camera (2)"
    assert roster.add(2, camera(2, id_="usb-3")) == "USB camera (3)"
    assert (roster.name(0), roster.name(1), roster.name(7)) == ("USB camera", "USB camera (2)", "")


@pytest.mark.parametrize("id_", ["usb-1", ""])
def test_one_camera_is_not_open_twice(id_):
    roster = SourceRoster()
    roster.add(0, camera(3, id_=id_))
    with pytest.raises(SourceError, match="USB camera is shown already"):
        roster.add(1, camera(3, id_=id_))
    assert roster.name(1) == ""
    assert roster.add(0, camera(3, id_=id_)) == "USB camera"  # again in its own channel
    roster.remove(0)
    assert roster.add(1, camera(3, id_=id_)) == "USB camera"


def test_what_is_no_camera_may_be_open_twice(tmp_path):
    roster = SourceRoster()
    assert roster.add(0, PictureFolder(tmp_path, paced=False)) == str(tmp_path)
    assert roster.add(1, PictureFolder(tmp_path, paced=False)) == f"{tmp_path} (2)"
