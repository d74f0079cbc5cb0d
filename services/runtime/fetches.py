"""Faust's Kafka consumer, handing on whole fetches instead of single records.

Why: consuming one 3.3 KB record costs aiokafka 7 µs and Faust 122 µs, because `Consumer._drain_messages` makes two
tasks and waits on both for every record, then queues, decodes and acks one by one. Here a stream's event holds a
*chunk*: records of one partition in the order of their offsets. The app, agents, commits, rebalancing, web server and
command line stay Faust's own.

Private names of faust-streaming 0.15.3 are used, so its version is pinned, and tests/integration/test_fetches.py
holds this file to its promises on a real broker (kill, rebalance, holes in the offsets).

Acks. Faust keeps a list of acked offsets and commits up to the first gap in it. A chunk is acked by the offset of its
first record, and compaction leaves holes between records, so that bookkeeping cannot be right here. Instead each
partition remembers the serial numbers of its chunks in the order they were handed on, and `_new_offset` commits up to
the end of the last one of an unbroken run of acked chunks. Holes need no care: the next chunk simply begins later.
Serial numbers and not offsets, because a chunk of before a rebalance may be acked after one that begins at the same
offset was handed on again; and not the messages themselves, because Faust waits at a rebalance until every message
that it dropped from its buffers is garbage.

Holes at the end of a partition are another matter: a transaction's mark is no record and nothing comes after it, so the
committed offset would stay one behind and the lag would never reach 0. Where the consumer's position is past all that
was handed on, that stretch is noted as a chunk which is acked already.

Holes in a topic whose records are counted (`counted`) are handed on as tombstones marked with HOLE_HEADER, because the
count is taken from offsets: the marks, and the records of aborted transactions, which nobody reads.

Streams must use `noack()` and ack each event when its work is durable: the acks of a plain stream are inlined in
compiled code and never reach `ack` below.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from time import monotonic, time
from typing import Any

from aiokafka.errors import IllegalStateError, KafkaError
from faust.transport.drivers import aiokafka as driver
from faust.types import TP, ConsumerMessage, Message

from schemas.record import HOLE_HEADER, Record
from services.runtime.patience import started

# A fetch for every single article costs broker and services more than the articles: at 200 a second the broker took
# 4 ms of CPU an article, and everybody waited for everybody. So the broker gathers for a moment before it answers,
# unless a batch worth having is there at once. Each hop waits for one such moment, or two: a partition whose last
# records were not yet drained waits behind a poll that was sent without it.
FETCH_MAX_WAIT_MS = 80
FETCH_MIN_BYTES = 256 * 1024


class Chunk(list[Record]):
    """Records of one partition in the order of their offsets; `serial` is never given twice in a process."""

    __slots__ = ("serial",)
    _serials = count()

    def __init__(self, records: Iterable[Record]) -> None:
        super().__init__(records)
        self.serial = next(self._serials)


class ChunkThread(driver.AIOKafkaConsumerThread):
    """The consumer's thread, whose polls are gathered for a moment, and blind to what a producer has aborted."""

    # a topic of few records is answered at once
    gathers = True

    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        if self.gathers:
            consumer._fetch_max_wait_ms = FETCH_MAX_WAIT_MS
            consumer._fetch_min_bytes = FETCH_MIN_BYTES
        consumer._isolation_level = "read_committed"
        return consumer

    async def on_start(self) -> None:
        self.time_started = monotonic()
        self._consumer = await started(
            lambda: self._create_consumer(loop=self.thread_loop), lambda: bool(self.should_stop)
        )

    def heard(self) -> float | None:
        """When the broker answered a fetch last, seconds since the epoch; None where it has answered none."""
        moments = [state.timestamp for state in self._states().values() if state and state.timestamp]
        return max(moments) / 1000 if moments else None

    def routines(self) -> dict[str, asyncio.Task[Any]]:
        """What aiokafka does in the background for this consumer, by name; none of it ends before the consumer."""
        consumer = self._consumer
        if consumer is None:
            return {}
        found = {
            "metadata": consumer._client._sync_task,
            "fetches": getattr(consumer._fetcher, "_fetch_task", None),
            "group": getattr(consumer._coordinator, "_coordination_task", None),
        }
        return {f"consumer's {name}": task for name, task in found.items() if task is not None}

    def positions(self) -> dict[TP, int]:
        """The next offset of each assigned partition that a fetch will hand over; without asking the broker."""
        return {tp: state.position for tp, state in self._states().items() if state and state.has_valid_position}

    def _states(self) -> dict[TP, Any]:
        subscription = self._ensure_consumer()._subscription.subscription
        assignment = subscription.assignment if subscription else None
        if assignment is None:
            return {}
        return {TP(tp.topic, tp.partition): assignment.state_value(tp) for tp in assignment.tps}


