"""Our image: small, and nothing is lacking in it that a service or a command can reach.

That every module of ours loads in it is asked by the Dockerfile itself (`deploy.image self-check`).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from services.cli.main import COMMANDS
from tests.containers.compose import docker

pytestmark = [pytest.mark.containers, pytest.mark.core]

LIMIT_MB = 250
OURS = "harmattan:latest"

# the licences that the packages say they bring, and do not
LACKING = """
import importlib.metadata
for one in importlib.metadata.distributions():
    files = [str(path) for path in one.files or () if one.locate_file(path).is_file()]
    for named in one.metadata.get_all("License-File") or ():
        if not [path for path in files if path.endswith(named)]:
            print(one.name, named)
"""


def python(script: str) -> str:
    """What the script prints in a container that can do no more than the services' own, and has no network."""
    can_do_nothing = ("--read-only", "--tmpfs", "/tmp", "--network", "none", "--cap-drop", "ALL")
    return docker("run", "--rm", "-i", *can_do_nothing, "--entrypoint", "python", OURS, "-", stdin=script)


def test_the_image_is_small() -> None:
    """As the engine says it, unpacked and with all that is left of its base, upon which it is not laid.

    Seen with the stand-in, which has 123 MB before; the official base may bring some megabytes more or less.
    """
    [ours] = json.loads(docker("image", "inspect", OURS))
    assert ours["Size"] / 1e6 < LIMIT_MB


def test_every_library_does_its_work_in_the_image() -> None:
    assert python(Path(__file__).with_name("at_work.py").read_text("utf-8")).strip() == "all at work"


def test_every_package_in_the_image_has_its_licence() -> None:
    assert python(LACKING) == ""


def test_people_find_a_shell_in_the_image() -> None:
    said = docker("run", "--rm", "--entrypoint", "sh", OURS, "-c", "ls /app | grep services; tail -n 1 /etc/passwd")
    assert said.startswith("services\nharmattan:x:10001")


def test_every_command_explains_itself_in_the_image() -> None:
    """Through the image's own entry point, also those that are called as a service is."""
    help_of = "timeout 60 python -m deploy.image $one --help | grep -q Usage"
    each = f"for one in {' '.join(COMMANDS)}; do {help_of} || echo $one; done"
    assert docker("run", "--rm", "--network", "none", "--entrypoint", "sh", OURS, "-c", each) == ""
