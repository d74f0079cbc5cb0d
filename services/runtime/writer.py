"""Writes messages to Kafka in whole batches, and returns when the broker has them.

aiokafka's `send` costs 15 µs and a future per message; a batch built here costs one future for hundreds.
"""

from __future__ import annotations

import asyncio
import zlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import structlog
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    KafkaError,
    MessageSizeTooLargeError,
    RecordListTooLargeError,
    TopicAuthorizationFailedError,
)

from schemas.record import Send
from services.runtime.errors import RefusedError

log = structlog.get_logger("harmattan")

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 5.0


def partition_of(route: bytes, partitions: int) -> int:
    """The partition of a key, or of what stands in for it."""
    return zlib.crc32(route) % partitions


class Writer:
    """`producer` is a started aiokafka producer (Faust's own, so that its settings and security hold)."""

    def __init__(self, producer: Callable[[], Awaitable[Any]], on_retry: Callable[[], None] = lambda: None) -> None:
        self._producer = producer
        self._on_retry = on_retry

    async def write(self, sends: Iterable[Send]) -> None:
        """Returns when every message is acknowledged by all in-sync replicas.

        While the broker is away it tries again, for ever, with a growing pause: the caller must not commit before.
        A message may be written twice where an acknowledgement was lost. Raises RefusedError where we have no right
        to write, and something else on a message that no retry can help,
        which is our bug: the limits of the topics leave room for what the services add.
        """
        waiting = await self._by_partition(sends)
        pause = FIRST_PAUSE_S
        while waiting:
            results = await asyncio.gather(*(self._write_partition(*item) for item in waiting.items()))
            waiting = {key: left for key, left in zip(waiting, results, strict=True) if left}
            if waiting:
                self._on_retry()
                log.warning("broker away, writing again", partitions=len(waiting), pause_s=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_S)

    async def _by_partition(self, sends: Iterable[Send]) -> dict[tuple[str, int], Sequence[Send]]:
        groups: dict[tuple[str, int], list[Send]] = defaultdict(list)
        counts: dict[str, int] = {}
        for send in sends:
            count = counts.get(send.topic)
            if count is None:
                count = counts[send.topic] = await self._partitions(send.topic)
            # crc32 runs in C; all writers of an inner topic are this class, so murmur2 is not needed
            groups[send.topic, partition_of(send.route or send.key, count)].append(send)
        return dict(groups)

    async def _partitions(self, topic: str) -> int:
        while True:
            try:
                return len(await (await self._producer()).partitions_for(topic))
            except TopicAuthorizationFailedError:
                raise RefusedError(f"no right to WRITE topic {topic}; see: harmattan access") from None
            except KafkaError as error:
                self._on_retry()
                log.warning("broker away", topic=topic, error=repr(error))
                await asyncio.sleep(1.0)

    async def _write_partition(self, place: tuple[str, int], sends: Sequence[Send]) -> Sequence[Send]:
        """What could not be written: nothing, or the messages from the first failed batch on."""
        topic, partition = place
        producer = await self._producer()
        done = 0
        try:
            while done < len(sends):
                batch = producer.create_batch()
                end = done
                while end < len(sends):
                    send = sends[end]
                    headers = list(send.headers)
                    if batch.append(key=send.key, value=send.value, timestamp=None, headers=headers) is None:
                        break
                    end += 1
                await (await producer.send_batch(batch, topic, partition=partition))
                done = end
        except (MessageSizeTooLargeError, RecordListTooLargeError):
            raise
        except (TopicAuthorizationFailedError, ClusterAuthorizationFailedError):
            raise RefusedError(f"no right to WRITE topic {topic}; see: harmattan access") from None
        except KafkaError as error:
            log.debug("batch not written", topic=topic, partition=partition, error=repr(error))
        return sends[done:]
