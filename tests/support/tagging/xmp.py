"""XMP as other programs write it."""

#: Declarations of all namespaces that regions are in.
NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
    'xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" '
    'xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#" '
    'xmlns:MP="http://ns.microsoft.com/photo/1.2/" '
    'xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" '
    'xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" '
    'xmlns:darktable="http://darktable.sf.net/"'
)


def packet(*properties, attributes=""):
    """A packet with these properties, as one description."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {NAMESPACES}><rdf:Description rdf:about="" {attributes}>{"".join(properties)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def mwg(*regions, size=(400, 300)):
    """The regions of the Metadata Working Group: (name or None, (x, y, width, height) around the center)."""
    items = "".join(
        f'<rdf:li><rdf:Description {named(name)} mwg-rs:Type="Face"><mwg-rs:Area stArea:x="{x}" stArea:y="{y}" '
        f'stArea:w="{width}" stArea:h="{height}" stArea:unit="normalized"/></rdf:Description></rdf:li>'
        for name, (x, y, width, height) in regions
    )
    dimensions = (
        f'<mwg-rs:AppliedToDimensions stDim:w="{size[0]}" stDim:h="{size[1]}" stDim:unit="pixel"/>' if size else ""
    )
    return (
        f'<mwg-rs:Regions rdf:parseType="Resource">{dimensions}'
        f"<mwg-rs:RegionList><rdf:Bag>{items}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )


def microsoft(*regions):
    """Microsoft's regions: (name or None, "x, y, width, height" from the corner)."""
    items = "".join(
        f'<rdf:li MPReg:Rectangle="{rectangle}"' + (f' MPReg:PersonDisplayName="{name}"' if name else "") + "/>"
        for name, rectangle in regions
    )
    return (
        "<MP:RegionInfo><rdf:Description><MPRI:Regions><rdf:Bag>"
        f"{items}</rdf:Bag></MPRI:Regions></rdf:Description></MP:RegionInfo>"
    )


def named(name):
    return f'mwg-rs:Name="{name}"' if name else ""
