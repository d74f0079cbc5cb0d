"""One Kafka broker, its own controller (KRaft), on loopback."""

import os
import shutil
import socket
import subprocess
from collections.abc import Mapping
from typing import Any

from deploy.local.download import KAFKA, Say, kafka_home
from deploy.local.errors import StackError
from deploy.local.java import java, log4j
from deploy.local.places import make_folder
from deploy.local.processes import detach, mark
from deploy.local.settings import BRIEF, LOOPBACK, LocalStack

CLUSTER_ID = "aGFybWF0dGFuLWxvY2FsMQ"  # 16 bytes, fixed: data stays ours whoever formats it
PLAIN: Mapping[str, Any] = {}
_LARGEST_MESSAGE = 16 * 1024 * 1024

# what does not depend on where the broker runs; the tests' containers take it too
COMMON = f"""\
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
message.max.bytes={_LARGEST_MESSAGE}
replica.fetch.max.bytes={_LARGEST_MESSAGE}

# one node
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1

# a small machine: fewer threads, fewer inner partitions, 16 MB instead of 128 for compaction
num.network.threads=2
num.io.threads=4
offsets.topic.num.partitions=8
transaction.state.log.num.partitions=4
share.coordinator.state.topic.num.partitions=4
log.cleaner.dedupe.buffer.size=16777216
"""

_SERVER = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@{host}:{controller_port}
controller.listener.names=CONTROLLER
{listeners}
log.dirs={data}

{common}"""

_IN_THE_CLEAR = f"""\
listeners=PLAINTEXT://{LOOPBACK}:{{port}},CONTROLLER://{LOOPBACK}:{{controller_port}}
advertised.listeners=PLAINTEXT://{LOOPBACK}:{{port}}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
"""


class Kafka:
    """How the broker is begun, recognised and asked whether it is ready."""

    name = "kafka"
    label = f"Kafka {KAFKA}"
    # it closes its logs on SIGTERM in 1 to 2 s; a busy one takes longer
    patience = 30.0

    def __init__(self, stack: LocalStack) -> None:
        self.stack = stack
        self.address = f"{LOOPBACK}:{stack.kafka_port}"
        self.ports = [stack.kafka_port, stack.kafka_controller_port]
        self.port_setting = "HARMATTAN_KAFKA_PORT"
        self.mark = mark(self.name, stack.key)
        self.run = stack.run / self.name
        self.log = stack.log / self.name
        self.data = stack.data / self.name
        self.pid_file = self.run / "pid"

    def begin(self, _say: Say) -> None:
        """Start the broker on its data, formatted at the first time; do not wait for it."""
        for folder in (self.data, self.log, self.run):
            make_folder(folder)
        self._configure()
        self._format()
        heap = self.stack.kafka_heap
        # 250,000 messages of 3.5 KB in and out, twice: 11.2 s of CPU and 395 MB at most;
        # SerialGC 12.1 s and 372 MB, G1 11.7 s and 672 MB
        options = [f"-Xmx{heap}", f"-Xms{heap}", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError"]
        # Without the optimizing compiler, which costs a broker more than it brings: 56 µs a message in and out for the
        # first 29,000 and 24 after 100,000, with it 90 and 28
        command = self._java(*options, BRIEF, self.mark, f"-XX:ErrorFile={self.log}/hs_err_%p.log")
        command += ["kafka.Kafka", str(self.run / "server.properties")]
        detach(command, self.pid_file, self.log / "output.log", os.environ, self.run)

    def is_ready(self) -> bool:
        """Whether the broker answers for its cluster."""
        if not self.stack.kafka_security:
            return answers(self.address)
        from services.runtime import links

        return answers(self.address, links.kafka_python(self.stack.connections))

    def _configure(self) -> None:
        (self.run / "log4j2.properties").write_text(log4j("harmattan.log"))
        security = self.stack.kafka_security
        listeners = (security.properties if security else _IN_THE_CLEAR).format(
            port=self.stack.kafka_port, controller_port=self.stack.kafka_controller_port
        )
        (self.run / "server.properties").write_text(
            _SERVER.format(
                host=LOOPBACK,
                listeners=listeners,
                controller_port=self.stack.kafka_controller_port,
                data=self.data,
                common=COMMON,
            )
        )

    def _format(self) -> None:
        formatted = self.data / ".formatted"
        if formatted.exists():
            return
        shutil.rmtree(self.data)
        self.data.mkdir()
        command = self._java("-Xmx128m", "-XX:+UseSerialGC", BRIEF, "kafka.tools.StorageTool", "format")
        command += ["--cluster-id", CLUSTER_ID, "--config", str(self.run / "server.properties")]
        for user in self.stack.kafka_security.users if self.stack.kafka_security else ():
            command += ["--add-scram", user]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise StackError(f"Kafka cannot format {self.data}: {done.stderr.strip()[-300:]}")
        formatted.touch()

    def _java(self, *arguments: str) -> list[str]:
        return [
            java(),
            f"-Dharmattan.log={self.log}",
            f"-Dlog4j2.configurationFile={self.run / 'log4j2.properties'}",
            "-cp",
            f"{kafka_home(self.stack)}/*",
            *arguments,
        ]


def answers(bootstrap: str, security: Mapping[str, Any] = PLAIN) -> bool:
    """Whether one of the bootstrap servers tells the brokers of its cluster.

    `security` is what the client takes besides, see services/runtime/links.py.
    """
    if not any(_listens(server) for server in bootstrap.split(",")):
        return False
    # 0.2 s to import: only once something listens
    from kafka import KafkaAdminClient
    from kafka.errors import KafkaError

    try:
        client = KafkaAdminClient(
            **{**security, "bootstrap_servers": bootstrap.split(",")},
            request_timeout_ms=5000,
            bootstrap_timeout_ms=5000,
        )
    except (KafkaError, OSError, ValueError):
        return False
    try:
        return bool(client.describe_cluster()["brokers"])
    except (KafkaError, OSError):
        return False
    finally:
        client.close()


def _listens(server: str) -> bool:
    host, _, port = server.strip().rpartition(":")
    try:
        socket.create_connection((host.strip("[]") or LOOPBACK, int(port)), timeout=3).close()
    except (OSError, ValueError, OverflowError):
        return False
    return True
