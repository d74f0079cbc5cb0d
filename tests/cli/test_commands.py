"""Every file of a subcommand is registered, named in the help, and loaded only when it is wanted."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from services import cli
from services.cli.main import COMMANDS, build
from tests.cli.conftest import Harmattan


def test_every_file_that_has_a_command_is_registered() -> None:
    found = {
        f"{cli.__name__}.{module.name}" for module in pkgutil.iter_modules(cli.__path__)
        if module.name != "main" and {"command", "app"} & set(
            vars(importlib.import_module(f"{cli.__name__}.{module.name}"))
        )
    }
    assert found == set(COMMANDS.values())


def test_the_help_names_every_command_with_a_line(harmattan: Harmattan) -> None:
    done = harmattan("--help")
    assert done.code == 0
    for name in COMMANDS:
        assert f" {name} " in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_of_its_own(harmattan: Harmattan, name: str) -> None:
    done = harmattan(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"harmattan {name}" in done.out


def test_one_command_is_built_without_the_others() -> None:
    names = [command.name for command in build("feed").registered_commands]
    assert names == ["feed"]


def test_the_help_loads_no_client() -> None:
    """It would take a second."""
    script = (
        "import sys; from services.cli.main import build; build()\n"
        "print([m for m in ('kafka', 'elasticsearch', 'faust', 'aiokafka', 'dateparser') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(cli.__path__[0]).parents[1], check=True
    )
    assert done.stdout == "[]\n"
