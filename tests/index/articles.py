"""Small articles for tests of the index."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

from schemas.enriched import EnrichedArticle
from schemas.record import Record

STREAM = "AbCdEfGhIjKlMnOpQrStUv"

# two texts of one story
TAKEN = "The presidential guard in Niamey has taken the palace."
LEFT = "The presidential guard in Niamey has left the palace."


def digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def message(
    url: str = "https://example.org/a", text: str = TAKEN, *, offset: int = 0,
    version: int | None = None, title: str = "", language: str = "en", item: int = 0, **more: Any,
) -> dict[str, Any]:
    """A valid message of articles.enriched as JSON has it; each offset is another arrival."""
    article = EnrichedArticle.model_validate({
        "id": digest(url),
        "trace_id": digest(f"{url} {offset}"),
        "origin": f"{STREAM}-0-{offset}-{item}",
        "url": url,
        "title": title,
        "text": text,
        "language": language,
        "received": f"2023-07-27T10:00:{offset % 60:02}Z",
        "version": 1000 + offset if version is None else version,
        "content_hash": digest(f"{title}\n{text}"),
        **more,
    })
    return article.model_dump(mode="json")


def palace(number: int) -> str:
    """One more text of that story."""
    return f"The presidential guard in Niamey has taken palace {number}."


def record(article: dict[str, Any] | bytes, offset: int = 0) -> Record:
    value = article if isinstance(article, bytes) else orjson.dumps(article)
    return Record("articles.enriched", 0, offset, 0, b"key", value)


def records(*articles: dict[str, Any] | bytes) -> list[Record]:
    return [record(article, offset) for offset, article in enumerate(articles)]


BAZOUM = {"id": "bazoum", "name": "Mohamed Bazoum", "kind": "person",
          "mentions": [{"start": 4, "end": 10, "surface": "Bazoum"}]}
NIAMEY = {"id": "niamey", "name": "Niamey", "kind": "place", "lat": 13.5, "lon": 2.1,
          "mentions": [{"start": 20, "end": 26, "surface": "Niamey"}]}


def coup(event: str = "niger-2023", status: str = "asserted") -> dict[str, Any]:
    return {"event": event, "type": "realized", "status": status, "rule": "seized",
            "evidence": {"start": 0, "end": 9, "surface": "The guard"}}
