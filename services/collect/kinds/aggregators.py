"""Items of others' news: where the publisher's page is, and what of an item is the publisher's own. Pure.

What is known of their feeds. Search alerts and Bing name the page in their link, as does Google News of before the
summer of 2024 (services/article/redirects.py); Reddit names it in the text; Google News of today names the publisher
only, in `source`, with the address of its front page, so that the link stays Google's own, which leads no robot on.
RSS means by `source` the feed that an item was taken from: it is never the address of an article.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape

from services.article.address import read_address
from services.article.redirects import target
from services.collect.counters import plain

_HREF = r"<a\b[^<>]{0,500}?\bhref\s*=\s*[\"']([^\"'<>]{1,2000})[\"'][^<>]{0,500}>"
_POINTED = re.compile(rf"{_HREF}\s*\[link\]\s*</a>", re.IGNORECASE)
_POINTS = re.compile(r"(?:^|\.)redd(?:it\.com|\.it)$")
# A linked headline, and the name behind it; a longer line is the item's own.
_OTHERS = re.compile(
    r"<a\b[^<>]{0,3000}>(?:(?!<(?:a|font)\b).){0,300}?</a\s*>|<font\b[^<>]{0,3000}>[^<]{0,80}</font\s*>",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\w")


def page_of(link: str | None, text: str | None) -> str | None:
    """Where an item's link leads in the end, as far as the item itself says so."""
    if not link:
        return link
    with suppress(ValueError):
        link = target(link)
    if text and "[link]" in text and _POINTS.search(read_address(link).host or "") and (named := _POINTED.search(text)):
        there = read_address(unescape(named[1]))
        if there.url and not _POINTS.search(there.host or ""):
            return there.url
    return link


def own_title(title: str | None, publisher: str | None) -> str | None:
    """The headline without the name of its publisher, which an aggregator writes behind it."""
    if not title or not publisher:
        return title
    for between in (" - ", " | ", " – ", " — "):
        if len(rest := title.removesuffix(f"{between}{publisher}")) < len(title):
            return rest.strip() or title
    return title


def own_text(text: str | None, publisher: str | None) -> str | None:
    """The text; None of one that only lists links, each with a publisher's name: those are of other items."""
    if not text or not publisher or "<a" not in text:
        return text
    rest = plain(_OTHERS.sub(" ", text)).replace(plain(publisher), "")
    return text if _WORD.search(rest) else None
