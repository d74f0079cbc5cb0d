"""News sitemaps, sitemaps and their indexes, packed or not (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from services.collect.depth import shallow
from services.collect.item import FIELD_MAX, MAX_ITEMS, Document, Item, Unreadable
from services.collect.markup import read_markup, with_references, without_declaration
from services.fetch.decoding import TooLargeError, unpacked

UNPACKED_MAX = 50 * 1024 * 1024  # the protocol's own limit
# Parts of an index that are asked for at one poll, the newest first.
MAX_PARTS = 5
# A sitemap that is not of news has every page of the site; the newest are enough.
MAX_PAGES = 100


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:
    """Its pages as items without text, newest first; of an index, the parts to ask for."""
    try:
        plain, cut = unpacked(body, UNPACKED_MAX)
        root = fromstring(shallow(with_references(without_declaration(read_markup(plain, content_type)))))
    except (TooLargeError, ValueError) as error:  # ParseError is a SyntaxError
        return Unreadable(f"no sitemap: {str(error)[:150]}")
    except (ParseError, DefusedXmlException) as error:
        return Unreadable(f"no sitemap: {' '.join(str(error).split())[:150]}")
    name = _name(root)
    if name == "sitemapindex":
        parts = [(_text(one, "lastmod") or "", _address(one, address)) for one in root if _name(one) == "sitemap"]
        newest = [found for _, found in sorted(parts, key=lambda part: part[0], reverse=True) if found]
        return Document(more=tuple(dict.fromkeys(newest))[:MAX_PARTS])
    if name != "urlset":
        return Unreadable(f"no sitemap: its outermost element is {name[:60]}")
    items = [item for one in root if _name(one) == "url" if (item := _item(one, address))]
    items.sort(key=lambda item: item.published or item.updated or "", reverse=True)
    most = MAX_ITEMS if any(item.title for item in items) else MAX_PAGES
    return Document(items=tuple(items[:most]), odd="the sitemap broke off" if cut else None)


def merged(parts: list[Document]) -> Document:
    """The parts of an index as one."""
    return Document(items=tuple(item for part in parts for item in part.items)[:MAX_ITEMS])


def _item(element: Element, base: str) -> Item | None:
    address = _address(element, base)
    if address is None:
        return None
    return Item(
        url=address, title=_text(element, "title"), published=_text(element, "publication_date"),
        updated=_text(element, "lastmod"), language=_text(element, "language"),
    )


def _address(element: Element, base: str) -> str | None:
    try:
        found = urljoin(base, _text(element, "loc") or "")
    except ValueError:
        return None
    return found if found != base and found.startswith(("http://", "https://")) else None


def _text(element: Element, name: str) -> str | None:
    """The text of the first element below of that name, in whatever namespace; of pictures and films none."""
    for one in _below(element):
        if _name(one) == name and one.text and one.text.strip():
            return " ".join(one.text.split())[:FIELD_MAX]
    return None


def _below(element: Element) -> Iterator[Element]:
    for child in element:
        if _name(child) in ("image", "video"):
            continue
        yield child
        yield from (deeper for deeper in child if _name(child) == "news")
        if _name(child) == "news":
            yield from (deepest for deeper in child for deepest in deeper)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
