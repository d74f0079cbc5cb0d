"""One request at a time for each host, with a pause after it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

REMEMBERED = 10_000


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class Hosts:
    """`pause_s` between the end of a request and the begin of the next one to the same host."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str, pause_s: float = 0.0) -> AsyncIterator[None]:
        """Waits for its turn; `pause_s` is what the host itself asks for, if it is longer than ours."""
        one = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        one.waiting += 1
        try:
            async with one.lock:
                loop = asyncio.get_running_loop()
                if (left := one.free_at - loop.time()) > 0:
                    await asyncio.sleep(left)
                try:
                    yield
                finally:
                    one.free_at = loop.time() + max(pause_s, self._pause_s)
        finally:
            one.waiting -= 1
            self._forget()

    def _forget(self) -> None:
        while len(self._hosts) > REMEMBERED:
            name, oldest = next(iter(self._hosts.items()))
            if oldest.waiting:
                return
            del self._hosts[name]
