"""The pictures of folders, and what is passed over and named."""

import os
from pathlib import Path

import pytest

from support.media_files import corner_picture, encode_with_pillow, video
from visavis.imaging import listing

JPEG = encode_with_pillow(corner_picture(), "JPEG")
#: Folders that systems and synchronizers make.
SYSTEM = [".thumbnails", "@eaDir", "$RECYCLE.BIN", ".stversions", "__MACOSX", "lost+found", "System Volume Information"]


def put(path, content=JPEG):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(paths):
    return [path.name for path in paths]


def others(found):
    return {other.path.name: str(other.problem) for other in found.others}


def test_pictures_count_by_their_content_and_all_else_is_named(tmp_path):
    for name in ("b.jpg", "a", "scan.tif.bak"):
        put(tmp_path / name)
    put(tmp_path / "clip.jpg", video())
    put(tmp_path / "notes.jpg", b"no picture")
    put(tmp_path / "deeper" / "c.jpg")
    found = listing.pictures_in(tmp_path)
    assert names(found.pictures) == ["a", "b.jpg", "scan.tif.bak"]
    assert others(found) == {
        "clip.jpg": f"{tmp_path / 'clip.jpg'} is a video.",
        "notes.jpg": f"{tmp_path / 'notes.jpg'} is neither a picture nor a video.",
    }


@pytest.mark.parametrize("name", [*SYSTEM, *map(str.upper, SYSTEM)])
def test_hidden_and_system_folders_are_passed_over_everywhere(tmp_path, name):
    put(tmp_path / "Ada" / "a.jpg")
    put(tmp_path / "Ada" / name / "b.jpg")
    put(tmp_path / name / "c.jpg")
    assert names(listing.subfolders(tmp_path)) == ["Ada"]
    found = listing.pictures_below(tmp_path)
    assert names(found.pictures) == ["a.jpg"]
    assert not found.others


def test_system_files_are_passed_over_without_a_word(tmp_path):
    for name in (".a.jpg", "._a.jpg", "Thumbs.db", "desktop.ini", ".DS_Store"):
        put(tmp_path / name)
    assert listing.pictures_in(tmp_path) == listing.Listing()


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_links_and_pipes_do_not_stop_a_listing(tmp_path):
    put(tmp_path / "here" / "a.jpg")
    (tmp_path / "here" / "circle.jpg").symlink_to(tmp_path / "here" / "circle.jpg")
    (tmp_path / "here" / "gone.jpg").symlink_to(tmp_path / "nowhere")
    (tmp_path / "here" / "up").symlink_to(tmp_path)
    (tmp_path / "here" / "linked.jpg").symlink_to(tmp_path / "here" / "a.jpg")
    os.mkfifo(tmp_path / "here" / "pipe.jpg")
    found = listing.pictures_below(tmp_path)
    assert names(found.pictures) == ["a.jpg", "linked.jpg"]
    assert set(others(found)) == {"circle.jpg", "gone.jpg", "pipe.jpg"}
    assert "no regular file" in others(found)["pipe.jpg"]
    assert set(others(listing.pictures_in(tmp_path / "here", follow_links=False))) >= {"linked.jpg", "circle.jpg"}


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_to_a_folder_around_it_is_named_and_not_followed(tmp_path):
    put(tmp_path / "private.jpg")
    put(tmp_path / "beside" / "b.jpg")
    put(tmp_path / "here" / "inside" / "a.jpg")
    (tmp_path / "here" / "inside" / "out").symlink_to(Path("..") / "..")
    (tmp_path / "here" / "linked").symlink_to(tmp_path / "beside")
    found = listing.pictures_below(tmp_path / "here")
    assert names(found.pictures) == ["a.jpg", "b.jpg"]  # a folder elsewhere is what the user linked
    assert "a folder that it lies in" in others(found)["out"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_subfolder_that_cannot_be_read_is_named(tmp_path):
    put(tmp_path / "a.jpg")
    (tmp_path / "closed").mkdir(mode=0)
    found = listing.pictures_below(tmp_path)
    assert names(found.pictures) == ["a.jpg"]
    assert "permission denied" in others(found)["closed"]


def test_what_we_wrote_is_not_opened(tmp_path):
    put(tmp_path / "ours.jpg", b"not looked at")
    found = listing.pictures_in(tmp_path, is_known=lambda name: name == "ours.jpg")
    assert names(found.pictures) == ["ours.jpg"]


def test_a_sidecar_belongs_to_its_picture_and_an_orphan_is_passed_over(tmp_path):
    (tmp_path / "a.jpg").write_bytes(encode_with_pillow(corner_picture(), "JPEG"))
    for name in ("a.jpg.xmp", "a.xmp", "a.AAE", "b.jpg.xmp"):
        (tmp_path / name).write_text("<x/>")
    assert [other.path.name for other in listing.pictures_in(tmp_path).others] == ["b.jpg.xmp"]
