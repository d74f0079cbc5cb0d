"""The two servers of a stack, and one of them brought up or down."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from deploy.local.download import Say
from deploy.local.elasticsearch import Elasticsearch
from deploy.local.errors import StackError
from deploy.local.kafka import Kafka
from deploy.local.locks import locked
from deploy.local.processes import kill, running, stop, wait_until
from deploy.local.settings import LocalStack

NAMES = ("kafka", "elasticsearch")
_READY_LIMIT_SECONDS = 180.0
_LOG = "harmattan.log"


class Server(Protocol):
    """What starting and stopping needs to know of a server."""

    name: str
    label: str
    address: str
    ports: list[int]
    port_setting: str
    mark: str
    run: Path
    log: Path
    data: Path
    pid_file: Path
    patience: float

    def begin(self, say: Say, /) -> None: ...
    def is_ready(self) -> bool: ...


def server(stack: LocalStack, name: str) -> Server:
    """The server of that name; StackError for any other name."""
    if name == "kafka":
        return Kafka(stack)
    if name == "elasticsearch":
        return Elasticsearch(stack)
    raise StackError(f"there is no server {name}: say one of {', '.join(NAMES)}")


def own_names(stack: LocalStack) -> list[str]:
    """The servers that are ours to run: all but those whose address the user has given."""
    given = {"kafka": stack.kafka_bootstrap, "elasticsearch": stack.elasticsearch_url}
    return [name for name in NAMES if not given[name]]


def pid_of(one: Server) -> int | None:
    return running(one.pid_file, one.mark)


def start_server(stack: LocalStack, one: Server, say: Say) -> None:
    """Have `one` running and ready; raises StackError when it does not come up."""
    begun = time.monotonic()
    with locked(_lock(stack, one), lambda: say(f"{one.label}: another process is starting it …")):
        if pid_of(one) and one.is_ready():
            say(f"{one.label} runs on {one.address}")
            return
        seen = _size(one.log / _LOG)
        try:
            if not pid_of(one):
                one.begin(say)
            _await(one)
        except StackError as error:
            words = _last_words(one.log, seen)
            raise StackError(f"{one.label} did not start: {error}; {words}") from error
    say(f"{one.label} ready on {one.address} ({time.monotonic() - begun:.1f} s)")


def stop_server(stack: LocalStack, one: Server, say: Say) -> None:
    """Have `one` not running; a process that is not ours is left alone."""
    begun = time.monotonic()
    with locked(_lock(stack, one)):
        if pid := pid_of(one):
            stop(pid, one.mark, one.patience)
            say(f"{one.label} stopped ({time.monotonic() - begun:.1f} s)")
        one.pid_file.unlink(missing_ok=True)


def kill_server(stack: LocalStack, one: Server, say: Say) -> None:
    """End `one` the hard way, as a crash would; its data stay."""
    with locked(_lock(stack, one)):
        pid = pid_of(one)
        if not pid:
            raise StackError(f"{one.label} does not run: python -m deploy.local up")
        kill(pid, one.mark)
        say(f"{one.label} killed")


def _lock(stack: LocalStack, one: Server) -> Path:
    return stack.run / f"{one.name}.lock"


def _await(one: Server) -> None:
    """Return when `one` is ready; StackError as soon as it is gone, or after a bounded wait."""
    if not wait_until(lambda: not pid_of(one) or one.is_ready(), _READY_LIMIT_SECONDS):
        raise StackError(f"it runs but does not answer after {_READY_LIMIT_SECONDS:.0f} s")
    if not pid_of(one):
        raise StackError("it ended")


def _last_words(log: Path, seen: int) -> str:
    """Why it ended, as far as it logged after the first `seen` bytes, or printed."""
    for name, skip in ((_LOG, seen), ("output.log", 0)):
        path = log / name
        text = path.read_bytes()[skip:] if path.is_file() else b""
        if reason := reason_in(text.decode(errors="replace").splitlines()):
            return f"{reason[:300]} (see {path})"
    return f"see {log}"


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def reason_in(lines: Sequence[str]) -> str | None:
    """The first line that names an error; what follows are its consequences."""
    signs = ("Exception:", "ERROR", "FATAL", "Error:", "error:")
    return next((line.strip() for line in lines if any(sign in line for sign in signs)), None)
