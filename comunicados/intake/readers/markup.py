"""XML that a stranger sent, parsed without document types or entities, its names shortened to `w:p`."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from comunicados.intake.readers.failures import UnreadableFile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",  # the strict variant
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rels",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    f"{_OASIS}:office:1.0": "office",
    f"{_OASIS}:text:1.0": "text",
    f"{_OASIS}:table:1.0": "table",
    f"{_OASIS}:style:1.0": "style",
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:manifest:1.0": "manifest",
}


def parse_xml(data: bytes) -> Element:
    """The root element. A document type is refused: no word processor writes one, bombs are made of them."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile("bomb") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFile("broken") from error
    for element in root.iter():
        element.tag = _short(element.tag)
        element.attrib = {_short(name): value for name, value in element.attrib.items()}
    return root


def _short(name: str) -> str:
    uri, brace, local = name.rpartition("}")
    return f"{_PREFIXES.get(uri[1:], '?')}:{local}" if brace else name


def children(element: Element, tag: str) -> Iterator[Element]:
    return (child for child in element if child.tag == tag)


def first(element: Element, *path: str) -> Element | None:
    """The first child along a path of tags."""
    for tag in path:
        found = next(children(element, tag), None)
        if found is None:
            return None
        element = found
    return element


def value(element: Element, *path: str) -> str | None:
    """The `w:val` of the element along a path; an element without one is simply on."""
    found = first(element, *path)
    return None if found is None else found.get("w:val", "true")
