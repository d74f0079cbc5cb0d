"""What Elasticsearch answers, as the archive reads it."""

from __future__ import annotations

from typing import Any

from services.elastic.server import Answer

TITLE = "Guards hold President Bazoum"

DOCUMENT: dict[str, Any] = {
    "id": "0" * 32,
    "title": TITLE,
    "text": {"en": f"{TITLE}\n\nThe palace is closed."},
    "url": "javascript:alert(1)",
    "language": "en",
    "source": "Example Wire",
    "published": "2023-07-26T10:00:00Z",
    "received": "2023-07-26T10:05:00Z",
    "indexed": "2023-07-26T10:05:01.000000Z",
    "entity_names": ["Mohamed Bazoum"],
    "people": ["Mohamed Bazoum"],
    "mentions": [{"id": "mohamed-bazoum", "name": "Mohamed Bazoum", "kind": "person", "spans": [[22, 28]]}],
    "coups": [{
        "event": "niger-2023", "type": "attempted", "status": "asserted",
        "evidence": {"start": 0, "end": 11, "surface": "Guards hold"}, "rule": "hold",
    }],
    "crisis_main": ["niger-2023"],
    "alert": True,
}

ALERT: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "1" * 32,
    "rule": "news-of-the-crisis",
    "crisis": "niger-2023",
    "salience": "main",
    "article_id": "0" * 32,
    "trace_id": "t",
    "origin": "s-0-0-0",
    "headline": TITLE,
    "quote": "Guards hold",
    "language": "en",
    "url": "https://example.org/1",
    "received": "2023-07-26T10:05:00Z",
    "indexed": "2023-07-26T10:05:02Z",
    "delivered": ["topic"],
}

_BUCKETS = {
    "people": [{"key": "Mohamed Bazoum", "doc_count": 1}],
    "timeline": [
        {"key": 1690329600000, "doc_count": 1, "statuses": {"buckets": [{"key": "asserted", "doc_count": 1}]}}
    ],
}


def answer(sources: list[dict[str, Any]]) -> Answer:
    """Of a search that found these documents."""
    names = ("people", "organisations", "places", "sources", "languages", "events", "statuses", "timeline")
    counted: dict[str, Any] = {name: {"buckets": _BUCKETS.get(name, [])} for name in names}
    hits = [{"_id": source["id"], "_score": None, "_source": source, "sort": [2.5, 0, 0]} for source in sources]
    return Answer(200, {
        "took": 3,
        "hits": {"total": {"value": len(sources)}, "hits": hits},
        "aggregations": counted,
    })
