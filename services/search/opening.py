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
from services.search.saved import Shelf


@asynccontextmanager
async def opened(
    settings: Connections, seeds: Path | None = None, timeout: float = 30.0
) -> AsyncIterator[tuple[Archive, Shelf]]:
    """The archive and the saved searches of the Elasticsearch that the settings name; closed at the end.

    `seeds` is where names and places are from.

    Raises services.enrich.read.seeds.SeedError.
    """
    names = load(seeds) if seeds else NO_NAMES
    async with async_client(settings) as client:
        server = ElasticsearchServer(client, timeout)
        yield Archive(server, names), Shelf(server)
