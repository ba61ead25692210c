"""How HEIC and AVIF say that a picture is turned. Pillow writes AVIF in the same boxes."""

import io

import numpy as np
import pytest
from PIL import Image, features

from support.places import DATA
from visavis.imaging import codec, heif_boxes
from visavis.imaging.xmp.header import PictureHeader

needs_avif = pytest.mark.skipif(not features.check("avif"), reason="this Pillow cannot write AVIF")


def avif(orientation):
    """A picture that a phone held this way would write."""
    exif = Image.Exif()
    exif[274] = orientation
    file = io.BytesIO()
    Image.fromarray(np.zeros((24, 32, 3), np.uint8)).save(file, "AVIF", exif=exif)
    return file.getvalue()


@needs_avif
@pytest.mark.parametrize("orientation", range(1, 9))
def test_each_orientation_is_read_from_the_boxes(orientation):
    assert heif_boxes.orientation(avif(orientation)) == orientation


@needs_avif
def test_what_is_cut_off_or_changed_has_an_orientation_all_the_same():
    content = avif(6)
    head = content.index(b"mdat")
    damaged = [content[:length] for length in range(head)]
    damaged += [content[:at] + b"\xff" + content[at + 1 :] for at in range(head)]
    assert all(heif_boxes.orientation(each) in range(1, 9) for each in damaged)


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
@pytest.mark.parametrize(("turns", "orientation"), [(0, 1), (1, 8), (2, 3), (3, 6)])
def test_a_heic_lies_as_its_boxes_say(turns, orientation):
    """The file has no `irot`: one takes the place of a property that decoding does without, as its tiles do."""
    stored = (DATA / "cases" / "iphone_grid.heic").read_bytes()
    at = stored.index(b"pixi")
    content = stored[:at] + b"irot" + bytes([turns]) + stored[at + 5 :]
    header = PictureHeader.parse(content, "a.heic")
    image = codec.decode(content, "a.heic")
    assert header.orientation == orientation
    assert header.upright_size == (image.shape[1], image.shape[0])
    assert PictureHeader.parse(stored, "a.heic").orientation == 1
