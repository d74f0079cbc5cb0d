"""Where the local stack lives and on which ports it answers."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deploy.local.errors import StackError

if TYPE_CHECKING:  # pydantic takes longer to import than most commands here take
    from services.runtime.settings import Connections

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class KafkaSecurity:
    """A broker that lets in only whom it knows; for tests.

    `properties` replace the listeners in the clear, with {port} and {controller_port} for the stack's; `users` go to
    the formatting, which is where the first user of SCRAM comes from; `client` are the settings of a client that may
    do everything.
    """

    properties: str
    users: tuple[str, ...]
    client: Mapping[str, str]


# no optimizing compiler, which only what runs for long pays back
BRIEF = "-XX:TieredStopAtLevel=1"


@dataclass(frozen=True, slots=True)
class LocalStack:
    """One Kafka and one Elasticsearch: folders, ports, heap sizes.

    `kafka_bootstrap` and `elasticsearch_url` name servers that someone else
    runs; the one that is set is neither started nor stopped by us.
    """

    home: Path
    cache: Path
    kafka_port: int = 9092
    kafka_controller_port: int = 9093
    elasticsearch_port: int = 9200
    desk_port: int = 6080
    # Elasticsearch takes the first free one; nothing of ours talks to it
    elasticsearch_transport_ports: str = "9300-9399"
    kafka_heap: str = "512m"
    elasticsearch_heap: str = "1g"
    # they live for minutes: Elasticsearch starts with half the CPU (16 s instead of 32), and never gets as fast
    brief: bool = False
    kafka_bootstrap: str | None = None
    elasticsearch_url: str | None = None
    kafka_security: KafkaSecurity | None = None

    @property
    def compiler(self) -> list[str]:
        """What Elasticsearch's JVM is told about compiling."""
        return [BRIEF] if self.brief else []

    @property
    def run(self) -> Path:
        """Pid files, locks and generated configuration."""
        return self.home / "run"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def kafka_address(self) -> str:
        """The bootstrap servers a client is to use."""
        return self.kafka_bootstrap or f"{LOOPBACK}:{self.kafka_port}"

    @property
    def elasticsearch_address(self) -> str:
        """The URL a client is to use."""
        return self.elasticsearch_url or f"http://{LOOPBACK}:{self.elasticsearch_port}"

    @property
    def connections(self) -> Connections:
        """How a client of ours connects to this stack. Raises StackError for a wrong setting."""
        from services.runtime.settings import Connections, SettingsError, read

        try:
            return read(Connections, **self.client_environ)
        except SettingsError as error:
            raise StackError(str(error)) from None

    @property
    def client_environ(self) -> dict[str, str]:
        """The settings of a client of this stack: servers of our own are in the clear, whatever else is set."""
        from services.runtime.settings import ELASTICSEARCH_SECURITY, KAFKA_SECURITY

        own = {"KAFKA_BOOTSTRAP": self.kafka_address, "ELASTICSEARCH_URL": self.elasticsearch_address}
        if not self.kafka_bootstrap:
            own |= dict.fromkeys(KAFKA_SECURITY, "") | dict(self.kafka_security.client if self.kafka_security else {})
        if not self.elasticsearch_url:
            own |= dict.fromkeys(ELASTICSEARCH_SECURITY, "")
        return own

    @property
    def desk_address(self) -> str:
        """The URL of the desk's pages."""
        return f"http://{LOOPBACK}:{self.desk_port}"

    @property
    def key(self) -> str:
        """Eight characters that tell this home from every other on the machine."""
        return hashlib.sha256(str(self.home).encode()).hexdigest()[:8]


def repository_root() -> Path:
    """The checkout this file is in, or the working folder when it is installed elsewhere."""
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()


def from_environment(environ: Mapping[str, str] = os.environ) -> LocalStack:
    """The stack as the HARMATTAN_* variables describe it.

    Raises StackError for a value that cannot be a port or a heap size.
    """
    home = _folder(environ.get("HARMATTAN_LOCAL"), repository_root() / ".local")
    kafka_port = _port(environ, "HARMATTAN_KAFKA_PORT", 9092)
    return LocalStack(
        home=home,
        cache=_folder(environ.get("HARMATTAN_CACHE"), home / "cache"),
        kafka_port=kafka_port,
        kafka_controller_port=_port(environ, "HARMATTAN_KAFKA_CONTROLLER_PORT", kafka_port + 1),
        elasticsearch_port=_port(environ, "HARMATTAN_ELASTICSEARCH_PORT", 9200),
        desk_port=_port(environ, "HARMATTAN_DESK_PORT", 6080),
        kafka_heap=_heap(environ, "HARMATTAN_KAFKA_HEAP", "512m"),
        elasticsearch_heap=_heap(environ, "HARMATTAN_ELASTICSEARCH_HEAP", "1g"),
        kafka_bootstrap=environ.get("KAFKA_BOOTSTRAP") or None,
        elasticsearch_url=environ.get("ELASTICSEARCH_URL") or None,
    )


def megabytes(heap: str) -> int:
    """A heap size as the JVM writes it (`512m`, `1g`) in megabytes."""
    return int(heap[:-1]) * (1024 if heap[-1] in "gG" else 1)


def _folder(value: str | None, default: Path) -> Path:
    return Path(value).expanduser().resolve() if value else default.resolve()


def _port(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise StackError(f"{name}={text} is not a port: give a number from 1 to 65535")
    return int(text)


def _heap(environ: Mapping[str, str], name: str, default: str) -> str:
    text = environ.get(name) or default
    if not re.fullmatch(r"[1-9][0-9]{0,5}[mMgG]", text):
        raise StackError(f"{name}={text} is not a heap size: write it like 512m or 1g")
    return text
