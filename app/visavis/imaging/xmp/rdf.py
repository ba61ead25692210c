"""RDF as XMP uses it: properties of resources, which can be written in several ways (XMP part 1, 7)."""

from collections.abc import Iterator

from visavis.errors import XmpError
from visavis.imaging.xmp.document import Element

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: Elements and attributes of RDF.
DESCRIPTION, ABOUT, LIST_ITEM = f"{{{_RDF}}}Description", f"{{{_RDF}}}about", f"{{{_RDF}}}li"
_ROOT, _VALUE = f"{{{_RDF}}}RDF", f"{{{_RDF}}}value"
_LISTS = (f"{{{_RDF}}}Bag", f"{{{_RDF}}}Seq", f"{{{_RDF}}}Alt")
#: Attributes that are no properties.
_NOT_PROPERTIES = (f"{{{_RDF}}}", "{http://www.w3.org/XML/1998/namespace}")

#: A property's value: the text of an attribute, or an element.
Value = str | Element


def root_of(document: Element) -> Element:
    """The element with all descriptions.

    Raises
    ------
    XmpError
        If there is none.
    """
    found = document if document.name == _ROOT else document.child(_ROOT)
    if found is None:
        raise XmpError("it is no XMP")
    return found


def properties(element: Element) -> dict[str, Value]:
    """The properties of a resource: attributes and elements, also those of a description inside it."""
    found: dict[str, Value] = {
        name: text
        for name, text in element.attributes.items()
        if name.startswith("{") and not name.startswith(_NOT_PROPERTIES)
    }
    for child in element.children:
        if child.name == DESCRIPTION:
            found.update(properties(child))
        else:
            found[child.name] = child
    return found


def text_of(value: Value | None) -> str:
    """The text of a simple property, of one with qualifiers, or of the first of several; empty if there is none."""
    while isinstance(value, Element):
        qualified = properties(value).get(_VALUE)
        if qualified is not None:
            value = qualified
        elif (listed := list_of(value)) is not None and (first := listed.child(LIST_ITEM)) is not None:
            value = first
        else:
            return value.text.strip()
    return (value or "").strip()


def list_of(value: Value | None) -> Element | None:
    """The list that a property has; None if it has none."""
    if not isinstance(value, Element):
        return None
    return next((child for child in value.children if child.name in _LISTS), None)


def items_of(value: Value | None) -> Iterator[Element]:
    """The items of a property that is a list."""
    found = list_of(value)
    if found is not None:
        yield from (child for child in found.children if child.name == LIST_ITEM)
