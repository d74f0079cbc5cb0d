"""The contract of the sink on the real Elasticsearch, and its indexes as the server has them."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Any

import orjson
import pytest
from elasticsearch import AsyncElasticsearch

from services import pipeline
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings, index_body
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import SetupError, prepare
from services.index.sink import Sink
from tests.index.articles import message, records
from tests.index.sink_contract import SinkContract
from tests.integration.index_server import elasticsearch
from tests.integration.waiting import PATIENCE

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with elasticsearch() as url:
        yield url


class RealDesk:
    """Four indexes under a prefix of their own."""

    def __init__(self, client: AsyncElasticsearch) -> None:
        self.client, self.server = client, ElasticsearchServer(client)
        self.prefix = f"test-{uuid.uuid4().hex[:8]}-"
        self.sink = Sink(self.server, prefix=self.prefix)

    async def documents(self, name: str) -> dict[str, dict[str, Any]]:
        alias = f"{self.prefix}{name}"
        await self.client.indices.refresh(index=alias)
        found = await self.client.search(index=alias, size=1000)
        return {hit["_id"]: hit["_source"] for hit in found["hits"]["hits"]}

    async def want_numbers_as_source(self) -> None:
        name = pipeline.ARTICLES_INDEX.name
        await self.client.indices.delete(index=f"{self.prefix}{name}-000001")
        body = orjson.loads(orjson.dumps(index_body(name, IndexSettings())))
        body["mappings"]["properties"]["source"] = {"type": "integer", "ignore_malformed": False}
        await self.client.indices.create(
            index=f"{self.prefix}{name}-000001", aliases={f"{self.prefix}{name}": {}}, **body
        )

    async def remove(self) -> None:
        for name in await self.client.indices.get(index=f"{self.prefix}*"):
            await self.client.indices.delete(index=name)


@pytest.fixture
async def desk(address: str) -> AsyncIterator[RealDesk]:
    client = AsyncElasticsearch(address)
    desk = RealDesk(client)
    await prepare(desk.server, IndexSettings(), Patience(), prefix=desk.prefix)
    try:
        yield desk
    finally:
        await desk.remove()
        await client.close()


class TestContract(SinkContract):
    pass


async def test_several_services_may_make_the_indexes_at_once(desk: RealDesk) -> None:
    await desk.remove()
    made = await asyncio.gather(
        *(prepare(desk.server, IndexSettings(), Patience(), prefix=desk.prefix) for _ in range(4))
    )
    assert sorted(name for names in made for name in names) == sorted(index.name for index in pipeline.INDEXES)
    assert await prepare(desk.server, IndexSettings(), Patience(), prefix=desk.prefix) == []


async def test_an_index_that_cannot_be_made_is_one_line(desk: RealDesk) -> None:
    await desk.remove()
    with pytest.raises(SetupError, match=r"cannot be made: .*shards"):
        await prepare(desk.server, IndexSettings(shards=-1), Patience(), prefix=desk.prefix)


async def test_an_unplanned_field_is_refused_and_never_mapped(desk: RealDesk) -> None:
    answer = await desk.server.send("PUT", f"/{desk.prefix}harmattan-articles/_doc/x", b'{"surprise": 1}')
    assert answer.status == 400


async def test_a_missing_alias_is_waited_for_and_no_index_guessed(desk: RealDesk) -> None:
    await desk.remove()
    waits: list[str] = []
    sink = Sink(desk.server, prefix=desk.prefix, on_wait=lambda reason, _: waits.append(reason))
    writing = asyncio.create_task(sink.write(records(message())))
    while not waits:
        await asyncio.sleep(0.05)
    assert await desk.client.indices.get(index=f"{desk.prefix}*") == {}
    await prepare(desk.server, IndexSettings(), Patience(), prefix=desk.prefix)
    assert await asyncio.wait_for(writing, PATIENCE * 20) == []
    assert len(await desk.documents("harmattan-articles")) == 1


async def test_an_index_closed_to_writing_is_waited_for(desk: RealDesk) -> None:
    """As Elasticsearch does by itself when the disk is full."""
    index = f"{desk.prefix}harmattan-articles"
    await desk.client.indices.put_settings(index=index, settings={"index.blocks.read_only_allow_delete": True})
    waits: list[str] = []
    sink = Sink(desk.server, prefix=desk.prefix, on_wait=lambda reason, _: waits.append(reason))
    writing = asyncio.create_task(sink.write(records(message())))
    while not waits:
        await asyncio.sleep(0.05)
    await desk.client.indices.put_settings(index=index, settings={"index.blocks.read_only_allow_delete": None})
    assert await asyncio.wait_for(writing, PATIENCE * 20) == []
    assert "block" in waits[0]


async def test_a_server_that_is_not_there_is_waited_for() -> None:
    waits: list[str] = []
    nobody = AsyncElasticsearch("http://127.0.0.1:1")
    sink = Sink(ElasticsearchServer(nobody), on_wait=lambda reason, _: waits.append(reason))
    writing = asyncio.create_task(sink.write(records(message())))
    while len(waits) < 3:
        await asyncio.sleep(0.05)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await nobody.close()
    assert writing.cancelled()
    assert "away" in waits[0]
