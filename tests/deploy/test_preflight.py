"""What is missing is one line with the command that mends it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import ports, preflight
from deploy.local.errors import StackError
from deploy.local.java import major
from deploy.local.kafka import Kafka
from deploy.local.settings import LOOPBACK, LocalStack, repository_root


@pytest.fixture
def stack(tmp_path: Path) -> LocalStack:
    kafka, controller, elasticsearch = ports.free_ports(3)
    return LocalStack(tmp_path, tmp_path / "cache", kafka, controller, elasticsearch)


def test_a_busy_port_is_told_with_its_holder_and_another_port(stack: LocalStack) -> None:
    with socket.create_server((LOOPBACK, stack.kafka_port)), pytest.raises(StackError) as caught:
        preflight.check_ports(Kafka(stack))
    line = str(caught.value)
    assert f"port {stack.kafka_port}, which process {os.getpid()}" in line
    assert "export HARMATTAN_KAFKA_PORT=" in line
    assert "\n" not in line


def test_a_busy_controller_port_counts_too(stack: LocalStack) -> None:
    with socket.create_server((LOOPBACK, stack.kafka_controller_port)), pytest.raises(StackError, match="holds"):
        preflight.check_ports(Kafka(stack))


def test_free_ports_are_no_complaint(stack: LocalStack) -> None:
    preflight.check_ports(Kafka(stack))


def test_too_little_memory_names_the_smaller_heaps(stack: LocalStack) -> None:
    kafka = Kafka(stack)
    preflight.check_memory(stack, [kafka], 800)
    preflight.check_memory(stack, [kafka], None)
    with pytest.raises(StackError, match=r"700 MB .* 762 are needed.*HARMATTAN_ELASTICSEARCH_HEAP=512m"):
        preflight.check_memory(stack, [kafka], 700)


def test_too_little_disk_is_measured_where_the_cache_will_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preflight.check_disk(tmp_path / "not" / "yet")
    monkeypatch.setattr(preflight, "_DISK_MB", 10**12)
    with pytest.raises(StackError, match="HARMATTAN_CACHE"):
        preflight.check_disk(tmp_path / "not" / "yet")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_392"', 8),
        ('openjdk version "25" 2025-09-16', 25),
        ("command not found", 0),
    ],
)
def test_java_tells_its_version_in_three_ways(text: str, number: int) -> None:
    assert major(text) == number


def command(path: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": path, "HARMATTAN_LOCAL": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "deploy.local", *arguments],
        cwd=repository_root(),
        env=environ,
        capture_output=True,
        text=True,
    )


def test_without_java_the_command_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sh").symlink_to("/bin/sh")
    done = command(str(tmp_path), tmp_path, "up")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "Java 17 or newer is needed (missing): apt-get install -y --no-install-recommends openjdk-17-jre-headless"
    ]


def test_without_maven_the_first_start_says_what_to_install(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n")
    java.chmod(0o755)
    done = command(str(tmp_path), tmp_path, "fetch")
    assert done.returncode == 2
    assert done.stderr.startswith("Maven is needed for the first start: apt-get install")


def test_an_older_java_is_not_enough(tmp_path: Path) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    java.chmod(0o755)
    done = command(str(tmp_path), tmp_path, "up")
    assert done.returncode == 2
    assert "(found only 11)" in done.stderr


def test_a_given_server_that_does_not_answer_is_told_and_nothing_is_started(tmp_path: Path) -> None:
    port = ports.free_ports(1)[0]
    done = subprocess.run(
        [sys.executable, "-m", "deploy.local", "up"],
        cwd=repository_root(),
        env=os.environ | {"HARMATTAN_LOCAL": str(tmp_path), "KAFKA_BOOTSTRAP": f"{LOOPBACK}:{port}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"no Kafka answers on {LOOPBACK}:{port}: start it, or unset KAFKA_BOOTSTRAP to get one here\n"
    )
    assert list(tmp_path.iterdir()) == []
