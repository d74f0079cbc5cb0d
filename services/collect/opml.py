"""Lists of feeds as other readers have them (http://opml.org/spec2.opml). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from schemas.source import Source
from services.collect.depth import shallow
from services.collect.markup import read_markup, with_references, without_declaration

MAX_FEEDS = 10_000
# What readers write before an address, or instead of its scheme.
_FEED_SCHEME = re.compile(r"^(?:feed[:/](https?://)|(?:(?:feed|itpc|pcast):)?//|(?=www\.))", re.IGNORECASE)
_OPML = re.compile(r"<opml[\s>]", re.IGNORECASE)
_OUTLINE = re.compile(r"<outline\s", re.IGNORECASE)
_ADDRESS = re.compile(r"\bxmlUrl\s{0,20}=\s{0,20}([\"'])\s{0,20}(https?://[^\"'<>\s]{1,2000}+)", re.IGNORECASE)
# its value goes on behind a quotation mark that no further attribute and no end of the element follows
_NAME = re.compile(
    r"\b(title|text|language)\s{0,20}=\s{0,20}([\"'])([^>]{0,300}?)\2(?=\s{1,20}[\w:-]{1,60}\s{0,20}=|\s{0,20}/?>)",
    re.IGNORECASE,
)


class OpmlError(Exception):
    """One line that says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of a list."""

    address: str
    name: str
    language: str | None = None


def read(content: bytes) -> list[Outline]:
    """Its feeds, each once; of a list that is not well-formed, those that can be told. Raises OpmlError."""
    text = shallow(with_references(without_declaration(read_markup(content))))
    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError) as error:
        outlines = [] if isinstance(error, DefusedXmlException) else _salvaged(text)
        if not outlines:
            raise OpmlError(f"no OPML: {' '.join(str(error).split())[:150]}") from None
    else:
        if _name(root) != "opml":
            raise OpmlError(f"no OPML: its outermost element is {str(root.tag)[:60]}")
        outlines = [dict(element.attrib) for element in root.iter() if _name(element) == "outline"]
    found: dict[str, Outline] = {}
    for attributes in outlines:
        given = {name.lower(): " ".join(value.split()) for name, value in attributes.items()}
        address = _FEED_SCHEME.sub(lambda match: match[1] or "http://", given.get("xmlurl", ""))
        if address.lower().startswith(("http://", "https://")) and len(address) <= 2000:
            # references twice escaped
            name = unescape(given.get("title") or given.get("text") or address)
            found.setdefault(address, Outline(address, name[:200], given.get("language") or None))
        if len(found) > MAX_FEEDS:
            raise OpmlError(f"more than {MAX_FEEDS:,} feeds")
    return list(found.values())


def _name(element: Element) -> str:
    """In whatever namespace."""
    return str(element.tag).rpartition("}")[2].lower()


def _salvaged(text: str) -> list[dict[str, str]]:
    """The attributes that matter, wherever quotation marks or markup within others have spoiled the XML."""
    if _OPML.search(text, 0, 5000) is None:
        return []
    read: list[dict[str, str]] = []
    for piece in _OUTLINE.split(text)[1:]:
        if address := _ADDRESS.search(piece):
            names = {name.lower(): unescape(value) for name, _, value in _NAME.findall(piece)}
            read.append(names | {"xmlurl": unescape(address[2])})
    return read


def write(sources: Iterable[Source]) -> bytes:
    """The feeds among the sources, one folder for each language."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Harmattan"
    body = SubElement(root, "body")
    folders: dict[str, Element] = {}
    for source in sources:
        if source.kind != "feed":
            continue
        language = source.language or "other"
        if language not in folders:
            folders[language] = SubElement(body, "outline", text=language)
        given = {"type": "rss", "text": source.name, "title": source.name, "xmlUrl": source.address}
        SubElement(folders[language], "outline", given | ({"language": source.language} if source.language else {}))
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()
