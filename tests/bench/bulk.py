"""Elasticsearch's own rate: the same documents, the same mapping, nothing else to do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
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


def prepare(articles: Sequence[bytes], file: Path, plain_file: Path) -> None:
    """The documents of these articles, two lines each, and the same with no more in them than any index of news has."""
    with file.open("wb") as out, plain_file.open("wb") as plain_out:
        for at in range(0, len(articles), CHUNK):
            found = documents(list(articles[at : at + CHUNK]))
            out.writelines(found)
            plain_out.writelines(map(_plain, found))


def _plain(lines: bytes) -> bytes:
    head, source = lines.splitlines()
    whole = orjson.loads(source)
    kept = {name: whole.get(name) for name in PLAIN["properties"]} | {"text": next(iter(whole["text"].values()))}
    return head + b"\n" + orjson.dumps(kept) + b"\n"


def rate(url: str, file: Path, count: int, body: dict[str, Any] | None = None) -> float:
    """Documents a second of the first `count`, into the index of the articles or one made of `body`.

    Over two connections, in raw bodies of CHUNK.
    """
    with Elasticsearch(url, request_timeout=60) as client, file.open("rb") as lines:
        client.indices.delete(index=INDEX, ignore_unavailable=True)
        client.indices.create(index=INDEX, **(body or index_body(ARTICLES_INDEX.name, IndexSettings())))
        begun = time.monotonic()
        asyncio.run(_send(url, (b"".join(islice(lines, 2 * CHUNK)) for _ in range(0, count, CHUNK))))
        seconds = time.monotonic() - begun
        client.indices.delete(index=INDEX)
    return count / seconds


async def _send(url: str, bodies: Iterator[bytes]) -> None:
    headers = {"content-type": "application/json", "accept": "application/json"}

    async with AsyncElasticsearch(url, request_timeout=60) as client:
        async def one() -> None:
            for body in bodies:
                answer = await client.perform_request(
                    "POST", f"/{INDEX}/_bulk?filter_path=errors", headers=headers, body=body
                )
                assert answer.body == {"errors": False}, answer.body

        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
