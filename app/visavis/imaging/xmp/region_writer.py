"""Writing of face regions into XMP, which keeps everything else in it as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from visavis.errors import XmpError
from visavis.imaging.geometry import Box
from visavis.imaging.xmp import rdf, regions
from visavis.imaging.xmp.area import Area, is_same_face
from visavis.imaging.xmp.document import Element, XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.regions import RegionList

#: Decimal places of shares: a ten-thousandth of a pixel in 10,000.
_PLACES = 8
#: Characters that XML cannot have.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What is declared where something of ours begins, whatever stands around it.
_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "mwg-rs": regions.MWG,
    "stArea": regions.AREA,
    "stDim": regions.DIMENSIONS,
    "MP": regions.MP,
    "MPRI": regions.MP_INFO,
    "MPReg": regions.MP_REGION,
    "visavis": regions.OWN,
}
_MWG_PREFIXES = ("rdf", "mwg-rs", "stArea", "stDim", "visavis")
_MP_PREFIXES = ("rdf", "MP", "MPRI", "MPReg", "visavis")
#: XMP without anything.
_EMPTY = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    b' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    b" </rdf:RDF>\n"
    b"</x:xmpmeta>\n"
    b'<?xpacket end="w"?>\n'
)


@dataclass(frozen=True, slots=True)
class NewRegion:
    """A face that is to be marked."""

    name: str | None  #: None: nobody with a name
    box: Box  #: in pixels of the upright picture
    score: float  #: how sure the name is, 0..1


@dataclass(frozen=True, slots=True)
class WrittenRegions:
    """XMP with regions of ours."""

    content: bytes
    written: int  #: number of faces that we marked
    marked_before: int  #: number of faces that others had marked, which stay as they are


def write_regions(content: bytes, header: PictureHeader, faces: Sequence[NewRegion]) -> WrittenRegions:
    """Mark these faces in XMP, in place of those that we marked before.

    A face that somebody else marked, with or without a name, stays theirs and is not marked again.

    Parameters
    ----------
    content : bytes
        XMP as it is; empty if there is none.
    header : PictureHeader
        Of the picture.

    Raises
    ------
    XmpError
        If the XMP cannot be read, or its regions are of a picture of another shape.
    """
    document = XmpDocument.parse(content or _EMPTY)
    root = rdf.root_of(document.root)
    lists = regions.region_lists(document)
    if any(listed.orientation(header) is None for listed in lists if _others(listed)):
        raise XmpError("its regions are of a picture of another shape")
    theirs = regions.join_regions([_others_of(listed) for listed in lists], header).regions
    ours = [face for face in faces if not any(is_same_face(face.box, other.box) for other in theirs)]
    edits: list[tuple[int, int, str]] = []
    missing = {"mwg", "mp"}
    for listed in lists:
        kind = "mwg" if listed.element.name.startswith(f"{{{regions.MWG}}}") else "mp"
        edits += _edits(listed, kind, header, ours if kind in missing else [])
        missing.discard(kind)
    added = "".join(_property(kind, header, ours) for kind in ("mwg", "mp") if kind in missing) if ours else ""
    if added:
        edits.append(_insertion(document, root, added))
    return WrittenRegions(document.replace(edits), len(ours), len(faces) - len(ours))


def _others(listed: RegionList) -> bool:
    """Whether a list has regions of other programs, whatever they show."""
    return any(not item.is_own for item in listed.items)


def _others_of(listed: RegionList) -> RegionList:
    return RegionList(listed.element, tuple(item for item in listed.items if not item.is_own), listed.drawn_on)


def _edits(
    listed: RegionList, kind: str, header: PictureHeader, ours: Sequence[NewRegion]
) -> list[tuple[int, int, str]]:
    """What is to be replaced in a property: only items of ours, or the whole where nothing else is in it."""
    place = listed.list_element
    if not listed.items and not ours:
        return []
    if place is None or not _others(listed):
        text = _property(kind, header, ours) if ours else ""
        return [(listed.element.start, listed.element.end, text)]
    edits = [(item.element.start, item.element.end, "") for item in listed.items if item.is_own]
    if ours:
        orientation = listed.orientation(header) or 1
        items = "".join(_item(kind, header, face, orientation, declare=True) for face in ours)
        edits.append((place.inner_end, place.inner_end, items))
    return edits


def _insertion(document: XmpDocument, root: Element, added: str) -> tuple[int, int, str]:
    """Where a description with our properties goes: behind all others, about the same picture."""
    about = next((each.attributes.get(rdf.ABOUT, "") for each in root.children if each.name == rdf.DESCRIPTION), "")
    text = f"<rdf:Description {_declarations(('rdf',))} rdf:about={quoteattr(about)}>{added}</rdf:Description>"
    if root.inner_end < root.end:
        return root.inner_end, root.inner_end, f" {text}\n "
    tag = document.content[root.start : root.end].decode("utf-8")
    return root.start, root.end, f"{tag.removesuffix('/>')}>{text}</{document.tag(root)}>"


def _property(kind: str, header: PictureHeader, faces: Sequence[NewRegion]) -> str:
    """A whole property, relative to the stored picture."""
    items = "".join(_item(kind, header, face, header.orientation) for face in faces)
    if kind == "mp":
        return (
            f'<MP:RegionInfo {_declarations(_MP_PREFIXES)} rdf:parseType="Resource">'
            f"<MPRI:Regions><rdf:Bag>{items}</rdf:Bag></MPRI:Regions></MP:RegionInfo>"
        )
    return (
        f'<mwg-rs:Regions {_declarations(_MWG_PREFIXES)} rdf:parseType="Resource">'
        f'<mwg-rs:AppliedToDimensions stDim:w="{header.width}" stDim:h="{header.height}" stDim:unit="pixel"/>'
        f"<mwg-rs:RegionList><rdf:Bag>{items}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )


def _item(kind: str, header: PictureHeader, face: NewRegion, orientation: int, *, declare: bool = False) -> str:
    """One region. `orientation` is that of the picture on which the list is drawn: 1 if that is the upright one."""
    size = header.upright_size
    area = Area.of(face.box.clip(*size) or face.box, *size).to_stored(orientation)
    begin = f"<rdf:li {_declarations(_MP_PREFIXES if kind == 'mp' else _MWG_PREFIXES)} " if declare else "<rdf:li "
    score = f"<visavis:Score>{round(face.score, 4)}</visavis:Score>"
    name = escape(_NOT_XML.sub("\ufffd", face.name)) if face.name is not None else None
    if kind == "mp":
        places = ", ".join(map(_number, (area.left, area.top, area.width, area.height)))
        named = "" if name is None else f"<MPReg:PersonDisplayName>{name}</MPReg:PersonDisplayName>"
        return f'{begin}rdf:parseType="Resource"><MPReg:Rectangle>{places}</MPReg:Rectangle>{named}{score}</rdf:li>'
    named = "" if name is None else f"<mwg-rs:Name>{name}</mwg-rs:Name>"
    x, y = area.left + area.width / 2, area.top + area.height / 2
    return (
        f'{begin}rdf:parseType="Resource"><mwg-rs:Area stArea:x="{_number(x)}" stArea:y="{_number(y)}"'
        f' stArea:w="{_number(area.width)}" stArea:h="{_number(area.height)}" stArea:unit="normalized"/>'
        f"{named}<mwg-rs:Type>Face</mwg-rs:Type>"
        f'<mwg-rs:Extensions rdf:parseType="Resource">{score}</mwg-rs:Extensions></rdf:li>'
    )


def _declarations(prefixes: Sequence[str]) -> str:
    return " ".join(f'xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in prefixes)


def _number(value: float) -> str:
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
