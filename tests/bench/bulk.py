"""Elasticsearch's own rate: the same documents, the same mapping, nothing else to do."""

from __future__ import annotations

import asyncio
import time
from functools import cache
from typing import Any

import orjson
from elasticsearch import AsyncElasticsearch, Elasticsearch

from schemas.record import Record
from services.article.normalize import handle as ingest
from services.elastic.mapping import IndexSettings, index_body
from services.enrich.enrich import Compiled, load
from services.enrich.enrich import handle as enrich
from services.index.reading import read_article
from services.pipeline import ARTICLES_INDEX, ENRICHED, NORMALIZED
from services.runtime.settings import SEEDS

INDEX = "bench-bulk"
CHUNK, CONNECTIONS = 500, 2
_EXACT: dict[str, Any] = {"type": "keyword"}
# What machines are compared by: nobody's analyzers, and nothing that only this project keeps. Refreshed each second.
PLAIN: dict[str, Any] = {
    "properties": {
        "title": {"type": "text"}, "text": {"type": "text"}, "published": {"type": "date"}, "url": _EXACT,
        "source": _EXACT, "language": _EXACT, "entity_names": _EXACT,
    }
}


@cache
def crises() -> Compiled:
    """Compiled once: it takes seconds."""
    return load(SEEDS)


def documents(lines: list[bytes]) -> list[bytes]:
    """The documents that the pipeline makes of these articles, as bulk lines."""
    raw = [Record("articles.raw", 0, offset, 1_700_000_000_000, None, line) for offset, line in enumerate(lines)]
    found = []
    for send in ingest(raw, "bench").sends:
        normalized = Record(NORMALIZED.name, 0, 0, 0, send.key, send.value, send.headers)
        for enriched in enrich([normalized], crises()).sends:
            source = read_article(enriched.value, "2026-01-01T00:00:00Z")[1]
            found.append(orjson.dumps({"index": {"_id": source["id"]}}) + b"\n" + orjson.dumps(source) + b"\n")
    assert len(found) == len(lines), f"{len(lines) - len(found)} articles of the bench were rejected by {ENRICHED.name}"
    return found


def plain(lines: list[bytes]) -> list[bytes]:
    """The same documents with no more in them than any index of news has."""
    found = []
    for line in lines:
        head, source = line.splitlines()
        whole = orjson.loads(source)
        kept = {name: whole.get(name) for name in PLAIN["properties"]} | {"text": next(iter(whole["text"].values()))}
        found.append(head + b"\n" + orjson.dumps(kept) + b"\n")
    return found


def rate(url: str, lines: list[bytes], body: dict[str, Any] | None = None) -> float:
    """Documents a second, two connections of 500 raw bodies, into the index of the articles or one made of `body`."""
    with Elasticsearch(url, request_timeout=60) as client:
        client.indices.delete(index=INDEX, ignore_unavailable=True)
        client.indices.create(index=INDEX, **(body or index_body(ARTICLES_INDEX.name, IndexSettings())))
        seconds = asyncio.run(_send(url, [b"".join(lines[at : at + CHUNK]) for at in range(0, len(lines), CHUNK)]))
        client.indices.delete(index=INDEX)
    return len(lines) / seconds


async def _send(url: str, bodies: list[bytes]) -> float:
    waiting = list(reversed(bodies))
    headers = {"content-type": "application/json", "accept": "application/json"}

    async with AsyncElasticsearch(url, request_timeout=60) as client:
        async def one() -> None:
            while waiting:
                answer = await client.perform_request(
                    "POST", f"/{INDEX}/_bulk?filter_path=errors", headers=headers, body=waiting.pop()
                )
                assert answer.body == {"errors": False}, answer.body

        begun = time.monotonic()
        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
        return time.monotonic() - begun
