"""Parsers of pictures, and of what lies in and beside them."""

import contextlib
import struct

import cv2
import numpy as np

from fuzz.parsers.parser import Parser
from support.media_files import encode_with_pillow
from support.tagging.xmp import microsoft, mwg, packet
from visavis.imaging import codec, heif_boxes
from visavis.imaging.geometry import Box
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.area import is_same_face
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion, write_regions
from visavis.imaging.xmp.regions import FaceRegion, read_regions
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.sources.raw_picture import PictureConverter, UnusableReason

#: Boxes that lie apart from each other.
_CORNERS = [Box(left, top, 1, 1) for left in range(0, 300, 7) for top in range(0, 400, 7)]


def parsers(*_):
    return [
        Parser("picture", codec.read, tuple(_pictures())),
        Parser("header of a picture", _header, tuple(_headed())),
        Parser("HEIF boxes", _orientation, (_heif(),)),
        Parser("camera's picture", _convert, tuple(_pictures())[:1]),
        Parser("XMP", _xmp, tuple(_xmp_files()), file="a.xmp"),
    ]


def _pictures():
    image = np.arange(20 * 16 * 3, dtype=np.uint8).reshape(20, 16, 3)
    for ending in (".jpg", ".png", ".webp", ".bmp"):
        yield cv2.imencode(ending, image)[1].tobytes()
    for kind in ("TIFF", "GIF", "AVIF"):
        yield encode_with_pillow(image, kind)


def _header(path):
    content = path.read_bytes()
    return (header := PictureHeader.parse(content, "a")) and header.upright_size


def _headed():
    """Pictures with XMP: in a JPEG one that needs a second part, in a PNG, and in others."""
    image = np.zeros((20, 16, 3), np.uint8)
    xmp = packet(*mwg(("Ada", (0.25, 0.3, 0.1, 0.2))))
    for kind in ("PNG", "WEBP", "TIFF", "AVIF"):
        with contextlib.suppress(TypeError):
            yield encode_with_pillow(image, kind, xmp=xmp)
    jpeg = encode_with_pillow(image, "JPEG", xmp=xmp)
    part = b"http://ns.adobe.com/xmp/extension/\0" + b"a" * 32 + struct.pack(">II", len(xmp), 0) + xmp
    yield jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part + jpeg[2:]


def _heif():
    """The boxes of a picture that is turned and mirrored."""

    def box(kind, content):
        return struct.pack(">I4s", len(content) + 8, kind) + content

    properties = box(b"ipco", box(b"irot", b"\1") + box(b"imir", b"\0"))
    owners = box(b"ipma", bytes(4) + struct.pack(">IHBBB", 1, 1, 2, 0x81, 0x82))
    meta = bytes(4) + box(b"pitm", bytes(4) + b"\0\1") + box(b"iprp", properties + owners)
    return box(b"ftyp", b"heic") + box(b"meta", meta)


def _orientation(path):
    assert heif_boxes.orientation(path.read_bytes()) in range(1, 9)


def _convert(path):
    """One row of bytes, as a driver gives it that does not decode."""
    image = PictureConverter(lambda _: 0.0)(np.frombuffer(path.read_bytes(), np.uint8)[np.newaxis])
    assert isinstance(image, UnusableReason) or image.shape[2] == 3


def _xmp(path):
    """Read the faces that are marked, mark others, and take these away again: all that is not ours stays."""
    header = PictureHeader(400, 300, orientation=6)
    sidecar.read_faces(path.with_name("a.jpg"), header, SidecarFinder())
    content = path.read_bytes()
    before = read_regions(XmpDocument.parse(content), header).regions
    free = next(box for box in _CORNERS if not any(is_same_face(box, region.box) for region in before))
    written = write_regions(content, header, [NewRegion("Ada", free, 0.9)])
    after = read_regions(XmpDocument.parse(written.content), header).regions
    assert FaceRegion("Ada", free) in after
    assert write_regions(written.content, header, [NewRegion("Ada", free, 0.9)]).content == written.content
    XmpDocument.parse(write_regions(written.content, header, []).content)


def _xmp_files():
    both = mwg(("Ada", (0.25, 0.3, 0.1, 0.2)), (None, (0.8, 0.8, 0.1, 0.1))), microsoft(("Bob", "0.5, 0.5, 0.1, 0.1"))
    yield packet(*both)
    yield (
        packet("<darktable:history><rdf:Seq><rdf:li>a</rdf:li></rdf:Seq></darktable:history>").decode().encode("utf-16")
    )
    yield write_regions(packet(*both), PictureHeader(400, 300), [NewRegion("Cem", Box(10, 10, 40, 40), 0.5)]).content
