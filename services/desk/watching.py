"""What the health page knows of the pipeline and of the sources: looked at in the background, never while
somebody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from services.runtime.errors import SettingsError
from services.standing import UnknownError

# as long as a page may show the same; asking the broker costs some hundred milliseconds of a core
FRESH = timedelta(seconds=5)
FIRST_WAIT_S = 3.0


T = TypeVar("T")


@dataclass(frozen=True)
class Seen(Generic[T]):
    """What was found at one moment, or why it could not be told."""

    at: datetime
    status: T | None
    why_not: str = ""


class Watch(Generic[T]):
    """The last that was seen. Looks again, in a thread, when somebody asks and it is older than `fresh`."""

    def __init__(
        self, look: Callable[[], T], now: Callable[[], datetime] = lambda: datetime.now(UTC), fresh: timedelta = FRESH,
    ) -> None:
        self._look, self._now, self._fresh = look, now, fresh
        self._last: Seen[T] | None = None
        self._looking: asyncio.Task[None] | None = None

    async def seen(self) -> Seen[T] | None:
        """At once, but for the first time; None where even that takes too long."""
        if self._looking is None and (self._last is None or self._now() - self._last.at > self._fresh):
            self._looking = asyncio.create_task(self._again())
        if self._last is None and self._looking is not None:
            await asyncio.wait([self._looking], timeout=FIRST_WAIT_S)
        return self._last

    async def _again(self) -> None:
        try:
            status = await asyncio.to_thread(self._look)
        except (UnknownError, SettingsError) as error:
            self._last = Seen(self._now(), None, str(error))
        else:
            self._last = Seen(self._now(), status)
        finally:
            self._looking = None
