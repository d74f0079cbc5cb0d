"""Lists of feeds as other readers have them (http://opml.org/spec2.opml). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from schemas.source import Source
from services.collect.depth import shallow
from services.collect.markup import read_markup, without_declaration

MAX_FEEDS = 10_000


class OpmlError(Exception):
    """One line that says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of a list."""

    address: str
    name: str
    language: str | None = None


def read(content: bytes) -> list[Outline]:
    """Its feeds, each once. Raises OpmlError."""
    try:
        root = fromstring(shallow(without_declaration(read_markup(content))))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise OpmlError(f"no OPML: {' '.join(str(error).split())[:150]}") from None
    if root.tag.lower() != "opml":
        raise OpmlError(f"no OPML: its outermost element is {str(root.tag)[:60]}")
    found: dict[str, Outline] = {}
    for element in root.iter("outline"):
        given = {name.lower(): " ".join(value.split()) for name, value in element.attrib.items()}
        address = given.get("xmlurl", "")
        if address.lower().startswith(("http://", "https://")) and len(address) <= 2000:
            name = given.get("title") or given.get("text") or address
            found.setdefault(address, Outline(address, name[:200], given.get("language") or None))
        if len(found) > MAX_FEEDS:
            raise OpmlError(f"more than {MAX_FEEDS:,} feeds")
    return list(found.values())


def write(sources: Iterable[Source]) -> bytes:
    """The feeds among the sources, one folder for each language."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Harmattan"
    body = SubElement(root, "body")
    folders: dict[str, Element] = {}
    for source in sources:
        if source.kind != "feed":
            continue
        language = source.language or "?"
        if language not in folders:
            folders[language] = SubElement(body, "outline", text=language)
        given = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.address}
        SubElement(folders[language], "outline", given | ({"language": source.language} if source.language else {}))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()
