"""`python -m tests.integration.passthrough NAME IN OUT`: a service that copies one topic to another.

A record whose value is `hold:PATH` keeps its chunk waiting until there is a file PATH. The file PASSTHROUGH_PACE holds
the seconds that each chunk takes. A record `bug` is one. Where PASSTHROUGH_DOOR names a file, the worker says
"at the door" and goes on to its consumer and producer when that file is there.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from schemas.record import HOLE_HEADER, Batch, Send
from services.pipeline import Stage, Topic
from services.runtime.run import run
from services.runtime.service import Service

NAME, IN, OUT = sys.argv[1:4] if len(sys.argv) > 3 else ("", "", "")
PACE = Path(os.environ.get("PASSTHROUGH_PACE", os.devnull))
DOOR = os.environ.get("PASSTHROUGH_DOOR")
WORKER = os.environ.get("PASSTHROUGH_WORKER", "").encode()
HOLD = b"hold:"


async def until_there(file: Path) -> None:
    """Returns when the file exists."""
    while not file.exists():
        await asyncio.sleep(0.02)


class Passthrough(Service):
    """Writes every record as it is, with its place as key."""

    stage = Stage(NAME, "copies", (Topic(IN, "anything", "any"),), (Topic(OUT, "the same", "place"),), (), 0)

    async def start(self) -> None:
        if DOOR:
            print("at the door", file=sys.stderr, flush=True)
            await until_there(Path(DOOR))

    async def handle(self, topic: str, chunk: Batch) -> None:  # noqa: ARG002  # it reads one topic
        for record in chunk:
            if record.value == b"bug":
                raise RuntimeError("a bug, as ordered")
            if record.value and record.value.startswith(HOLD):
                await until_there(Path(record.value.removeprefix(HOLD).decode()))
        await asyncio.sleep(float(PACE.read_text() or 0))
        await self.writer.write(
            Send(OUT, f"{record.partition}-{record.offset}".encode(), record.value or b"", (("worker", WORKER),))
            for record in chunk if not record.header(HOLE_HEADER)
        )


if __name__ == "__main__":
    del sys.argv[1:]  # Faust reads them too
    run(Passthrough)
