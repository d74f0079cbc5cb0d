"""The desk's process: settings, Elasticsearch, the web server."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import sys
from functools import partial

import structlog
import uvicorn

from services import standing
from services.desk import atlas, sources
from services.desk.app import build
from services.desk.desk import Desk
from services.desk.guard import is_loopback
from services.desk.reading import Reading
from services.desk.watching import Watch
from services.elastic.client import async_client
from services.elastic.server import ElasticsearchServer
from services.pipeline import DESK
from services.runtime import log
from services.runtime.settings import CollectSettings, DeskSettings, SettingsError, read
from services.search.archive import Archive
from services.search.gazetteer import Gazetteer, SeedError, load
from services.search.saved import Shelf

logger = structlog.get_logger("harmattan")

# a person waits in front of the page, so it gives up soon and says so
PATIENCE_S = 10.0


def token_of(settings: DeskSettings) -> str:
    """The token that is wanted, empty for none. Raises SettingsError where there must be one and is none."""
    token = settings.token.get_secret_value() if settings.token else ""
    if not token and not is_loopback(settings.host):
        raise SettingsError(
            f"HARMATTAN_DESK_HOST={settings.host} is reached from other machines: set HARMATTAN_DESK_TOKEN or "
            "HARMATTAN_DESK_TOKEN_FILE, or listen on 127.0.0.1"
        )
    return token


def _listen(settings: DeskSettings) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, protocol)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        raise SettingsError(f"the desk cannot listen on {where} ({error.strerror}); set HARMATTAN_DESK_PORT") from None
    return found


async def serve(
    settings: DeskSettings, token: str, names: Gazetteer, outlines: atlas.Atlas, listening: socket.socket,
    collecting: CollectSettings,
) -> None:
    """Until SIGTERM or SIGINT."""
    async with async_client(settings) as client:
        server = ElasticsearchServer(client, PATIENCE_S)
        desk = Desk(
            Archive(server, names), Shelf(server), Reading(server), Watch(partial(standing.look, settings)), outlines,
            token=token, sources=Watch(partial(sources.look, collecting), fresh=sources.FRESH),
        )
        config = uvicorn.Config(
            build(desk, settings.names.split()), log_config=None, access_log=False, server_header=False,
            lifespan="off", timeout_graceful_shutdown=3,
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        logger.info(
            "started", at=f"http://{host}:{settings.port}/", shows=[index.name for index in DESK.shows],
            token="wanted" if token else "none", pid=os.getpid(),
        )
        await uvicorn.Server(config).serve([listening])


def run() -> None:
    """The whole life of the process."""
    try:
        settings, collecting = read(DeskSettings), read(CollectSettings)
        token = token_of(settings)
        names, outlines = load(settings.seeds), atlas.load(settings.seeds)
        listening = _listen(settings)
    except (SettingsError, SeedError) as error:
        print(f"harmattan: {error}", file=sys.stderr)
        sys.exit(2)
    log.configure(settings, DESK.name)
    # names and outlines stay for good: looking through them for what is left over would hold up a page now and then
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(settings, token, names, outlines, listening, collecting))
