"""Strangers' bytes are read in processes of their own, with bounds on time and memory.

A parser that hangs or eats memory ends with its process and holds up nobody; the service only sees `Unreadable`.
"""

from __future__ import annotations

import asyncio
import atexit
import multiprocessing
import resource
import signal
from collections.abc import Sequence
from concurrent.futures import TimeoutError as PoolTimeoutError
from pathlib import Path
from typing import Any

import structlog
from pebble import ProcessExpired, ProcessPool

from schemas.source import Source
from services.collect.item import Document, Item, Unreadable
from services.collect.site_words import SHIPPED, read_from

log = structlog.get_logger("harmattan")

SECONDS = 20.0
LOCAL_SECONDS = 120.0
# of address space, most of which libraries only reserve; a page of 4 MiB takes some 200 MB
MEMORY = 2 * 1024**3
# A process is replaced after as many, so that what a library leaks is bounded too. A sitting over an archive has a
# hundred pages; the process has to unpack its archive anew.
TASKS, SITTINGS = 2000, 200


class Reader:
    """`read` and `extract` never raise for what is in the bytes. `seeds` is where the words of sites are read from."""

    def __init__(self, processes: int = 1, seconds: float = SECONDS, seeds: Path = SHIPPED) -> None:
        self._seconds, self._seeds = seconds, seeds
        self._pool = _pool(processes, TASKS, seeds)
        # of its own, so that feeds need not wait for archives, and one that knows where it stopped reads on
        self._local_pool: ProcessPool | None = None

    async def read(self, kind: str, body: bytes, content_type: str, address: str) -> Document | Unreadable:
        """What an answer of a source of that kind says."""
        found = await self._run(_read, kind, body, content_type, address)
        return found if isinstance(found, Document | Unreadable) else Unreadable("read as something else")

    async def local(self, source: Source, position: str | None, roots: Sequence[Path]) -> Document | Unreadable:
        """What a folder or an archive on this machine holds behind a position."""
        self._local_pool = self._local_pool or _pool(1, SITTINGS, self._seeds)
        found = await self._run(
            _local, source, position, roots, seconds=LOCAL_SECONDS, pool=self._local_pool
        )
        return found if isinstance(found, Document | Unreadable) else Unreadable("read as something else")

    async def extract(self, body: bytes, content_type: str, address: str) -> Item | Unreadable:
        """The article of a web page."""
        found = await self._run(_extract, body, content_type, address)
        return found if isinstance(found, Item | Unreadable) else Unreadable("read as something else")

    def close(self) -> None:
        """Ends the processes, whatever they do."""
        for pool in filter(None, (self._pool, self._local_pool)):
            pool.stop()  # type: ignore[no-untyped-call]  # pebble types most, not this
            pool.join()

    async def _run(
        self, work: Any, *arguments: Any, seconds: float | None = None, pool: ProcessPool | None = None
    ) -> object:
        seconds = seconds or self._seconds
        try:
            return await asyncio.wrap_future((pool or self._pool).schedule(work, args=arguments, timeout=seconds))
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


def _pool(processes: int, tasks: int, seeds: Path) -> ProcessPool:
    # spawn, not fork: the service has threads
    return ProcessPool(
        processes, max_tasks=tasks, initializer=_begin, initargs=[seeds], context=multiprocessing.get_context("spawn")
    )


def _begin(seeds: Path) -> None:
    # pebble ends a process that is ending by itself already, which Python would tell as an error of its own
    atexit.register(signal.signal, signal.SIGTERM, signal.SIG_DFL)
    read_from(seeds)
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
