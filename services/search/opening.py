"""Opens the archive for a command or a page. The shell of search."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from elasticsearch import AsyncElasticsearch

from services.elastic.server import ElasticsearchServer
from services.search.archive import NO_NAMES, Archive
from services.search.gazetteer import load


@asynccontextmanager
async def archive(address: str, seeds: Path | None = None, timeout: float = 30.0) -> AsyncIterator[Archive]:
    """The archive of the Elasticsearch at `address`, with the names that `seeds` know; closed at the end.

    Raises services.enrich.seeds.SeedError.
    """
    names = load(seeds) if seeds else NO_NAMES
    async with AsyncElasticsearch(address) as client:
        yield Archive(ElasticsearchServer(client, timeout), names)
