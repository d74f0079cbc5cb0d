"""`python -m tests.integration.delivering`: the alert service without its topics, to be killed by a test.

Leases are of three seconds, so that the test need not wait for half a minute.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import cast

from elasticsearch import AsyncElasticsearch

from schemas.record import Send
from services.alert import delivery, document, lane, outbox
from services.alert.channels.webhook import Webhook
from services.alert.deliveries import Deliveries
from services.alert.outbox import Outbox
from services.elastic.server import ElasticsearchServer
from services.runtime.metrics import Metrics
from services.runtime.writer import Writer
from tests.alert.articles import an_alert

LEASE = timedelta(seconds=3)


class NoTopic:
    async def write(self, sends: Sequence[Send]) -> None:
        """To nowhere."""


async def written(_ids: Collection[str], _since: datetime) -> set[str]:
    return set()


async def main(address: str, url: str, crisis: str, count: int) -> None:
    for module in (delivery, document, lane, outbox):
        module.LEASE = LEASE  # type: ignore[attr-defined]  # a constant of all four
    lane.LOOK_EVERY = timedelta(seconds=0.5)
    hook = Webhook(url, "correct horse battery staple")
    async with AsyncElasticsearch(address) as client:
        server = ElasticsearchServer(client)
        deliveries = Deliveries(server, {hook.name: hook}, Metrics("alert"))
        sender = Outbox(server, cast(Writer, NoTopic()), deliveries, written, dict)
        running = asyncio.create_task(deliveries.run())
        for number in range(count):
            key = blake2b(f"{crisis} {number}".encode(), digest_size=16).hexdigest()
            await sender.send([an_alert(id=key, crisis=crisis)])
        while not running.done():
            await sender.resume()
            await asyncio.sleep(0.5)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
