"""Logs are data: JSON lines where nobody watches, with the service's name; libraries are held at WARNING."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest
import structlog

from services.runtime.log import configure, quiet
from services.runtime.settings import ServiceSettings


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def settings(log_format: Literal["auto", "json", "console"] = "json", log_level: str = "info") -> ServiceSettings:
    return ServiceSettings(HARMATTAN_LOG_FORMAT=log_format, HARMATTAN_LOG_LEVEL=log_level)


def test_a_line_is_json_with_the_event_its_fields_and_the_service(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings(), "ingest")
    structlog.get_logger("harmattan").info("dead letter", error="not_json", trace="aa", name="Ɓello")
    [line] = capsys.readouterr().err.splitlines()
    seen = json.loads(line)
    wanted = {"event": "dead letter", "error": "not_json", "trace": "aa", "level": "info", "service": "ingest"}
    assert {name: seen[name] for name in wanted} == wanted
    assert seen["timestamp"].endswith("Z")
    assert "Ɓello" in line


def test_lines_of_libraries_are_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings(), "ingest")
    logging.getLogger("aiokafka").warning("broker %s away", 1)
    assert json.loads(capsys.readouterr().err)["event"] == "broker 1 away"


def test_a_traceback_stays_within_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings(), "ingest")
    try:
        raise RuntimeError("a bug")
    except RuntimeError:
        structlog.get_logger("harmattan").exception("bug")
    [line] = capsys.readouterr().err.splitlines()
    assert "RuntimeError: a bug" in json.loads(line)["exception"]


def test_without_a_terminal_auto_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings("auto"), "ingest")
    structlog.get_logger("harmattan").info("started")
    assert json.loads(capsys.readouterr().err)["event"] == "started"


def test_console_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings("console"), "ingest")
    structlog.get_logger("harmattan").info("started")
    line = capsys.readouterr().err
    assert "started" in line
    assert not line.startswith("{")


def test_the_level_is_the_one_set(capsys: pytest.CaptureFixture[str]) -> None:
    configure(settings(log_level="error"), "ingest")
    structlog.get_logger("harmattan").warning("not shown")
    assert capsys.readouterr().err == ""


def test_libraries_say_nothing_below_a_warning_whatever_they_set_themselves() -> None:
    noisy = logging.getLogger("faust.transport.drivers.aiokafka")
    noisy.setLevel(logging.DEBUG)
    quiet()
    assert noisy.level == logging.WARNING
