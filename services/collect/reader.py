"""Strangers' bytes are read in processes of their own, with bounds on time and memory.

A parser that hangs or eats memory ends with its process and holds up nobody; the service only sees `Unreadable`.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
from collections.abc import Sequence
from concurrent.futures import TimeoutError as PoolTimeoutError
from pathlib import Path
from typing import Any

import structlog
from pebble import ProcessExpired, ProcessPool

from schemas.source import Source
from services.collect.item import Document, Item, Unreadable

log = structlog.get_logger("harmattan")

SECONDS = 20.0
LOCAL_SECONDS = 120.0
# of address space, most of which libraries only reserve; a page of 4 MiB takes some 200 MB
MEMORY = 2 * 1024**3
# a process is replaced after as many, so that what a library leaks is bounded too
TASKS = 2000


class Reader:
    """`read` and `extract` never raise for what is in the bytes."""

    def __init__(self, processes: int = 1, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        # spawn, not fork: the service has threads
        self._pool = ProcessPool(
            processes, max_tasks=TASKS, initializer=_bound, context=multiprocessing.get_context("spawn")
        )

    async def read(self, kind: str, body: bytes, content_type: str, address: str) -> Document | Unreadable:
        """What an answer of a source of that kind says."""
        found = await self._run(_read, kind, body, content_type, address)
        return found if isinstance(found, Document | Unreadable) else Unreadable("read as something else")

    async def local(self, source: Source, position: str | None, roots: Sequence[Path]) -> Document | Unreadable:
        """What a folder or an archive on this machine holds behind a position."""
        found = await self._run(_local, source, position, roots, seconds=LOCAL_SECONDS)
        return found if isinstance(found, Document | Unreadable) else Unreadable("read as something else")

    async def extract(self, body: bytes, content_type: str, address: str) -> Item | Unreadable:
        """The article of a web page."""
        found = await self._run(_extract, body, content_type, address)
        return found if isinstance(found, Item | Unreadable) else Unreadable("read as something else")

    def close(self) -> None:
        """Ends the processes, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble types most, not this
        self._pool.join()

    async def _run(self, work: Any, *arguments: Any, seconds: float | None = None) -> object:
        seconds = seconds or self._seconds
        try:
            return await asyncio.wrap_future(self._pool.schedule(work, args=arguments, timeout=seconds))
        except (TimeoutError, PoolTimeoutError):
            return Unreadable(f"reading it took more than {seconds:.0f} s")
        except ProcessExpired:
            return Unreadable("reading it took too much memory")
        except asyncio.CancelledError:
            raise
        # Parsers of others on bytes of others raise anything. It is this source's failure, shown with it, and logged.
        except Exception as error:
            log.warning("a parser failed", work=str(arguments)[-200:], error=repr(error)[:300])
            return Unreadable(f"its parser failed: {type(error).__name__}")


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _read(kind: str, body: bytes, content_type: str, address: str) -> Document | Unreadable:
    from services.collect.kinds import READERS

    return READERS[kind](body, content_type, address)


def _local(source: Source, position: str | None, roots: Sequence[Path]) -> Document | Unreadable:
    from services.collect.local import read_local

    return read_local(source, position, roots)


def _extract(body: bytes, content_type: str, address: str) -> Item | Unreadable:
    from services.collect.kinds.page import extract

    return extract(body, content_type, address)
