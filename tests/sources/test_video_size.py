"""The size that a video's file announces, before anything of it is decoded."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.media_files import video
from visavis.errors import SourceNotFoundError
from visavis.sources import VideoFile
from visavis.sources.video_size import announced_size, edited_duration


@pytest.mark.parametrize("extension", [".mp4", ".mov", ".avi", ".mkv", ".webm"])
@pytest.mark.parametrize(("width", "height"), [(64, 48), (258, 196), (1024, 32)])
def test_the_size_is_known_before_decoding(tmp_path, extension, width, height):
    path = tmp_path / "a"
    path.write_bytes(video(extension, frames=2, width=width, height=height))
    assert announced_size(path) == (width, height)


def test_a_video_of_another_container_has_no_announced_size(tmp_path):
    path = tmp_path / "a.ts"
    path.write_bytes(video(".ts"))
    assert announced_size(path) == (0, 0)
    assert len(list(VideoFile(path, paced=False))) == 6


def test_a_huge_video_is_not_even_opened(tmp_path):
    content = video(".mp4")
    at = content.index(b"tkhd") + 4 + 76
    path = tmp_path / "a.mp4"
    path.write_bytes(content[:at] + (16_000 << 16).to_bytes(4, "big") * 2 + content[at + 8 :])
    with pytest.raises(SourceNotFoundError, match="frames of 16000x16000 pixels"):
        list(VideoFile(path, paced=False, open_capture=lambda *_: pytest.fail("opened")))


def shortened(content, milliseconds):
    """An MP4 whose edit list shows only its beginning."""
    movie, edit = content.index(b"mvhd") + 4 + 16, content.index(b"elst") + 4 + 8
    ticks = milliseconds.to_bytes(4, "big")
    content = content[:movie] + ticks + content[movie + 4 :]
    return content[:edit] + ticks + content[edit + 4 :]


def test_what_an_edit_list_leaves_out_is_no_damage(tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    path = tmp_path / "a.mp4"
    path.write_bytes(shortened(video(frames=20, rate=10), 1000))
    film = VideoFile(path, paced=False)
    assert [frame.index for frame in film] == list(range(10))
    assert film.duration == edited_duration(path) == 1.0
    assert "damaged" not in caplog.text


def test_a_video_without_an_edit_list_has_no_edited_duration(tmp_path):
    for extension in (".avi", ".mkv", ".ts"):
        path = tmp_path / f"a{extension}"
        path.write_bytes(video(extension))
        assert edited_duration(path) == 0.0


@given(st.sampled_from([".mp4", ".avi", ".mkv"]), st.integers(0, 4000), st.binary(min_size=1, max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_file_has_some_size_or_none(tmp_path, extension, at, change):
    content = CONTENTS[extension]
    path = tmp_path / "a"
    path.write_bytes((content[:at] + change + content[at + len(change) :])[: len(content)])
    assert min(announced_size(path)) >= 0


CONTENTS = {extension: video(extension) for extension in (".mp4", ".avi", ".mkv")}
