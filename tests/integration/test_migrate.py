"""A new version of an index takes the place of the old one under load: nothing lost, nothing doubled."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import pytest
from elasticsearch import AsyncElasticsearch

from schemas.search import Search
from services.cli.index import versions
from services.elastic import migrate as migration
from services.elastic.bulk import Conflict, Done, Operation, Patience, bulk, create, update
from services.elastic.mapping import IndexSettings
from services.elastic.migrate import MigrateError, current, migrate, old_versions
from services.elastic.server import Answer, ElasticsearchServer, Server
from services.elastic.setup import prepare
from services.index.sink import Sink
from services.search.archive import Archive
from tests.index.articles import coup, message, palace, records
from tests.integration.index_server import elasticsearch

pytestmark = pytest.mark.integration

ARTICLES, ARRIVALS, ALERTS, DEAD = (f"harmattan-{name}" for name in ("articles", "arrivals", "alerts", "dead"))
BEFORE = 300


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with elasticsearch() as url:
        yield url


@asynccontextmanager
async def prepared(address: str, *names: str) -> AsyncIterator[tuple[Server, str]]:
    """Only the indexes that are needed: on a small machine making one takes a second."""
    prefix = f"test-{uuid.uuid4().hex[:8]}-"
    async with AsyncElasticsearch(address) as client:
        server = ElasticsearchServer(client)
        await prepare(server, IndexSettings(shards=2), Patience(), names, prefix)
        try:
            yield server, prefix
        finally:
            await client.indices.delete(index=",".join(await client.indices.get(index=f"{prefix}*")))


class Load:
    """Writers and a searcher that go on until they are told to stop; each keeps the sum of what was acknowledged."""

    def __init__(self, server: Server, prefix: str) -> None:
        self.server, self.prefix = server, prefix
        self.sink = Sink(server, prefix=prefix)
        self.archive = Archive(server, prefix=prefix)
        self.articles: dict[str, str] = {}
        self.counted = 0
        self.fields = 0
        self.letters: set[str] = set()
        self.totals: list[int] = []
        self.stopping = asyncio.Event()

    async def going_on(self) -> bool:
        """A pause for the others: the point is that all of them go on, not how fast."""
        await asyncio.sleep(0.1)
        return not self.stopping.is_set()

    async def write_articles(self) -> None:
        """New ones, and corrected texts of the ones that were there before."""
        number = 0
        while await self.going_on():
            number += 1
            fresh = [message(f"https://example.org/new/{number}/{n}", palace(n), offset=10**6 + 20 * number + n)
                     for n in range(5)]
            corrected = [
                message(f"https://example.org/{n % BEFORE}", palace(number), offset=2 * 10**6 + 20 * number + n % 10,
                        version=10**6 + number)
                for n in range(7 * number, 7 * number + 3)
            ]
            assert await self.sink.write(records(*fresh, *corrected)) == []
            self.articles |= {article["id"]: article["text"] for article in fresh + corrected}

    async def count(self) -> None:
        """Compare-and-set: one more each time, as two workers that take over an alert."""
        while await self.going_on():
            answer = await self.server.send("POST", "/_mget", orjson.dumps(
                {"docs": [{"_index": self.prefix + ALERTS, "_id": "counter"}]}
            ))
            doc = answer.body["docs"][0]
            body = orjson.dumps({"doc": {"attempts": doc["_source"]["attempts"] + 1}})
            operation = update("counter", doc["_seq_no"], doc["_primary_term"], body, doc["_index"])
            [result] = await bulk(self.server, self.prefix + ALERTS, [operation], Patience())
            assert isinstance(result, Done | Conflict)
            self.counted += isinstance(result, Done)

    async def deliver(self) -> None:
        """Updates without comparing, as marks of what was delivered."""
        while await self.going_on():
            self.fields += 1
            action = orjson.dumps({"update": {"_id": "delivered"}})
            body = orjson.dumps({"doc": {"attempts": self.fields}})
            [result] = await bulk(self.server, self.prefix + ALERTS, [Operation(action, body)], Patience())
            assert isinstance(result, Done)

    async def bury_and_raise(self) -> None:
        """Dead letters come, and go again where they are replayed."""
        number = 0
        while await self.going_on():
            number += 1
            body = orjson.dumps({"id": str(number), "error": "not_json", "failed": "2023-07-27T10:00:00Z"})
            await bulk(self.server, self.prefix + DEAD, [create(str(number), body)], Patience())
            self.letters.add(str(number))
            if number % 3 == 0:
                answer = Answer(403, None)
                while answer.status == 403:
                    await asyncio.sleep(0.02)
                    answer = await self.server.send("DELETE", f"/{self.prefix}{DEAD}/_doc/{number - 1}")
                assert answer.status == 200
                self.letters.discard(str(number - 1))

    async def search(self) -> None:
        """Answers all the time, and what was found before is found after."""
        while await self.going_on():
            found = await self.archive.search(Search(q="palace", size=1), counts=False)
            self.totals.append(found.total)

    async def during(self, work: Callable[[], Awaitable[Any]]) -> Any:
        writing: list[Awaitable[None]] = [
            self.write_articles(), self.count(), self.count(), self.deliver(), self.bury_and_raise(), self.search()
        ]
        tasks = [asyncio.ensure_future(one) for one in writing]
        await asyncio.sleep(0.5)
        result = await work()
        await asyncio.sleep(0.5)
        self.stopping.set()
        await asyncio.gather(*tasks)
        return result


async def documents(server: Server, alias: str) -> dict[str, dict[str, Any]]:
    await server.send("POST", f"/{alias}/_refresh")
    answer = await server.send("POST", f"/{alias}/_search", b'{"size": 10000, "query": {"match_all": {}}}')
    hits = answer.body["hits"]["hits"]
    assert len(hits) == len({hit["_id"] for hit in hits}) < 10_000
    return {hit["_id"]: hit["_source"] for hit in hits}


async def test_nothing_is_lost_or_doubled_while_all_goes_on(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS, ALERTS, DEAD) as (server, prefix):
        load = Load(server, prefix)
        old = [message(f"https://example.org/{n}", palace(0), offset=n) for n in range(BEFORE)]
        assert await load.sink.write(records(*old)) == []
        load.articles = {article["id"]: article["text"] for article in old}
        for key in ("counter", "delivered"):
            await bulk(server, prefix + ALERTS, [create(key, b'{"attempts": 0}')], Patience())
        await server.send("POST", f"/{prefix}*/_refresh")

        async def work() -> list[migration.Migrated]:
            chosen = IndexSettings(shards=1)
            return [
                await migrate(server, name, chosen, prefix=prefix, drop_old=name == DEAD)
                for name in (ARTICLES, ALERTS, DEAD)
            ]

        done = await load.during(work)
        print(*done, sep="\n")
        found = await documents(server, prefix + ARTICLES)
        assert {key: source["text"]["en"] for key, source in found.items()} == load.articles
        assert len(load.articles) > BEFORE
        alerts = await documents(server, prefix + ALERTS)
        assert alerts["counter"]["attempts"] == load.counted > 0
        assert alerts["delivered"]["attempts"] == load.fields > 0
        assert set(await documents(server, prefix + DEAD)) == load.letters
        assert load.totals == sorted(load.totals)
        assert load.totals[0] >= BEFORE
        assert sum(one.caught_up for one in done) > 0
        assert [await current(server, prefix + name) for name in (ARTICLES, ALERTS)] == [
            f"{prefix}{ARTICLES}-000002", f"{prefix}{ALERTS}-000002"
        ]
        assert await old_versions(server, prefix + ARTICLES) == [f"{prefix}{ARTICLES}-000001"]
        assert await old_versions(server, prefix + DEAD) == []


async def test_broken_off_at_any_moment_it_leaves_writers_and_searchers_as_they_were(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS) as (server, prefix):
        sink = Sink(server, prefix=prefix)
        await sink.write(records(message()))
        for at in ("_reindex", "_block", "_aliases"):
            with pytest.raises(asyncio.CancelledError):
                await migrate(Cancelling(server, at), ARTICLES, IndexSettings(), prefix=prefix)
            assert await current(server, prefix + ARTICLES) == f"{prefix}{ARTICLES}-000001", at
            assert await old_versions(server, prefix + ARTICLES) == [], at
            assert await sink.write(records(message(f"https://example.org/{at}"))) == []


class Cancelling:
    """Is interrupted right after a certain request was sent."""

    def __init__(self, server: Server, at: str) -> None:
        self._server, self._at, self._left = server, at, 1

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        if self._at in path and self._left:
            self._left -= 1
            if self._at != "_aliases":
                await self._server.send(method, path, body)
            raise asyncio.CancelledError
        return await self._server.send(method, path, body)


async def test_what_is_deleted_while_it_copies_is_gone(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS) as (server, prefix):
        kept, gone = message("https://example.org/kept"), message("https://example.org/gone", offset=1)
        assert await Sink(server, prefix=prefix).write(records(kept, gone)) == []

        class Deleting:
            async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
                answer = await server.send(method, path, body)
                if path == "/_reindex":
                    await server.send("DELETE", f"/{prefix}{ARTICLES}/_doc/{gone['id']}")
                return answer

        done = await migrate(Deleting(), ARTICLES, IndexSettings(), prefix=prefix)
        assert done.deleted == 1
        assert set(await documents(server, prefix + ARTICLES)) == {kept["id"]}


async def test_what_a_killed_one_left_is_refused_until_restart_clears_it(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS) as (server, prefix):
        await server.send("PUT", f"/{prefix}{ARTICLES}-000002", b"{}")
        await server.send("PUT", f"/{prefix}{ARTICLES}-000001/_block/write")
        with pytest.raises(MigrateError, match="--restart"):
            await migrate(server, ARTICLES, IndexSettings(), prefix=prefix)
        done = await migrate(server, ARTICLES, IndexSettings(), prefix=prefix, restart=True)
        assert done.new == f"{prefix}{ARTICLES}-000002"
        assert await Sink(server, prefix=prefix).write(records(message())) == []


async def test_a_field_that_is_gone_from_the_mapping_is_left_out(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS) as (server, prefix):
        await Sink(server, prefix=prefix).write(records(message()))
        extra = b'{"properties": {"mood": {"type": "keyword"}}}'
        await server.send("PUT", f"/{prefix}{ARTICLES}/_mapping", extra)
        changed = b'{"script": {"source": "ctx._source.mood = \'calm\'"}}'
        await server.send("POST", f"/{prefix}{ARTICLES}/_update_by_query?refresh=true", changed)
        said: list[str] = []
        await migrate(server, ARTICLES, IndexSettings(), prefix=prefix, say=said.append)
        assert "mood" in said[0]
        (source,) = (await documents(server, prefix + ARTICLES)).values()
        assert "mood" not in source


async def test_the_status_counts_articles_and_not_their_mentions(address: str) -> None:
    async with prepared(address, ARTICLES, ARRIVALS) as (server, prefix):
        assert await Sink(server, prefix=prefix).write(records(message(coups=[coup(), coup("gabon-2023")]))) == []
        await server.send("POST", f"/{prefix}{ARTICLES}/_refresh")
        [row] = await versions(server, [prefix + ARTICLES])
        assert row[:3] == (prefix + ARTICLES, f"{prefix}{ARTICLES}-000001", "1")
