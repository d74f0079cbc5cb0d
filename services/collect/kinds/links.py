"""Feeds that a web page names, and those where others have them. Pure."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urljoin

FEED_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/x-rss+xml", "application/xml", "text/xml", "text/rss", "text/rss+xml",
)
# Where WordPress, Drupal, SPIP and the like have theirs, tried where a page names none.
USUAL = ("/feed/", "/rss.xml", "/feed.xml", "/rss", "/atom.xml", "/spip.php?page=backend", "/feeds/posts/default")
# and sitemaps, tried where there is no feed
USUAL_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml", "/sitemap_index.xml")
_LIKE_A_FEED = re.compile(
    r"(?:^|[/._-])(?:rss|atom|feeds?|flux|backend)(?:[\d_-][\w-]{0,20})?(?:\.(?:xml|php|rss|aspx))?/?$|\.rss$"
    r"|(?:^|/)(?:rss|atom|feeds?|flux)/[^?#]{1,200}\.(?:xml|rss|rdf|atom)$"
    r"|[?&](?:page=backend|format=feed|feed=\w{1,10}|type=(?:rss|atom))", re.IGNORECASE
)
_XML = re.compile(r"\.(?:xml|rss|rdf|atom)(?:\.gz)?$", re.IGNORECASE)
_COMMENTS = re.compile(r"/comments?/|[/=]comments?[-_]|comments?[/_-]feed|commentaires", re.IGNORECASE)
_LINK = re.compile(r"<link\s[^<>]{1,1000}>", re.IGNORECASE)
_LOOKED_AT = 300_000
MAX_FEEDS = 20


def kind_by_look(address: str) -> Literal["feed", "sitemap"] | None:
    """What an address that does not answer most likely has; None where it may be anything."""
    without_query = address.partition("?")[0].rstrip("/")
    if "sitemap" in without_query.rpartition("/")[2].lower():
        return "sitemap"
    return "feed" if _LIKE_A_FEED.search(address) or _XML.search(without_query) else None


class _Links(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base, self.found, self.likely = address, list[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        with suppress(ValueError):  # one address that is none costs only itself
            if tag == "base" and given.get("href"):
                self.base = urljoin(self.base, given["href"])
            elif tag in ("link", "a") and given.get("href") and _names_a_feed(given):
                self.found.append(urljoin(self.base, given["href"].strip()))
            elif tag == "a" and _LIKE_A_FEED.search(given.get("href", "").strip()):
                self.likely.append(urljoin(self.base, given["href"].strip()))


def _names_a_feed(given: dict[str, str]) -> bool:
    kind, rel = given.get("type", "").split(";")[0].strip().lower(), given.get("rel", "").lower().split()
    return ("alternate" in rel and kind in FEED_TYPES) or "feed" in rel


def feeds_of(page: str, address: str) -> tuple[str, ...]:
    """Addresses of the feeds that the page names in its head, in its order, or else those it links to by their look.

    Feeds of what readers write are left out where there are others.
    """
    links = _Links(address)
    # an address that is none; what html.parser does on some broken declarations
    with suppress(ValueError, AssertionError):
        links.feed(page[:_LOOKED_AT])
        if not links.found:
            # some sites have a megabyte of scripts before what they name
            links.reset()
            links.feed("".join(_LINK.findall(page[_LOOKED_AT:]))[:_LOOKED_AT])
    named = [one for one in links.found if not _COMMENTS.search(one)] or links.found
    web = [one for one in named or links.likely if one.startswith(("http://", "https://"))]
    return tuple(dict.fromkeys(web))[:MAX_FEEDS]
