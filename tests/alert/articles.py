"""Enriched articles and alerts for the tests of alerting."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from schemas.alert import Alert
from schemas.enriched import EnrichedArticle
from schemas.notice import Notice
from schemas.tags import CoupTag, CrisisTag, EntityTag, Span

TEXT = (
    "Col. Amadou Abdramane spoke on television. Soldiers have removed President Bazoum from power, he said. "
    "A curfew is in force."
)
EVIDENCE = "removed President Bazoum from power"


def span(content: str, words: str) -> Span:
    start = content.index(words)
    return Span(start=start, end=start + len(words), surface=words)


def article(**fields: Any) -> EnrichedArticle:
    """Worth an alert on Niger, unless told otherwise."""
    title, text = fields.get("title", "Niger: soldiers on television"), fields.get("text", TEXT)
    content = f"{title}\n\n{text}" if title else text
    tags: dict[str, Any] = {}
    if EVIDENCE in content:
        tags["coups"] = (
            CoupTag(event="niger-2023", type="realized", status="asserted", evidence=span(content, EVIDENCE)),
        )
    if "Bazoum" in content:
        mentions = (span(content, "Bazoum"),)
        tags["entities"] = (EntityTag(id="mohamed-bazoum", name="Mohamed Bazoum", kind="person", mentions=mentions),)
    return EnrichedArticle.model_validate({
        "id": "a" * 32, "trace_id": "b" * 32, "origin": "s-0-1-0", "title": title, "text": text, "language": "en",
        "url": "https://example.org/1", "source": "Example Wire", "received": datetime(2023, 7, 27, tzinfo=UTC),
        "version": 1, "content_hash": "c" * 32, "alert": True,
        "crises": (CrisisTag(id="niger-2023", salience="main"),), **tags, **fields,
    })


def an_alert(**fields: Any) -> Alert:
    return Alert.model_validate({
        "id": "1" * 32, "rule": "news", "crisis": "niger-2023", "salience": "main", "article_id": "a" * 32,
        "trace_id": "b" * 32, "origin": "s-0-1-0", "headline": "Niger: soldiers on television",
        "quote": "Soldiers have removed President Bazoum from power, he said.", "language": "en",
        "entities": [
            {"id": "mohamed-bazoum", "name": "Mohamed Bazoum", "kind": "person"},
            {"id": "niger", "name": "Niger", "kind": "place"},
        ],
        "coups": [{
            "event": "niger-2023", "type": "realized", "status": "asserted",
            "evidence": {"start": 0, "end": 4, "surface": "coup"},
        }],
        "source": "Example Wire", "url": "https://example.org/1", "received": "2023-07-27T00:00:00Z", **fields,
    })


def a_notice(**fields: Any) -> Notice:
    """Of one alert, unless told otherwise."""
    return Notice.model_validate({
        "id": "1" * 32, "kind": "alert", "crisis": "niger-2023", "created": "2023-07-27T00:00:01Z",
        "alerts": [an_alert()], **fields,
    })