class ChunkConsumer(driver.Consumer):
    """Yields one message per chunk of a partition's fetch; its value is a list of schemas.record.Record."""

    chunk_records = 500
    chunk_bytes = 4 * 1024 * 1024
    counted: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # (serial, offset after the chunk's last record), oldest first
        self._chunks: dict[TP, deque[tuple[int, int]]] = defaultdict(deque)
        self._acked_serials: dict[TP, set[int]] = defaultdict(set)
        # the offset after all that was handed on, or passed over as a hole
        self._handed: dict[TP, int] = {}
        self._seeks = 0
        # when each commit that is under way began, monotonic
        self._commits: set[float] = set()

    _thread: ChunkThread

    def _new_consumer_thread(self) -> ChunkThread:
        return ChunkThread(self, loop=self.loop, beacon=self.beacon)

    def heard(self) -> float | None:
        """When the broker answered a fetch last, seconds since the epoch; None where it has answered none."""
        return self._thread.heard()

    def routines(self) -> dict[str, asyncio.Task[Any]]:
        """As those of ChunkThread."""
        return self._thread.routines()

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[TP, ConsumerMessage]]:
        records, active = await self._wait_next_records(timeout)
        if records is None or self.should_stop:
            return
        reading = self._reading()
        if not self.flow_active:
            # what was fetched is thrown away, so go back to where we know that it was processed
            await self.perform_seek()
            return
        for tp, fetched in _round_robin(records, self.chunk_records, self.chunk_bytes):
            start = await self._next_offset(tp)
            if not self._still(reading):
                return
            if active is not None and tp not in active and tp not in self._buffered_partitions:
                continue
            chunk = [
                Record(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value, tuple(r.headers))
                for r in fetched if start is None or r.offset >= start
            ]
            if not chunk:
                continue
            if tp.topic in self.counted and start is not None:
                chunk = _filled(chunk, start)
            self.app.monitor.track_tp_end_offset(tp, self.highwater(tp))
            yield tp, self._message(tp, chunk)
            self._was_read(tp, chunk[-1].offset)
        for tp, position in self._thread.positions().items():
            start = await self._next_offset(tp)
            if start is None or position <= start:
                continue
            # checked for each, since the position may be that of another assignment by now
            if tp.topic not in self.counted and self._still(reading):
                self._pass_over(tp, position)
                continue
            for hole in _cut(_holes(tp.topic, tp.partition, start, position), self.chunk_records, self.chunk_bytes):
                if not self._still(reading):
                    return
                yield tp, self._message(tp, hole)
                self._was_read(tp, hole[-1].offset)

    def _reading(self) -> tuple[int, int]:
        """Changes when partitions were given anew or the consumer was sent back; what was fetched before is void."""
        return self.app.consumer_generation_id, self._seeks

    def _still(self, reading: tuple[int, int]) -> bool:
        return bool(self.flow_active and self._reading() == reading)

    async def _next_offset(self, tp: TP) -> int | None:
        """The offset after all that was handed on, or passed over; None where the broker does not say now."""
        if tp not in self._handed:
            # After a seek _read_offset is the next offset to read (while reading it is the last one read, and a
            # filter that took it for that lost one record for each partition and restart).
            start = self._read_offset[tp]
            if start is None:
                reading = self._reading()
                try:
                    start = (await self.earliest_offsets(tp))[tp]
                except (KafkaError, KeyError):
                    return None
                if not self._still(reading):
                    return None
            self._handed[tp] = start
        return self._handed[tp]

    def _message(self, tp: TP, records: Sequence[Record]) -> ConsumerMessage:
        first, chunk = records[0], Chunk(records)
        self._handed[tp] = records[-1].offset + 1
        self._chunks[tp].append((chunk.serial, self._handed[tp]))
        value: Any = chunk  # Faust hands it on as it is
        return ConsumerMessage(
            first.topic, first.partition, first.offset, first.timestamp / 1000.0, 0,
            [], None, value, None, 0, 0, tp, generation_id=self.app.consumer_generation_id,
        )

    def _was_read(self, tp: TP, offset: int) -> None:
        # _drain_messages has just set it to the offset of the chunk's first record
        if tp in self._chunks:
            self._read_offset[tp] = offset

    def _pass_over(self, tp: TP, position: int) -> None:
        serial = next(Chunk._serials)
        self._handed[tp] = position
        self._chunks[tp].append((serial, position))
        self._acked_serials[tp].add(serial)

    def ack(self, message: Message) -> bool:
        acked = bool(super().ack(message))
        self._unacked_messages.discard(message)
        chunk: Any = message.value
        if isinstance(chunk, Chunk):
            self._acked[message.tp].clear()
            self._acked_index[message.tp].clear()
            self._acked_serials[message.tp].add(chunk.serial)
        return acked

    def _new_offset(self, tp: TP) -> int | None:
        chunks, acked = self._chunks[tp], self._acked_serials[tp]
        offset = None
        while chunks and chunks[0][0] in acked:
            serial, offset = chunks.popleft()
            acked.discard(serial)
        return offset

    def _filter_tps_with_pending_acks(self, topics: Any = None) -> Iterator[TP]:
        return (tp for tp in list(self._chunks) if topics is None or tp in topics or tp.topic in topics)

    async def _commit_offsets(self, offsets: Mapping[TP, int], start_new_transaction: bool = True) -> bool:
        began = monotonic()
        self._commits.add(began)
        try:
            return bool(await super()._commit_offsets(offsets, start_new_transaction))
        finally:
            self._commits.discard(began)

    def committing_s(self) -> float:
        """For how many seconds the oldest commit under way has been without an answer; 0 where none is."""
        return monotonic() - min(self._commits) if self._commits else 0.0

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Holes are seen by the order of the chunks, not by counting."""

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        # after the parent has waited for the streams and committed what they finished
        await super().on_partitions_revoked(revoked)
        self._seeks += 1
        for tp in revoked:
            self._chunks.pop(tp, None)
            self._acked_serials.pop(tp, None)
            self._handed.pop(tp, None)

    async def perform_seek(self) -> None:
        self._forget()
        # A partition may be taken away while its committed offset is asked for; after that everybody seeks anew what
        # they have then, and until then nothing is read. Seen once in 190 kills.
        with suppress(IllegalStateError):
            await super().perform_seek()
        self._forget()

    def _forget(self) -> None:
        self._seeks += 1
        self._chunks.clear()
        self._acked_serials.clear()
        self._handed.clear()


class PatientProducer(driver.Producer):
    """Faust's producer, which waits for the broker at its start."""

    async def on_start(self) -> None:
        # not the driver's own, which connects just once
        await super(driver.Producer, self).on_start()
        self._producer = await started(self._new_producer, lambda: bool(self.should_stop))
        self.beacon.add(self._producer)

    def routines(self) -> dict[str, asyncio.Task[Any]]:
        """What aiokafka does in the background for this producer, by name; none of it ends before the producer."""
        producer = self._producer
        if producer is None:
            return {}
        found = {"metadata": producer.client._sync_task, "sending": producer._sender.sender_task}
        return {f"producer's {name}": task for name, task in found.items() if task is not None}


