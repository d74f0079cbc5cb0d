"""The clients of a worker wait for a broker that goes away just while they connect for the first time.

Faust takes a failed first connection for the end of the worker; one started again while the broker restarts would
die of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import structlog
from aiokafka.errors import KafkaConnectionError

log = structlog.get_logger("harmattan")

PAUSE_S = 1.0


class Client(Protocol):
    """An aiokafka consumer or producer."""

    async def start(self) -> Any: ...

    async def stop(self) -> Any: ...


C = TypeVar("C", bound=Client)


async def started(make: Callable[[], C], stopping: Callable[[], bool], pause_s: float = PAUSE_S) -> C:
    """A client of `make` that is connected; tries anew until it is, or until `stopping`, when the error is raised."""
    while True:
        client = make()
        try:
            await client.start()
        except KafkaConnectionError as error:
            await client.stop()
            if stopping():
                raise
            log.warning("waiting for Kafka", reason=str(error))
            await asyncio.sleep(pause_s)
        else:
            return client
