"""The collect service on a real broker, reading from a real HTTP server on loopback."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.local.settings import LocalStack
from deploy.local.workers import Worker
from services.pipeline import RAW, SOURCE_STATES
from tests.collect.feeds import item, rss
from tests.collect.server import Connection, Request, Server, running
from tests.integration.desk import Desk, own_desk
from tests.integration.waiting import until

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def own() -> Iterator[Desk]:
    """Servers of its own: the sources of the other tests must not be polled here, nor these there."""
    with own_desk(services=False) as desk:
        yield desk


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


class Collectors:
    """Workers of the collect service with seeds of a test."""

    def __init__(self, stack: LocalStack, desk: Desk, seeds: Path) -> None:
        self.desk, self.stack, self.seeds = desk, stack, seeds
        self.environ = {
            "HARMATTAN_SEEDS": str(seeds), "HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_WEB_PORT": "0",
            "HARMATTAN_COLLECT_HOST_PAUSE": "0", "HARMATTAN_COLLECT_SHORTEST": "1", "HARMATTAN_COLLECT_LONGEST": "2",
            "HARMATTAN_COLLECT_CONTACT": "desk@example.org", "HARMATTAN_LOG_LEVEL": "info",
        }

    def define(self, *sources: dict[str, Any]) -> None:
        (self.seeds / "crisis").mkdir(exist_ok=True)
        (self.seeds / "crisis" / "sources.yaml").write_text(yaml.safe_dump({"sources": list(sources)}))

    def start(self, number: int = 0, **environ: str) -> None:
        Worker(self.stack, "collect", number).start({**self.environ, **environ})

    def kill(self, number: int = 0) -> None:
        Worker(self.stack, "collect", number).kill()

    def stop(self, number: int = 0) -> None:
        Worker(self.stack, "collect", number).stop()

    def log(self, number: int = 0) -> str:
        return Worker(self.stack, "collect", number).log.read_text()

    def fed(self) -> list[dict[str, Any]]:
        return [json.loads(record.value) for record in self.desk.broker.read(RAW.name)]

    def states(self) -> dict[str, dict[str, Any]]:
        return {record.key.decode(): json.loads(record.value) for record in self.desk.broker.read(SOURCE_STATES.name)}


@pytest.fixture
def collectors(own: Desk, tmp_path: Path) -> Iterator[Collectors]:
    collectors = Collectors(own.stack, own, tmp_path)
    yield collectors
    for number in range(4):
        collectors.stop(number)


def conditional(server: Server, path: str, items: int) -> None:
    """A feed that knows its ETag."""
    body = rss(*(item(number, text="x" * 1000 + path, link=f"https://sahel.example.org{path}/{number}",
                      guid=f"{path}{number}") for number in range(items)))

    def respond(connection: Connection, request: Request) -> None:
        if request.headers.get("if-none-match") == '"one"':
            connection.reply(304, ETag='"one"')
        else:
            connection.reply(200, body, ETag='"one"', Content_Type="application/rss+xml")

    server.paths[path] = respond


def test_a_feed_of_the_seeds_is_fed_once_whatever_happens_to_the_workers(
    collectors: Collectors, server: Server
) -> None:
    paths = [f"/feed-{number}" for number in range(20)]
    for path in paths:
        conditional(server, path, 3)
    hosts = [f"127.0.1.{number + 1}" for number in range(20)]
    collectors.define(*(
        {"id": f"source{path.replace('/', '-')}", "name": "Exemple", "address": server.url(path, host)}
        for path, host in zip(paths, hosts, strict=True)
    ))
    collectors.start()
    until(lambda: bool(server.seen), bool, 60, "the first request")
    until(lambda: len(collectors.fed()), lambda count: count >= 60, 90, "60 articles fed")
    until(lambda: min((state["polls"] for state in collectors.states().values()), default=0), lambda n: n >= 2, 60)
    collectors.kill()
    asked = len(server.seen)
    collectors.start()
    collectors.start(1)
    until(lambda: len(server.seen), lambda count: count > asked + 60, 90, "polled on")
    collectors.kill(1)
    asked = len(server.seen)
    until(lambda: len(server.seen), lambda count: count > asked + 60, 90, "polled on by the one that is left")
    collectors.stop()
    times = Counter(article["url"] for article in collectors.fed())
    print(f"{len(server.seen)} requests, {sum(times.values())} articles fed, {max(times.values())} times at most")
    assert len(times) == 60
    assert set(times.values()) == {1}
    agents = {request.headers["user-agent"] for request in server.seen}
    assert agents == {"Harmattan/1 (news watch; +desk@example.org)"}
    # the state came back after the kill: nobody was asked for the whole again
    assert all(
        sum("if-none-match" not in request.headers for request in server.asked(path)) == 1 for path in paths
    )
