"""Workers of a service that only copies, to be killed, paced and counted."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from aiokafka import AIOKafkaProducer

from deploy.local.processes import detach, kill, running, send
from deploy.local.settings import repository_root
from tests.integration.desk import Desk, own_word
from tests.integration.waiting import until

RECORDS = 60_000
BATCH = 250


class Copier:
    """Workers of a service that copies `inward` to `outward`."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.broker, self.folder = desk.broker, folder
        self.name = f"copy-{own_word()}"
        self.inward, self.outward = f"{self.name}.in", f"{self.name}.out"
        self.group = f"harmattan-{self.name}"
        self.environ = {
            **os.environ, **desk.environ, "HARMATTAN_WEB_PORT": "0", "HARMATTAN_CHUNK_RECORDS": "200",
            "PASSTHROUGH_PACE": str(folder / "pace"),
        }
        self.pace(0)
        self.started: list[int] = []

    def fill(self, records: int = RECORDS, partitions: int = 8) -> None:
        """`records` small records with their number as value."""
        self.broker.create(self.inward, partitions)
        self.broker.create(self.outward)
        asyncio.run(self._fill(records, partitions))

    async def _fill(self, records: int, partitions: int) -> None:
        """In batches of some hundred: a future for each of so small records costs more than all else done to them."""
        producer = AIOKafkaProducer(bootstrap_servers=self.broker.bootstrap, acks="all")
        await producer.start()
        try:
            for begin in range(0, records, BATCH):
                batch = producer.create_batch()
                for number in range(begin, min(begin + BATCH, records)):
                    batch.append(key=None, value=str(number).encode(), timestamp=None)
                await (await producer.send_batch(batch, self.inward, partition=begin // BATCH % partitions))
        finally:
            await producer.stop()

    def pace(self, seconds: float) -> None:
        """What each chunk takes from now on."""
        new = self.folder / "pace.new"
        new.write_text(str(seconds))
        new.rename(self.folder / "pace")

    def start(self, worker: int = 0, **environ: str) -> None:
        module = ["-m", "tests.integration.passthrough", self.name, self.inward, self.outward]
        detach(
            [sys.executable, "-X", self._mark(worker), *module], self._pid_file(worker),
            self.folder / f"{worker}.log",
            {**self.environ, "PASSTHROUGH_WORKER": str(worker), **environ}, repository_root(),
        )
        self.started.append(worker)

    def kill(self, worker: int = 0) -> None:
        pid = running(self._pid_file(worker), self._mark(worker))
        assert pid, self.log(worker)
        kill(pid, self._mark(worker))

    def stop(self, worker: int = 0) -> None:
        """SIGTERM, which must end it within 10 s."""
        pid = running(self._pid_file(worker), self._mark(worker))
        assert pid, self.log(worker)
        send(pid, signal.SIGTERM)
        until(lambda: running(self._pid_file(worker), self._mark(worker)), lambda pid: pid is None, 10, "ended")

    def end(self) -> None:
        for worker in self.started:
            if pid := running(self._pid_file(worker), self._mark(worker)):
                kill(pid, self._mark(worker))

    def alive(self, worker: int = 0) -> bool:
        return running(self._pid_file(worker), self._mark(worker)) is not None

    def log(self, worker: int = 0) -> str:
        return (self.folder / f"{worker}.log").read_text()

    def copied(self) -> int:
        return sum(self.broker.ends(self.outward).values())

    def wait_for(self, copied: int) -> None:
        until(self.copied, lambda count: count >= copied, 120, f"{copied} records copied")

    def wait_for_no_lag(self) -> None:
        until(lambda: self.broker.lag(self.group, self.inward), lambda lag: lag == 0, 120, "no lag")

    def wait_for_share_of(self, worker: int) -> None:
        """Until that worker has copied something."""
        def workers() -> set[bytes]:
            return {dict(record.headers)["worker"] for record in self.broker.read(self.outward)}

        until(workers, lambda seen: str(worker).encode() in seen, 90, f"worker {worker} at work")

    def values(self) -> Counter[int]:
        """How often each number was copied."""
        return Counter(int(record.value) for record in self.broker.read(self.outward))

    def _mark(self, worker: int) -> str:
        return f"harmattan.process={self.name}.{worker}"

    def _pid_file(self, worker: int) -> Path:
        return self.folder / f"{worker}.pid"
