"""XMP as a tree that knows where its elements lie, so that an edit changes nothing else.

What others wrote is parsed through defusedxml: a document type, with or without entities, is refused.
"""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from visavis.errors import XmpError

#: Largest XMP that is read, in bytes. The largest in use keep edits of raw pictures, some megabytes.
_MAX_BYTES = 16_000_000
#: Largest number of elements. 200,000 take 0.1 GB.
_MAX_ELEMENTS = 200_000
#: Largest depth of elements. Regions lie 9 deep.
_MAX_DEPTH = 100
#: How XMP begins in each encoding that the specification allows (XMP part 1, 7.1), the longer ones first. A mark of
#: byte order stays part of the text.
_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


@dataclass(slots=True, eq=False)
class Element:
    """An element of a document. Names are ``{namespace}name``."""

    name: str
    attributes: dict[str, str]
    start: int  #: where its first tag begins, in bytes of `XmpDocument.content`
    inner_end: int = 0  #: where its content ends; `end` if it has no last tag
    end: int = 0  #: where it ends
    text: str = ""  #: what stands directly in it
    children: list["Element"] = field(default_factory=list)

    def child(self, name: str) -> "Element | None":
        return next((child for child in self.children if child.name == name), None)

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in their order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


@dataclass(frozen=True, slots=True, eq=False)
class XmpDocument:
    """A document that was read."""

    root: Element
    content: bytes  #: in UTF-8
    encoding: str  #: of the file

    @classmethod
    def parse(cls, content: bytes) -> "XmpDocument":
        """Read a document.

        Raises
        ------
        XmpError
            If it is not XML, is too large, has a document type, or is in another encoding than Unicode's.
        """
        if len(content) > _MAX_BYTES or content.count(b"<") > 2 * _MAX_ELEMENTS:
            raise XmpError("it is too large")
        encoding = next((name for head, name in _ENCODINGS if content.startswith(head)), "utf-8")
        try:
            text = content.decode(encoding).rstrip("\0")
        except UnicodeDecodeError as error:
            raise XmpError("it is damaged") from error
        utf8 = text.encode("utf-8")
        builder = _TreeBuilder(utf8)
        parser = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
        builder.expat = parser.parser
        try:
            parser.feed(utf8)
            parser.close()
        except DefusedXmlException as error:
            raise XmpError("it has a document type, which could be harmful") from error
        except (ParseError, ValueError) as error:
            raise XmpError("it is damaged") from error
        return cls(builder.root, utf8, encoding)

    def replace(self, edits: Iterable[tuple[int, int, str]]) -> bytes:
        """The content of a file with some parts replaced: (start, end, text), which do not overlap.

        Parameters
        ----------
        edits : iterable of (int, int, str)
            Places are bytes of `content`. Of two at one place, the first comes first.
        """
        parts, at = [], 0
        for start, end, text in sorted(edits, key=lambda edit: edit[:2]):
            parts += [self.content[at:start], text.encode("utf-8")]
            at = end
        return b"".join([*parts, self.content[at:]]).decode("utf-8").encode(self.encoding)

    def tag(self, element: Element) -> str:
        """The name of an element as it stands in the document."""
        return self.content[element.start + 1 : element.end].split(b">", 1)[0].split(b"/", 1)[0].split()[0].decode()


class _TreeBuilder:
    """Builds the tree from the parser's events."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._open: list[Element] = []
        self.root = Element("", {}, 0)
        self._count = 0
        self.expat: Any = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= _MAX_DEPTH or self._count > _MAX_ELEMENTS:
            raise XmpError("it is too large")
        element = Element(name, attributes, self._place())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, _: str) -> None:
        element, place = self._open.pop(), self._place()
        is_empty = not element.children and not element.text and self._content[element.start : place].endswith(b"/>")
        element.inner_end = place
        element.end = place if is_empty else self._content.index(b">", place) + 1

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def _place(self) -> int:
        return int(self.expat.CurrentByteIndex)
