"""The faces of tagged pictures in sidecars."""

from dataclasses import replace

import numpy as np
import pytest

from support.media_files import encode_with_pillow, exif
from support.tagging.face_logs import face_log
from support.tagging.xmp import mwg, packet
from visavis.imaging.geometry import Box
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.regions import FaceRegion
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.tagging.file_tags import tag
from visavis.tagging.guests import GuestBook
from visavis.tagging.outputs.sidecars import SidecarWriter
from visavis.tagging.tagger import TaggedFile


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(encode_with_pillow(np.zeros((90, 160, 3), np.uint8), "JPEG", exif=exif(6)))
    return path


def tagged(path, *tracks, size=(90, 160)):
    log = replace(face_log(*tracks, frames=1, is_video=False, source=str(path)), size=size)
    return TaggedFile(path, log, *tag(log, GuestBook()), path)


def test_people_and_unknown_faces_are_marked_where_they_are(photo):
    writer = SidecarWriter()
    writer.write(tagged(photo, ("Ada", 0, 0), (None, 0, 0)))
    header = PictureHeader.parse(photo.read_bytes(), "a")
    found = sidecar.read_faces(photo, header, SidecarFinder()).regions
    assert found == (FaceRegion("Ada", Box(10, 5, 20, 20)), FaceRegion(None, Box(20, 5, 20, 20)))
    assert (writer.pictures, writer.marked, writer.marked_before, writer.problems) == (1, 2, 0, [])


def test_what_is_left_alone_is_counted_and_named(photo):
    writer = SidecarWriter()
    theirs = packet(mwg(("Zoë", (15 / 160, 1 - 20 / 90, 20 / 160, 20 / 90)), size=None))
    photo.with_name("photo.jpg.xmp").write_bytes(theirs)
    writer.write(tagged(photo, ("Ada", 0, 0)))
    assert (writer.pictures, writer.marked, writer.marked_before) == (1, 0, 1)
    photo.with_name("photo.jpg.xmp").write_bytes(b"<x")
    writer.write(tagged(photo, ("Ada", 0, 0)))
    assert [str(problem) for problem in writer.problems] == [f"{photo} gets no sidecar: it is damaged."]
    photo.write_bytes(b"")
    writer.write(tagged(photo, ("Ada", 0, 0)))
    assert "the picture is damaged" in str(writer.problems[1])
