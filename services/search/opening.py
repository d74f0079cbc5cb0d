"""Opens the archive for a command or a page. The shell of search."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from services.elastic.client import async_client
from services.elastic.server import ElasticsearchServer
from services.runtime.settings import Connections
from services.search.archive import NO_NAMES, Archive
from services.search.gazetteer import load


@asynccontextmanager
async def archive(settings: Connections, seeds: Path | None = None, timeout: float = 30.0) -> AsyncIterator[Archive]:
    """The archive of the Elasticsearch that the settings name, with the names that `seeds` know; closed at the end.

    Raises services.enrich.seeds.SeedError.
    """
    names = load(seeds) if seeds else NO_NAMES
    async with async_client(settings) as client:
        yield Archive(ElasticsearchServer(client, timeout), names)
