"""What services/runtime/fetches.py promises, on a real broker: with kills, rebalances and holes in the offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from kafka import TopicPartition

from tests.integration.copier import RECORDS, Copier
from tests.integration.desk import Desk, own_word
from tests.integration.waiting import until

pytestmark = pytest.mark.integration


@pytest.fixture
def copier(servers: Desk, tmp_path: Path) -> Iterator[Copier]:
    copier = Copier(servers, tmp_path)
    yield copier
    copier.end()


SLOW = 0.1  # with chunks of 200, two at a time: 4,000 records a second


def test_nothing_is_missing_after_three_kills(copier: Copier) -> None:
    copier.fill()
    copier.pace(SLOW)
    for copied in (3_000, 8_000, 13_000):
        copier.start()
        copier.wait_for(copied)
        copier.kill()
        assert copier.copied() < RECORDS
    copier.pace(0)
    copier.start()
    copier.wait_for_no_lag()
    values = copier.values()
    print(f"3 kills: {RECORDS - len(values)} missing, {values.total() - RECORDS} repeated")
    assert set(values) == set(range(RECORDS))


def test_nothing_is_missing_and_nothing_repeated_after_sigterm(copier: Copier) -> None:
    copier.fill()
    copier.pace(SLOW)
    for copied in (3_000, 8_000):
        copier.start()
        copier.wait_for(copied)
        copier.stop()
        assert copier.copied() < RECORDS
        # what was finished is committed, to the record
        assert RECORDS - copier.broker.lag(copier.group, copier.inward) == copier.copied()
    copier.pace(0)
    copier.start()
    copier.wait_for_no_lag()
    values = copier.values()
    print(f"2 SIGTERM: {RECORDS - len(values)} missing, {values.total() - RECORDS} repeated")
    assert set(values) == set(range(RECORDS))
    assert values.total() == RECORDS


def test_nothing_is_missing_when_workers_come_go_and_die(copier: Copier) -> None:
    copier.fill()
    copier.pace(SLOW)
    copier.start(0)
    copier.wait_for(1_000)
    copier.pace(1)  # so that there is work left for all of them
    copier.start(1)
    copier.wait_for_share_of(1)
    copier.kill(0)
    copier.start(2)
    copier.wait_for_share_of(2)
    copier.stop(1)
    assert copier.copied() < RECORDS
    copier.pace(0)
    copier.wait_for_no_lag()
    values = copier.values()
    print(f"kill, join, stop: {RECORDS - len(values)} missing, {values.total() - RECORDS} repeated")
    assert set(values) == set(range(RECORDS))


def test_a_later_chunk_that_is_done_first_is_not_committed_past_an_earlier_one(copier: Copier) -> None:
    held, key = copier.folder / "go", b"one partition"
    copier.broker.create(copier.inward, 1)
    copier.broker.create(copier.outward)
    values = [b"0", b"1", f"hold:{held}".encode(), *(str(number).encode() for number in range(3, 20))]
    copier.broker.produce(copier.inward, values, keys=[key] * len(values))
    # one record in a chunk, two chunks at once: record 3 and the next are done while record 2 is held
    copier.start(HARMATTAN_CHUNK_RECORDS="1", HARMATTAN_IN_FLIGHT="2")
    copier.wait_for(19)
    place = TopicPartition(copier.inward, 0)
    until(lambda: copier.broker.committed(copier.group).get(place), lambda offset: offset == 2, 30, "committed up to 2")
    copier.kill()
    # all but the first two are done again, since nobody knows how far the work went
    copier.start(HARMATTAN_CHUNK_RECORDS="1", HARMATTAN_IN_FLIGHT="2")
    copier.wait_for(19 + 17)
    assert copier.broker.committed(copier.group)[place] == 2
    held.touch()
    copier.wait_for_no_lag()
    assert copier.copied() == 2 + 17 * 2 + 1


def test_a_bug_ends_the_process_with_its_traceback_and_commits_nothing(copier: Copier) -> None:
    copier.broker.create(copier.inward, 1)
    copier.broker.create(copier.outward)
    copier.broker.produce(copier.inward, [b"0", b"1", b"bug", b"3"])
    copier.start(HARMATTAN_CHUNK_RECORDS="1", HARMATTAN_IN_FLIGHT="1")
    until(copier.alive, lambda alive: not alive, 60, "ended")
    assert "a bug, as ordered" in copier.log()
    assert "Traceback" in copier.log()
    assert copier.broker.committed(copier.group).get(TopicPartition(copier.inward, 0), 0) <= 2


async def test_marks_of_transactions_and_aborted_records_leave_no_lag(copier: Copier) -> None:
    """A commit leaves a mark behind the records, which is an offset without a record."""
    copier.broker.create(copier.inward, 2)
    copier.broker.create(copier.outward)
    producer = AIOKafkaProducer(bootstrap_servers=copier.broker.bootstrap, transactional_id=own_word())
    await producer.start()
    try:
        for begin in range(0, 1000, 100):
            async with producer.transaction():
                for number in range(begin, begin + 100):
                    await producer.send(copier.inward, str(number).encode())
            await producer.begin_transaction()
            await (await producer.send(copier.inward, b"-1"))
            await producer.abort_transaction()
    finally:
        await producer.stop()
    copier.start()
    copier.wait_for_no_lag()
    assert copier.values() == Counter(range(1000))
    # and again from there: the mark at the end is committed, nothing is read twice
    copier.stop()
    copier.start()
    copier.broker.produce(copier.inward, [b"1000"])
    copier.wait_for_no_lag()
    assert copier.values() == Counter(range(1001))


def test_records_that_compaction_took_away_leave_no_lag(copier: Copier) -> None:
    copier.broker.create(
        copier.inward, 1,
        **{
            "cleanup.policy": "compact", "segment.ms": "100", "min.cleanable.dirty.ratio": "0.01",
            "max.compaction.lag.ms": "100", "segment.bytes": str(1024 * 1024),
        },
    )
    copier.broker.create(copier.outward)
    # ten keys over and over; the last write closes the segment before it
    values = [str(number).encode() for number in range(5000)]
    copier.broker.produce(copier.inward, values, keys=[b"k%d" % (number % 10) for number in range(5000)])

    def left() -> int:
        copier.broker.produce(copier.inward, [b"5000"], keys=[b"last"])
        return len(copier.broker.read(copier.inward))

    until(left, lambda count: count < 1000, 90, "compacted")
    copier.start()
    copier.wait_for_no_lag()
    copied = copier.values()
    assert set(range(4990, 5001)) <= set(copied)


def test_a_group_shared_out_while_the_broker_named_no_topic_is_shared_out_again(copier: Copier, tmp_path: Path) -> None:
    """A broker that has just come back may name none for a moment; Faust would ask again after five minutes."""
    door = tmp_path / "door"
    copier.start(PASSTHROUGH_DOOR=str(door))
    until(copier.log, lambda log: "at the door" in log, 60, "begun")
    copier.broker.delete(copier.inward)
    door.touch()
    until(copier.log, lambda log: "Ignoring missing topic" in log, 60, "given nothing")
    copier.broker.create(copier.inward)
    copier.broker.produce(copier.inward, [b"1"] * 100)
    until(copier.copied, lambda count: count == 100, 60, "read all the same")
