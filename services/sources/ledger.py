"""What is known of the sources of some partitions, read from the two compacted topics from their beginning."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from pydantic import ValidationError

from schemas.source import Source
from schemas.source_state import SourceState
from services.pipeline import SOURCE_STATES, SOURCES
from services.runtime import links
from services.runtime.patience import PAUSE_S, started
from services.runtime.settings import Connections

log = structlog.get_logger("harmattan")


@dataclass(slots=True)
class Ledger:
    """By source id. `ends` is the offset after the last definition that was read, by partition."""

    sources: dict[str, Source] = field(default_factory=dict)
    states: dict[str, SourceState] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)


async def restore(connections: Connections, partitions: Iterable[int]) -> Ledger:
    """Waits for the broker as long as it takes."""
    wanted = sorted(partitions)
    while True:
        consumer = await started(
            lambda: AIOKafkaConsumer(
                **links.aiokafka(connections), enable_auto_commit=False, auto_offset_reset="earliest",
                max_partition_fetch_bytes=SOURCE_STATES.max_message_bytes,
            ),
            lambda: False,
        )
        try:
            return await _read(consumer, wanted)
        except KafkaError as error:
            log.warning("waiting for Kafka", reason=repr(error))
            await asyncio.sleep(PAUSE_S)
        finally:
            await consumer.stop()


async def _read(consumer: Any, partitions: list[int]) -> Ledger:
    ledger = Ledger()
    places = [TopicPartition(topic.name, number) for topic in (SOURCES, SOURCE_STATES) for number in partitions]
    if not places:
        return ledger
    consumer.assign(places)
    await consumer.seek_to_beginning(*places)
    ends = await consumer.end_offsets(places)
    ledger.ends = {place.partition: end for place, end in ends.items() if place.topic == SOURCES.name}
    waiting = {place for place in places if await consumer.position(place) < ends[place]}
    while waiting:
        for found in (await consumer.getmany(timeout_ms=1000)).values():
            for record in found:
                take(ledger, record.topic, record.key, record.value)
        waiting = {place for place in waiting if await consumer.position(place) < ends[place]}
    return ledger


def take(ledger: Ledger, topic: str, key: bytes | None, value: bytes | None) -> str | None:
    """Enters one record; the reason where it is none of ours. An empty value takes its key out."""
    kind: type[Source] | type[SourceState] = Source if topic == SOURCES.name else SourceState
    entries: dict[str, Any] = ledger.sources if kind is Source else ledger.states
    if not value:
        entries.pop((key or b"").decode("utf-8", "replace"), None)
        return None
    try:
        found = kind.model_validate_json(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc'])) or 'message'}: {first['msg']}"
    entries[found.id] = found
    return None
