"""The index service: articles.enriched, stories and articles.dead to Elasticsearch."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

import orjson
import structlog

from schemas.record import Batch, Handled
from services.elastic.bulk import Patience
from services.elastic.client import async_client
from services.elastic.expire import expire, keeps
from services.elastic.mapping import IndexSettings
from services.elastic.server import AwayError, ElasticsearchServer
from services.elastic.setup import SetupError, prepare
from services.index.sink import Sink
from services.pipeline import DEAD, INDEX, STORIES
from services.runtime.service import Service
from services.runtime.settings import SettingsError

EXPIRE_EVERY_S = 3600

log = structlog.get_logger("harmattan")


class IndexService(Service):
    """Articles, stories and dead letters become documents."""

    stage = INDEX

    async def start(self) -> None:
        self._client = async_client(self.settings)
        self._server = ElasticsearchServer(self._client)
        settings = IndexSettings(self.settings.shards, self.settings.replicas, self.settings.refresh)
        try:
            names = [index.name for index in INDEX.indexes]
            await prepare(self._server, settings, Patience(on_wait=self._waiting), names)
        except SetupError as error:
            raise SettingsError(str(error)) from None
        self.sink = Sink(self._server, on_wait=self._waiting)
        self._expiring = asyncio.create_task(self._expire())

    async def stop(self) -> None:
        self._expiring.cancel()
        await self._client.close()

    async def ready(self) -> str | None:
        try:
            answer = await self._server.send("GET", "/_cluster/health?filter_path=status")
        except AwayError as away:
            return f"Elasticsearch is away: {away}"
        return None if answer.status == 200 else f"Elasticsearch answers {answer.status}"

    async def handle(self, topic: str, chunk: Batch) -> None:
        started = time.perf_counter()
        if topic == DEAD.name:
            for letter in await self.sink.write(dead=chunk):
                # never a dead letter about a dead letter; the topic keeps the original
                log.error("dead letter not indexed", error=letter.error, reason=letter.reason,
                          partition=letter.record.partition, offset=letter.record.offset)
            self.metrics.count("dead_indexed", len(chunk))
            return
        if topic == STORIES.name:
            await self.write(Handled(rejected=await self.sink.write(stories=chunk)))
            self.metrics.count("stories", len(chunk))
            return
        rejected = await self.sink.write(articles=chunk)
        self.metrics.work.inc(time.perf_counter() - started)
        await self.write(Handled(rejected=rejected))
        self.metrics.count("done", len(chunk) - len(rejected))
        self.follow(chunk)
        fed = _received_ms(chunk)
        if fed is not None:
            # acknowledged now; searchable at the next refresh, within HARMATTAN_REFRESH
            self.metrics.latency.observe(max(0.0, time.time() - fed / 1000))

    async def _expire(self) -> None:
        """Every worker does it; what is gone is gone."""
        while True:
            try:
                for index, keep in keeps(self.settings).items():
                    patience = Patience(on_wait=self._waiting)
                    if deleted := await expire(self._server, index, keep, datetime.now(UTC), patience):
                        log.info("documents were too old", index=index.name, deleted=deleted)
            except Exception:
                # our bug, but not one that may keep articles from being indexed
                log.exception("old documents could not be deleted")
            await asyncio.sleep(EXPIRE_EVERY_S)

    def _waiting(self, reason: str, waited: float) -> None:
        self.metrics.retries.inc()
        if waited == 0 or waited > 30:
            log.warning("waiting for Elasticsearch", reason=reason, waited_s=round(waited, 1))


def _received_ms(chunk: Batch) -> int | None:
    """When the last article of the chunk was fed, ms; None where its message does not say."""
    try:
        return int(datetime.fromisoformat(orjson.loads(chunk[-1].value or b"")["received"]).timestamp() * 1000)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return None
