"""Makes the indexes behind their aliases: twice, or by several services at once, does no harm."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from services import pipeline
from services.elastic.bulk import Patience, ask
from services.elastic.mapping import IndexSettings, index_body
from services.elastic.server import Server

FIRST = "000001"
NAMES = tuple(index.name for index in pipeline.INDEXES)


class SetupError(Exception):
    """Elasticsearch is there and does not make the index; one line says why."""


async def prepare(
    server: Server, settings: IndexSettings, patience: Patience, names: Iterable[str] = NAMES, prefix: str = ""
) -> list[str]:
    """Waits for Elasticsearch and makes what is missing; returns the names of what it made.

    `prefix` is put before every name, for tests and for several desks on one server.
    Raises SetupError where an index cannot be made and waiting will not help.
    """
    await ask(server, "GET", "/", None, patience)
    return [name for name in names if await _make(server, f"{prefix}{name}", name, settings, patience)]


async def _make(server: Server, alias: str, name: str, settings: IndexSettings, patience: Patience) -> bool:
    body = orjson.dumps(index_body(name, settings) | {"aliases": {alias: {"is_write_index": True}}})
    while not await _exists(server, alias, patience):
        # two services may both come here: the index is made once, with its alias, and the other is told so
        answer = await ask(server, "PUT", f"/{alias}-{FIRST}", body, patience, also=(400, 403))
        if answer.status == 200:
            return True
        error = answer.body["error"]
        if error["type"] == "cluster_block_exception":
            await patience.wait(error["reason"])
        elif error["type"] != "resource_already_exists_exception":
            raise SetupError(f"index {alias}-{FIRST} cannot be made: {error['reason']}")
        elif not await _exists(server, alias, patience):
            raise SetupError(f"index {alias}-{FIRST} exists without its alias {alias}: add the alias or delete it")
    return False


async def _exists(server: Server, alias: str, patience: Patience) -> bool:
    return (await ask(server, "HEAD", f"/_alias/{alias}", None, patience, also=(404,))).status == 200
