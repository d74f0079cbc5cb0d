"""Sends a service back to what it has read before, so that it does its work again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from kafka import TopicPartition
from kafka.admin import KafkaAdminClient, OffsetSpec, OffsetTimestamp
from kafka.errors import RetriableError

from services.pipeline import Stage, Topic

_TRIES, _PAUSE_S = 60, 0.5


class RewindError(Exception):
    """One line that says why not, and what to do first."""


def workers(client: KafkaAdminClient, stage: Stage, pause: Callable[[float], None] = time.sleep) -> int:
    """How many share the service's work at this moment. Asks again while a young broker makes its topic of groups.

    Raises the broker's RetriableError where it does not say for half a minute.
    """
    for _ in range(_TRIES):
        try:
            return len(client.describe_groups([stage.group])[stage.group]["members"])
        except RetriableError:
            pause(_PAUSE_S)
    return len(client.describe_groups([stage.group])[stage.group]["members"])


def lost(client: KafkaAdminClient, topic: Topic) -> int:
    """How many of the topic's first records it no longer holds: expired, or deleted."""
    earliest = client.list_partition_offsets(dict.fromkeys(_places(client, [topic]), OffsetSpec.EARLIEST))
    return sum(found.offset for found in earliest.values())


def rewind(client: KafkaAdminClient, stage: Stage, topics: Sequence[Topic], since: datetime | None = None) -> int:
    """Lets the service begin these topics anew, or from what came since then; returns how many records that is.

    Raises RewindError while a worker runs: it would go on where it is, and commit that.
    """
    if count := workers(client, stage):
        raise RewindError(f"{count} workers of the service {stage.name} run: stop them first")
    places = _places(client, topics)
    start: Any = OffsetTimestamp(int(since.timestamp() * 1000)) if since else OffsetSpec.EARLIEST
    done = client.reset_group_offsets(stage.group, dict.fromkeys(places, start))
    failed = [answer["error"].__name__ for answer in done.values() if answer["error"].errno]
    if failed:
        raise RewindError(f"Kafka does not move group {stage.group}: {failed[0]}")
    ends = client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST))
    return sum(ends[place].offset - done[place]["offset"] for place in places)


def _places(client: KafkaAdminClient, topics: Sequence[Topic]) -> list[TopicPartition]:
    return [
        TopicPartition(found["name"], part["partition_index"])
        for found in client.describe_topics([topic.name for topic in topics]) for part in found["partitions"]
    ]
