"""The containers of docker-compose.yml as the demo uses them: up, shown, down, gone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace

from deploy.docker import compose_command, engine, has_image, registry_has
from deploy.local.errors import StackError
from deploy.local.processes import wait_until
from deploy.local.settings import LocalStack, repository_root

Say = Callable[[str], None]

COMPOSE_FILE = repository_root() / "docker-compose.yml"
READY_S = 300.0
# what nobody waits for before the first article
LATER = ("kibana", "kibana-setup")


def default_services() -> dict[str, str]:
    """Each service that is started without a profile, with its image."""
    import yaml  # not above: what is fetched before the packages are installed has none

    services = yaml.safe_load(COMPOSE_FILE.read_text("utf-8"))["services"]
    return {name: one["image"] for name, one in services.items() if "profiles" not in one}


def is_ours(image: str) -> bool:
    """Whether docker-compose.yml builds it."""
    return "HARMATTAN_IMAGE" in image


def obstacle() -> str | None:
    """None where the containers can be started here, else why not, in half a line."""
    if reason := engine():
        return reason
    if not compose_command():
        return "the engine answers, but compose is not installed"
    lacking = [image for name, image in default_services().items() if name not in LATER and not is_ours(image)]
    if not has_image(os.environ.get("HARMATTAN_IMAGE") or "harmattan:latest"):
        lacking.append(base_image())
    lacking = [image for image in lacking if not has_image(image)]
    out_of_reach = [image for image in lacking if not registry_has(image)]
    return f"no registry gives {out_of_reach[0]}" if out_of_reach else None


def base_image() -> str:
    """What our image is built on."""
    lines = (repository_root() / "Dockerfile").read_text("utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith("FROM "))


def up(say: Say, environ: Mapping[str, str]) -> None:
    """Everything that an article goes through, healthy; Kibana follows by itself. Raises StackError."""
    wanted = [name for name in default_services() if name not in LATER]
    say("containers: building our image and starting; the first time takes minutes")
    _compose("build", "setup", environ=environ)
    _compose("up", "-d", *wanted, environ=environ)
    waiting = [name for name in wanted if name != "setup"]
    if not wait_until(lambda: not unhealthy(waiting), READY_S):
        raise StackError(f"not healthy after {READY_S:.0f} s: {', '.join(unhealthy(waiting))}; see docker compose logs")


def kibana(say: Say, environ: Mapping[str, str]) -> None:
    """Kibana with our objects, where its image can be had; one line where it cannot. It is not worth failing for."""
    image = default_services()["kibana"]
    if not has_image(image) and not registry_has(image):
        say(f"without Kibana: no registry gives {image}")
        return
    say("waiting for Kibana, a minute or two")
    try:
        _compose("up", "-d", *LATER, environ=environ)
    except StackError as error:
        say(f"without Kibana: {error}")
        return
    say(f"Kibana: http://127.0.0.1:{environ.get('HARMATTAN_KIBANA_PORT') or 5601}")


def unhealthy(services: list[str]) -> list[str]:
    """Those that are not running, or whose health check does not say healthy."""
    return [name for name in services if _state(name) not in ("running healthy", "running ")]


def clients(stack: LocalStack) -> LocalStack:
    """The stack as programs on this machine see the containers."""
    return replace(
        stack, kafka_bootstrap=f"127.0.0.1:{stack.kafka_port}",
        elasticsearch_url=f"http://127.0.0.1:{stack.elasticsearch_port}",
    )


def down(say: Say, with_data: bool) -> None:
    """Stops what compose has started here, if anything."""
    if engine() or not compose_command() or not _words("ps", "-q", "-a" if compose_command()[0] == "docker" else ""):
        return
    _compose("down", "--timeout", "20", *(["--volumes"] if with_data else []))
    say(f"containers removed{', and their data' if with_data else '; their data stay'}")


def _state(service: str) -> str:
    container = _words("ps", "-q", service)
    if not container:
        return ""
    form = "{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}"
    return _run(["docker", "inspect", "--format", form, container[0]]).stdout.strip("\n")


def _words(*words: str) -> list[str]:
    return _run([*compose_command(), *filter(None, words)]).stdout.split()


def _compose(*words: str, environ: Mapping[str, str] | None = None) -> None:
    """With its output on the terminal, for it takes long; StackError where it fails."""
    environ = {"COMPOSE_PROGRESS": "plain", **(environ or os.environ)}
    code = subprocess.run([*compose_command(), *words], cwd=repository_root(), env=environ, check=False).returncode
    if code:
        raise StackError(f"{' '.join([*compose_command(), *words])} ended with {code}")


def _run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=repository_root(), capture_output=True, text=True, check=False, timeout=60)
