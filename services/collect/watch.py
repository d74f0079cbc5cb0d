"""The sources that this worker has now, each polled when it is due."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.pace import Pace, delay_s
from services.collect.poll import current, revived
from services.collect.routing import host_of

# How long a worker that loses its sources waits for the polls under way, before it gives them up.
PATIENCE_S = 5.0
LEAST_GAP_MS = 10_000

Poll = Callable[[Source, SourceState], Awaitable[SourceState]]


@dataclass(slots=True)
class Watched:
    """`poke` is set when the source is to be polled now."""

    source: Source
    state: SourceState
    poke: asyncio.Event = field(default_factory=asyncio.Event)
    busy: bool = False
    task: asyncio.Task[None] | None = None


class Watch:
    """`poll` polls one source and keeps its state before it returns; it must not raise but on a bug.

    At most `at_once` polls are under way, one for each host.
    """

    def __init__(self, poll: Poll, now: Callable[[], int], pace: Pace, at_once: int) -> None:
        self._poll, self._now, self._pace = poll, now, pace
        self._slots = asyncio.Semaphore(at_once)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.watched: dict[str, Watched] = {}
        self.failed: asyncio.Future[None] | None = None

    def add(self, source: Source, state: SourceState | None) -> None:
        """Watches a source, or watches it by its new definition; one that was retired is asked once more."""
        old = self.watched.get(source.id)
        if old is not None:
            if old.source == source and not old.state.retired:
                return
            state = revived(old.state) if state is None else state
            self.drop(source.id)
        if source.removed:
            return
        one = Watched(source, current(source, state, self._pace))
        self.watched[source.id] = one
        one.task = asyncio.get_running_loop().create_task(self._run(one))

    def drop(self, source_id: str) -> None:
        """Watches it no longer. A poll under way is given up, at worst after it fed what the next one feeds again."""
        one = self.watched.pop(source_id, None)
        if one and one.task:
            one.task.cancel()

    def poke(self, source_id: str) -> bool:
        """Polls it now; False where it is not ours."""
        one = self.watched.get(source_id)
        if one is None:
            return False
        one.poke.set()
        return True

    async def stop(self, patience_s: float = PATIENCE_S) -> None:
        """Returns when no poll is under way any more."""
        ours, self.watched = list(self.watched.values()), {}
        for one in ours:
            if one.task and not one.busy:
                one.task.cancel()
        busy = [one.task for one in ours if one.task and one.busy]
        if busy:
            _, late = await asyncio.wait(busy, timeout=patience_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, one: Watched) -> None:
        while not one.state.retired:
            await self._until_due(one)
            async with self._hosts[host_of(one.source)], self._slots:
                if self.watched.get(one.source.id) is not one:
                    return
                one.busy = True
                try:
                    one.state = await self._poll(one.source, one.state)
                finally:
                    one.busy = False
            if self.watched.get(one.source.id) is not one:
                return

    async def _until_due(self, one: Watched) -> None:
        # asyncio's own clock never goes back
        with suppress(TimeoutError):
            await asyncio.wait_for(one.poke.wait(), delay_s(one.state, self._now()))
        one.poke.clear()
        # a hub may call as often as it likes
        since = self._now() - one.state.polled if one.state.polled is not None else LEAST_GAP_MS
        if 0 <= since < LEAST_GAP_MS:
            await asyncio.sleep(min(LEAST_GAP_MS - since, one.state.interval * 1000) / 1000)


def of_partitions(sources: Iterable[Source], partition: Callable[[Source], int], ours: frozenset[int]) -> list[Source]:
    """Those that belong to our partitions."""
    return [source for source in sources if partition(source) in ours]
