"""What a machine lacks, each as one line with the command that mends it."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from deploy.local.download import Say, missing
from deploy.local.errors import StackError
from deploy.local.java import MEND_JAVA, OLDEST, java
from deploy.local.ports import holder, is_free, next_free
from deploy.local.servers import Server
from deploy.local.settings import LocalStack, megabytes

# the 921 MB archive, what is kept of it, and room for data
_DISK_MB = 3000
# what each JVM takes outside its heap
_OUTSIDE_HEAP_MB = 250
MEND_MAVEN = "apt-get install -y --no-install-recommends maven"


def check(stack: LocalStack, to_start: Sequence[Server], say: Say) -> None:
    """Raise StackError for the first thing that would keep `to_start` from running."""
    to_fetch = [one.name for one in to_start if one.name in missing(stack)]
    if to_start:
        ensure_programs(bool(to_fetch), say)
        check_memory(stack, to_start, available_memory())
    if to_fetch:
        check_disk(stack.cache)
    for one in to_start:
        check_ports(one)


def ensure_programs(maven: bool, say: Say) -> None:
    """Java, and Maven when something is to be fetched; root on Debian gets them installed."""
    lacking = _lacking_programs(maven)
    if lacking and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(list(lacking), say)
        lacking = _lacking_programs(maven)
    for line in lacking.values():
        raise StackError(line)


def check_memory(stack: LocalStack, to_start: Sequence[Server], available: int | None) -> None:
    """`available` is in megabytes, None where the machine does not tell."""
    heaps = {"kafka": stack.kafka_heap, "elasticsearch": stack.elasticsearch_heap}
    needed = sum(megabytes(heaps[one.name]) + _OUTSIDE_HEAP_MB for one in to_start)
    if available is not None and available < needed:
        raise StackError(
            f"{available} MB of memory are free, {needed} are needed: end other programs, or "
            "export HARMATTAN_KAFKA_HEAP=256m HARMATTAN_ELASTICSEARCH_HEAP=512m"
        )


def available_memory() -> int | None:
    """What can be had without swapping, in megabytes."""
    try:
        rows = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return None
    return next((int(row.split()[1]) // 1024 for row in rows if row.startswith("MemAvail")), None)


def check_disk(cache: Path) -> None:
    """Room for the first download, where the cache is."""
    folder = cache
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < _DISK_MB:
        raise StackError(
            f"{folder} has {free} MB free, the first download needs {_DISK_MB}: make room, or "
            "export HARMATTAN_CACHE=FOLDER on another disk"
        )


def check_ports(one: Server) -> None:
    """Every port `one` listens on is free."""
    for port in one.ports:
        if not is_free(port):
            other = next_free(one.ports[0])
            raise StackError(
                f"{one.label} needs port {port}, which {holder(port)} holds: end that, or "
                f"export {one.port_setting}={other}"
            )


def _lacking_programs(maven: bool) -> dict[str, str]:
    """Debian's package for each missing program, and the line that says so."""
    lacking = {}
    try:
        java()
    except StackError as error:
        lacking[f"openjdk-{OLDEST}-jre-headless"] = str(error)
    if maven and not shutil.which("mvn"):
        lacking["maven"] = f"Maven is needed for the first start: {MEND_MAVEN}"
    return lacking


def _install(packages: list[str], say: Say) -> None:
    say(f"installing {' and '.join(packages)} with apt-get …")
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-q", *command], env=environ, capture_output=True, text=True)
        if done.returncode:
            words = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            raise StackError(f"apt-get {command[0]} failed ({words[0]}): {MEND_JAVA} maven")
