"""A worker ends, even where what it has to stop does not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from services.runtime.worker import BUG_EXIT

HANGS = """
import asyncio
import faust
from services.runtime.worker import BoundedWorker

class App(faust.App):
    def on_init_dependencies(self):
        return []

    async def on_start(self):
        WHERE

    async def fall(self):
        raise RuntimeError("a bug of the runtime's own")

    async def on_stop(self):
        await asyncio.sleep(60)

app = App("hangs", web_enabled=False)
worker = BoundedWorker(app, loglevel="CRITICAL", quiet=True)
worker.stop_timeout_s = 0.5
worker.execute_from_commandline()
"""


@pytest.mark.parametrize("where", ["await self.fall()", "self.add_future(self.fall())"])
def test_a_worker_that_crashed_ends_though_its_stop_hangs(where: str) -> None:
    program = HANGS.replace("WHERE", where)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=30, check=False)
    assert ended.returncode == BUG_EXIT, ended.stderr.decode()
