"""The state of a partition as the decisions say that were written down."""

from __future__ import annotations

from collections.abc import AsyncIterator

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from pydantic import ValidationError

from schemas.decision import Decision
from services.pipeline import DECISIONS
from services.runtime import links
from services.runtime.settings import Connections
from services.stories.core import Partition

log = structlog.get_logger("harmattan")


async def restored(settings: Connections, partition: int) -> Partition:
    """Applies every decision of the partition that is kept. Raises KafkaError while the broker is away."""
    found = Partition()
    count = 0
    async for decision in _decisions(settings, partition):
        found.apply(decision)
        count += 1
    log.info("stories restored", partition=partition, decisions=count,
             crises={name: len(state.open) for name, state in found.crises.items()})
    return found


async def _decisions(settings: Connections, partition: int) -> AsyncIterator[Decision]:
    # Without a group it leaves no trace on the broker. It begins at the earliest by itself: `seek_to_beginning` after
    # `assign` can be overtaken by the answer to where `latest`, the default, is, and then nothing at all is read.
    consumer = AIOKafkaConsumer(
        **links.aiokafka(settings), group_id=None, enable_auto_commit=False, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        place = TopicPartition(DECISIONS.name, partition)
        consumer.assign([place])
        end = (await consumer.end_offsets([place]))[place]
        while await consumer.position(place) < end:
            for record in (await consumer.getmany(place, timeout_ms=1000, max_records=2000)).get(place, ()):
                try:
                    yield Decision.model_validate_json(record.value)
                except ValidationError as error:
                    # of a newer version, or not ours: what it says of its article is not known here
                    log.error("decision not read", offset=record.offset, reason=str(error.errors()[0]["msg"]))
    finally:
        await consumer.stop()
