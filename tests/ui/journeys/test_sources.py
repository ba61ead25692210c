"""Sources in the program: lost and back, another one, remembered or not, played again."""

import pytest

from support.ui_fakes import FakeSource, LosingSource, MissingSource, picture
from visavis.imaging import codec
from visavis.settings import Settings
from visavis.sources.pictures import PictureFolder


def test_a_lost_camera_is_reported_until_it_is_back(make, until):
    source = LosingSource()
    program = make(source)
    until(lambda: program.window.banner.text == "The camera stopped delivering pictures.")
    assert program.window.video.accessibleDescription() == "No picture"  # no name stays on a face that may have left
    source.mended.set()
    until(lambda: not program.window.banner.text)
    until(lambda: program.window.video.frame is not None)
    assert not program.window.banner.isVisible()


def test_another_source_is_shown_and_remembered(make, until, folders):
    program = make(open_source=lambda text: FakeSource(name=text))
    until(lambda: program.window.chooser.accessibleDescription() == "fake")
    program.window.chooser.chosen.emit("rtsp://cam/1")
    until(folders.settings.exists)
    assert Settings.load(folders.settings).source == "rtsp://cam/1"


def test_an_address_with_a_password_is_not_remembered(make, until, folders):
    program = make(open_source=lambda text: FakeSource(name=text))
    for address in ("rtsp://me:secret@cam/1", "http://cam/1?token=secret", "rtsp://cam/2"):
        with_picture = address.rpartition("@")[2]
        program.window.chooser.chosen.emit(address)
        until(lambda shown=with_picture: shown in program.window.chooser.accessibleDescription())
    until(folders.settings.exists)
    assert Settings.load(folders.settings).source == "rtsp://cam/2"
    program.window.close()
    assert not [path for path in folders.data.rglob("*") if path.is_file() and b"secret" in path.read_bytes()]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("b.png",), "b.png is not a picture that can be decoded. It is passed over."),
        (("b.png", "c.txt", "d.png"), "3 files are not pictures or are damaged: "),
    ],
)
def test_files_of_a_folder_that_are_not_shown_are_told_in_the_window(make, until, tmp_path, names, said):
    codec.write(tmp_path / "a.png", picture())
    for name in names:
        (tmp_path / name).write_bytes(codec.encode(picture())[:4] if name.endswith("png") else b"text")
    program = make(open_source=lambda text: FakeSource() if text == "other" else PictureFolder(tmp_path, paced=False))
    until(lambda: said in program.window.banner.text)
    if len(names) > 1:
        assert all(name in program.window.banner.text for name in names)
    program.live.open_once("other")
    until(lambda: said not in program.window.banner.text)


def test_a_source_without_pictures_is_not_remembered(make, until, folders):
    program = make(open_source=lambda text: FakeSource() if text == "fake" else MissingSource())
    program.window.chooser.chosen.emit("7")
    until(lambda: program.window.banner.text == "There is no camera 7.")
    program.window.close()
    assert Settings.load(folders.settings).source is None


def test_a_video_that_ended_can_be_played_again(make, until, qtbot):
    program = make(open_source=lambda text: FakeSource(forever=False))
    until(lambda: program.window.next_step.button.text() == "Play again")
    with qtbot.waitSignal(program.live.session.frame_ready):
        program.window.next_step.button.click()
