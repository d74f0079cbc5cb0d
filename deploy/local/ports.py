"""Which port is free, and who holds one that is not."""

import random
import socket
from pathlib import Path

from deploy.local.settings import LOOPBACK

_LISTEN = "0A"


def is_free(port: int) -> bool:
    """Whether a server could listen on `port` of loopback now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def free_ports(count: int) -> list[int]:
    """Ports below the range that outgoing connections take theirs from.

    One of that range could be gone when a killed server comes back to it.
    """
    return [port for port in random.sample(range(20000, 32000), 500) if is_free(port)][:count]


def next_free(port: int) -> int:
    """The nearest free port above `port`, in steps that keep a neighbour free too."""
    return next((p for p in range(port + 2, 65000, 2) if is_free(p) and is_free(p + 1)), port)


def holder(port: int) -> str:
    """`process 123 (name)` as far as /proc tells, else `another process`."""
    inodes = _listening_inodes(port)
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(link.readlink()) in inodes:
                name = (link.parents[1] / "comm").read_text().strip()
                return f"process {link.parts[2]} ({name})"
        except OSError:
            continue
    return "another process"


def _listening_inodes(port: int) -> set[str]:
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            rows = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, rows):
            if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                inodes.add(f"socket:[{fields[9]}]")
    return inodes
