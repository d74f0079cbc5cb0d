"""One web page, or the page behind an item: trafilatura's text, title, author, date, language, canonical address."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from urllib.parse import urljoin

from services.collect.bylines import names_of
from services.collect.counters import plain
from services.collect.item import FIELD_MAX, TEXT_MAX, Document, Item, Unreadable, whole
from services.collect.kinds.headline import title_of
from services.collect.kinds.page_date import published_of
from services.collect.kinds.prepared import prepared
from services.collect.markup import read_markup
from services.collect.notices import notice_of
from services.collect.surroundings import links_of, without_links
from services.fetch.media import is_media

_LANGUAGE = re.compile(
    r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,2})", re.IGNORECASE
)
_TITLE = re.compile(r"<title\b[^>]{0,500}>([^<]{1,500})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]{0,3000}>", re.IGNORECASE)
_REFRESH = re.compile(r"[\"']?\s*\d{1,3}(?:\.\d*)?\s*[;,]\s*url\s*=\s*[\"']?([^\"'>\s]{1,2000})", re.IGNORECASE)
# A longer page is a list of everything; lxml takes 10 times its size in memory.
PAGE_MAX = 4 * 1024 * 1024
# Fewer letters than this are a cookie notice or a teaser.
SHORTEST_TEXT = 120
# What is looked through of a page without a text.
LOOKED_AT = 200_000
NO_TEXT = "no text was found on the page"


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:
    """A page whose text changes is a new version of one article."""
    found = extract(body, content_type, address)
    if isinstance(found, Unreadable):
        return found
    return Document(items=(found,), title=found.title, language=found.language)


def extract(body: bytes, content_type: str, address: str) -> Item | Unreadable:
    """The article of a page; Unreadable where it has none."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not any(word in kind for word in ("html", "xml", "text/plain", "octet-stream")):
        return Unreadable(f"not a web page but {kind[:60]}")
    if is_media(body):  # whatever its server calls it
        return Unreadable("not a web page but a file of another kind")
    text = read_markup(body[:PAGE_MAX], content_type)
    if not text.strip():
        return Unreadable("the page is empty")
    if kind == "text/plain" and "</" not in text:  # what has tags was only called so
        lines = text.strip()[:TEXT_MAX]
        return Item(url=address, text=lines, whole=True) if len(lines) >= SHORTEST_TEXT else Unreadable(NO_TEXT)
    # imported where it is used: it takes half a second, and only the reading process needs it
    from trafilatura import bare_extraction

    # trafilatura takes a declaration in a text for the truth of its bytes
    try:
        found = bare_extraction(prepared(text, address), url=address, include_comments=False, with_metadata=True)
    except AssertionError:
        # lxml's, where what is to be taken out of the page is all of it
        found = None
    if found is None or isinstance(found, dict) or len(found.text or "") < SHORTEST_TEXT:
        notice = notice_of(_titles(text), plain(text[max(0, text.lower().find("<body")) :][:LOOKED_AT]))
        why = notice.reason if notice else NO_TEXT
        return Unreadable(why, moved=_sends_to(text, address), for_now=notice is not None and notice.for_now)
    if notice := notice_of((*_titles(text), found.title or ""), found.text or ""):
        return Unreadable(notice.reason, for_now=notice.for_now)
    language = _LANGUAGE.search(text, 0, 5000)
    title = title_of(text, found.title, next(iter(_titles(text)), None), address)
    said = without_links(found.text or "", links_of(text))[:TEXT_MAX]
    return Item(
        url=address, title=_line(title), text=said, published=_line(published_of(text, title, address, said)),
        author=names_of(found.author), language=language[1] if language else None, whole=True,
        canonical=_line(found.url),
    )


def _sends_to(page: str, base: str) -> str | None:
    """Where a page leads that is only there to lead on."""
    for tag in _META.findall(page[:20_000]):
        if "refresh" in tag.lower() and (found := _REFRESH.search(tag)):
            with suppress(ValueError):
                there = urljoin(base, unescape(found[1]).strip("'\""))
                return there if there != base and there.startswith(("http://", "https://")) else None
    return None


def _titles(page: str) -> tuple[str, ...]:
    """What stands in the bar of the browser."""
    return tuple(plain(unescape(found)) for found in _TITLE.findall(page[:20_000])[:1])


def _line(value: str | None) -> str | None:
    return whole(" ".join(value.split())[:FIELD_MAX]) or None if value else None
