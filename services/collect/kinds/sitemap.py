"""News sitemaps, sitemaps and their indexes, packed or not (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from services.collect.depth import shallow
from services.collect.item import FIELD_MAX, MAX_ITEMS, Document, Item, Unreadable
from services.collect.markup import read_markup, with_references, without_declaration
from services.fetch.decoding import TooLargeError, unpacked
from services.fetch.media import is_media_name

UNPACKED_MAX = 50 * 1024 * 1024  # the protocol's own limit
# Parts of an index that are asked for at one poll, the newest first.
MAX_PARTS = 5
# A sitemap that is not of news has every page of the site; the newest are enough.
MAX_PAGES = 100
# What makes sitemaps no XML, as they are: prefixes that nobody declared, an end that did not come.
_PREFIX = re.compile(r"<([A-Za-z][\w.-]{0,30}):")
_START = re.compile(r"<(urlset|sitemapindex)\b([^>]{0,5000})>")
_LINE = re.compile(r"https?://[^\s<>\"]{3,2000}")
# The front page and its parts: no article is at any of these, nor at pictures, films and documents.
_NO_PAGE = re.compile(r"^https?://[^/?#]*/?$|^[^?#]*\.(?:css|js|xml)(?:[?#]|$)", re.IGNORECASE)
# As the plugins of WordPress and others name them.
_NO_ARTICLES = re.compile(
    r"(?:^|[/_-])(?:categor(?:y|ies)|(?:post[_-])?tags?|authors?|auteurs?|images?|videos?|taxonom(?:y|ies)|products?|users?)"
    r"(?:[_-]?(?:sitemap|archive)|[_-]?\d*\.xml)|/pages?-sitemap|sitemap[_-](?:categor(?:y|ies)|tags?|authors?|images?|"
    r"videos?|tax|pt-page)[_.-]", re.IGNORECASE
)
# What has the newest, whatever else says when it changed: such a part is made anew for whoever asks.
_NEWS = re.compile(r"(?:^|[/_.-])(?:google[_-]?)?news(?=[_.-])(?![_.-](?:letter|archives?|\d))[^/]*$", re.IGNORECASE)
_TIME = re.compile(r"\dT\d\d:\d\d")
_DAY = re.compile(r"(?:19|20)\d\d[/_-]?(?:0[1-9]|1[0-2])")
T = TypeVar("T")


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:
    """Its pages as items without text, newest first; of an index, the parts to ask for."""
    try:
        plain, cut = unpacked(body, UNPACKED_MAX)
        text = shallow(with_references(without_declaration(read_markup(plain, content_type))))
        if lines := _lines(text):
            return Document(items=lines, odd="a sitemap of lines")
        root, broken = _root(text)
        cut = cut or broken
    except (TooLargeError, ValueError) as error:  # ParseError is a SyntaxError
        return Unreadable(f"no sitemap: {str(error)[:150]}")
    except (ParseError, DefusedXmlException) as error:
        return Unreadable(f"no sitemap: {' '.join(str(error).split())[:150]}")
    name = _name(root)
    if name == "sitemapindex":
        more, stamp = _parts([one for one in root if _name(one) == "sitemap"], address)
        return Document(more=more, stamp=stamp)
    if name != "urlset":
        return Unreadable(f"no sitemap: its outermost element is {name[:60]}")
    items = [item for one in root if _name(one) == "url" if (item := _item(one, address))]
    dated = any(item.published or item.updated for item in items)
    items.sort(key=lambda item: item.published or item.updated or "", reverse=True)
    most = MAX_ITEMS if any(item.title for item in items) else MAX_PAGES
    return Document(
        items=tuple(items[:most] if dated else _both_ends(items, most)), odd="the sitemap broke off" if cut else None,
    )


def _parts(elements: Iterable[Element], address: str) -> tuple[tuple[str, ...], str | None]:
    """The addresses of the parts to ask for, the newest first: by date, or else by the numbers in their names.

    And when the latest of them changed, if each says that to the minute.

    Those that by their name have no articles are left out where there are others; one that by its name has the news
    comes first.
    """
    parts = [(_text(one, "lastmod") or "", found) for one in elements if (found := _address(one, address))]
    dated = parts
    parts = [one for one in parts if not _NO_ARTICLES.search(one[1])] or parts
    news = [found for _, found in parts if _NEWS.search(found.partition("?")[0])]
    if any(when for when, _ in parts):
        parts.sort(key=lambda part: part[0], reverse=True)
    elif all(_DAY.search(found) for _, found in parts):
        parts.sort(key=lambda part: [int(one) for one in re.findall(r"\d+", part[1])], reverse=True)
    else:
        parts = _both_ends(parts, MAX_PARTS - (len(news) == 1))
    if len(news) == 1:
        parts = [("", news[0]), *parts]
    chosen = tuple(dict.fromkeys(found for _, found in parts))[:MAX_PARTS]
    stamps = [when for when, found in dated if found in chosen]
    return chosen, max(stamps) if stamps and all(map(_TIME.search, stamps)) else None


def _both_ends(found: list[T], most: int) -> list[T]:
    """So many of them from both ends: without a date the newest are the last as likely as the first."""
    return found if len(found) <= most else [*found[: most - most // 2], *found[len(found) - most // 2 :]]


def _lines(text: str) -> tuple[Item, ...]:
    """The addresses of a sitemap that has one on each line; the last lines are the newest as likely as the first."""
    if text.lstrip()[:4].lower() != "http":
        return ()
    found = [line.strip() for line in text.splitlines() if line.strip()]
    pages = [Item(url=line) for line in found if not _is_none(line)]
    return tuple(_both_ends(pages, MAX_PAGES)) if all(map(_LINE.fullmatch, found)) else ()


def _is_none(address: str) -> bool:
    return _NO_PAGE.search(address) is not None or is_media_name(address)


def _root(text: str) -> tuple[Element, bool]:
    """The outermost element, and whether it was closed for the sitemap. Raises ParseError where nothing helps."""
    try:
        return fromstring(text), False
    except ParseError:
        mended, broken = _mended(text)
        if mended == text:
            raise
        return fromstring(mended), broken


def _mended(text: str) -> tuple[str, bool]:
    start = _START.search(text)
    if start is None:
        return text, False
    used = set(_PREFIX.findall(text)) - {"xml"}
    declared = "".join(f' xmlns:{one}="urn:undeclared"' for one in sorted(used) if f"xmlns:{one}=" not in start[2])
    text = f"{text[: start.end() - 1]}{declared}{text[start.end() - 1 :]}"
    end = f"</{start[1]}>"
    if end in text:
        # without what a server writes before it or behind it: warnings, scripts that count
        return text[start.start() : text.index(end) + len(end)], False
    last = text.rfind("</url>" if start[1] == "urlset" else "</sitemap>")
    return (text[: text.index(">", last) + 1] + end, True) if last > 0 else (text, False)


def merged(parts: list[Document], index: Document, problem: str | None = None) -> Document:
    """The parts of an index as one, which still says of what it is; `problem` is of one left out."""
    items = tuple(item for part in parts for item in part.items)[:MAX_ITEMS]
    odd = problem or next((part.odd for part in parts if part.odd), None)
    return Document(items, more=index.more, odd=odd, stamp=None if problem else index.stamp)


def _item(element: Element, base: str) -> Item | None:
    address = _address(element, base)
    if address is None or _is_none(address):
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