class ChunkTransport(driver.Transport):
    """Faust's aiokafka transport with the consumer and the producer above."""

    Consumer = ChunkConsumer
    Producer = PatientProducer


def _round_robin(
    fetched: Mapping[TP, Sequence[Any]], max_records: int, max_bytes: int
) -> Iterator[tuple[TP, list[Any]]]:
    """Chunks of all partitions in turn, so that a full partition does not keep the others waiting."""
    waiting = deque((tp, _cut(records, max_records, max_bytes)) for tp, records in fetched.items() if records)
    while waiting:
        tp, chunks = waiting.popleft()
        chunk = next(chunks, None)
        if chunk is not None:
            yield tp, chunk
            waiting.append((tp, chunks))


def _holes(topic: str, partition: int, start: int, end: int) -> Iterator[Record]:
    """Tombstones for the offsets [start, end), which have no record."""
    now = int(time() * 1000)
    return (Record(topic, partition, offset, now, None, None, ((HOLE_HEADER, b"1"),)) for offset in range(start, end))


def _filled(records: Sequence[Record], start: int) -> list[Record]:
    """The records, and a tombstone for every offset from `start` on that is missing before one of them."""
    if records[-1].offset - start == len(records) - 1:
        return list(records)
    filled: list[Record] = []
    for record in records:
        filled.extend(_holes(record.topic, record.partition, start, record.offset))
        filled.append(record)
        start = record.offset + 1
    return filled


def _cut(records: Iterable[Any], max_records: int, max_bytes: int) -> Iterator[list[Any]]:
    """Chunks of at most max_records records and, but for a single large one, max_bytes of values."""
    chunk: list[Any] = []
    size = 0
    for record in records:
        length = len(record.value or b"")
        if chunk and (len(chunk) >= max_records or size + length > max_bytes):
            yield chunk
            chunk, size = [], 0
        chunk.append(record)
        size += length
    if chunk:
        yield chunk
