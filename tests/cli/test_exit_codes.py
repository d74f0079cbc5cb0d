"""Bad input from a person is one line on standard error that says what is wrong, and exit code 2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from services.cli import collecting
from services.cli.main import COMMANDS
from services.runtime import topics
from services.runtime.settings import Connections
from tests.cli.conftest import Ended, Harmattan


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker that is not there is waited for 5 s; the real wait is in tests/integration."""
    def admin(settings: Connections, **_: float) -> Any:
        raise topics.BrokerAwayError(f"no Kafka answers at {settings.kafka_bootstrap}")

    monkeypatch.setattr(topics, "admin", admin)


def is_one_line_and_2(ended: Ended) -> None:
    assert ended.code == 2, ended
    assert ended.err.startswith("harmattan: "), ended.err
    assert ended.err.count("\n") == 1, ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("--nonsense",), ("feed",), ("dead", "nonsense"), ("dead", "show")]
)
def test_a_wrong_command(harmattan: Harmattan, arguments: tuple[str, ...]) -> None:
    is_one_line_and_2(harmattan(*arguments))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_flag(harmattan: Harmattan, name: str) -> None:
    ended = harmattan(name, "--nonsense")
    is_one_line_and_2(ended)
    assert "--nonsense" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("alerts", "--size", "many"),
        ("alerts", "--size", "-1"),
        ("alerts", "--size", "1001"),
        ("search", "x", "--size", "0"),
        ("search", "x", "--sort", "upwards"),
        ("search", "x", "--since", "the day before"),
        ("search", "x", "--until", "2023-13-45"),
        ("search", "x", "--status", "perhaps"),
        ("dead", "list", "--size", "0"),
        ("dead", "replay"),
        ("dead", "replay", "--all", "some-id"),
        ("tag", "--seeds", "/nonexistent"),
    ],
)
def test_a_wrong_value(harmattan: Harmattan, arguments: tuple[str, ...]) -> None:
    is_one_line_and_2(harmattan(*arguments))


@pytest.mark.parametrize("command", [("status",), ("alerts",), ("feed", "-"), ("search", "x"), ("dead", "list")])
@pytest.mark.parametrize(
    ("name", "value"), [("KAFKA_BOOTSTRAP", "broker"), ("ELASTICSEARCH_URL", "nowhere"), ("HARMATTAN_SHARDS", "x")]
)
def test_a_wrong_setting(
    harmattan: Harmattan, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    ended = harmattan(*command, stdin=b"{}")
    is_one_line_and_2(ended)
    assert f"setting {name}=" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("alerts",), ("alerts", "--json"), ("search", "x"), ("dead", "list"), ("dead", "show", "x"),
        ("dead", "replay", "x"), ("dead", "replay", "--all"),
    ],
)
def test_elasticsearch_away(harmattan: Harmattan, arguments: tuple[str, ...]) -> None:
    ended = harmattan(*arguments)
    is_one_line_and_2(ended)
    assert "no Elasticsearch answers" in ended.err
    assert "http://127.0.0.1:1" in ended.err
    assert "make up" in ended.err


@pytest.mark.parametrize("arguments", [("status",), ("status", "--json"), ("feed", "-")])
def test_kafka_away(harmattan: Harmattan, arguments: tuple[str, ...]) -> None:
    ended = harmattan(*arguments, stdin=b'{"title": "Niger"}')
    is_one_line_and_2(ended)
    assert "no Kafka answers at 127.0.0.1:1" in ended.err


def test_no_such_file(harmattan: Harmattan) -> None:
    ended = harmattan("feed", "/no/such/file")
    is_one_line_and_2(ended)
    assert "no such file or folder: /no/such/file" in ended.err
    assert "no http or https address" in harmattan("feed", "ftp://example.org/a.txt").err


@pytest.mark.parametrize(("arguments", "said"), [
    (("",), "an empty address"), ((" ",), "an empty address"), (("/no/such/folder",), "there is no /no/such/folder"),
    (("./no-such.warc.gz",), "there is no "),
    (("https://sahel.example.org/", "--language", "French"), "--language is a code"),
    (("https://sahel.example.org/", "--country", "Niger"), "--country is a code of 2 letters, not 'Niger'"),
])
def test_a_source_that_cannot_be_meant(harmattan: Harmattan, arguments: tuple[str, ...], said: str) -> None:
    ended = harmattan("sources", "add", *arguments)
    is_one_line_and_2(ended)
    assert said in ended.err


def test_a_question_that_gets_no_answer_ends_without_a_traceback(
    harmattan: Harmattan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def abort(*_: object) -> None:
        raise typer.Abort

    monkeypatch.setattr(collecting, "local", abort)
    ended = harmattan("sources", "add", "https://sahel.example.org/")
    assert (ended.code, ended.err) == (130, "\nharmattan: nothing was done\n")


def test_a_file_that_may_not_be_read(harmattan: Harmattan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.json").write_text("{}")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    ended = harmattan("feed", str(tmp_path))
    is_one_line_and_2(ended)
    assert "cannot be read: Permission denied" in ended.err


@pytest.mark.parametrize("content", [b"", b"  \n", b"[]"])
def test_nothing_to_feed(harmattan: Harmattan, content: bytes) -> None:
    ended = harmattan("feed", "-", stdin=content)
    assert ended.code == 2
    assert "0 of 0 articles acknowledged" in ended.out
    assert "Traceback" not in ended.err


def test_an_empty_folder(harmattan: Harmattan, tmp_path: Path) -> None:
    is_one_line_and_2(harmattan("feed", str(tmp_path)))


def test_no_articles_to_tag_is_no_error_and_none_that_is_one_is_1(harmattan: Harmattan) -> None:
    assert harmattan("tag", stdin=b"").code == 0
    ended = harmattan("tag", stdin=b'{"nothing": 1}\n')
    assert (ended.code, ended.err) == (1, "")
    assert '"error"' in ended.out
