"""`python runtime_lock.py requirements.lock pyproject.toml`: of the one lock, what a service needs at run time.

The lock says of each package for whose sake it is there (`# via`). What hangs on nothing but the tools of development
is left out; versions and hashes stay those of the lock. Standard library only: the image has nothing else when it runs
this.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")
_PROJECT = "harmattan"


class LockError(ValueError):
    """The lock has not what pyproject.toml asks for: it is older; run `make lock`."""


def runtime_lock(lock: str, pyproject: str) -> str:
    """The lines of the lock that the dependencies of `[project]` need, without those of its extras."""
    blocks = _blocks(lock)
    for_whom = {name: _via(block) for name, block in blocks.items()}
    wanted = {normal(_name(line)) for line in tomllib.loads(pyproject)["project"]["dependencies"]}
    if missing := wanted - set(blocks):
        raise LockError(f"not in the lock: {', '.join(sorted(missing))}; run `make lock`")
    while more := {name for name, via in for_whom.items() if via & wanted} - wanted:
        wanted |= more
    return "".join(block for name, block in blocks.items() if name in wanted)


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _name(line: str) -> str:
    found = _NAME.match(line)
    if not found:
        raise LockError(f"no package: {line}")
    return found[1]


def _blocks(lock: str) -> dict[str, str]:
    """Each package's lines: its version, its hashes, for whose sake."""
    starts = re.split(r"(?m)^(?=[A-Za-z0-9])", lock)
    return {normal(_name(block)): block for block in starts if block.strip() and not block.startswith("#")}


def _via(block: str) -> set[str]:
    """The packages in the comment of a block; the project itself is told from them by its own dependencies."""
    comments = [line.strip().lstrip("#").strip() for line in block.splitlines() if line.strip().startswith("#")]
    names = {_name(line.removeprefix("via").strip()) for line in comments if line.removeprefix("via").strip()}
    return {normal(name) for name in names} - {_PROJECT}


if __name__ == "__main__":
    sys.stdout.write(runtime_lock(*(Path(path).read_text("utf-8") for path in sys.argv[1:3])))
