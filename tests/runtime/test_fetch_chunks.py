"""The parts of fetches.py that need no broker; its promises on a real one are in tests/integration/test_fetches.py."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

import pytest
from faust.types import TP
from hypothesis import given
from hypothesis import strategies as st

from schemas.record import HOLE_HEADER, Record
from services.runtime.app import LONG_COMMIT_S, _unanswered
from services.runtime.fetches import Chunk, ChunkConsumer, _cut, _filled, _holes, _round_robin


class Fetched(NamedTuple):
    offset: int
    value: bytes | None


def a_record(offset: int) -> Record:
    return Record("in", 0, offset, 0, None, b"x")


@given(st.lists(st.integers(0, 50)), st.integers(1, 10), st.integers(1, 100))
def test_chunks_hold_all_records_in_order_within_their_limits(sizes: list[int], most: int, most_bytes: int) -> None:
    records = [Fetched(offset, b"x" * size) for offset, size in enumerate(sizes)]
    chunks = list(_cut(records, most, most_bytes))
    assert [record for chunk in chunks for record in chunk] == records
    assert all(0 < len(chunk) <= most for chunk in chunks)
    assert all(len(chunk) == 1 or sum(len(r.value) for r in chunk) <= most_bytes for chunk in chunks)


def test_a_single_record_above_the_limit_has_a_chunk_of_its_own() -> None:
    records = [Fetched(0, b"x"), Fetched(1, b"x" * 100), Fetched(2, None)]
    assert list(_cut(records, 10, 10)) == [records[:1], records[1:2], records[2:]]


def test_a_full_partition_does_not_keep_the_others_waiting() -> None:
    full, other = TP("in", 0), TP("in", 1)
    fetched = {full: [Fetched(n, b"") for n in range(6)], other: [Fetched(0, b"")], TP("in", 2): []}
    assert [tp for tp, _ in _round_robin(fetched, 2, 100)] == [full, other, full, full]


def test_missing_offsets_become_marked_tombstones() -> None:
    filled = _filled([a_record(5), a_record(8)], 3)
    assert [record.offset for record in filled] == [3, 4, 5, 6, 7, 8]
    holes = [record for record in filled if record.header(HOLE_HEADER)]
    assert [(record.offset, record.value) for record in holes] == [(3, None), (4, None), (6, None), (7, None)]


def test_without_a_hole_nothing_is_added() -> None:
    records = [a_record(n) for n in range(3, 9)]
    assert _filled(records, 3) == records


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 60))
def test_filled_records_have_every_offset_from_the_start_once(offsets: set[int], start: int) -> None:
    records = [a_record(offset) for offset in sorted(offsets) if offset >= start]
    if records:
        assert [r.offset for r in _filled(records, start)] == list(range(start, records[-1].offset + 1))


def test_no_offsets_are_no_holes() -> None:
    assert list(_holes("in", 0, 5, 5)) == []


def test_no_two_chunks_have_the_same_serial_number() -> None:
    assert len({Chunk([a_record(0)]).serial for _ in range(100)}) == 100


class Committing(ChunkConsumer):
    """A consumer whose broker answers commits when the test says so."""

    def __init__(self) -> None:
        self._commits: set[float] = set()


async def test_a_commit_without_an_answer_is_told_until_it_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = asyncio.Event()

    async def commit(*_: object) -> bool:
        await answered.wait()
        return True

    now = 100.0
    monkeypatch.setattr("faust.transport.consumer.Consumer._commit_offsets", commit)
    monkeypatch.setattr("services.runtime.fetches.monotonic", lambda: now)
    consumer = Committing()
    assert _unanswered(consumer) is None
    under_way = asyncio.ensure_future(consumer._commit_offsets({}))
    await asyncio.sleep(0)
    now += LONG_COMMIT_S - 1
    assert _unanswered(consumer) is None
    now += 1
    assert _unanswered(consumer) == f"Kafka, which has not answered a commit for {LONG_COMMIT_S:.0f} s"
    answered.set()
    assert await under_way
    assert _unanswered(consumer) is None


async def test_a_commit_that_fails_is_under_way_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def commit(*_: object) -> bool:
        raise ConnectionError

    monkeypatch.setattr("faust.transport.consumer.Consumer._commit_offsets", commit)
    consumer = Committing()
    with pytest.raises(ConnectionError):
        await consumer._commit_offsets({})
    assert consumer.committing_s() == 0.0
