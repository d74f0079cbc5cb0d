"""Old documents go, and the sums add up all the same."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from elasticsearch import AsyncElasticsearch

from services import pipeline
from services.accounting import Expired
from services.elastic.bulk import Patience
from services.elastic.expire import expire
from services.elastic.mapping import IndexSettings
from services.elastic.server import Answer, AwayError, ElasticsearchServer, Server
from services.elastic.setup import prepare
from services.index.sink import Sink
from tests.index.articles import STREAM, message, records
from tests.integration.index_server import elasticsearch

pytestmark = pytest.mark.integration

NOW = datetime(2023, 9, 1, 12, tzinfo=UTC)
KEEP = timedelta(days=31)
INDEX = pipeline.ARTICLES_INDEX


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with elasticsearch() as url:
        yield url


class Dying:
    """Is away for good after so many requests that carry this in their path."""

    def __init__(self, server: Server, at: str) -> None:
        self._server, self._at = server, at

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        if self._at in path:
            raise AwayError("killed")
        return await self._server.send(method, path, body)


async def killed(_: float) -> None:
    raise KeyboardInterrupt


async def test_old_documents_go_and_are_counted_once_whatever_is_killed(address: str) -> None:
    prefix = f"test-{uuid.uuid4().hex[:8]}-"
    async with AsyncElasticsearch(address) as client:
        server = ElasticsearchServer(client)
        names = (INDEX.name, pipeline.ARRIVALS_INDEX.name, pipeline.EXPIRED_INDEX.name)
        await prepare(server, IndexSettings(), Patience(), names, prefix)
        try:
            received = ("2023-07-01T10:00:00Z", "2023-07-31T23:59:59Z", "2023-08-01T00:00:00Z", "2023-09-01T00:00:00Z")
            articles = [
                message(f"https://example.org/{n}", offset=n, received=when) for n, when in enumerate(received)
            ]
            # of a record that held a list, the first article stands for it
            articles.append(message("https://example.org/list", offset=0, item=1, received=received[0]))
            assert await Sink(server, prefix=prefix).write(records(*articles)) == []
            for at in ("_delete_by_query", "_update/"):
                with pytest.raises(KeyboardInterrupt):
                    await expire(Dying(server, at), INDEX, KEEP, NOW, Patience(sleep=killed), prefix)
            await expire(server, INDEX, KEEP, NOW, Patience(), prefix)
            assert await expire(server, INDEX, KEEP, NOW, Patience(), prefix) == 0
            left = await server.send("GET", f"/{prefix}{INDEX.name}/_count")
            assert left.body["count"] == 2
            query = orjson.dumps({"query": {"match_all": {}}})
            found = await server.send("POST", f"/{prefix}{pipeline.EXPIRED_INDEX.name}/_search", query)
            tallies = [hit["_source"] for hit in found.body["hits"]["hits"]]
            assert [(one["documents"], one["finished"]) for one in tallies] == [(3, True)]
            assert Expired(tallies).of(INDEX.name, STREAM) == 2
            assert Expired(tallies).of(INDEX.name, "another stream") == 0
        finally:
            await client.indices.delete(index=",".join(await client.indices.get(index=f"{prefix}*")))
