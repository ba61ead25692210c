"""XMP that others wrote: an edit changes nothing else, and nothing harmful is expanded."""

import pytest

from support.tagging.xmp import mwg, packet
from visavis.errors import XmpError
from visavis.imaging.xmp.document import XmpDocument

BOMB = b"".join(
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">',
        *(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">'.encode() for i in range(1, 9)),
        b"]><x>&a8;</x>",
    ]
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_each_of_unicodes_encodings_is_read_and_kept(encoding):
    text = packet(mwg(("Zoë", (0.5, 0.5, 0.2, 0.2)))).decode()
    content = text[text.index("<x:") :].encode(encoding)
    document = XmpDocument.parse(content)
    assert document.root.name == "{adobe:ns:meta/}xmpmeta"
    assert document.replace([]) == content


def test_an_element_knows_where_it_lies():
    content = '<a>é<b x="/>"/><c></c>text/><d><e/></d></a>'.encode()
    document = XmpDocument.parse(content)
    where = {element.name: content[element.start : element.end].decode() for element in document.root.walk()}
    assert where == {"a": content.decode(), "b": '<b x="/>"/>', "c": "<c></c>", "d": "<d><e/></d>", "e": "<e/>"}
    [b, *_] = document.root.children
    assert document.replace([(b.start, b.end, "ü")]) == "<a>éü<c></c>text/><d><e/></d></a>".encode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOMB, "document type"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "document type"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "document type"),
        (b"<a>" * 300 + b"</a>" * 300, "too large"),
        (b"<a>" + b"<b/>" * 300_000 + b"</a>", "too large"),
        (b"<a>" + b"x" * 16_000_001 + b"</a>", "too large"),
        (b"<a>\xff\xfe</a>", "damaged"),
        (b"<a>&e;</a>", "damaged"),
        (b"<a><b></a>", "damaged"),
        (b"", "damaged"),
        (b"no XML", "damaged"),
    ],
)
def test_what_is_harmful_or_damaged_is_refused(content, reason):
    with pytest.raises(XmpError, match=reason):
        XmpDocument.parse(content)
