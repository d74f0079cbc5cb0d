"""What the alert service does again and again, beside the articles that come in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from services.runtime.errors import SettingsError, leave

log = structlog.get_logger("harmattan")

EVERY = timedelta(seconds=5)


async def rounds(what: str, step: Callable[[], Awaitable[object]], every: timedelta = EVERY) -> None:
    """Calls `step` until it is cancelled; ends the process when a server will not have us."""
    while True:
        await asyncio.sleep(every.total_seconds())
        await once(what, step)


async def once(what: str, step: Callable[[], Awaitable[object]]) -> None:
    """Calls `step`. A bug in it is logged, but must not keep new alerts from going out."""
    try:
        await step()
    except SettingsError as error:
        leave(error)
    except Exception:
        log.exception("failed, and is tried again", what=what)
