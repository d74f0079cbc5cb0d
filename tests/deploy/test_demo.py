"""`make demo` picks containers or local processes, and says why; what is forced and cannot be is one line."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from deploy import containers
from deploy.demo import choose, fetch
from deploy.local.errors import StackError
from deploy.local.settings import from_environment, repository_root


def nothing() -> str | None:
    return None


def no_engine() -> str | None:
    return "docker is not installed"


def must_not_be_asked() -> str | None:
    raise AssertionError("a registry was asked for nothing")


def test_containers_where_an_engine_answers() -> None:
    assert choose({}, nothing) == ("docker", "for an engine answers")


def test_local_processes_elsewhere_and_the_reason() -> None:
    assert choose({}, no_engine) == ("local", "for docker is not installed")


def test_local_when_asked_for_without_a_look_at_docker() -> None:
    assert choose({"DEMO": "local"}, must_not_be_asked)[0] == "local"


@pytest.mark.parametrize("name", ["KAFKA_BOOTSTRAP", "ELASTICSEARCH_URL"])
def test_local_when_a_server_is_given(name: str) -> None:
    assert choose({name: "there"}, must_not_be_asked) == ("local", f"for {name} names a server")


def test_docker_that_is_asked_for_and_cannot_be_is_one_line() -> None:
    with pytest.raises(StackError, match="DEMO=docker cannot be: docker is not installed"):
        choose({"DEMO": "docker"}, no_engine)


def test_another_word_is_one_line() -> None:
    with pytest.raises(StackError, match="say local or docker"):
        choose({"DEMO": "podman"}, must_not_be_asked)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """An engine with compose; `here` and `registry` are the images that there are."""
    found: dict[str, set[str]] = {"here": set(), "registry": set()}
    monkeypatch.delenv("HARMATTAN_IMAGE", raising=False)
    monkeypatch.setattr(containers, "engine", nothing)
    monkeypatch.setattr(containers, "compose_command", lambda: ("docker", "compose"))
    monkeypatch.setattr(containers, "has_image", lambda name: name in found["here"])
    monkeypatch.setattr(containers, "registry_has", lambda name: name in found["registry"])
    return found


def others() -> set[str]:
    return {image for image in containers.default_services().values() if not containers.is_ours(image)}


def test_images_that_are_nowhere_are_an_obstacle(machine: dict[str, set[str]]) -> None:
    assert containers.obstacle() == "no registry gives apache/kafka:4.1.0"
    machine["here"] = others()
    assert containers.obstacle() == f"no registry gives {containers.base_image()}"


def test_images_that_are_here_or_in_a_registry_are_none(machine: dict[str, set[str]]) -> None:
    machine["here"], machine["registry"] = others(), {containers.base_image()}
    assert containers.obstacle() is None


def test_kibana_is_no_obstacle_for_the_demo_works_without(machine: dict[str, set[str]]) -> None:
    machine["here"] = {image for image in others() if "kibana" not in image} | {"harmattan:latest"}
    assert containers.obstacle() is None


@pytest.mark.usefixtures("machine")
def test_no_compose_is_an_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "compose_command", tuple)
    assert "compose is not installed" in (containers.obstacle() or "")


def test_servers_are_fetched_before_any_package_is_installed() -> None:
    alone = "import sys; sys.path[:0] = [sys.argv[1]]; import deploy.demo"
    subprocess.run([sys.executable, "-I", "-S", "-c", alone, str(repository_root())], check=True)


def test_nothing_is_fetched_for_servers_that_are_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEMO", "local")
    here = replace(from_environment(), cache=tmp_path)
    fetch(replace(here, kafka_bootstrap="one:9092", elasticsearch_url="http://two:9200"))
    assert capsys.readouterr().out == ""
    assert list(tmp_path.iterdir()) == []
