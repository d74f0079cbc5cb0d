"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import orjson

from services.article.decode import MAX_DEPTH, depth
from services.collect.bylines import names_of
from services.collect.item import FIELD_MAX, MAX_ITEMS, TEXT_MAX, Document, Item, Unreadable, is_whole, letters, whole
from services.collect.kinds.aggregators import page_of
from services.collect.kinds.bases import base_of
from services.collect.surroundings import without_surroundings

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def read(text: str, address: str) -> Document | Unreadable:
    """A feed; Unreadable for any other JSON."""
    try:
        feed = _loads(text)
    except ValueError as error:
        return Unreadable(f"begins like JSON but is none: {str(error)[:150]}")
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Unreadable("JSON, but no JSON Feed: it has no list of items")
    entries = [one for one in feed["items"] if isinstance(one, dict)]
    given = feed.get("hubs")
    hubs = [hub for hub in given if isinstance(hub, dict)] if isinstance(given, list) else []
    site = _link(feed, "home_page_url", address)
    base = base_of(address, site)
    more = f"more than {MAX_ITEMS} items; the rest was not read" if len(entries) > MAX_ITEMS else None
    return Document(
        items=tuple(_item(one, base) for one in entries[:MAX_ITEMS]),
        title=_line(feed, "title"), site=site, language=_line(feed, "language"),
        hub=next((found for hub in hubs if (found := _link(hub, "url", address))), None),
        topic=_link(feed, "feed_url", address), odd=more,
    )


def _loads(text: str) -> Any:
    """With line breaks inside strings too, which some write as they are. Raises ValueError."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if depth(text) > MAX_DEPTH:
            raise
        return json.loads(text, strict=False)


def _item(entry: dict[str, Any], address: str) -> Item:
    content = _text(entry, "content_text") or _text(entry, "content_html")
    url = page_of(_link(entry, "url", address) or _link(entry, "external_url", address), content)
    title = _line(entry, "title")
    text = without_surroundings(max(content or "", _text(entry, "summary") or "", key=letters), url, title) or None
    return Item(
        url=url, guid=_line(entry, "id"), title=title, text=text, published=_line(entry, "date_published"),
        updated=_line(entry, "date_modified"), language=_line(entry, "language"),
        author=_authors(entry), whole=is_whole(content),
    )


def _authors(entry: dict[str, Any]) -> str | None:
    """Names: a list since version 1.1, one before."""
    given = entry.get("authors")
    people = given if isinstance(given, list) and given else [entry.get("author")]
    names = [name for one in people[:20] if isinstance(one, dict) and (name := _line(one, "name"))]
    return names_of("; ".join(names))


def _text(entry: dict[str, Any], name: str) -> str | None:
    value = entry.get(name)
    return whole(value[:TEXT_MAX]) if isinstance(value, str) and value.strip() else None


def _line(entry: dict[str, Any], name: str) -> str | None:
    value = entry.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    # what XML keeps out of other feeds: orders to a terminal, halves of characters
    return whole(_CONTROL.sub("", " ".join(value.split()))[:FIELD_MAX]) or None


def _link(entry: dict[str, Any], name: str, base: str) -> str | None:
    value = _line(entry, name)
    try:
        absolute = urljoin(base, value) if value else ""
    except ValueError:
        return None
    return absolute if absolute.startswith(("http://", "https://")) else None
