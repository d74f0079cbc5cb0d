"""Kinds of sources: one file each, one line here registers it."""

from __future__ import annotations

from collections.abc import Callable

from services.collect.item import Document, Unreadable
from services.collect.kinds import feed, page, sitemap, warc

# bytes, Content-Type, address -> what it says; pure, may be slow: called in a process of its own
Read = Callable[[bytes, str, str], Document | Unreadable]

READERS: dict[str, Read] = {
    "feed": feed.read,
    "page": page.read,
    "sitemap": sitemap.read,
    "warc": warc.read,
}
