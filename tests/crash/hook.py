"""The webhook receiver of tests/alert in a thread of its own, for a test that is not asynchronous."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.alert.receiver import Receiver, receiver

SECRET = "correct horse battery staple"


@contextmanager
def listening() -> Iterator[Receiver]:
    """It takes everything until the end of the block."""
    ready, over = threading.Event(), threading.Event()
    found: list[Receiver] = []

    async def serve() -> None:
        async with receiver(SECRET) as one:
            found.append(one)
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(30), "the receiver listens"
    try:
        yield found[0]
    finally:
        over.set()
        thread.join(10)
