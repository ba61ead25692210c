"""Faces that other programs marked, in both schemas and all the ways of writing them."""

import pytest

from support.tagging.xmp import NAMESPACES, microsoft, mwg, packet
from visavis.errors import XmpError
from visavis.imaging.geometry import Box
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.regions import FaceRegion, read_regions

FLAT = PictureHeader(400, 300)
TURNED = PictureHeader(400, 300, orientation=6)
ADA = FaceRegion("Ada", Box(80, 60, 40, 60))


def read(content, header=FLAT):
    return read_regions(XmpDocument.parse(content), header)


def test_an_area_is_around_its_center_and_a_rectangle_from_its_corner():
    assert read(packet(mwg(("Ada", (0.25, 0.3, 0.1, 0.2))))).regions == (ADA,)
    assert read(packet(microsoft(("Ada", "0.2, 0.2, 0.1, 0.2")))).regions == (ADA,)


def test_both_schemas_have_one_face_once():
    both = packet(microsoft(("Ada", "0.2, 0.2, 0.1, 0.2")), mwg(("Ada", (0.25, 0.3, 0.1, 0.2))))
    assert read(both).regions == (ADA,)
    unnamed = packet(mwg((None, (0.25, 0.3, 0.1, 0.2))), microsoft(("Ada", "0.2,0.2,0.1,0.2")))
    assert read(unnamed).regions == (ADA,)


def test_two_names_for_one_face_are_told_and_the_first_counts():
    found = read(packet(mwg(("Ada", (0.25, 0.3, 0.1, 0.2))), microsoft(("Bob", "0.2,0.2,0.1,0.2"))))
    assert found.regions == (ADA,)
    assert [str(problem) for problem in found.problems] == ["the face of Ada is also called Bob"]


def test_faces_that_overlap_a_little_are_two():
    found = read(packet(mwg(("Ada", (0.3, 0.3, 0.2, 0.2)), ("Bob", (0.4, 0.3, 0.2, 0.2)))))
    assert [region.name for region in found.regions] == ["Ada", "Bob"]


def test_regions_are_of_the_stored_picture_unless_its_size_says_otherwise():
    stored = read(packet(mwg(("Ada", (0.1, 0.2, 0.1, 0.2)))), TURNED).regions
    assert stored == (FaceRegion("Ada", Box(210, 20, 60, 40)),)
    upright = read(packet(mwg(("Ada", (0.25, 0.3, 0.2, 0.1)), size=(300, 400))), TURNED).regions
    assert upright == (FaceRegion("Ada", Box(45, 100, 60, 40)),)
    unsaid = read(packet(mwg(("Ada", (0.1, 0.2, 0.1, 0.2)), size=None)), TURNED).regions
    assert unsaid == stored


def test_a_scaled_picture_keeps_its_regions_and_a_cropped_one_does_not():
    assert read(packet(mwg(("Ada", (0.25, 0.3, 0.1, 0.2)), size=(4000, 3000)))).regions == (ADA,)
    found = read(packet(mwg(("Ada", (0.25, 0.3, 0.1, 0.2)), size=(400, 400))))
    assert found.regions == ()
    assert [str(problem) for problem in found.problems] == ["Ada was marked in a picture of another shape"]


@pytest.mark.parametrize(
    "area", [(1.3, 0.5, 0.1, 0.1), (0.5, 0.5, 0, 0.1), (0.5, 0.5, -1, 0.1), ("nan", 0.5, 1, 1), (1e99, 0, 1, 1)]
)
def test_what_lies_outside_is_passed_over_and_named(area):
    found = read(packet(mwg(("Ada", area), ("Bob", (0.25, 0.3, 0.1, 0.2)))))
    assert [region.name for region in found.regions] == ["Bob"]
    assert [str(problem) for problem in found.problems] == ["Ada is marked outside of the picture"]


@pytest.mark.parametrize("area", [("x", 0.5, 0.1, 0.1), ("", "", "", "")])
def test_a_place_that_cannot_be_read_is_passed_over_and_named(area):
    found = read(packet(mwg(("Ada", area)), microsoft((None, "1, 2"))))
    assert found.regions == ()
    problems = [str(problem) for problem in found.problems]
    assert problems == ["the place of Ada cannot be read", "the place of a face without a name cannot be read"]


def test_a_face_that_reaches_over_the_border_counts():
    assert read(packet(mwg(("Ada", (0.0, 0.3, 0.1, 0.2))))).regions == (FaceRegion("Ada", Box(-20, 60, 40, 60)),)


def test_what_is_no_face_is_no_region():
    pet = mwg(("Rex", (0.25, 0.3, 0.1, 0.2))).replace('"Face"', '"Pet"')
    assert read(packet(pet)).regions == read(packet(pet)).problems == ()


def test_properties_can_be_written_in_several_ways():
    """As elements, as attributes, with a description inside, in several languages, with a qualifier."""
    area = "<mwg-rs:Area><rdf:Description><stArea:x>.25</stArea:x><stArea:y>.3</stArea:y><stArea:w>.1</stArea:w>"
    area += "<stArea:h>.2</stArea:h></rdf:Description></mwg-rs:Area>"
    names = [
        "<mwg-rs:Name>\n Ada\n </mwg-rs:Name>",
        '<mwg-rs:Name><rdf:Alt><rdf:li xml:lang="x-default">Ada</rdf:li></rdf:Alt></mwg-rs:Name>',
        '<mwg-rs:Name rdf:parseType="Resource"><rdf:value>Ada</rdf:value></mwg-rs:Name>',
    ]
    for name in names:
        item = f'<rdf:li rdf:parseType="Resource">{area}{name}</rdf:li>'
        regions = f"<mwg-rs:RegionList><rdf:Seq>{item}</rdf:Seq></mwg-rs:RegionList>"
        assert read(packet(f'<mwg-rs:Regions rdf:parseType="Resource">{regions}</mwg-rs:Regions>')).regions == (ADA,)
    bare = f'<rdf:RDF {NAMESPACES}><rdf:Description rdf:about="">{microsoft(("Ada", ".2,.2,.1,.2"))}'
    assert read(f"{bare}</rdf:Description></rdf:RDF>".encode()).regions == (ADA,)


def test_what_is_no_xmp_is_refused():
    with pytest.raises(XmpError, match="it is no XMP"):
        read(b"<svg/>")
