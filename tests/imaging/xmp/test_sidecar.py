"""Sidecars beside pictures: which one counts, and how they are written."""

import os
import stat

import pytest

from support.media_files import corner_picture, encode_with_pillow
from support.tagging.xmp import mwg, packet
from visavis.errors import DiskError, XmpError
from visavis.imaging.geometry import Box
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion
from visavis.imaging.xmp.sidecar import SidecarFinder

HEADER = PictureHeader(400, 300)
ADA = NewRegion("Ada", Box(80, 60, 40, 60), 0.9)
ZOE = packet(mwg(("Zoë", (0.8, 0.8, 0.1, 0.2))))


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(encode_with_pillow(corner_picture(), "JPEG"))
    return path


def names(picture, header=HEADER):
    found = sidecar.read_faces(picture, header, SidecarFinder())
    return [region.name for region in found.regions], [str(problem) for problem in found.problems]


def write(picture, *faces, header=HEADER):
    return sidecar.write_faces(picture, header, faces, SidecarFinder())


@pytest.mark.parametrize("name", ["photo.jpg.xmp", "photo.jpg.XMP", "photo.xmp", "photo.XMP"])
def test_a_sidecar_of_any_programs_name_is_read_and_extended_where_it_is(photo, name):
    other = photo.with_name(name)
    other.write_bytes(ZOE)
    assert names(photo) == (["Zoë"], [])
    assert write(photo, ADA)[0] == other
    assert names(photo) == (["Zoë", "Ada"], [])
    assert sorted(os.listdir(photo.parent)) == sorted(["photo.jpg", name])


def test_a_new_sidecar_is_named_after_the_whole_file(photo):
    assert write(photo, ADA)[0] == photo.with_name("photo.jpg.xmp")
    assert names(photo) == (["Ada"], [])


def test_a_sidecar_of_a_stem_that_two_pictures_have_is_nobodys(photo):
    photo.with_suffix(".png").write_bytes(encode_with_pillow(corner_picture(), "PNG"))
    photo.with_suffix(".xmp").write_bytes(ZOE)
    assert names(photo) == ([], [])
    assert write(photo, ADA)[0] == photo.with_name("photo.jpg.xmp")
    photo.with_suffix(".png").write_bytes(b"a film or a text beside the picture")
    assert names(photo.rename(photo.with_name("photo.jpeg"))) == (["Zoë"], [])


def test_the_sidecar_counts_before_the_picture(photo):
    inside = PictureHeader(400, 300, xmp=packet(mwg(("Inside", (0.5, 0.5, 0.1, 0.1)))))
    assert names(photo, inside) == (["Inside"], [])
    photo.with_name("photo.jpg.xmp").write_bytes(ZOE)
    assert names(photo, inside) == (["Zoë"], [])
    photo.with_name("photo.jpg.xmp").write_bytes(packet("<darktable:a>1</darktable:a>"))
    assert names(photo, inside) == (["Inside"], [])


def test_a_new_sidecar_begins_with_what_the_picture_has(photo):
    """Programs that read a sidecar in place of what is in the picture lose nothing."""
    inside = PictureHeader(400, 300, xmp=packet("<darktable:a>1</darktable:a>", mwg(("Zoë", (0.8, 0.8, 0.1, 0.2)))))
    path, _ = write(photo, ADA, header=inside)
    assert b"<darktable:a>1</darktable:a>" in path.read_bytes()
    assert names(photo) == (["Zoë", "Ada"], [])


def test_damaged_xmp_is_passed_over_and_named_and_stays(photo):
    broken = photo.with_name("photo.jpg.xmp")
    broken.write_bytes(b"<x")
    inside = PictureHeader(400, 300, xmp=ZOE)
    assert names(photo, inside) == (["Zoë"], [f"the XMP of {broken} cannot be read: it is damaged"])
    with pytest.raises(XmpError, match="it is damaged"):
        write(photo, ADA)
    assert broken.read_bytes() == b"<x"


def test_a_picture_with_damaged_xmp_gets_a_sidecar_all_the_same(photo):
    write(photo, ADA, header=PictureHeader(400, 300, xmp=b"<x"))
    assert names(photo) == (["Ada"], [])


def test_without_faces_there_is_no_sidecar_and_without_a_change_no_write(photo):
    write(photo)
    assert os.listdir(photo.parent) == ["photo.jpg"]
    path, _ = write(photo, ADA)
    before = path.stat()
    write(photo, ADA)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.skipif(os.name != "posix", reason="modes and links")
def test_rights_and_links_stay(photo, tmp_path):
    photo.chmod(0o640)
    path, _ = write(photo, ADA)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write(photo, ADA, NewRegion("Bob", Box(200, 60, 40, 60), 0.9))
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path.rename(elsewhere / "a.xmp")
    path.symlink_to(elsewhere / "a.xmp")
    write(photo, ADA)
    assert path.is_symlink()
    assert b"Bob" not in (elsewhere / "a.xmp").read_bytes()


def test_a_sidecar_that_cannot_be_written_is_untouched(photo, monkeypatch):
    path, _ = write(photo, ADA)
    before = path.read_bytes()

    def refuse(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(DiskError, match="no space left"):
        write(photo)
    assert path.read_bytes() == before
    assert sorted(os.listdir(photo.parent)) == ["photo.jpg", "photo.jpg.xmp"]


def test_a_sidecar_that_is_a_pipe_is_not_waited_for(photo):
    os.mkfifo(photo.with_name("photo.jpg.xmp"))
    _, problems = names(photo)
    assert problems == [f"the XMP of {photo}.xmp cannot be read: it is no regular file"]
