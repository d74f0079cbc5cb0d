"""Batches in lanes: at once where a lane is free, together where none is, bounded always."""

import asyncio
from collections.abc import Sequence

from services.runtime.lanes import Lanes


class Desk:
    """Work that ends when it is told to."""

    def __init__(self, lanes: int, records: int) -> None:
        self.begun: list[list[str]] = []
        self.gates: list[asyncio.Event] = []
        self.lanes = Lanes[str](lanes, records, self.work)

    async def work(self, batch: Sequence[str]) -> None:
        self.begun.append(list(batch))
        gate = asyncio.Event()
        self.gates.append(gate)
        await gate.wait()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_chunk_that_finds_all_lanes_free_leaves_at_once() -> None:
    desk = Desk(2, 100)
    await desk.lanes.add("a")
    await settle()
    assert desk.begun == [["a"]]


async def test_while_one_batch_is_under_way_only_a_full_one_takes_another_lane() -> None:
    desk = Desk(2, 4)
    for chunk in ("a", "b", "cc"):
        await desk.lanes.add(chunk)
    await settle()
    assert desk.begun == [["a"]]
    await desk.lanes.add("d")
    await settle()
    assert desk.begun == [["a"], ["b", "cc", "d"]]


async def test_what_arrives_while_all_lanes_are_busy_goes_together_in_order() -> None:
    desk = Desk(1, 100)
    for chunk in ("a", "b", "c"):
        await desk.lanes.add(chunk)
    desk_first = desk.begun
    await settle()
    assert desk_first == [["a"]]
    desk.gates[0].set()
    await settle()
    assert desk.begun == [["a"], ["b", "c"]]


async def test_a_batch_is_closed_when_it_is_full() -> None:
    desk = Desk(1, 4)
    await desk.lanes.add("aaaa")
    await desk.lanes.add("bbb")
    adding = asyncio.create_task(desk.lanes.add("ccc"))
    await settle()
    assert not adding.done(), "a full batch waits: whoever adds more must wait too"
    desk.gates[0].set()
    await settle()
    assert desk.begun == [["aaaa"], ["bbb", "ccc"]]
    assert adding.done()


async def test_the_next_batch_starts_when_a_lane_is_free_though_nothing_more_arrives() -> None:
    desk = Desk(1, 100)
    await desk.lanes.add("a")
    await desk.lanes.add("b")
    await settle()
    desk.gates[0].set()
    await settle()
    assert desk.begun[-1] == ["b"]
