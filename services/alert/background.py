"""What a digest tells besides its alerts, asked of the indexes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import orjson

from services.alert.bundle import LISTED, Background, mention
from services.elastic.bulk import Patience, ask
from services.elastic.server import Server
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DELIVERIES_INDEX

_FIELDS = ["id", "title", "text", "language", "source", "url", "published"]
# digests of the last days, whose articles are not told again when a corrected text is indexed anew
_REMEMBERED = 14


async def background(
    server: Server, crisis: str, since: datetime, until: datetime, mentions: bool, known: Collection[str]
) -> Background:
    """Of (since, until], by when it was indexed; without the `known` articles, which the digest's alerts are on."""
    window = {"gt": since.isoformat(), "lte": until.isoformat()}
    throttled = await _search(server, ALERTS_INDEX.name, {
        "size": 0, "track_total_hits": True, "query": {"bool": {"filter": [
            {"term": {"crisis": crisis}}, {"term": {"decision": "throttled"}}, {"range": {"decided": window}},
        ]}},
    })
    if not mentions:
        return Background(throttled=throttled["total"]["value"])
    told = {*known, *await _told(server, crisis)}
    # an article whose subject is the crisis, but that reports nothing new, looks back
    looks_back = {"bool": {"filter": [{"term": {"crisis_main": crisis}}, {"term": {"alert": False}}]}}
    found = await _search(server, ARTICLES_INDEX.name, {
        "size": LISTED, "track_total_hits": True, "_source": _FIELDS, "sort": [{"indexed": "desc"}],
        "query": {"bool": {
            "filter": [{"range": {"indexed": window}}],
            "should": [{"term": {"crisis_background": crisis}}, looks_back], "minimum_should_match": 1,
            "must_not": [{"term": {"superseded": True}}, {"ids": {"values": sorted(told)}}],
        }},
    })
    listed = tuple(mention(hit["_source"] | {"id": hit["_id"]}) for hit in found["hits"])
    return Background(listed, found["total"]["value"] - len(listed), throttled["total"]["value"])


async def last_until(server: Server, crisis: str) -> datetime | None:
    """Up to when the last digest of the crisis told; None before the first."""
    hits = await _digests(server, crisis, 1)
    return datetime.fromisoformat(hits[0]["until"]) if hits else None


async def _told(server: Server, crisis: str) -> set[str]:
    return {key for source in await _digests(server, crisis, _REMEMBERED) for key in source.get("article_ids", ())}


async def _digests(server: Server, crisis: str, size: int) -> list[dict[str, Any]]:
    found = await _search(server, DELIVERIES_INDEX.name, {
        "size": size, "_source": ["until", "article_ids"], "sort": [{"until": "desc"}],
        "query": {"bool": {"filter": [
            {"term": {"kind": "digest"}}, {"term": {"state": "made"}}, {"term": {"crisis": crisis}},
        ]}},
    })
    return [hit["_source"] for hit in found["hits"]]


async def _search(server: Server, index: str, query: dict[str, Any]) -> dict[str, Any]:
    answer = await ask(server, "POST", f"/{index}/_search", orjson.dumps(query), Patience())
    hits: dict[str, Any] = answer.body["hits"]
    return hits
