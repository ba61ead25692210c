"""Face regions as programs write them into XMP, in the two schemas that are in use.

`mwg-rs:Regions` is of the Metadata Working Group (Guidelines for Handling Image Metadata 2.0, 5.9): digiKam, Lightroom,
Picasa, Apple. `MP:RegionInfo` is Microsoft's (People Tagging Overview). In both, places are shares of the stored
picture: the orientation is not applied. The first has the center of an area, the second its upper left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from visavis.imaging.geometry import Box
from visavis.imaging.xmp import rdf
from visavis.imaging.xmp.area import Area, is_same_face, swaps_sides
from visavis.imaging.xmp.document import Element, XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.messages import Message

MWG = "http://www.metadataworkinggroup.com/schemas/regions/"
AREA = "http://ns.adobe.com/xmp/sType/Area#"
DIMENSIONS = "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
MP = "http://ns.microsoft.com/photo/1.2/"
MP_INFO = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
MP_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#"
#: Regions with a property of this namespace are ours.
OWN = "urn:visavis:regions#"

#: Largest relative difference between the shapes of a picture and of the one that regions were drawn on. Cameras cut
#: some pixels off the border.
_SHAPE_TOLERANCE = 0.02
#: What stands for the name of a face that has none.
_UNNAMED = Message("a face without a name")


@dataclass(frozen=True, slots=True)
class FaceRegion:
    """A face that a program or a person marked in a picture."""

    name: str | None  #: as it was written; None if it has none
    box: Box  #: in pixels of the upright picture


@dataclass(frozen=True, slots=True)
class FaceRegions:
    """The faces that are marked in one picture."""

    regions: tuple[FaceRegion, ...] = ()
    problems: tuple[Message, ...] = ()
    """The end of a sentence on each region that is passed over."""


@dataclass(frozen=True, slots=True, eq=False)
class ListedRegion:
    """One item of a list of regions."""

    element: Element
    is_face: bool
    is_own: bool  #: whether we wrote it
    name: str | None
    area: Area | None  #: as shares of the picture that it was drawn on; None if it cannot be read


@dataclass(frozen=True, slots=True, eq=False)
class RegionList:
    """What one schema has of a picture."""

    element: Element  #: the property
    items: tuple[ListedRegion, ...]
    drawn_on: tuple[float, float] | None = None
    """Width and height of the picture that the regions were drawn on; None if that is not said."""

    @property
    def list_element(self) -> Element | None:
        return next(
            (each for each in self.element.walk() if each.children and each.children[0].name == rdf.LIST_ITEM), None
        )

    def orientation(self, header: PictureHeader) -> int | None:
        """How to turn the areas upright. None if they are of a picture of another shape.

        Some programs write areas of the upright picture, and say so by its size.
        """
        if self.drawn_on is None or _is_shape(self.drawn_on, (header.width, header.height)):
            return header.orientation
        return 1 if swaps_sides(header.orientation) and _is_shape(self.drawn_on, header.upright_size) else None


def region_lists(document: XmpDocument) -> list[RegionList]:
    """What each schema has of a picture, that of the Metadata Working Group first.

    Only that one says on which picture it was drawn. The other one counts as drawn on the same.

    Raises
    ------
    XmpError
        If it is no XMP.
    """
    found: list[RegionList] = []
    for description in rdf.root_of(document.root).children:
        for name, value in rdf.properties(description).items():
            if isinstance(value, Element) and name == f"{{{MWG}}}Regions":
                found.insert(0, _mwg_list(value))
            elif isinstance(value, Element) and name == f"{{{MP}}}RegionInfo":
                found.append(_mp_list(value))
    drawn_on = found[0].drawn_on if found else None
    return [replace(listed, drawn_on=listed.drawn_on or drawn_on) for listed in found]


def read_regions(document: XmpDocument, header: PictureHeader) -> FaceRegions:
    """The faces that XMP marks in a picture, each once, though both schemas have it.

    Raises
    ------
    XmpError
        If it is no XMP.
    """
    return join_regions(region_lists(document), header)


def join_regions(lists: Sequence[RegionList], header: PictureHeader) -> FaceRegions:
    """The faces of several lists, each once. Of two names for one face, the first one counts."""
    regions: list[FaceRegion] = []
    problems: list[Message] = []
    faces = [(listed.orientation(header), item) for listed in lists for item in listed.items if item.is_face]
    for orientation, item in faces:
        if item.area is None:
            problems.append(Message("the place of {name} cannot be read", name=item.name or _UNNAMED))
        elif orientation is None:
            problems.append(Message("{name} was marked in a picture of another shape", name=item.name or _UNNAMED))
        elif (box := item.area.box_in(*header.upright_size, orientation)) is None:
            problems.append(Message("{name} is marked outside of the picture", name=item.name or _UNNAMED))
        else:
            problems += _add(regions, FaceRegion(item.name, box))
    return FaceRegions(tuple(regions), tuple(problems))


def _add(regions: list[FaceRegion], new: FaceRegion) -> Iterator[Message]:
    """Add a region, unless its face is there already."""
    for index, other in enumerate(regions):
        if is_same_face(other.box, new.box) and (other.box.iou(new.box) >= 0.5 or other.name == new.name):
            if other.name is None:
                regions[index] = new
            elif new.name is not None and new.name != other.name:
                yield Message("the face of {other} is also called {name}", other=other.name, name=new.name)
            return
    regions.append(new)


def _mwg_list(element: Element) -> RegionList:
    found = rdf.properties(element)
    items = [_mwg_item(item) for item in rdf.items_of(found.get(f"{{{MWG}}}RegionList"))]
    return RegionList(element, tuple(items), _dimensions(found.get(f"{{{MWG}}}AppliedToDimensions")))


def _mwg_item(element: Element) -> ListedRegion:
    found = rdf.properties(element)
    kind = rdf.text_of(found.get(f"{{{MWG}}}Type"))
    extensions = found.get(f"{{{MWG}}}Extensions")
    is_own = isinstance(extensions, Element) and _is_own(extensions)
    name = rdf.text_of(found.get(f"{{{MWG}}}Name")) or None
    return ListedRegion(element, kind in {"Face", ""}, is_own, name, _mwg_area(found.get(f"{{{MWG}}}Area")))


def _mwg_area(value: rdf.Value | None) -> Area | None:
    found = rdf.properties(value) if isinstance(value, Element) else {}
    texts = {key: rdf.text_of(found.get(f"{{{AREA}}}{key}")) for key in ("x", "y", "w", "h", "unit")}
    numbers = _numbers([texts[key] for key in "xywh"])
    if numbers is None or texts["unit"] not in {"normalized", ""}:
        return None
    x, y, width, height = numbers
    return Area(x - width / 2, y - height / 2, width, height)


def _dimensions(value: rdf.Value | None) -> tuple[float, float] | None:
    found = rdf.properties(value) if isinstance(value, Element) else {}
    numbers = _numbers([rdf.text_of(found.get(f"{{{DIMENSIONS}}}{key}")) for key in "wh"])
    return (numbers[0], numbers[1]) if numbers and min(numbers) > 0 else None


def _mp_list(element: Element) -> RegionList:
    items = [_mp_item(item) for item in rdf.items_of(rdf.properties(element).get(f"{{{MP_INFO}}}Regions"))]
    return RegionList(element, tuple(items))


def _mp_item(element: Element) -> ListedRegion:
    found = rdf.properties(element)
    numbers = _numbers(rdf.text_of(found.get(f"{{{MP_REGION}}}Rectangle")).split(","))
    area = Area(*numbers) if numbers and len(numbers) == 4 else None
    name = rdf.text_of(found.get(f"{{{MP_REGION}}}PersonDisplayName")) or None
    return ListedRegion(element, True, _is_own(element), name, area)


def _is_own(element: Element) -> bool:
    return any(name.startswith(f"{{{OWN}}}") for name in rdf.properties(element))


def _numbers(texts: Sequence[str]) -> list[float] | None:
    try:
        return [float(text) for text in texts]
    except ValueError:
        return None


def _is_shape(one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Whether two pictures have the same shape, whatever their sizes."""
    ratio = one[0] * two[1] / (one[1] * two[0])
    return 1 - _SHAPE_TOLERANCE <= ratio <= 1 + _SHAPE_TOLERANCE
