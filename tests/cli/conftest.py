"""The command line in this process: what it prints and how it ends."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
import structlog

from services.cli.main import run


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Harmattan = Callable[..., Ended]

NOWHERE = {"KAFKA_BOOTSTRAP": "127.0.0.1:1", "ELASTICSEARCH_URL": "http://127.0.0.1:1"}


@pytest.fixture
def harmattan(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Harmattan]:
    """Runs one command, with servers that are not there."""
    for name, value in NOWHERE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "argv", ["harmattan", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            run()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, *capfd.readouterr())

    level = logging.getLogger("aiokafka").level
    yield command
    # what a command logs goes to the standard error that it had, which is closed now
    structlog.reset_defaults()
    logging.getLogger("aiokafka").setLevel(level)
