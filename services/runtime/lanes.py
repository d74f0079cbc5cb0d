"""Whole batches in a few lanes: what arrives while all lanes are busy goes together into the next.

A fetch brings a chunk for each partition, and a busy service would otherwise write eight small batches where one large
one costs a third. A chunk that finds all lanes free leaves at once. While one is under way, the next leaves only as a
full batch: two requests in flight keep the cores busy in a flood, and where articles trickle in they are only twice as
many requests, each of which costs the broker and Elasticsearch (a segment of its own at every refresh) the same.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """What a batch is made of."""

    def __len__(self) -> int: ...


T = TypeVar("T", bound=Sized)


class Lanes(Generic[T]):
    """`work` is called with one or more chunks, oldest first, in at most `lanes` tasks at once.

    A batch is closed when it holds `records` records or more. `work` must not raise.
    """

    def __init__(self, lanes: int, records: int, work: Callable[[Sequence[T]], Awaitable[None]]) -> None:
        self._lanes, self._free, self._records, self._work = lanes, lanes, records, work
        self._waiting: deque[T] = deque()
        self._room = asyncio.Event()
        # a task that nobody holds may be collected before it ends
        self._tasks: set[asyncio.Task[None]] = set()

    async def add(self, chunk: T) -> None:
        """Returns at once while less than one batch waits, else when there is room again: so memory stays bounded."""
        self._waiting.append(chunk)
        self._start()
        while self._full():
            self._room.clear()
            await self._room.wait()

    def _full(self) -> bool:
        return sum(map(len, self._waiting)) >= self._records

    def _start(self) -> None:
        while self._waiting and self._free and (self._free == self._lanes or self._full()):
            batch = [self._waiting.popleft()]
            while self._waiting and sum(map(len, batch)) < self._records:
                batch.append(self._waiting.popleft())
            self._free -= 1
            task = asyncio.get_running_loop().create_task(self._run(batch))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _run(self, batch: Sequence[T]) -> None:
        try:
            await self._work(batch)
        finally:
            self._free += 1
            self._start()
            self._room.set()
