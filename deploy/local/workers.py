"""The services as local processes beside the local servers: started, found again, stopped."""

import http.client
import os
import signal
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from deploy.local.download import Say
from deploy.local.errors import StackError
from deploy.local.processes import detach, kill, running, send, stop
from deploy.local.settings import LocalStack, repository_root
from services.pipeline import DESK, FRONTS, STAGES

NAMES = tuple(one.name for one in (*STAGES, *FRONTS))
# The services bound their own stop at 8 s.
STOP_PATIENCE_S = 12.0


class Worker:
    """One process of a service. `number` tells several workers of the same service apart."""

    def __init__(self, stack: LocalStack, service: str, number: int = 0) -> None:
        if service not in NAMES:
            raise StackError(f"there is no service {service}: say one of {', '.join(NAMES)}")
        self.stack, self.service = stack, service
        self.label = service if number == 0 else f"{service}-{number}"
        self.pid_file = stack.run / f"{self.label}.pid"
        self.log = stack.log / f"{self.label}.log"
        self.mark = f"harmattan.process={self.label}.{stack.key}"

    @property
    def pid(self) -> int | None:
        """None while it does not run."""
        return running(self.pid_file, self.mark)

    def start(self, environ: Mapping[str, str] | None = None) -> None:
        """Begin it unless it runs; does not wait until it has partitions."""
        if self.pid:
            return
        self.stack.run.mkdir(parents=True, exist_ok=True)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        # -X is free for anyone's use; here it marks the process as ours
        command = [sys.executable, "-X", self.mark, "-m", f"services.{self.service}"]
        whole = {**os.environ, **self._environ(), **(environ or {})}
        detach(command, self.pid_file, self.log, whole, repository_root())

    def stop(self) -> None:
        """SIGTERM, and SIGKILL if that does not end it in time."""
        if pid := self.pid:
            stop(pid, self.mark, STOP_PATIENCE_S)
        self.pid_file.unlink(missing_ok=True)

    def kill(self) -> None:
        """SIGKILL, as a crash would."""
        if pid := self.pid:
            kill(pid, self.mark)
        self.pid_file.unlink(missing_ok=True)

    def _environ(self) -> dict[str, str]:
        own = {"HARMATTAN_DESK_PORT": str(self.stack.desk_port), "PYTHONUNBUFFERED": "1"}
        return {**self.stack.client_environ, **own}


def start_all(stack: LocalStack, say: Say, environ: Mapping[str, str] | None = None) -> list[Worker]:
    """Begin one worker of each service that has none; returns those begun."""
    workers = [Worker(stack, name) for name in NAMES]
    begun = [worker for worker in workers if not worker.pid]
    for worker in begun:
        worker.start(environ)
    if begun:
        say(f"services started: {', '.join(worker.label for worker in begun)}")
    return begun


def wait_until_working(stack: LocalStack, seconds: float = 60.0) -> None:
    """Returns when the broker has given partitions to every service and the desk is ready.

    Raises StackError when that takes too long.
    """
    from services.cli.problem import Problem
    from services.cli.status import look

    end = time.monotonic() + seconds
    idle: list[str] = list(NAMES)
    while time.monotonic() < end:
        for name in NAMES:
            worker = Worker(stack, name)
            if not worker.pid:
                raise StackError(f"service {name} has ended: {_last_line(worker.log)}; see {worker.log}")
        try:
            services = look(stack.connections).services
            idle = [name for name, state in services.items() if not state.workers]
            idle += [] if _is_ready(stack.desk_address) else [DESK.name]
        except Problem:
            idle = list(NAMES)
        if not idle:
            return
        time.sleep(0.3)
    raise StackError(f"not working after {seconds:.0f} s: {', '.join(idle)}; see {stack.log}")


def _is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, http.client.HTTPException):
        return False


def kill_all(stack: LocalStack) -> None:
    """SIGKILL to every worker of this stack; for a stack that is thrown away."""
    for worker in _begun(stack):
        worker.kill()


def _begun(stack: LocalStack) -> list[Worker]:
    workers = []
    for pid_file in sorted(stack.run.glob("*.pid")):
        service, _, number = pid_file.stem.partition("-")
        if service in NAMES:
            workers.append(Worker(stack, service, int(number or 0)))
    return workers


def stop_all(stack: LocalStack, say: Say) -> None:
    """Stop every worker of this stack, whatever its number."""
    workers = _begun(stack)
    alive = [worker for worker in workers if worker.pid]
    for worker in alive:
        if pid := worker.pid:
            send(pid, signal.SIGTERM)  # all at once, then wait for each
    for worker in workers:
        worker.stop()
    if alive:
        say(f"services stopped: {', '.join(worker.label for worker in alive)}")


def _last_line(path: Path) -> str:
    try:
        lines = path.read_text(errors="replace").strip().splitlines()
    except OSError:
        return "no log"
    return lines[-1][:300] if lines else "no log"
