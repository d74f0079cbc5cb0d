"""The writer: whole batches, tried again until the broker has them, and no message twice but where it cannot know."""

from __future__ import annotations

import asyncio
import zlib
from collections import Counter
from typing import Any

import pytest
from aiokafka.errors import (
    KafkaConnectionError,
    KafkaError,
    MessageSizeTooLargeError,
    NotLeaderForPartitionError,
    TopicAuthorizationFailedError,
)

from schemas.record import Send
from services.runtime import writer as module
from services.runtime.errors import RefusedError
from services.runtime.writer import Writer

PARTITIONS = 4


class FakeBatch:
    """Takes as many messages as fit; real ones count bytes."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.messages: list[tuple[bytes, bytes, list[tuple[str, bytes]]]] = []

    def append(self, *, key: bytes, value: bytes, timestamp: int | None, headers: list[tuple[str, bytes]]) -> Any:
        assert timestamp is None
        if len(self.messages) >= self.room:
            return None
        self.messages.append((key, value, headers))
        return object()


class FakeProducer:
    """aiokafka's producer as the writer uses it, with faults to order.

    `faults` are raised one by one: before the batch is taken, or, with `late`, after it was written, as when the
    acknowledgement is lost.
    """

    def __init__(self, room: int = 100) -> None:
        self.room = room
        self.written: list[tuple[str, int, bytes, bytes, list[tuple[str, bytes]]]] = []
        self.batches: list[int] = []
        self.faults: list[KafkaError] = []
        self.unknown: list[KafkaError] = []
        self.late = False

    async def partitions_for(self, topic: str) -> set[int]:
        assert topic
        if self.unknown:
            raise self.unknown.pop()
        return set(range(PARTITIONS))

    def create_batch(self) -> FakeBatch:
        return FakeBatch(self.room)

    async def send_batch(self, batch: FakeBatch, topic: str, *, partition: int) -> asyncio.Future[None]:
        fault = self.faults.pop() if self.faults else None
        if fault is None or self.late:
            self.written += [(topic, partition, *message) for message in batch.messages]
            self.batches.append(len(batch.messages))
        acknowledged: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if fault:
            acknowledged.set_exception(fault)
        else:
            acknowledged.set_result(None)
        return acknowledged


@pytest.fixture
def producer() -> FakeProducer:
    return FakeProducer()


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock of the writer, which does not run."""
    seen: list[float] = []

    async def sleep(seconds: float) -> None:
        seen.append(seconds)

    monkeypatch.setattr("services.runtime.writer.asyncio.sleep", sleep)
    return seen


def sends(count: int, topic: str = "out") -> list[Send]:
    return [Send(topic, b"key-%d" % n, b"value-%d" % n, (("trace", b"t%d" % n),)) for n in range(count)]


def a_writer(producer: FakeProducer, on_retry: Any = lambda: None) -> Writer:
    async def started() -> FakeProducer:
        return producer

    return Writer(started, on_retry)


async def test_every_message_is_written_with_key_value_and_headers(producer: FakeProducer) -> None:
    await a_writer(producer).write(sends(50))
    assert sorted(one[2:] for one in producer.written) == sorted(
        (send.key, send.value, list(send.headers)) for send in sends(50)
    )


async def test_a_key_always_goes_to_the_same_partition(producer: FakeProducer) -> None:
    writer = a_writer(producer)
    await writer.write(sends(50))
    await writer.write(sends(50))
    places = {(key, partition) for _, partition, key, _, _ in producer.written}
    assert len(places) == 50
    assert all(partition == zlib.crc32(key) % PARTITIONS for key, partition in places)


async def test_the_order_within_a_partition_is_kept(producer: FakeProducer) -> None:
    producer.room = 3
    same = [Send("out", b"one key", b"%d" % n) for n in range(20)]
    await a_writer(producer).write(same)
    assert [value for *_, value, _ in producer.written] == [send.value for send in same]


async def test_what_does_not_fit_into_a_batch_goes_into_the_next(producer: FakeProducer) -> None:
    producer.room = 7
    await a_writer(producer).write([Send("out", b"one key", b"%d" % n) for n in range(20)])
    assert producer.batches == [7, 7, 6]


async def test_several_topics_are_written_at_once(producer: FakeProducer) -> None:
    await a_writer(producer).write([*sends(5, "articles"), *sends(5, "dead")])
    assert Counter(topic for topic, *_ in producer.written) == {"articles": 5, "dead": 5}


async def test_nothing_to_write_asks_nobody(producer: FakeProducer) -> None:
    producer.unknown = [KafkaConnectionError()]
    await a_writer(producer).write([])
    assert producer.written == []


async def test_a_broker_that_is_away_is_waited_for_with_growing_pauses(
    producer: FakeProducer, pauses: list[float]
) -> None:
    producer.faults = [KafkaConnectionError()] * 10
    retries: list[int] = []
    await a_writer(producer, lambda: retries.append(1)).write([Send("out", b"key", b"value")])
    assert len(producer.written) == 1
    assert len(retries) == len(pauses) == 10
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (module.FIRST_PAUSE_S, module.LONGEST_PAUSE_S)


async def test_only_what_was_not_acknowledged_is_written_again(producer: FakeProducer, pauses: list[float]) -> None:
    producer.faults = [NotLeaderForPartitionError()]
    await a_writer(producer).write(sends(50))
    assert Counter(key for _, _, key, _, _ in producer.written) == Counter(send.key for send in sends(50))
    assert len(pauses) == 1


async def test_a_lost_acknowledgement_repeats_its_batch_and_loses_nothing(
    producer: FakeProducer, pauses: list[float]
) -> None:
    producer.faults, producer.late = [KafkaConnectionError()], True
    await a_writer(producer).write([Send("out", b"key", b"value")])
    assert [value for *_, value, _ in producer.written] == [b"value", b"value"]
    assert len(pauses) == 1


async def test_a_later_batch_never_overtakes_one_that_failed(producer: FakeProducer, pauses: list[float]) -> None:
    producer.room, producer.faults = 2, [KafkaConnectionError()]
    await a_writer(producer).write([Send("out", b"one key", b"%d" % n) for n in range(6)])
    assert [value for *_, value, _ in producer.written] == [b"%d" % n for n in range(6)]
    assert pauses


async def test_a_topic_whose_partitions_are_not_known_yet_is_waited_for(
    producer: FakeProducer, pauses: list[float]
) -> None:
    producer.unknown = [KafkaConnectionError(), KafkaConnectionError()]
    await a_writer(producer).write(sends(1))
    assert len(producer.written) == 1
    assert len(pauses) == 2


async def test_a_message_that_is_too_large_is_our_bug_and_raised(producer: FakeProducer, pauses: list[float]) -> None:
    producer.faults = [MessageSizeTooLargeError()]
    with pytest.raises(MessageSizeTooLargeError):
        await a_writer(producer).write(sends(1))
    assert pauses == []


@pytest.mark.parametrize("place", ["faults", "unknown"])
async def test_a_topic_that_we_may_not_write_is_not_tried_again(producer: FakeProducer, place: str) -> None:
    getattr(producer, place).append(TopicAuthorizationFailedError("out"))
    with pytest.raises(RefusedError, match="no right to WRITE topic out"):
        await a_writer(producer).write(sends(1))
