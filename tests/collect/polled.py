"""A source of the misbehaving server that is polled as the collector polls it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import orjson

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.outside import outside
from services.collect.poll import Article, current
from services.collect.poller import Outside, poll_source
from services.collect.reader import Reader
from services.runtime.settings import CollectSettings
from tests.collect.feeds import item, rss
from tests.collect.server import Server

XML = {"Content_Type": "application/rss+xml"}
FEED = rss(item(1, "x" * 1000), item(2, "y" * 1000))
BODY = 200_000


@asynccontextmanager
async def collecting(reader: Reader, seconds: float) -> AsyncIterator[Outside]:
    """A collector that waits so long for an answer and takes bodies of up to `BODY` bytes, from loopback too."""
    settings = CollectSettings.model_validate({
        "HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_COLLECT_HOST_PAUSE": 0,
        "HARMATTAN_COLLECT_TIMEOUT": seconds, "HARMATTAN_COLLECT_MAX_BODY": BODY,
    })
    made = outside(settings, reader, lambda: int(time.time() * 1000))
    yield made
    await made.client.close()


class Fed:
    """Polls a source of the server again and again."""

    def __init__(self, world: Outside, server: Server, path: str, **fields: object) -> None:
        self.world = world
        self.source = Source.model_validate({"id": "a", "name": "Exemple", "address": server.url(path), **fields})
        self.state: SourceState = current(self.source, None, world.pace)
        self.articles: list[dict[str, str]] = []

    async def poll(self) -> list[dict[str, str]]:
        """What was fed this time."""
        fed: list[dict[str, str]] = []

        async def feed(articles: Sequence[Article]) -> None:
            fed.extend(orjson.loads(one.value) for one in articles)

        self.state = await poll_source(self.source, self.state, self.world, feed)
        self.articles += fed
        return fed
