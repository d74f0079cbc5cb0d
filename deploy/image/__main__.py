"""`python -m deploy.image NAME …`, the image's entry point: a service by its name, or any command of `harmattan`.

`health` asks whether the service of this container is ready; `self-check` loads every part.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import pkgutil
import runpy
import signal
import sys
import urllib.request
from pathlib import Path

from deploy.local.settings import repository_root
from services.pipeline import FRONTS, STAGES

_ENTRY = "deploy.image"
PORTS = {stage.name: ("HARMATTAN_WEB_PORT", stage.port) for stage in STAGES} | {
    front.name: (f"HARMATTAN_{front.name.upper()}_PORT", front.port) for front in FRONTS
}


def services() -> list[str]:
    """Every part that is a program of its own."""
    folder = repository_root() / "services"
    return sorted(path.parent.name for path in folder.glob("*/__main__.py"))


def service_of(command_line: list[str]) -> str | None:
    """The service that a container was started for, from its first process's words; None for a command.

    A service is its name alone: `index` is one, `index migrate` a command.
    """
    words = [word for word in command_line[command_line.index(_ENTRY) + 1:] if word] if _ENTRY in command_line else []
    return words[0] if len(words) == 1 and words[0] in services() else None


def health() -> int:
    """0 where the service of this container is ready, or where there is none to ask."""
    name = service_of(Path("/proc/1/cmdline").read_text().split("\0"))
    if name not in PORTS:
        return 0
    setting, usual = PORTS[name]
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{os.environ.get(setting) or usual}/readyz", timeout=8) as answer:
            print(answer.read(300).decode(errors="replace"))
    except OSError as error:
        print(f"{name} is not ready: {error}")
        return 1
    return 0


def self_check() -> int:
    """Loads every module of ours and asks for our version; raises where something is lacking."""
    import services as ours

    importlib.metadata.version("harmattan")
    for module in pkgutil.walk_packages(ours.__path__, "services."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return 0


def _stop(_number: int, _frame: object) -> None:
    # the first process of a container dies of no signal that it does not handle; a service installs a handler of its
    # own as soon as it has something to finish
    sys.exit(0)


def main(words: list[str]) -> int:
    """Runs what the words ask for; does not come back from a service."""
    name = words[0] if words else ""
    if name == "health":
        return health()
    if name == "self-check":
        return self_check()
    signal.signal(signal.SIGTERM, _stop)
    service = service_of([_ENTRY, *words])
    sys.argv = [service] if service else ["harmattan", *words]
    if service:
        runpy.run_module(f"services.{service}", run_name="__main__")
        return 0
    from services.cli.main import run

    run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
