"""The local stack as a whole: up, down, clean, status."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from deploy.local import kafka, preflight, workers
from deploy.local.download import Say, download, missing
from deploy.local.elasticsearch import health_of, without_password
from deploy.local.errors import StackError
from deploy.local.guard import guarded
from deploy.local.places import leave_place
from deploy.local.ports import free_ports
from deploy.local.servers import (
    NAMES,
    Server,
    kill_server,
    own_names,
    pid_of,
    server,
    start_server,
    stop_server,
)
from deploy.local.settings import KafkaSecurity, LocalStack, from_environment

T = TypeVar("T")


class Addresses(NamedTuple):
    """Where the clients connect to."""

    kafka: str
    elasticsearch: str


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """One server as it is now; `pid` is None for one that is down or not ours."""

    name: str
    address: str
    own: bool
    pid: int | None
    ready: bool


def _print(line: str) -> None:
    print(line, flush=True)


def up(
    stack: LocalStack | None = None, say: Say = _print, on_ready: Callable[[str], None] = lambda _: None
) -> Addresses:
    """Have both servers fetched, running and ready; they outlive the caller.

    Those that run already are left as they are, those whose address the user
    has given are only asked. `on_ready` is told the name of each of ours when
    it is ready, while the other may still be starting; it is called in a thread.
    Raises StackError with the line to show.
    """
    stack = stack or from_environment()
    _check_given(stack, say)
    own = [server(stack, name) for name in own_names(stack)]
    preflight.check(stack, [one for one in own if not pid_of(one)], say)

    def ready(one: Server) -> None:
        _fetch_and_start(stack, one, say)
        on_ready(one.name)

    _all(own, ready)
    return Addresses(stack.kafka_address, stack.elasticsearch_address)


def fetch(stack: LocalStack | None = None, say: Say = _print) -> None:
    """Download what the cache lacks, both at once."""
    stack = stack or from_environment()
    lacking = [name for name in missing(stack) if name in own_names(stack)]
    if lacking:
        preflight.ensure_programs(True, say)
        preflight.check_disk(stack.cache)
    _all(lacking, lambda name: download(stack, name, say))


def down(stack: LocalStack | None = None, say: Say = _print) -> None:
    """Stop what `up` started; data and logs stay."""
    stack = stack or from_environment()
    _all(_servers(stack), lambda one: stop_server(stack, one, say))


def clean(stack: LocalStack | None = None, say: Say = _print) -> None:
    """Stop both and remove their data and logs; the downloads stay."""
    stack = stack or from_environment()
    down(stack, say)
    leave_place(stack)
    for name in NAMES:
        for folder in (stack.data, stack.log, stack.run):
            shutil.rmtree(folder / name, ignore_errors=True)
    shutil.rmtree(stack.home / "snapshots", ignore_errors=True)
    say(f"data, snapshots and logs removed from {stack.home}")


def status(stack: LocalStack | None = None) -> list[ServerStatus]:
    """Both servers as they are now."""
    stack = stack or from_environment()
    ready = {
        "kafka": _kafka_answers(stack),
        "elasticsearch": _colour(stack) in ("yellow", "green"),
    }
    address = {"kafka": stack.kafka_address, "elasticsearch": stack.elasticsearch_address}
    own = own_names(stack)
    pids = {one.name: pid_of(one) for one in _servers(stack) if one.name in own}
    return [
        ServerStatus(name, without_password(address[name]), name in own, pids.get(name), ready[name]) for name in NAMES
    ]


def kill(name: str, stack: LocalStack | None = None, say: Say = _print) -> None:
    """`kill -9` one server; StackError when it does not run."""
    stack = stack or from_environment()
    kill_server(stack, server(stack, name), say)


def start(name: str, stack: LocalStack | None = None, say: Say = _print) -> None:
    """Start one server on the data it has."""
    stack = stack or from_environment()
    one = server(stack, name)
    if not pid_of(one):
        preflight.check(stack, [one], say)
    _fetch_and_start(stack, one, say)


@contextmanager
def temporary_stack(
    home: Path,
    kafka_port: int | None = None,
    es_port: int | None = None,
    *,
    kafka_heap: str = "256m",
    es_heap: str = "512m",
    kafka_security: KafkaSecurity | None = None,
    brief: bool = False,
    say: Say = lambda _: None,
) -> Iterator[LocalStack]:
    """A Kafka and an Elasticsearch of one's own for a test, on free ports unless given.

    Uses the shared cache, ignores KAFKA_BOOTSTRAP and ELASTICSEARCH_URL. At the
    end, or when the process dies, both are killed and their data removed; the
    logs stay in `home`.
    """
    free = free_ports(4)
    stack = LocalStack(
        home=home.resolve(),
        cache=from_environment().cache,
        kafka_port=kafka_port or free[0],
        kafka_controller_port=free[1],
        elasticsearch_port=es_port or free[2],
        desk_port=free[3],
        kafka_heap=kafka_heap,
        elasticsearch_heap=es_heap,
        kafka_security=kafka_security,
        brief=brief,
    )
    with guarded(stack):
        try:
            up(stack, say)
            yield stack
        finally:
            discard(stack)


def discard(stack: LocalStack) -> None:
    """Kill both servers and whatever services run beside them, and remove their data; keep the logs."""
    workers.kill_all(stack)
    for one in _servers(stack):
        if pid_of(one):
            kill_server(stack, one, lambda _: None)
        for folder in (one.data, one.run):
            shutil.rmtree(folder, ignore_errors=True)
    leave_place(stack)


def _servers(stack: LocalStack) -> list[Server]:
    return [server(stack, name) for name in NAMES]


def _fetch_and_start(stack: LocalStack, one: Server, say: Say) -> None:
    download(stack, one.name, say)
    start_server(stack, one, say)


def _all(items: Iterable[T], action: Callable[[T], None]) -> None:
    """Act on all at once; wait for all, then raise the first error there was."""
    with ThreadPoolExecutor(len(NAMES)) as pool:
        futures = [pool.submit(action, item) for item in items]
    for future in futures:
        future.result()


def _check_given(stack: LocalStack, say: Say) -> None:
    if given := stack.kafka_bootstrap:
        if not _kafka_answers(stack):
            raise StackError(f"no Kafka answers on {given}: start it, or unset KAFKA_BOOTSTRAP to get one here")
        say(f"Kafka answers on {given}")
    if url := stack.elasticsearch_url:
        shown, colour = without_password(url), _colour(stack)
        if colour not in ("yellow", "green"):
            raise StackError(
                f"no healthy Elasticsearch on {shown} ({colour}): start it, or unset ELASTICSEARCH_URL to get one here"
            )
        say(f"Elasticsearch answers on {shown}")


def _kafka_answers(stack: LocalStack) -> bool:
    if not stack.kafka_bootstrap:
        return kafka.answers(stack.kafka_address)
    from services.runtime import links
    from services.runtime.errors import RefusedError

    try:
        links.check(stack.connections)
    except RefusedError as error:
        raise StackError(str(error)) from None
    return kafka.answers(stack.kafka_address, links.kafka_python(stack.connections))


def _colour(stack: LocalStack) -> str:
    from services.runtime.errors import SettingsError

    try:
        return health_of(stack)
    except SettingsError as error:
        raise StackError(f"{without_password(stack.elasticsearch_address)} refuses us: {error}") from None
