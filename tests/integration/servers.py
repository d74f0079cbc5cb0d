"""The one place that decides what the integration tests run against: containers, or processes of this machine.

HARMATTAN_TEST_SERVERS says `containers`, `processes` or `auto` (the default): containers where an engine answers and
has the images, or can pull them; processes elsewhere. Which it was, and why, is said at the top of the run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest

from deploy.local import kafka as local_kafka
from deploy.local import stack as local_stack
from deploy.local.download import ELASTICSEARCH, KAFKA
from deploy.local.elasticsearch import health
from deploy.local.guard import guarded
from deploy.local.ports import free_ports
from deploy.local.servers import NAMES
from deploy.local.settings import BRIEF, LOOPBACK, LocalStack, from_environment
from tests.integration.waiting import until

SETTING = "HARMATTAN_TEST_SERVERS"
KAFKA_IMAGE, ELASTICSEARCH_IMAGE = f"apache/kafka:{KAFKA}", f"elasticsearch:{ELASTICSEARCH}"
CONTROLLER_PORT = 29093

Kind = Literal["containers", "processes"]


class Engine(Protocol):
    """What is asked of Docker before anything is started."""

    def answers(self) -> str | None:
        """None where it does, else why not."""
        ...

    def has(self, image: str) -> str | None:
        """None where the image is here or could be pulled, else why not."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """What is used, and why in half a line."""

    kind: Kind
    why: str


def choose(wanted: str, engine: Engine) -> Choice:
    """Raises pytest.UsageError for a word that is none, and where containers are demanded that there cannot be."""
    if wanted not in ("auto", "containers", "processes"):
        raise pytest.UsageError(f"{SETTING}={wanted} is none of auto, containers, processes")
    if wanted == "processes":
        return Choice("processes", f"{SETTING} says so")
    reason = engine.answers() or engine.has(KAFKA_IMAGE) or engine.has(ELASTICSEARCH_IMAGE)
    if reason is None:
        return Choice("containers", "an engine answers and has the images")
    if wanted == "containers":
        raise pytest.UsageError(f"{SETTING}=containers, but {reason}")
    return Choice("processes", reason)


class Docker:
    """The engine of this machine, if any."""

    def answers(self) -> str | None:
        import docker
        from docker.errors import DockerException

        try:
            docker.from_env(timeout=10).ping()
        except (DockerException, OSError) as error:
            return f"no engine answers ({type(error).__name__})"
        return None

    def has(self, image: str) -> str | None:
        import docker
        from docker.errors import DockerException, ImageNotFound

        client = docker.from_env(timeout=600)
        try:
            try:
                client.images.get(image)
            except ImageNotFound:
                client.images.pull(image)
        except (DockerException, OSError) as error:
            return f"the engine has no image {image} and cannot pull it ({type(error).__name__})"
        return None


@cache
def chosen() -> Choice:
    """The choice of this run."""
    return choose(os.environ.get(SETTING) or "auto", Docker())


class Servers(Protocol):
    """A broker and an Elasticsearch that a test may kill and start again."""

    stack: LocalStack

    def kill(self, name: str) -> None: ...
    def start(self, name: str) -> None: ...


class Processes:
    """Children of this machine, by deploy.local."""

    def __init__(self, stack: LocalStack) -> None:
        self.stack = stack

    def kill(self, name: str) -> None:
        local_stack.kill(name, self.stack, lambda _: None)

    def start(self, name: str) -> None:
        local_stack.start(name, self.stack, lambda _: None)


class Containers:
    """One container each, on fixed ports of loopback, so that one that was killed comes back where it was."""

    def __init__(self, home: Path, names: Sequence[str] = NAMES) -> None:
        # its reaper is one more image; what is left of a killed run has the label org.testcontainers
        os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
        from testcontainers.core.container import DockerContainer

        kafka_port, elasticsearch_port = free_ports(2)
        self.stack = LocalStack(
            home=home.resolve(), cache=from_environment().cache,
            kafka_bootstrap=f"{LOOPBACK}:{kafka_port}", elasticsearch_url=f"http://{LOOPBACK}:{elasticsearch_port}",
        )
        containers = {
            "kafka": DockerContainer(KAFKA_IMAGE, env=kafka_environ(kafka_port)),
            "elasticsearch": DockerContainer(ELASTICSEARCH_IMAGE, env=dict(ELASTICSEARCH_ENVIRON)),
        }
        # with_bind_ports would open them on every address of the machine; Docker's client takes an address too
        published: dict[str, Any] = {
            "kafka": {f"{kafka_port}/tcp": (LOOPBACK, kafka_port)},
            "elasticsearch": {"9200/tcp": (LOOPBACK, elasticsearch_port)},
        }
        for name, ports in published.items():
            containers[name].ports = ports
        containers["elasticsearch"].with_kwargs(mem_limit="1500m")
        self._of = {name: containers[name] for name in names}

    def run(self) -> None:
        """Both, ready."""
        for container in self._of.values():
            container.start()
        for name in self._of:
            self._await(name)

    def remove(self) -> None:
        for container in self._of.values():
            container.stop()

    def kill(self, name: str) -> None:
        self._of[name].get_wrapped_container().kill()

    def start(self, name: str) -> None:
        self._of[name].get_wrapped_container().start()
        self._await(name)

    def _await(self, name: str) -> None:
        ready: dict[str, Callable[[], bool]] = {
            "kafka": lambda: local_kafka.answers(self.stack.kafka_address),
            "elasticsearch": lambda: health(self.stack.elasticsearch_address) in ("yellow", "green"),
        }
        until(ready[name], seconds=180, what=f"the container of {name} ready")


# what deploy/local/elasticsearch.py sets, as the image takes it
ELASTICSEARCH_ENVIRON: Mapping[str, str] = {
    "discovery.type": "single-node",
    "xpack.security.enabled": "false",
    "action.auto_create_index": "false",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
    "http.max_content_length": "100mb",
    "path.repo": "/tmp/snapshots",
    "ES_JAVA_OPTS": f"-Xms512m -Xmx512m {BRIEF}",
}


def kafka_environ(port: int) -> dict[str, str]:
    """The properties of the local broker as the image takes them, told by the address that the tests use."""
    properties = dict(line.split("=", 1) for line in local_kafka.COMMON.splitlines() if "=" in line)
    properties |= {
        "process.roles": "broker,controller",
        "node.id": "1",
        "controller.quorum.voters": f"1@localhost:{CONTROLLER_PORT}",
        "controller.listener.names": "CONTROLLER",
        "listeners": f"PLAINTEXT://:{port},CONTROLLER://:{CONTROLLER_PORT}",
        "advertised.listeners": f"PLAINTEXT://{LOOPBACK}:{port}",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    }
    environ = {f"KAFKA_{name.upper().replace('.', '_')}": value for name, value in properties.items()}
    return {**environ, "CLUSTER_ID": local_kafka.CLUSTER_ID, "KAFKA_HEAP_OPTS": f"-Xms256m -Xmx256m {BRIEF}"}


@contextmanager
def servers(home: Path) -> Iterator[Servers]:
    """A broker and an Elasticsearch of one's own, as chosen; nothing of them is left afterwards."""
    if chosen().kind == "processes":
        with local_stack.temporary_stack(home, brief=True) as stack:
            yield Processes(stack)
        return
    with _running(Containers(home)) as containers:
        yield containers


@contextmanager
def elasticsearch(home: Path) -> Iterator[str]:
    """The address of an Elasticsearch of one's own, without a broker."""
    if chosen().kind == "containers":
        with _running(Containers(home, ["elasticsearch"])) as containers:
            yield containers.stack.elasticsearch_address
        return
    stack = LocalStack(
        home=home.resolve(), cache=from_environment().cache, elasticsearch_port=free_ports(1)[0],
        elasticsearch_heap="512m", brief=True,
    )
    with guarded(stack):
        try:
            local_stack.start("elasticsearch", stack, lambda _: None)
            yield stack.elasticsearch_address
        finally:
            local_stack.discard(stack)


@contextmanager
def _running(containers: Containers) -> Iterator[Containers]:
    try:
        containers.run()
        yield containers
    finally:
        containers.remove()
