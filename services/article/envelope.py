"""Objects that are no article themselves but hold some: answers of an API, records of connectors and of change logs."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from schemas.raw import KNOWN, SPEAKING

_MAX_LEVELS = 4
_SPEAKING = frozenset(name.lower() for name in SPEAKING)
# Where others put what they send, the likeliest first.
_HOLDERS = (
    "article", "articles", "payload", "data", "items", "item", "entries", "entry", "results", "result", "posts", "post",
    "stories", "story", "news", "records", "record", "documents", "document", "docs", "doc", "_source", "hits", "after",
    "response", "message", "messages", "value", "event", "original",
)
_JSON_FEED = ("https://jsonfeed.org/", "http://jsonfeed.org/")


def opened(parsed: dict[str, object]) -> object:
    """What the object holds: an article, a list of such, or text; the object itself where it holds none we know.

    What the envelope says in words of its own (an agency as `source`) counts for whatever does not say it itself.
    """
    found = _within(parsed, 0)
    return parsed if found is None else found


def _within(parsed: dict[str, object], level: int) -> object:
    if str(parsed.get("version")).startswith(_JSON_FEED):
        # its title is that of the site
        parsed = {"source": parsed.get("title"), "language": parsed.get("language"), "items": parsed.get("items")}
    if level > _MAX_LEVELS or not _SPEAKING.isdisjoint(map(str.lower, parsed)):
        return None
    if "schema" in parsed and isinstance(text := parsed.get("payload"), str) and text.lstrip()[:1] not in ("{", "["):
        return text  # Kafka Connect with a schema of plain text
    said = {name: value for name, value in parsed.items() if name in KNOWN and isinstance(value, str)}
    for name in _HOLDERS:
        held = _parsed(parsed.get(name))
        if isinstance(held, dict) and (article := _article(held, level)) is not None:
            return _with(said, article)
        if isinstance(held, list) and (articles := _articles(held, level)) is not None:
            return [_with(said, one) for one in articles]
    return None


def _article(held: dict[str, object], level: int) -> object:
    return held if not _SPEAKING.isdisjoint(map(str.lower, held)) else _within(held, level + 1)


def _articles(held: list[object], level: int) -> list[object] | None:
    """Every element, opened where it needs to be; None where none of them is an article."""
    found = [(one, _article(one, level) if isinstance(one, dict) else None) for one in map(_parsed, held)]
    return [one if article is None else article for one, article in found] if any(a for _, a in found) else None


def _with(said: Mapping[str, object], article: object) -> object:
    if isinstance(article, list):
        return [_with(said, one) for one in article]
    return {**said, **article} if said and isinstance(article, dict) else article


def _parsed(value: object) -> object:
    """JSON in a string as what it says."""
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    return value
