"""What of Docker there is on this machine."""

from __future__ import annotations

import functools
import shutil
import subprocess

_ANSWER_S = 15.0
_REGISTRY_S = 30.0


@functools.cache
def engine() -> str | None:
    """None where an engine answers, else one line that says why there is none."""
    if not shutil.which("docker"):
        return "docker is not installed"
    code, said = _run("docker", "info", "--format", "{{.ServerVersion}}")
    return None if code == 0 else said or "no engine answers"


@functools.cache
def compose_command() -> tuple[str, ...]:
    """The words that run compose: v2's, else 1.29's; empty where there is neither."""
    if shutil.which("docker") and _run("docker", "compose", "version")[0] == 0:
        return ("docker", "compose")
    return ("docker-compose",) if shutil.which("docker-compose") else ()


def has_image(name: str) -> bool:
    """Whether the engine has it, without asking a registry."""
    return _run("docker", "image", "inspect", "--format", "{{.Id}}", name)[0] == 0


@functools.cache
def registry_has(name: str) -> bool:
    """Whether a registry can be reached that has it; nothing is fetched."""
    return _run("docker", "manifest", "inspect", name, seconds=_REGISTRY_S)[0] == 0


def _run(*words: str, seconds: float = _ANSWER_S) -> tuple[int, str]:
    """Exit code and the last line of what was said."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=seconds)
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    lines = (done.stderr or done.stdout).strip().splitlines()
    return done.returncode, lines[-1] if lines else ""
