"""`python -m deploy.demo demo|up|fetch|down|clean`: containers where an engine answers, local processes elsewhere.

`DEMO=local|docker` decides which it is for `demo`; `up` is always local processes, `down` and `clean` see to both.
`fetch` needs nothing but Python, so that it can run while the packages are installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from deploy import containers
from deploy.docker import compose_command
from deploy.local import desk
from deploy.local import stack as servers
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack, repository_root

Say = Callable[[str], None]


def _say(line: str) -> None:
    print(line, flush=True)


def choose(environ: Mapping[str, str], obstacle: Callable[[], str | None]) -> tuple[str, str]:
    """`docker` or `local`, and the reason. Raises StackError for what cannot be done, or no such choice.

    `obstacle` says why the containers cannot be started; it is asked only where it matters.
    """
    wanted = environ.get("DEMO", "")
    if wanted not in ("", "local", "docker"):
        raise StackError(f"DEMO={wanted}: say local or docker, or leave it out")
    if wanted == "local":
        return "local", "as DEMO=local asks"
    given = [name for name in ("KAFKA_BOOTSTRAP", "ELASTICSEARCH_URL") if environ.get(name)]
    if given and not wanted:
        return "local", f"for {given[0]} names a server"
    if reason := obstacle():
        if wanted:
            raise StackError(f"DEMO=docker cannot be: {reason}")
        return "local", f"for {reason}"
    return "docker", "as DEMO=docker asks" if wanted else "for an engine answers"


def demo(stack: LocalStack) -> None:
    """Sample articles in, documents and alerts out, shown."""
    how, why = choose(os.environ, containers.obstacle)
    if how == "local":
        _say(f"demo: local processes, {why}")
        desk.demo(stack)
        return
    _say(f"demo: containers, {why}")
    try:
        _in_containers(stack)
    except StackError as error:
        if os.environ.get("DEMO"):
            raise
        _say(f"demo: local processes after all, for the containers do not work here: {error}")
        containers.down(_say, with_data=False)
        desk.demo(stack)


def _in_containers(stack: LocalStack) -> None:
    from deploy.local.show import show_samples

    environ = {**os.environ, **desk.OFFLINE}
    containers.up(_say, environ)
    samples = sorted(path for path in (repository_root() / "seeds").glob("*/samples/*") if path.is_file())
    compose = " ".join(compose_command())
    show_samples(containers.clients(stack), samples, _say, logs=f"{compose} logs SERVICE")
    _say(f"the desk asks for a token: {compose} exec desk cat /var/lib/harmattan/token")
    containers.kibana(_say, environ)


def fetch(stack: LocalStack) -> None:
    """What `demo` would start as local processes, downloaded; nothing where it would take containers."""
    how, _ = choose(os.environ, containers.obstacle)
    if how == "local":
        servers.fetch(stack, _say)


def down(stack: LocalStack) -> None:
    """Whatever runs, stopped; data stay."""
    containers.down(_say, with_data=False)
    desk.down(stack)


def clean(stack: LocalStack) -> None:
    """The same, and the data are gone."""
    containers.down(_say, with_data=True)
    desk.clean(stack)


COMMANDS: dict[str, Callable[[LocalStack], None]] = {
    "up": desk.up, "fetch": fetch, "down": down, "clean": clean, "demo": demo,
}


def main(arguments: list[str]) -> int:
    """2 with one line on standard error when a person has to act."""
    return desk.run(arguments, COMMANDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
