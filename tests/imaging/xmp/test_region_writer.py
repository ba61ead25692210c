"""Marking faces: what is written is read again, and everything else stays as it is."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from support.tagging.xmp import microsoft, mwg, packet
from visavis.errors import XmpError
from visavis.imaging.geometry import Box
from visavis.imaging.xmp.area import is_same_face
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion, write_regions
from visavis.imaging.xmp.regions import FaceRegion, read_regions, region_lists

HEADER = PictureHeader(400, 300)
ADA = NewRegion("Ada", Box(80, 60, 40, 60), 0.9)
STRANGER = NewRegion(None, Box(300, 200, 50, 60), 0.2)
#: What XML can have in a name, without the white space around it that no reader keeps.
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(
    lambda name: name == name.strip()
)


def read(content, header=HEADER):
    return read_regions(XmpDocument.parse(content), header).regions


@given(
    st.lists(
        st.tuples(st.none() | NAMES, st.integers(0, 380), st.integers(0, 280), st.integers(4, 80), st.integers(4, 80)),
        max_size=6,
    ),
    st.integers(1, 8),
)
def test_what_is_written_is_read_again(rows, orientation):
    header = PictureHeader(400, 300, orientation)
    faces = []
    for name, left, top, width, height in rows:
        box = Box(left, top, width, height).clip(*header.upright_size)
        if box is not None and not any(is_same_face(box, other.box) for other in faces):
            faces.append(NewRegion(name, box, 0.5))
    written = write_regions(b"", header, faces)
    assert written.written == len(faces)
    assert list(read(written.content, header)) == [FaceRegion(face.name, face.box) for face in faces]
    document = XmpDocument.parse(written.content)
    for one in region_lists(document):  # each schema alone has them all
        assert [item.name for item in one.items] == [face.name for face in faces]
    assert write_regions(written.content, header, faces).content == written.content


def test_no_name_breaks_the_file():
    name = 'a<b>&"]]>\x00\x1b\ud800\uffff'
    [region] = read(write_regions(b"", HEADER, [NewRegion(name, ADA.box, 1)]).content)
    assert region.name == 'a<b>&"]]>' + "\ufffd" * 4


def test_a_sidecar_of_another_program_keeps_everything_else_to_the_byte():
    before = packet(
        "<!-- mine --><darktable:history><rdf:Seq><rdf:li darktable:params='a&#10;b'/></rdf:Seq></darktable:history>",
        attributes='darktable:stars = "3"',
    )
    written = write_regions(before, HEADER, [ADA, STRANGER]).content
    assert [region.name for region in read(written)] == ["Ada", None]
    ours = re.compile(rb" ?<rdf:Description xmlns:rdf=[^>]*><mwg-rs:Regions.*</rdf:Description>\n ", re.DOTALL)
    assert ours.sub(b"", written) == before


def test_regions_of_others_stay_and_their_faces_are_not_marked_again():
    before = packet(
        mwg(("Zoë", (0.25, 0.3, 0.1, 0.2)), (None, (0.8, 0.2, 0.1, 0.1))), microsoft(("Zoë", "0.2, 0.2, 0.1, 0.2"))
    )
    written = write_regions(before, HEADER, [ADA, STRANGER])
    assert (written.written, written.marked_before) == (1, 1)
    assert [region.name for region in read(written.content)] == ["Zoë", None, None]
    again = write_regions(written.content, HEADER, [NewRegion("Bob", STRANGER.box, 0.8)])
    assert [region.name for region in read(again.content)] == ["Zoë", None, "Bob"]
    assert write_regions(again.content, HEADER, []).content == before  # only ours go


def test_ours_are_written_as_theirs_lie():
    """Where another program drew on the upright picture, and says so, ours do, too."""
    header = PictureHeader(400, 300, orientation=6)
    before = packet(mwg(("Zoë", (0.25, 0.3, 0.2, 0.1)), size=(300, 400)))
    written = write_regions(before, header, [NewRegion("Ada", Box(200, 300, 40, 60), 0.9)]).content
    assert read(written, header)[1] == FaceRegion("Ada", Box(200, 300, 40, 60))


def test_regions_of_a_picture_of_another_shape_are_left_alone():
    with pytest.raises(XmpError, match="another shape"):
        write_regions(packet(mwg(("Zoë", (0.25, 0.3, 0.2, 0.1)), size=(400, 400))), HEADER, [ADA])


@pytest.mark.parametrize("root", ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"{}'])
@pytest.mark.parametrize("rest", ["/>", "></rdf:RDF>"])
def test_xmp_without_descriptions_gets_one(root, rest):
    written = write_regions(root.format(rest).encode(), HEADER, [ADA]).content
    assert [region.name for region in read(written)] == ["Ada"]


def test_nothing_to_mark_changes_nothing():
    for before in (packet("<darktable:a>1</darktable:a>"), packet(mwg()), packet(mwg(("Zoë", (0.5, 0.5, 0.1, 0.1))))):
        assert write_regions(before, HEADER, []).content == before


@given(st.text(max_size=40))
def test_any_text_around_is_kept(text):
    assume(not re.search("[\x00-\x1f\ud800-\udfff\ufffe\uffff<&]|]]>", text))
    before = packet(f"<darktable:a>{text}</darktable:a>")
    written = write_regions(before, HEADER, [ADA]).content
    assert f"<darktable:a>{text}</darktable:a>".encode() in written
