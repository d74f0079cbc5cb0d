"""What a page tells machines of its article (schema.org as JSON-LD). Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from services.article.notation import Reading, read_notation
from services.collect.counters import plain

# Not beyond the next of them: no page makes it look at its end once for each begin.
_LD = re.compile(
    r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>((?:(?!<script\b).)*?)</script", re.IGNORECASE | re.DOTALL
)
_LD_MAX = 500_000
_SHORTEST, _LONGEST = 6, 60
_FIRST_YEAR, _NO_YEAR = 1990, 2100  # before and after, templates write nothing
# In these stand others than the article that is looked for.
_OF_OTHERS = frozenset((
    "itemlistelement", "liveblogupdate", "comment", "comments", "haspart", "ispartof", "relatedlink", "citation",
    "review", "mentions", "about", "video", "image", "author", "publisher", "associatedmedia", "isbasedon",
    "breadcrumb", "sharedcontent",
))
_ARTICLE = re.compile(r"(?:article|blogposting|posting|report|newsitem)$", re.IGNORECASE)
_ITS_PAGE = re.compile(r"^(?:webpage|itempage|videoobject|audioobject|podcastepisode|event)$", re.IGNORECASE)


def published_in(page: str, title: str | None, address: str) -> str | None:
    """What JSON-LD says of the article whose headline or address it is, or of the only one in it."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    for match in _LD.finditer(page):
        for one in _objects(_json(match[1][:_LD_MAX]), 0):
            kinds = one.get("@type")
            names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(map(_ARTICLE.search, names)):
                articles.append(one)
            elif any(map(_ITS_PAGE.match, names)):
                pages.append(one)
    own = [one for one in articles if _is_about(one, title, address)]
    chosen = own or (articles if len({_date_of(one) for one in articles}) == 1 else [])
    chosen = chosen or [one for one in pages if _is_about(one, title, address)]
    return next((found for one in chosen if (found := _date_of(one))), None)


def _date_of(one: dict[str, Any]) -> str | None:
    given = (one.get("datePublished"), one.get("dateCreated"), one.get("uploadDate"))
    return next((date for date in given if isinstance(date, str) and is_date(date)), None)


def _is_about(one: dict[str, Any], title: str | None, address: str) -> bool:
    head = plain(str(one.get("headline") or one.get("name") or "")).lower()
    wanted = plain(title).lower()
    if head and wanted and (head.startswith(wanted[:60]) or wanted.startswith(head[:60])):
        return True
    page = one.get("mainEntityOfPage")
    named = [one.get("url"), one.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    tail = _tail(address)
    return bool(tail) and any(isinstance(url, str) and _tail(url) == tail for url in named)


def _tail(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].rstrip("/").rpartition("://")[2].partition("/")[2].lower()


def _json(text: str) -> Any:
    try:
        return json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, inner in value.items():
            if isinstance(inner, dict | list) and name.lower() not in _OF_OTHERS:
                yield from _objects(inner, depth + 1)


def is_date(date: object) -> bool:
    """Whether it is one that can be read, of a year in which there is a web."""
    reading = read_notation(date, "fr") if isinstance(date, str) and _SHORTEST < len(date) < _LONGEST else None
    return isinstance(reading, Reading) and _FIRST_YEAR <= reading.time.year < _NO_YEAR
