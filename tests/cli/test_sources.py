"""What `harmattan sources check` says of sources that a real server has."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from schemas.source import Source
from services.cli import collecting
from services.cli.sources import imported
from services.runtime.settings import CollectSettings
from tests.collect.feeds import item, rss
from tests.collect.server import running


def test_check_counts_bare_addresses_too_and_says_who_fails(capsys: pytest.CaptureFixture[str]) -> None:
    settings = CollectSettings.model_validate({"HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8"})
    with running() as server:
        server.serve("/feed", rss(item(1), item(2)))
        server.serve("/map", b"".join((
            b"<urlset>", *(b"<url><loc>https://sahel.example.org/%d</loc></url>" % at for at in range(3)), b"</urlset>",
        )))
        kinds = {"feed": "feed", "map": "sitemap", "lost": "feed"}
        sources = [
            Source.model_validate({"id": name, "name": name, "kind": kind, "address": server.url(f"/{name}")})
            for name, kind in kinds.items()
        ]
        assert collecting.check(sources, settings) == 1
    said = capsys.readouterr().out
    for line in ("✓ feed  2 items", "✓ map  3 items", "✗ lost  0 items: HTTP status 404"):
        assert line in said


@pytest.fixture
def logs() -> Iterator[None]:
    level = logging.getLogger("aiokafka").level
    yield
    logging.getLogger("aiokafka").setLevel(level)
    structlog.reset_defaults()


@pytest.mark.usefixtures("logs")
def test_no_log_is_mixed_into_what_a_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    collecting.settings()
    structlog.get_logger("harmattan").warning("waiting for Kafka")
    logging.getLogger("aiokafka.consumer.fetcher").error("Failed fetch offsets from 1")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "waiting for Kafka" in printed.err
    assert "Failed fetch" not in printed.err


@pytest.mark.parametrize(("new", "known", "line"), [
    (2, 1, "watching 2 more sources; 1 of the file was known"),
    (1, 3, "watching 1 more source; 3 of the file were known"),
    (0, 2, "watching no more sources; 2 of the file were known"), (4, 0, "watching 4 more sources"),
])
def test_what_became_of_a_list_of_feeds_is_said_in_grammatical_english(new: int, known: int, line: str) -> None:
    assert imported(new, known) == line
