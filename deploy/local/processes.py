"""Processes that outlive us: begin, recognise, end.

A process is known by its pid file and by a mark on its own command line, so
that a recycled pid is never taken for ours.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from deploy.local.errors import StackError

_PROC = Path("/proc")
_HAS_PROC = (_PROC / "self" / "stat").exists()
# the background job belongs to nobody: no zombie in a test process, no Ctrl-C from its terminal
_DETACH = 'pidfile=$1; shift; "$@" & echo $! > "$pidfile"'


def mark(name: str, key: str) -> str:
    """The JVM option that tells the process of one stack from all others."""
    return f"-Dharmattan.process={name}.{key}"


def running(pid_file: Path, marked: str) -> int | None:
    """The pid of our process, or None when it is gone or the pid is someone else's."""
    try:
        pid = int(pid_file.read_text())
    except (OSError, ValueError):
        return None
    return pid if is_ours(pid, marked) else None


def is_ours(pid: int, marked: str) -> bool:
    """Whether `pid` runs (not as a zombie) with the mark on its command line.

    While a process becomes another program, and while it ends, its command
    line is empty for a moment: neither gone nor someone else's yet.
    """
    for _ in range(1000):
        arguments = _arguments(pid)
        if arguments or _is_gone(pid):
            return marked in arguments
        time.sleep(0.01)
    return False


def detach(command: list[str], pid_file: Path, output: Path, environ: Mapping[str, str], folder: Path) -> None:
    """Begin `command` in a session of its own and note its pid."""
    with output.open("wb") as sink:
        subprocess.run(
            ["/bin/sh", "-c", _DETACH, "detach", str(pid_file), *command],
            env=environ,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
            start_new_session=True,
            check=True,
        )


def run_to_end(
    command: list[str],
    output: Path,
    environ: Mapping[str, str],
    folder: Path,
    user: int | None,
    limit: float,
) -> int:
    """The exit code of a launcher in a session of its own; what it leaves behind may run on.

    Nothing of it is left when it takes longer than `limit` seconds (StackError)
    or we are interrupted.
    """
    groups: list[str | int] | None = None if user is None else []
    with (
        output.open("wb") as sink,
        subprocess.Popen(
            command,
            env=environ,
            cwd=folder,
            user=user,
            group=user,
            extra_groups=groups,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
            start_new_session=True,
        ) as process,
    ):
        try:
            return process.wait(limit)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise StackError(f"it took over {limit:.0f} s") from error
            raise


def stop(pid: int, marked: str, patience: float) -> None:
    """SIGTERM, then SIGKILL after `patience` seconds; returns when it is gone."""
    send(pid, signal.SIGTERM)
    if not wait_until(lambda: not is_ours(pid, marked), patience):
        kill(pid, marked)


def kill(pid: int, marked: str) -> None:
    """SIGKILL; returns when it is gone."""
    send(pid, signal.SIGKILL)
    if not wait_until(lambda: not is_ours(pid, marked), 30):
        raise StackError(f"process {pid} does not end: look at it with ps -fp {pid}")


def send(pid: int, number: signal.Signals) -> None:
    """Signal a process; one that has just ended is no error."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass
    except PermissionError as error:
        raise StackError(f"process {pid} belongs to another user: run this as that user") from error


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether `condition` came true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _arguments(pid: int) -> list[str]:
    if not _HAS_PROC:
        command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
        return subprocess.run(command, capture_output=True, text=True).stdout.split()
    try:
        line = (_PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return []
    return line.decode(errors="replace").split("\0") if line else []


def _is_gone(pid: int) -> bool:
    """Whether nothing of it is left; while other threads end, its sockets are still open."""
    folder = _PROC / str(pid)
    try:
        state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        return state in "ZX" and len(list((folder / "task").iterdir())) < 2
    except OSError:
        return True
