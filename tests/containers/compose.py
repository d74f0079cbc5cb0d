"""The compose project of a test: up, asked, down. Run as a program it says which compose that is.

HARMATTAN_COMPOSE decides which, `docker compose` or `docker-compose`; without it, v2 where it is there, else 1.29.
"""

from __future__ import annotations

import json
import os
import subprocess
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from deploy.docker import compose_command
from deploy.local.ports import free_ports
from deploy.local.settings import BRIEF, repository_root
from tests.containers.images import COMPOSE, available


def tool() -> tuple[str, ...]:
    """The words that run compose."""
    return tuple(os.environ.get("HARMATTAN_COMPOSE", "").split()) or compose_command()


@dataclass(frozen=True, slots=True)
class Project:
    """One project with ports of its own."""

    name: str
    environ: dict[str, str]
    services: tuple[str, ...]

    @property
    def kafka(self) -> str:
        return f"127.0.0.1:{self.environ['HARMATTAN_KAFKA_PORT']}"

    @property
    def elasticsearch(self) -> str:
        return f"http://127.0.0.1:{self.environ['HARMATTAN_ELASTICSEARCH_PORT']}"

    @property
    def clients(self) -> dict[str, str]:
        """The environment of a command of ours on this machine."""
        return {**os.environ, "KAFKA_BOOTSTRAP": self.kafka, "ELASTICSEARCH_URL": self.elasticsearch}

    def compose(self, *words: str, check: bool = True, seconds: float = 240) -> subprocess.CompletedProcess[str]:
        """Runs the compose tool."""
        command = [*tool(), "-p", self.name, *words]
        done = subprocess.run(
            command, cwd=repository_root(), env=self.environ, capture_output=True, text=True, timeout=seconds
        )
        assert not check or done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        return done

    def container(self, service: str) -> str:
        """The id of the service's one container, also of one that has ended."""
        label = [f"label=com.docker.compose.project={self.name}", f"label=com.docker.compose.service={service}"]
        return docker("ps", "-aq", *(word for one in label for word in ("--filter", one))).split()[0]

    def inspect(self, service: str) -> dict[str, Any]:
        """What the engine knows of it."""
        [found] = json.loads(docker("inspect", self.container(service)))
        return dict(found)

    def health(self) -> dict[str, str]:
        """Each container that has a health check, and how it is."""
        found = {service: self.inspect(service)["State"] for service in self.services}
        return {service: state["Health"]["Status"] for service, state in found.items() if "Health" in state}


def docker(*words: str, check: bool = True, stdin: str | None = None) -> str:
    """What `docker` printed."""
    done = subprocess.run(["docker", *words], capture_output=True, text=True, timeout=240, input=stdin)
    assert not check or done.returncode == 0, f"docker {' '.join(words)}\n{done.stdout}{done.stderr}"
    return done.stdout


@contextmanager
def project(extra: Sequence[str] = ()) -> Iterator[Project]:
    """Everything that is started by default and whose image is there; gone with its volumes at the end."""
    kafka, elastic, *others = free_ports(6)
    names = ("KIBANA", "PROMETHEUS", "GRAFANA", "DESK")
    environ = {
        **os.environ, "HARMATTAN_KAFKA_PORT": str(kafka), "HARMATTAN_ELASTICSEARCH_PORT": str(elastic),
        **{f"HARMATTAN_{name}_PORT": str(port) for name, port in zip(names, others, strict=True)},
        # what follows -Xmx in an option of the JVM; anything else may follow it too
        "HARMATTAN_ELASTICSEARCH_HEAP": f"512m {BRIEF}", "HARMATTAN_KAFKA_HEAP": f"256m {BRIEF}",
        "COMPOSE_PROFILES": ",".join(extra),
    }
    services = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    wanted = [name for name, one in services.items() if set(one.get("profiles", extra)) <= set(extra)]
    found = Project(f"harmattan-{uuid.uuid4().hex[:8]}", environ, tuple(available(wanted)))
    try:
        yield found
    finally:
        found.compose("down", "--volumes", "--timeout", "10", check=False)


if __name__ == "__main__":
    print(subprocess.run([*tool(), "version"], capture_output=True, text=True, check=True).stdout.splitlines()[0])
