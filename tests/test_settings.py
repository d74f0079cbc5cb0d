"""Settings: one line for a wrong one, and deploy/env.example lists exactly those that there are."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from deploy.local import settings as local
from deploy.local.settings import LocalStack, from_environment, repository_root
from services.runtime.settings import (
    AlertSettings,
    CollectSettings,
    Connections,
    DeskSettings,
    KibanaSettings,
    ServiceSettings,
    SettingsError,
    read,
)

EXAMPLE = repository_root() / "deploy" / "env.example"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*described(), "HARMATTAN_LOCAL"):
        monkeypatch.delenv(name, raising=False)


def described() -> dict[str, str]:
    """Name and value of each line of env.example; also those that are commented out because their default is ours."""
    return dict(re.findall(r"^#?([A-Z][A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))


def of_services() -> dict[str, Any]:
    kinds = (AlertSettings, CollectSettings, DeskSettings, KibanaSettings)
    return {str(field.validation_alias): field for kind in kinds for field in kind.model_fields.values()}


def of_the_local_stack() -> set[str]:
    source = Path(local.__file__).read_text()
    return set(re.findall(r'"((?:HARMATTAN|KAFKA|ELASTICSEARCH)_[A-Z_]+)"', source))


def of_compose() -> set[str]:
    """What docker-compose.yml takes from .env."""
    return set(re.findall(r"\$\{(\w+)", (repository_root() / "docker-compose.yml").read_text()))


def test_the_example_lists_exactly_the_settings_that_there_are() -> None:
    assert set(described()) == set(of_services()) | of_the_local_stack() | of_compose()


def test_every_setting_of_the_example_has_a_line_that_says_what_it_is() -> None:
    blocks = EXAMPLE.read_text().split("\n\n")
    for block in blocks:
        lines = block.splitlines()
        for before, line in pairwise(lines):
            if re.match(r"#?[A-Z_]+=", line):
                names_itself = re.match(r"#?[A-Z_]+_(PORT|HEAP)=", line)
                assert before.startswith("# ") or names_itself, f"{line} is not described"


def test_the_defaults_of_the_example_are_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {n: v for n, v in described().items() if f"\n{n}=" in EXAMPLE.read_text()}
    before, stack = (read(AlertSettings), read(DeskSettings)), from_environment({})
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert (read(AlertSettings), read(DeskSettings)) == before
    ports = {name: value for name, value in given.items() if name in of_the_local_stack() and name.startswith("H")}
    assert from_environment(ports) == stack


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAFKA_BOOTSTRAP", "broker"),
        ("KAFKA_BOOTSTRAP", "kafka://broker:9092"),
        ("KAFKA_BOOTSTRAP", "a:1, b:2"),
        ("KAFKA_BOOTSTRAP", "a:1;b:2"),
        ("KAFKA_BOOTSTRAP", "a:9092,b:99999"),
        ("KAFKA_BOOTSTRAP", "a:0"),
        ("ELASTICSEARCH_URL", "127.0.0.1:9200"),
        ("ELASTICSEARCH_URL", "http://server:port"),
        ("ELASTICSEARCH_URL", "http://server:99999"),
        ("ELASTICSEARCH_URL", "http://[::1"),
        ("ELASTICSEARCH_URL", "http:///index"),
        ("HARMATTAN_REPLICATION", "0"),
        ("HARMATTAN_REFRESH", "soon"),
        ("HARMATTAN_WEB_PORT", "70000"),
        ("HARMATTAN_WEB_PORT", "http"),
        ("HARMATTAN_LOG_FORMAT", "xml"),
        ("HARMATTAN_LOG_LEVEL", "loud"),
        ("HARMATTAN_SESSION_TIMEOUT", "0"),
        ("HARMATTAN_CHUNK_RECORDS", "0"),
        ("HARMATTAN_IN_FLIGHT", "-1"),
        ("HARMATTAN_ALERT_CONSOLE", "perhaps"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read(AlertSettings)
    assert str(caught.value).startswith(f"setting {name}={value!r}: ")
    assert "\n" not in str(caught.value)
    assert "deploy/env.example" in str(caught.value)


@pytest.mark.parametrize("address", ["[::1]:9092", "a:9092,b.example:19092"])
def test_brokers_may_be_several_and_of_any_kind_of_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("KAFKA_BOOTSTRAP", address)
    assert read(Connections).kafka_bootstrap == address


def test_an_empty_setting_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARMATTAN_WEB_PORT", "")
    assert read(ServiceSettings).web_port is None


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(read(Connections), "refresh", "5s")  # noqa: B010  # mypy knows already


def test_a_stack_is_described_by_its_settings() -> None:
    stack = from_environment({"HARMATTAN_KAFKA_PORT": "19092", "HARMATTAN_LOCAL": "/var/tmp/desk"})
    assert isinstance(stack, LocalStack)
    assert (stack.kafka_controller_port, stack.cache) == (19093, Path("/var/tmp/desk/cache"))
