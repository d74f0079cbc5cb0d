"""Acts and looks of triage on the Elasticsearch that the settings name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.elastic.server import Server
    from services.runtime.settings import Connections

T = TypeVar("T")


def do(action: Callable[[Server], Awaitable[T]], settings: Connections | None = None) -> T:
    """What the action gives back. Raises Problem with what it says."""
    import asyncio

    from services.cli.connections import connections
    from services.elastic.client import async_client
    from services.elastic.server import ElasticsearchServer
    from services.triage.changes import TriageError

    where = settings or connections()

    async def run() -> T:
        async with async_client(where) as client:
            return await action(ElasticsearchServer(client, timeout=10.0))

    try:
        return asyncio.run(run())
    except TriageError as error:
        raise Problem(str(error)) from None
