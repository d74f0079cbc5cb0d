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

Streams must use `noack()` and ack each event when its work is durable: the acks of a plain stream are inlined in
compiled code and never reach `ack` below.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from faust.transport.drivers import aiokafka as driver
from faust.types import TP, ConsumerMessage

from schemas.record import Record

# A quiet partition waits behind a long poll that was sent without it (its last records were not yet drained), so the
# poll is kept short; Faust's own 1.5 s would be seen in the latency of a lone article.
FETCH_MAX_WAIT_MS = 200


class Chunk(list[Record]):
    """Records of one partition in the order of their offsets; `serial` is never given twice in a process."""

    __slots__ = ("serial",)
    _serials = count()

    def __init__(self, records: Iterable[Record]) -> None:
        super().__init__(records)
        self.serial = next(self._serials)


class ChunkThread(driver.AIOKafkaConsumerThread):
    """The consumer's thread, with a shorter long poll."""


    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = FETCH_MAX_WAIT_MS
        return consumer


class ChunkConsumer(driver.Consumer):
    """Yields one message per chunk of a partition's fetch; its value is a list of schemas.record.Record."""

    chunk_records = 500
    chunk_bytes = 4 * 1024 * 1024

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # (serial, offset after the chunk's last record), oldest first
        self._chunks: dict[TP, deque[tuple[int, int]]] = defaultdict(deque)
        self._acked_serials: dict[TP, set[int]] = defaultdict(set)

    def _new_consumer_thread(self) -> ChunkThread:
        return ChunkThread(self, loop=self.loop, beacon=self.beacon)

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[TP, ConsumerMessage]]:
        records, active = await self._wait_next_records(timeout)
        if records is None or self.should_stop:
            return
        generation = self.app.consumer_generation_id
        if not self.flow_active:
            # what was fetched is thrown away, so go back to where we know that it was processed
            await self.perform_seek()
            return
        for tp, chunk in _round_robin(records, self.chunk_records, self.chunk_bytes):
            if not self.flow_active or self.app.consumer_generation_id != generation:
                return
            if active is not None and tp not in active and tp not in self._buffered_partitions:
                continue
            # After a seek _read_offset is the next offset to read, while reading it is the last one read. Dropping
            # `<` may repeat one record; `<=` would lose one for each partition and restart.
            start = self._read_offset[tp]
            if start is not None and chunk[0].offset < start:
                chunk = [record for record in chunk if record.offset >= start]
                if not chunk:
                    continue
            self.app.monitor.track_tp_end_offset(tp, self.highwater(tp))
            message = self._chunk_message(tp, chunk)
            self._chunks[tp].append((message.value.serial, chunk[-1].offset + 1))
            yield tp, message
            # _drain_messages has just set it to the offset of the first record
            if tp in self._chunks:
                self._read_offset[tp] = chunk[-1].offset

    def _chunk_message(self, tp: TP, chunk: Sequence[Any]) -> ConsumerMessage:
        first = chunk[0]
        value = Chunk(
            Record(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value, tuple(r.headers)) for r in chunk
        )
        return ConsumerMessage(
            first.topic, first.partition, first.offset, first.timestamp / 1000.0, first.timestamp_type,
            [], None, value, None, 0, 0, tp, generation_id=self.app.consumer_generation_id,
        )

    def ack(self, message: ConsumerMessage) -> bool:
        acked = bool(super().ack(message))
        self._unacked_messages.discard(message)
        if isinstance(message.value, Chunk):
            self._acked[message.tp].clear()
            self._acked_index[message.tp].clear()
            self._acked_serials[message.tp].add(message.value.serial)
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

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Holes are seen by the order of the chunks, not by counting."""

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        # after the parent has waited for the streams and committed what they finished
        await super().on_partitions_revoked(revoked)
        for tp in revoked:
            self._chunks.pop(tp, None)
            self._acked_serials.pop(tp, None)

    async def perform_seek(self) -> None:
        self._chunks.clear()
        self._acked_serials.clear()
        await super().perform_seek()


class ChunkTransport(driver.Transport):
    """Faust's aiokafka transport with the consumer above."""

    Consumer = ChunkConsumer


def _round_robin(
    fetched: dict[TP, Sequence[Any]], max_records: int, max_bytes: int
) -> Iterator[tuple[TP, list[Any]]]:
    """Chunks of all partitions in turn, so that a full partition does not keep the others waiting."""
    waiting = deque((tp, _cut(records, max_records, max_bytes)) for tp, records in fetched.items() if records)
    while waiting:
        tp, chunks = waiting.popleft()
        chunk = next(chunks, None)
        if chunk is not None:
            yield tp, chunk
            waiting.append((tp, chunks))


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
