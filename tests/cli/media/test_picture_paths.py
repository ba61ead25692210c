"""What commands say of the files in folders that they pass over."""

import pytest

from support.media_files import MP4_HEAD, corner_picture
from visavis.cli.media.picture_paths import pictures_below
from visavis.cli.media.recognize import read_frames
from visavis.errors import PictureError
from visavis.imaging import codec


def test_what_is_passed_over_is_named_and_counted(tmp_path, capsys):
    codec.write(tmp_path / "deep" / "a.png", corner_picture())
    codec.write(tmp_path / "@eaDir" / "b.png", corner_picture())
    (tmp_path / "notes.jpg").write_text("no picture")
    (tmp_path / "deep" / "clip.mp4").write_bytes(MP4_HEAD)
    assert pictures_below(tmp_path) == (tmp_path / "deep" / "a.png",)
    assert capsys.readouterr().err.splitlines() == [
        f"visavis: {tmp_path / 'deep' / 'clip.mp4'} is a video. It is passed over.",
        f"visavis: {tmp_path / 'notes.jpg'} is neither a picture nor a video. It is passed over.",
        f"visavis: 2 files of {tmp_path} passed over.",
    ]


def test_nothing_is_said_where_all_files_are_pictures(tmp_path, capsys):
    codec.write(tmp_path / "a.png", corner_picture())
    assert len(pictures_below(tmp_path)) == 1
    assert capsys.readouterr().err == ""


def test_a_folder_that_is_gone_is_one_sentence(tmp_path):
    with pytest.raises(PictureError, match="cannot be opened: no such file or directory"):
        pictures_below(tmp_path / "gone")


@pytest.mark.parametrize("name", ["a.jpg", "a.mp4", "a"])
def test_the_content_decides_how_a_file_is_recognized(tmp_path, name):
    codec.write(tmp_path / "a.png", corner_picture())
    (tmp_path / "a.png").rename(tmp_path / name)
    [frame] = read_frames(tmp_path / name)
    assert frame.image.shape == corner_picture().shape
