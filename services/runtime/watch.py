"""What a running service looks at from time to time, beside its work."""

from __future__ import annotations

import asyncio
import time
from typing import cast

import structlog

from services.pipeline import RAW
from services.runtime import links, topics
from services.runtime.app import HarmattanApp
from services.runtime.errors import RefusedError, leave
from services.runtime.fetches import ChunkConsumer, PatientProducer
from services.runtime.service import Service
from services.runtime.worker import stop_for_bug

logger = structlog.get_logger("harmattan")

EVERY_S = 15.0


async def stream_id(service: Service) -> None:
    """A topic that is deleted and made anew while we run must not lend its old id to new offsets."""
    def look() -> str | None:
        client = topics.admin(service.settings, timeout_s=1.0)
        try:
            return topics.topic_id(client, RAW.name)
        finally:
            client.close()

    while True:
        await asyncio.sleep(EVERY_S)
        try:
            found = await asyncio.to_thread(look)
        except Exception as error:  # the broker may be away at this moment; the services' own clients tell of that
            logger.debug("topic id not read", error=repr(error))
            continue
        if found and found != service.stream:
            logger.warning("articles.raw was made anew", old=service.stream, new=found)
            service.stream = found


async def refusal(app: HarmattanApp) -> None:
    """Ends the service where the brokers refuse it by now: a password was changed, a certificate has expired.

    The consumer waits for ever, since to it they are just away. Asked only while nothing is heard from them: a
    connection that works is not given up because a new one would be refused.
    """
    while True:
        await asyncio.sleep(EVERY_S)
        heard = cast(ChunkConsumer, app.consumer).heard()
        if heard is not None and time.time() - heard < EVERY_S:
            continue
        if reason := await links.refusal(app.runs.settings):
            leave(RefusedError(reason))


async def routines(app: HarmattanApp) -> None:
    """Ends the service where something that aiokafka does for it in the background has ended.

    Nobody waits for those tasks, so an error that they did not foresee is told to nobody: the one that asks for the
    brokers' addresses once died so as the broker was killed, and the next commit waited for it for ever, while the
    service was ready in all other ways. Such an end is a bug, and a bug ends the process: what was not committed is
    read again.
    """
    while True:
        await asyncio.sleep(EVERY_S)
        consumer, producer = cast(ChunkConsumer, app.consumer), cast(PatientProducer, app.producer)
        for name, task in {**consumer.routines(), **producer.routines()}.items():
            # while the service stops they are cancelled
            if task.done() and not task.cancelled() and not app.should_stop:
                stop_for_bug(task.exception(), ended=f"the {name}")
